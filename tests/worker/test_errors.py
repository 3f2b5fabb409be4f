"""The sentences that a page shows when Keras gave no result."""

import pytest

from lstm_viz.worker.errors import (
    ClusterLost,
    WorkerBusy,
    WorkerDied,
    WorkerError,
    WorkerMemory,
    WorkerTimeout,
    WorkerUnavailable,
)
from lstm_viz.worker.memory import MEBIBYTE

CASES = [
    (WorkerUnavailable(), "TensorFlow"),
    (WorkerDied(), "starts again"),
    (ClusterLost(), "cluster"),
    (WorkerBusy(60), "60"),
    (WorkerTimeout(0.5), "0.5"),
    (WorkerMemory(700 * MEBIBYTE, 300 * MEBIBYTE), "300"),
    (WorkerMemory(2048 * MEBIBYTE), "2048"),
]


@pytest.mark.parametrize(("error", "fact"), CASES, ids=lambda value: type(value).__name__)
def test_each_is_a_sentence_with_its_facts_in_the_visitors_language(error, fact):
    assert fact in str(error)
    assert str(error).endswith(".")
    translated = error.sentence(lambda text: f"«{text}»")
    assert translated == f"«{error}»"


def test_every_error_has_a_sentence():
    assert {type(error) for error, _ in CASES} == set(WorkerError.__subclasses__())
