import numpy as np
import pytest

from lstm_viz.engine.models import constant
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain.narrate_words import signed_in_words
from tests.explain.narration import told


def lstm(*, f=0.95, i=0.5, g=0.8, o=0.95, before=0.6, units=1, mask=None):
    """One step of an LSTM whose signals are given, as the equations make its states of them."""
    weights = RecurrentWeights("lstm", np.zeros((1, 4 * units)), np.zeros((units, 4 * units)))
    f, i, g, o, before = (np.broadcast_to(np.float32(each), units) for each in (f, i, g, o, before))
    cell = f * before + i * g
    signals = dict(
        zip(("input_gate", "forget_gate", "candidate", "output_gate", "cell"), (i, f, g, o, cell), strict=True)
    )
    signals["hidden"] = o * np.tanh(cell)
    state = (np.zeros((1, units)), before[None])
    return Trace(weights, np.zeros((1, 1, 1)), {name: each[None, None] for name, each in signals.items()}, state, mask)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"f": 0.901}, "Unit 1 keeps nearly all of its memory of 0.60 (forget gate 0.90): 0.54 is left."),
        ({"f": 0.89}, "Unit 1 keeps most of its memory of 0.60 (forget gate 0.89): 0.53 is left."),
        ({"f": 0.5}, "Unit 1 keeps most of its memory of 0.60 (forget gate 0.50): 0.30 is left."),
        ({"f": 0.49}, "Unit 1 keeps less than half of its memory of 0.60 (forget gate 0.49): 0.29 is left."),
        ({"f": 0.11}, "Unit 1 keeps less than half of its memory of 0.60 (forget gate 0.11): 0.07 is left."),
        ({"f": 0.09}, "Unit 1 forgets nearly all of its memory of 0.60 (forget gate 0.09): 0.05 is left."),
        ({"before": -0.6}, "Unit 1 keeps nearly all of its memory of −0.60 (forget gate 0.95): −0.57 is left."),
        ({"before": 0}, "Unit 1 has nothing to keep: its memory is 0.00."),
        ({"before": 0.004}, "Unit 1 has nothing to keep: its memory is 0.00."),
        ({"g": 0.8}, "It adds 0.40 and now holds 0.97."),
        ({"g": -0.8}, "It takes away 0.40 and now holds 0.17."),
        ({"g": 0.08}, "It writes almost nothing (0.04) and holds 0.61."),
        ({"i": 0.05}, "It writes almost nothing (0.04), because its input gate is closed (0.05), and holds 0.61."),
        ({"o": 0.95}, "Its output gate is open (0.95): it shows 0.71."),
        ({"o": 0.6}, "Its output gate is at least half open (0.60): it shows 0.45."),
        ({"o": 0.3}, "Its output gate is less than half open (0.30): it shows 0.22."),
        ({"o": 0.05}, "Its output gate is closed (0.05): it shows 0.04."),
    ],
)
def test_what_an_lstm_keeps_writes_and_shows(options, sentence):
    assert sentence in told(lstm(**options), time=0)


@pytest.mark.parametrize(
    ("candidates", "sentence"),
    [
        ([0.8, 0.2], "This unit changes most at this step."),
        ([0.2, 0.8], "Unit 2 changes most at this step: from 0.00 to 0.40."),
        ([0.8, 0.8], "All units change by the same amount."),
        ([0.01, 0.02], "No unit changes noticeably at this step."),
        ([0.8, 0.8, 0.1], None),
    ],
)
def test_which_unit_changes_most(candidates, sentence):
    lines = told(lstm(g=candidates, before=0, units=len(candidates)), time=0)
    assert lines[3:] == ([sentence] if sentence else [])


def test_the_equal_units_of_constant_weights():
    trace = run(constant("lstm", 3, 2).weights, np.ones((1, 2, 2)))
    assert "All units change by the same amount." in told(trace, time=0)


def test_a_masked_step_is_only_said_to_be_skipped():
    lines = told(lstm(mask=np.array([[False]])), time=0)
    assert lines == ["Step 1 is masked: the layer skips it, and unit 1 still holds 0.97."]


def gru(z, r=0.5, *, reset_after=True, before=0.6, past=0.3):
    weights = RecurrentWeights("gru", np.zeros((1, 3)), np.zeros((1, 3)), reset_after=reset_after)
    hidden = z * before + (1 - z) * past
    values = {"update_gate": z, "reset_gate": r, "candidate": past, "hidden": hidden}
    signals = {name: np.full((1, 1, 1), value) for name, value in values.items()}
    return Trace(weights, np.zeros((1, 1, 1)), signals, (np.full((1, 1), before),))


def test_what_a_gru_keeps_and_how_its_candidate_moves_it():
    assert told(gru(0.95), time=0) == [
        "Unit 1 keeps nearly all of its memory of 0.60 (update gate 0.95): 0.57 is left.",
        "It writes almost nothing (0.02) and shows 0.58.",
    ]
    assert told(gru(0.4), time=0) == [
        "Unit 1 keeps less than half of its memory of 0.60 (update gate 0.40): 0.24 is left.",
        "Its candidate, 0.30, changes it by 0.18 to 0.42.",
    ]


def test_what_a_closed_reset_gate_hides_depends_on_the_variant():
    after = "its candidate depends almost only on the input"
    before = "the candidates use almost nothing of this unit's previous state"
    assert after in told(gru(0.5, 0.05), time=0)[2]
    assert before in told(gru(0.5, 0.05, reset_after=False), time=0)[2]
    assert len(told(gru(0.5, 0.2), time=0)) == 2
    assert len(told(gru(0.5, 0.05, before=0), time=0)) == 2


def simple_rnn(read, past):
    weights = RecurrentWeights("simple_rnn", np.array([[read]]), np.array([[past]]))
    return run(weights, np.ones((1, 1, 1)), initial_state=(np.ones((1, 1)),))


def test_what_moves_a_simple_rnn_more():
    first, second = told(simple_rnn(0.5, -0.2), time=0)
    assert first == "A SimpleRNN computes its whole state again at each step: unit 1 changes from 1.00 to 0.29."
    assert second == "The input (+0.50) has more effect on it than the previous state (−0.20)."
    other = told(simple_rnn(0.2, -0.5), time=0)[1]
    assert other == "The previous state (−0.50) has more effect on it than the input (+0.20)."
    assert len(told(simple_rnn(0.5, -0.5), time=0)) == 1


def test_what_is_no_number_is_not_told_as_one():
    """Every comparison with NaN is false: a unit of NaN would write almost nothing, and change most."""
    trace = lstm(f=(0.9, 0.9), before=(0.6, 0.6), i=(0.5, np.nan), g=(0.8, 0.2), units=2)
    assert told(trace, time=0, unit=1) == [
        "Not every number of unit 2 is finite here: a weight or an input is NaN or too large."
    ]
    assert told(trace, time=0, unit=0)[-1] == "This unit changes most at this step."
    assert told({"A": lstm(), "B": lstm(f=np.nan)}, time=0)[-1] == "B holds NaN in this unit."


@pytest.mark.parametrize(("value", "text"), [(np.nan, "NaN"), (np.inf, "+∞"), (-np.inf, "−∞"), (0.5, "+0.50")])
def test_a_number_in_words(value, text):
    assert signed_in_words(value) == text
