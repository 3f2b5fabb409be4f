"""The charts that a notebook shows: they are those of the panels, with the numbers of the traces."""

from __future__ import annotations

import altair as alt
import numpy as np
import pytest

import lstm_viz
from lstm_viz.engine.models import trained_pair

MODEL = trained_pair(8)
SYMBOLS = np.eye(5, dtype="float32")
A, B = (lstm_viz.trace_layer(MODEL.weights, SYMBOLS[read][None]) for read in ([3, 0, 1, 2], [4, 0, 1, 2]))


def rows(chart):
    """The rows of a chart, as a notebook gets them."""
    (found,) = chart.to_dict()["datasets"].values()
    return found


@pytest.mark.parametrize(
    ("chart", "parts"),
    [
        (lambda: lstm_viz.timelines(A), 2),
        (lambda: lstm_viz.timelines({"A": A, "B": B}, unit=3, time=1, mode="dark"), 2),
        (lambda: lstm_viz.ledger({"A": A, "B": B}, unit=3), 2),
    ],
)
def test_several_charts_show_themselves_as_one_with_one_look(chart, parts):
    made = chart()
    specification = made.to_dict()
    assert len(specification["vconcat"]) == parts
    assert specification["config"]["axis"]["labelFontSize"] == 12
    assert all("config" not in part for part in specification["vconcat"])
    assert made._repr_mimebundle_() is not None


def test_the_timelines_have_the_numbers_of_the_trace_and_speak_korean():
    chart = lstm_viz.timelines(A, unit=3, language="ko")
    shown = chart.vconcat[0].data.to_dict()["values"]
    for signal in ("forget_gate", "input_gate", "output_gate"):
        assert [row[signal] for row in shown] == pytest.approx(A.signals[signal][0, :, 3].tolist())
    assert chart.to_dict()["vconcat"][0]["title"]["text"] == "유닛 4의 게이트"


def test_the_ledger_of_one_trace_is_one_chart_whose_parts_add_up_to_the_cell_state():
    parts = rows(lstm_viz.ledger(A, unit=3))
    last = [row for row in parts if row["step"] == 4]
    assert sum(row["value"] for row in last) == pytest.approx(A.cell[0, 3, 3], abs=1e-5)


def test_a_chart_of_more_rows_than_altair_takes_is_shown_too():
    with alt.data_transformers.enable(max_rows=3):
        assert len(rows(lstm_viz.knockouts(A, MODEL.head))) == 32
        assert lstm_viz.timelines(A).to_dict()


def test_a_knockout_of_the_latch_takes_the_answer_away():
    chart = lstm_viz.knockouts(A, MODEL.head, symbols="01234", tokens="3012")
    assert chart.to_dict()["title"]["text"] == "Which unit carries the answer 3?"
    assert "unit 4" in chart.to_dict()["description"]


class Dense:
    def __init__(self, activation):
        self.activation = activation

    def get_weights(self):
        return [MODEL.head.kernel, MODEL.head.bias]


def softmax():
    pass


def test_a_keras_layer_is_a_head_if_it_has_a_softmax():
    assert lstm_viz.knockouts(A, Dense(softmax)).to_dict() == lstm_viz.knockouts(A, MODEL.head).to_dict()
    for other in (Dense(print), object()):
        with pytest.raises(TypeError, match="head must be a Head"):
            lstm_viz.knockouts(A, other)
