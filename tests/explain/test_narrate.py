import numpy as np
import pytest

from lstm_viz.models import constant, trained_pair, untrained
from lstm_viz.narrate import narrate
from lstm_viz.numpy_engine import run
from lstm_viz.trace import Trace
from lstm_viz.weights import RecurrentWeights
from tests.explain.traces import random_trace


def told(traces, *, time, unit=0, tokens=None, **options):
    traces = traces if isinstance(traces, dict) else {"A": traces}
    return narrate(traces, time=time, unit=unit, tokens=tokens or {}, **{"gettext": str, **options})


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
        ({"f": 0.901}, "Unit 1 keeps nearly all of its memory of 0.60 (90%)."),
        ({"f": 0.89}, "Unit 1 keeps most of its memory of 0.60 (89%): 0.53 is left."),
        ({"f": 0.5}, "Unit 1 keeps most of its memory of 0.60 (50%): 0.30 is left."),
        ({"f": 0.49}, "Unit 1 keeps less than half of its memory of 0.60 (49%): 0.29 is left."),
        ({"f": 0.11}, "Unit 1 keeps less than half of its memory of 0.60 (11%): 0.07 is left."),
        ({"f": 0.09}, "Unit 1 forgets nearly all of its memory of 0.60 (9% is kept)."),
        ({"before": -0.6}, "Unit 1 keeps nearly all of its memory of −0.60 (95%)."),
        ({"before": 0}, "Unit 1 has nothing to keep: its memory is 0.00."),
        ({"before": 0.004}, "Unit 1 has nothing to keep: its memory is 0.00."),
        ({"g": 0.8}, "It adds 0.40 and now holds 0.97."),
        ({"g": -0.8}, "It takes away 0.40 and now holds 0.17."),
        ({"g": 0.08}, "It writes next to nothing (0.04); it holds 0.61."),
        ({"i": 0.05}, "It writes next to nothing (0.04), as its input gate is closed (0.05); it holds 0.61."),
        ({"o": 0.95}, "Its output gate is open (0.95): it shows 0.71."),
        ({"o": 0.6}, "Its output gate is more than half open (0.60): it shows 0.45."),
        ({"o": 0.3}, "Its output gate is less than half open (0.30): it shows 0.22."),
        ({"o": 0.05}, "Its output gate is closed (0.05): it shows 0.04."),
    ],
)
def test_what_an_lstm_keeps_writes_and_shows(options, sentence):
    assert sentence in told(lstm(**options), time=0)


