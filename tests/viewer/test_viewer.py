"""The viewer's Python side: what goes to the browser, what comes back, and the JavaScript as one module."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.javascript import json_values
from lstm_viz.viewer import Cursor, Prediction, Window
from lstm_viz.viewer.payload import candidate_parts, payload

FOLDER = Path(__file__).parent
VIEWER = Path("lstm_viz/viewer")
GATES = {"lstm": 4, "gru": 3, "simple_rnn": 1}


def make_trace(kind="lstm", steps=4, units=3, mask=None, seed=0, **options):
    random = np.random.default_rng(seed)
    columns = GATES[kind] * units
    after = kind == "gru" and options.get("reset_after", True)
    weights = RecurrentWeights(
        kind,
        random.normal(size=(2, columns)),
        random.normal(size=(units, columns)),
        random.normal(size=(2, columns) if after else columns),
        **options,
    )
    return run(weights, random.normal(size=(2, steps, 2)), mask=mask)


def without_samples(trace):
    signals = {name: array[:0] for name, array in trace.signals.items()}
    return Trace(trace.weights, trace.inputs[:0], signals, tuple(state[:0] for state in trace.initial_state))


def make_payload(traces, **changes):
    arguments = {
        "tokens": {name: ["1"] * trace.steps for name, trace in traces.items()},
        "predictions": {},
        "cursor": Cursor(),
        "cursor_key": "k",
        "title": "t",
        "subtitle": "s",
        "gettext": str,
    }
    return payload(traces, **(arguments | changes))


def decode(text, units):
    return np.frombuffer(base64.b64decode(text), "<f4").reshape(-1, units)


@pytest.mark.parametrize("kind", GATES)
def test_the_browser_gets_the_numbers_of_sample_0(kind):
    trace = make_trace(kind)
    sequence = make_payload({"A": trace})["sequences"][0]
    for name, array in trace.signals.items():
        np.testing.assert_array_equal(decode(sequence["values"][name], 3), array[0])


def test_an_lstm_shows_the_activation_of_its_cell():
    trace = make_trace(activation="softsign")
    shown = decode(make_payload({"A": trace})["sequences"][0]["values"]["activated_cell"], 3)
    np.testing.assert_allclose(shown * trace.output_gate[0], trace.hidden[0], atol=1e-6)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("gru", {"reset_after": True}),
        ("gru", {"reset_after": False}),
        ("simple_rnn", {}),
        ("gru", {"go_backwards": True}),
    ],
)
def test_the_parts_of_a_candidate_give_the_candidate(kind, options):
    trace = make_trace(kind, **options)
    parts = candidate_parts(trace)
    factor = trace.reset_gate[0] if kind == "gru" and trace.weights.reset_after else 1
    result = trace.candidate if kind == "gru" else trace.hidden
    np.testing.assert_allclose(np.tanh(parts["from_input"] + factor * parts["from_hidden"]), result[0], atol=1e-6)


def test_signals_stand_in_the_order_they_are_drawn():
    names = [signal["name"] for signal in make_payload({"A": make_trace()})["signals"]]
    assert names == ["forget_gate", "input_gate", "candidate", "output_gate", "cell", "hidden"]


def scale(traces, name):
    found = next(signal for signal in make_payload(traces)["signals"] if signal["name"] == name)
    return found["low"], found["high"], found["diverging"]


def test_scales_follow_the_activations_and_are_shared():
    small, large = make_trace(), make_trace(steps=30, seed=0)
    assert scale({"A": small}, "forget_gate") == (0, 1, False)
    assert scale({"A": small}, "candidate") == scale({"A": small}, "hidden") == (-1, 1, True)
    both = scale({"A": small, "B": large}, "cell")
    most = max(np.abs(trace.cell[0]).max() for trace in (small, large))
    assert both == scale({"A": large, "B": small}, "cell")
    assert most <= both[1] <= 1.1 * most
    assert both[0] == -both[1]
    relu = make_trace(activation="relu", recurrent_activation="linear")
    low, high, diverging = scale({"A": relu}, "forget_gate")
    assert diverging
    assert high >= np.abs(relu.forget_gate[0]).max()
    assert low == -high


def test_what_is_not_finite_does_not_break_a_scale():
    weights = RecurrentWeights("lstm", np.full((1, 4), 1e30), np.full((1, 4), 1e30), activation="relu")
    with np.errstate(all="ignore"):
        trace = run(weights, np.full((1, 5, 1), 1e30))
    assert not np.isfinite(trace.cell).all()
    assert all(np.isfinite(signal["high"]) for signal in make_payload({"A": trace})["signals"])


def test_the_payload_is_json_and_its_digest_tells_contents_apart():
    mask = np.array([[True, False, True, True]] * 2)
    trace = make_trace(mask=mask)
    predictions = {"A": [Prediction("3", np.float32(0.5), np.bool_(True))] * 4}
    first = make_payload({"A": trace}, predictions=predictions)
    assert json.loads(json.dumps(first))["sequences"][0]["mask"] == [True, False, True, True]
    assert first["sequences"][0]["predictions"][0] == {"label": "3", "probability": 0.5, "correct": True}
    moved = make_payload({"A": trace}, predictions=predictions, cursor=Cursor(2), cursor_key="other")
    assert moved["digest"] == first["digest"]
    assert make_payload({"A": make_trace(seed=1)}, predictions=predictions)["digest"] != first["digest"]
    assert make_payload({"A": trace}, predictions=predictions, title="u")["digest"] != first["digest"]


def test_another_language_has_the_same_numbers_and_another_model_has_not():
    trace = make_trace()
    first = make_payload({"A": trace})
    korean = make_payload({"A": trace}, gettext=lambda text: f"«{text}»", tokens={"A": ["행"] * 4})
    assert korean["digest"] != first["digest"]
    assert korean["numbers"] == first["numbers"]
    assert make_payload({"A": make_trace(seed=1)})["numbers"] != first["numbers"]
    assert make_payload({"A": make_trace(steps=3)})["numbers"] != first["numbers"]


@pytest.mark.parametrize(
    ("traces", "changes", "message"),
    [
        ({"B": make_trace()}, {}, "must be named"),
        ({"A": make_trace(), "B": make_trace(units=2)}, {}, "must come from one layer"),
        ({"A": without_samples(make_trace())}, {}, "at least one sample"),
        ({"A": make_trace()}, {"tokens": {"A": ["1"]}}, "tokens of A must be one for each of 4 steps, not 1"),
        ({"A": make_trace()}, {"predictions": {"A": []}}, "predictions of A"),
    ],
)
def test_what_does_not_fit_is_refused(traces, changes, message):
    with pytest.raises(ValueError, match=message):
        make_payload(traces, **changes)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_reaches_the_browser_as_such_and_json_stays_readable(wrong):
    trace = make_trace()
    state = np.full_like(trace.initial_state[0], wrong)
    signals = dict(trace.signals) | {"cell": np.full_like(trace.cell, wrong)}
    broken = Trace(trace.weights, trace.inputs, signals, (state, state))
    likely = [Prediction("3", probability=wrong)] * trace.steps
    data = json_values(make_payload({"A": broken}, predictions={"A": likely}))
    read = json.loads(json.dumps(data, allow_nan=False))["sequences"][0]
    np.testing.assert_array_equal(decode(read["initial"]["hidden"], 3)[0], state[0])
    np.testing.assert_array_equal(decode(read["values"]["cell"], 3), signals["cell"][0])
    assert read["predictions"][0]["probability"] is None


def test_what_json_can_hold_is_sent_as_it_is():
    data = make_payload({"A": make_trace()})
    assert json_values(data) is data


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ({"time": 1, "unit": 2, "show": "B"}, Cursor(1, 2, "B")),
        ({"time": 99, "unit": -1, "show": "B"}, Cursor(2, 0, "B")),
        ({"time": 3, "unit": 0, "show": "A-B"}, Cursor(2, 0, "A-B")),
        ({"time": "1", "show": "C"}, Cursor(3, 1, "A")),
        (None, Cursor(3, 1, "A")),
        ("<script>", Cursor(3, 1, "A")),
    ],
)
def test_a_reported_cursor_is_moved_into_the_traces(reported, expected):
    traces = {"A": make_trace(steps=4), "B": make_trace(steps=3)}
    assert Cursor.nearest(reported, traces, Cursor(3, 1, "A")) == expected


def test_the_browser_gets_what_the_layer_reads_but_only_the_first_features_of_many():
    weights = RecurrentWeights("simple_rnn", np.zeros((8, 2)), np.zeros((2, 2)), np.zeros(2))
    inputs = np.arange(24, dtype="f4").reshape(1, 3, 8)
    (sequence,) = make_payload({"A": run(weights, inputs)})["sequences"]
    assert sequence["features"] == 8
    np.testing.assert_array_equal(decode(sequence["inputs"], 6), inputs[0, :, :6])


@pytest.mark.parametrize("kind", GATES)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_window_holds_the_numbers_of_its_units_and_steps(kind, backwards):
    trace = make_trace(kind, steps=7, units=5, go_backwards=backwards)
    window = Window(first=2, steps=3, units=(4, 1))
    data = make_payload({"A": trace}, window=window, cursor=Cursor(3, 1, "A"))
    read = data["sequences"][0]
    assert (data["units"], read["steps"], read["tokens"]) == (2, 3, ["1"] * 3)
    assert data["cursor"] == {"time": 1, "unit": 1, "show": "A"}
    assert data["part"] == {"first": 2, "steps": 7, "units": [5, 2]}
    for name, array in trace.signals.items():
        np.testing.assert_array_equal(decode(read["values"][name], 2), array[0, 2:5][:, [4, 1]])
    for name, array in ({} if kind == "lstm" else candidate_parts(trace)).items():
        np.testing.assert_array_equal(decode(read["candidate_parts"][name], 2), array[2:5][:, [4, 1]])
    entered = trace.before("hidden")[0, 4 if backwards else 2]
    np.testing.assert_array_equal(decode(read["initial"]["hidden"], 2)[0], entered[[4, 1]])


def test_the_marks_of_a_window_are_those_of_its_numbers():
    trace = make_trace(steps=4, units=3)
    cells = np.zeros((4, 3), bool)
    cells[2, 1] = True
    shown = make_payload({"A": trace}, window=Window(2, 2, (1,)), edited={"A": {"cell": cells}})
    hidden = make_payload({"A": trace}, window=Window(2, 2, (0, 2)), edited={"A": {"cell": cells}})
    assert base64.b64decode(shown["sequences"][0]["edited"]["cell"]) == b"\x01"
    assert not hidden["sequences"][0].get("edited")


def test_a_cursor_outside_of_the_window_is_moved_into_it():
    data = make_payload({"A": make_trace(steps=7, units=5)}, window=Window(2, 3, (4, 1)), cursor=Cursor(6, 0, "A"))
    assert data["cursor"] == {"time": 2, "unit": 0, "show": "A"}
