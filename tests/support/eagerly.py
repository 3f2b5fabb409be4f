"""Keras without compiling."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def eagerly() -> Iterator[None]:
    """Meanwhile nothing is compiled: the operations are the same, and tracing a model takes a second or more.

    A longer training is cheaper compiled.
    """
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Even though the `tf.config")  # tf.data is compiled all the same
            yield
    finally:
        tf.config.run_functions_eagerly(False)