@pytest.mark.parametrize(
    ("candidates", "sentence"),
    [
        ([0.8, 0.2], "No other unit changes more at this step."),
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
        "Unit 1 keeps nearly all of its memory of 0.60 (95%).",
        "It writes next to nothing (0.02) and shows 0.58.",
    ]
    assert told(gru(0.4), time=0) == [
        "Unit 1 keeps less than half of its memory of 0.60 (40%): 0.24 is left.",
        "Its candidate of 0.30 moves it by 0.18 to 0.42.",
    ]


def test_what_a_closed_reset_gate_hides_depends_on_the_variant():
    after, before = "its candidate looks at the input alone", "no candidate looks at this unit's past"
    assert after in told(gru(0.5, 0.05), time=0)[2]
    assert before in told(gru(0.5, 0.05, reset_after=False), time=0)[2]
    assert len(told(gru(0.5, 0.2), time=0)) == 2
    assert len(told(gru(0.5, 0.05, before=0), time=0)) == 2


def simple_rnn(read, past):
    weights = RecurrentWeights("simple_rnn", np.array([[read]]), np.array([[past]]))
    return run(weights, np.ones((1, 1, 1)), initial_state=(np.ones((1, 1)),))


def test_what_moves_a_simple_rnn_more():
    first, second = told(simple_rnn(0.5, -0.2), time=0)
    assert first == "A SimpleRNN keeps nothing as it is: unit 1 makes its state anew, 0.29 after 1.00."
    assert second == "The input (+0.50) moves it more than the previous state (−0.20)."
    assert told(simple_rnn(0.2, -0.5), time=0)[1] == "The previous state (−0.50) moves it more than the input (+0.20)."
    assert len(told(simple_rnn(0.5, -0.5), time=0)) == 1


TOKENS = {"A": "3012", "B": "4012"}


def pair(a="3012", b="4012", weights=None, **options):
    weights = weights or untrained("lstm", 8, 5, 1, symbols=5).weights
    return {
        name: run(weights, np.eye(5)[None, [int(each) for each in text]], **options)
        for name, text in {"A": a, "B": b}.items()
    }


def last(traces, *, time, unit, tokens=TOKENS, **options):
    return told(traces, time=time, unit=unit, tokens=tokens, **options)[-1]


def most_and_least_different(traces, time):
    gap = np.abs(traces["A"].cell[0, time] - traces["B"].cell[0, time])
    return int(gap.argmax()), int(gap.argmin())


def test_a_unit_that_differs_though_both_read_the_same_remembers_the_beginning():
    traces = pair(weights=trained_pair(8).weights)
    most, least = most_and_least_different(traces, 3)
    holds = f"B holds {traces['B'].cell[0, 3, most]:.2f}".replace("-", "−")
    assert last(traces, time=3, unit=most) == (
        f"{holds} although both read 2 here: this unit remembers how the sequence began, with 3 or 4."
    )
    assert "does not tell the two apart" in last(traces, time=3, unit=least)
    assert last(traces, time=0, unit=most).startswith("B, which reads 4 instead of 3, holds ")


def test_only_what_differed_is_remembered():
    weights = trained_pair(8).weights
    later, several = pair("0312", "0412", weights), pair("3312", "4412", weights)
    unit = most_and_least_different(later, 2)[0]
    assert last(later, time=2, unit=unit, tokens={"A": "0312", "B": "0412"}).endswith(
        "this unit remembers step 2, which was 3 or 4."
    )
    unit = most_and_least_different(several, 2)[0]
    assert last(several, time=2, unit=unit).endswith("this unit remembers what came before.")


def test_a_layer_that_reads_backwards_remembers_a_later_step():
    base = trained_pair(8).weights
    weights = RecurrentWeights("lstm", base.kernel, base.recurrent_kernel, base.bias, go_backwards=True)
    traces = pair("2103", "2104", weights)
    unit = most_and_least_different(traces, 2)[0]
    assert "remembers step 4, which was 3 or 4" in last(traces, time=2, unit=unit, tokens={"A": "2103", "B": "2104"})


def test_no_memory_is_claimed_where_something_else_differs():
    mine = random_trace(seed=1, batch=1)
    other_layer = run(random_trace(seed=2, batch=1).weights, mine.inputs, initial_state=mine.initial_state)
    holds = f"B holds {other_layer.cell[0, 1, 0]:.2f} in this unit.".replace("-", "−")
    assert last({"A": mine, "B": other_layer}, time=1, unit=0) == holds
    other_start = run(mine.weights, mine.inputs, initial_state=tuple(state + 1 for state in mine.initial_state))
    assert "what came before" in last({"A": mine, "B": other_start}, time=0, unit=0)


def test_sequences_that_are_the_same_so_far():
    assert last(pair("3012", "3014"), time=2, unit=0) == "B has read the same so far and holds the same."


def test_a_sequence_that_has_ended():
    traces = pair("3012", "40")
    assert last(traces, time=3, unit=0) == "B has ended before this step."
    assert told(traces, time=3, tokens={}, show="B") == told(traces, time=3, tokens={}, show="A")


def test_the_sequence_shown_is_the_one_told_of():
    traces = pair()
    assert told(traces, time=3, tokens=TOKENS, show="B") == told(
        {"B": traces["B"], "A": traces["A"]}, time=3, tokens=TOKENS, show="B"
    )
    assert last(traces, time=0, unit=0, show="B").startswith("A, which reads 3 instead of 4")


def test_every_sentence_is_translated():
    traces = pair()
    for line in told(traces, time=2, tokens=TOKENS, gettext=lambda text: f"«{text}»"):
        assert line.startswith("«")


def test_a_step_that_is_in_no_sequence_is_refused():
    with pytest.raises(IndexError, match="time"):
        told(pair(), time=4)
