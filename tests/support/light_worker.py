"""A page of a test that imports this has a worker that does not load Keras."""

import functools

from lstm_viz import worker
from tests.worker import support

worker._shared = functools.cache(lambda: worker.Worker(support.nothing))
