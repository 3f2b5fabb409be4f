"""What the browser is told of a pass with edits: which numbers were set by hand, and which others that changed."""

from __future__ import annotations

import base64
import json

import numpy as np
import pytest

from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.explain.changes import changed_cells
from tests.viewer.test_viewer import make_payload, make_trace


def bits(text: str, steps: int, units: int) -> np.ndarray:
    """Read as the browser does: number n in bit n % 8 of byte n // 8."""
    packed = base64.b64decode(text)
    flat = [bool(packed[at // 8] >> (at % 8) & 1) for at in range(steps * units)]
    return np.array(flat).reshape(steps, units)


def cells(steps=4, units=3, *places):
    array = np.zeros((steps, units), bool)
    for place in places:
        array[place] = True
    return array


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
def test_the_marks_of_an_intervention_arrive_cell_by_cell(kind):
    before = make_trace(kind, steps=5)
    after = intervene(before, [Edit("hidden", 2, unit=1, action="clamp", value=0.5)])
    changed, edited = changed_cells(before, after), {"hidden": cells(5, 3, (2, 1))}
    data = make_payload({"A": after}, edited={"A": edited}, changed={"A": changed})
    (sequence,) = json.loads(json.dumps(data))["sequences"]
    np.testing.assert_array_equal(bits(sequence["edited"]["hidden"], 5, 3), edited["hidden"])
    for signal, array in changed.items():
        np.testing.assert_array_equal(bits(sequence["changed"][signal], 5, 3), array)
        assert array[3:].any()


def test_without_marks_nothing_more_is_sent():
    traces = {"A": make_trace(), "B": make_trace(seed=1)}
    plain = make_payload(traces)
    assert not {"edited", "changed"} & set(plain["sequences"][0])
    assert not [name for name in plain["text"] if "edited" in name]
    none = {name: {"cell": cells()} for name in traces}
    assert make_payload(traces, edited={}, changed={}) == make_payload(traces, edited=none, changed=none) == plain


def test_marks_are_contents_but_not_numbers():
    trace = make_trace()
    plain = make_payload({"A": trace})
    first, second = (make_payload({"A": trace}, edited={"A": {"cell": cells(4, 3, at)}}) for at in [(0, 0), (3, 2)])
    assert len({data["digest"] for data in (plain, first, second)}) == 3
    assert len({data["numbers"] for data in (plain, first, second)}) == 1
    assert first["text"]["legend_edited"]
    assert first["sequences"][0]["changed"] == {}


def test_an_edited_sequence_stands_beside_one_that_is_not():
    traces = {"A": make_trace(), "B": make_trace(seed=1)}
    data = make_payload(traces, edited={"B": {"cell": cells(4, 3, (0, 0))}})
    assert ["edited" in sequence for sequence in data["sequences"]] == [False, True]


@pytest.mark.parametrize("mark", ["edited", "changed"])
@pytest.mark.parametrize(
    ("signals", "message"),
    [
        ({"update_gate": cells()}, "of A must name signals of the trace, .*, not 'update_gate'"),
        ({"cell": cells(5)}, r"of shape \(4, 3\) for cell, not bool of shape \(5, 3\)"),
        ({"cell": np.zeros((4, 3))}, "array of bool .* not float64"),
    ],
)
def test_marks_that_do_not_fit_are_refused(mark, signals, message):
    with pytest.raises(ValueError, match=f"{mark} {message}" if message.startswith("of A") else message):
        make_payload({"A": make_trace()}, **{mark: {"A": signals}})
