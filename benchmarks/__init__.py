"""The budgets of docs/architecture.md, measured: `make bench`."""
