"""Training the memory pair the tutorials' way: their own loop against the compiled one."""

import time

import keras
import numpy as np

from benchmarks.row import Row
from lstm_viz.data import MEMORY_PAIR, one_hot
from lstm_viz.tasks import memory_pair
from lstm_viz.training import TrainingSettings, new_run, predictions, train

UNITS = 20
EPOCHS = 250
# The tutorials' loop takes the same time for each epoch but the first, which compiles.
TUTORIAL_EPOCHS = 50
BUDGET = 0.1
SETTINGS = TrainingSettings("lstm", UNITS, learning_rate=0.01, seed=4, regime="steps")


def rows() -> list[Row]:
    """The one row."""
    theirs = _tutorials_seconds()
    ours = _our_seconds()
    detail = (
        f"{ours:.2f} s against {theirs:.1f} s, of which {TUTORIAL_EPOCHS} epochs were run and the rest scaled; "
        f"LSTM({UNITS}), {EPOCHS} epochs"
    )
    return [
        Row("training the memory pair, compile included", "the tutorials' loop of fit", ours / theirs, BUDGET, detail)
    ]


def _tutorials_seconds() -> float:
    """One `fit` for each sequence and epoch, a batch a step, states reset after each; compile included."""
    start = time.perf_counter()
    model = keras.Sequential(
        [keras.Input(batch_shape=(1, 1, 5)), keras.layers.LSTM(UNITS, stateful=True), keras.layers.Dense(5)]
    )
    model.compile("adam", "mse")
    _fit_once(model)
    first = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(TUTORIAL_EPOCHS - 1):
        _fit_once(model)
    each = (time.perf_counter() - start) / (TUTORIAL_EPOCHS - 1)
    return first + each * (EPOCHS - 1)


def _fit_once(model: keras.Model) -> None:
    for sequence in MEMORY_PAIR:
        codes = one_hot(sequence, 5)
        model.fit(codes[:-1, None], codes[1:], epochs=1, batch_size=1, verbose=0, shuffle=False)
        model.layers[0].reset_states()


def _our_seconds() -> float:
    """In one chunk, as it is the first time: nothing of it is compiled yet."""
    start = time.perf_counter()
    run = new_run(SETTINGS, memory_pair())
    run = run.extended(train(SETTINGS, run.task, run.state, EPOCHS, snapshot_every=10))
    seconds = time.perf_counter() - start
    answers = predictions(SETTINGS, run.task, run.state.weights)
    assert all(
        np.array_equal(chances.argmax(-1), sequence[1:]) for chances, sequence in zip(answers, MEMORY_PAIR, strict=True)
    )
    return seconds
