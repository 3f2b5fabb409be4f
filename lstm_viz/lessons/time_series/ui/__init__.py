"""The user interface of the page Time series."""
