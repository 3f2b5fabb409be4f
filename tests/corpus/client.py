"""A client for tests that need no other process."""

from concurrent.futures import ThreadPoolExecutor


class InThisProcess:
    """In the place of a cluster's client: a thread traces."""

    def get_executor(self, **_):
        return ThreadPoolExecutor(1)

    def scatter(self, network, **_):
        return network

    def nthreads(self):
        return {"here": 1}
