"""The page Time series without a browser."""

from concurrent.futures import Future

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.time_series.state import ForecastChunk, ForecastState
from tests.support.app import open_page
from tests.support.worker import AtOnce

ROWS = "day,a,b\n" + "\n".join(f"2026-01-{day:02d},{day % 7 + day / 10},{day * day % 5}" for day in range(1, 32))


def open_series(**query: str) -> AppTest:
    return open_page("time_series", **query)


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button}


def table(app: AppTest, at: int = 0) -> dict[str, dict[str, str]]:
    """A table of errors: forecast → column → what stands there."""
    rows = app.dataframe[at].value.to_dict("records")
    return {row["forecast"]: row for row in rows}


def paste(app: AppTest, text: str) -> AppTest:
    app.text_area(key="series_pasted").set_value(text).run()
    app.button(key="series_use").click().run()
    assert not app.exception
    return app


def train(app: AppTest) -> AppTest:
    """Runs the page until no training is under way, as its clock does in a browser."""
    for _ in range(200):
        if "series_stop" not in keys(app):
            return app
        app.run()
        assert not app.exception
    return pytest.fail("the training never ended")


class Pretends(AtOnce):
    """A worker that answers at once: each epoch adds 0.01 to each weight, and the losses fall.

    Attributes:
        asked: The epochs of each call.
        most: How many calls it answers; the others wait for ever.
    """

    def __init__(self):
        self.asked: list[int] = []
        self.most = 1000

    def submit_chunk(self, _function, _settings, _task, state, epochs) -> Future:
        self.asked.append(epochs)
        future: Future = Future()
        if len(self.asked) <= self.most:
            future.set_result(pretend(state, epochs))
        return future


def pretend(state: ForecastState, epochs: int) -> ForecastChunk:
    import numpy as np

    weights = tuple(array + 0.01 * epochs for array in state.weights)
    end = state.epoch + epochs
    losses = 1 / np.arange(state.epoch + 1, end + 1)
    after = ForecastState(end, weights, state.optimizer, end, float(losses[-1]), weights)
    return ForecastChunk(after, losses, losses, 0.05)
