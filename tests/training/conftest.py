"""Workers that end with their test, as those of tests/worker."""

from tests.worker.conftest import new_worker

__all__ = ["new_worker"]
