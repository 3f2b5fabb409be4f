import numpy as np
import pytest

from lstm_viz.engine.models import trained_pair, untrained
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.weights import RecurrentWeights
from tests.explain.narration import told
from tests.explain.traces import random_trace

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


def test_only_the_latch_is_said_to_remember():
    traces = pair(weights=trained_pair(8).weights)
    told_of = [last(traces, time=3, unit=unit) for unit in range(8)]
    assert [unit for unit, sentence in enumerate(told_of, start=1) if "this unit remembers" in sentence] == [4]
    assert "the difference comes from step 1, which was 3 or 4." in " ".join(told_of)


def test_only_what_differed_is_remembered():
    weights = trained_pair(8).weights
    later, several = pair("0312", "0412", weights), pair("3312", "4412", weights)
    unit = most_and_least_different(later, 2)[0]
    assert last(later, time=2, unit=unit, tokens={"A": "0312", "B": "0412"}).endswith(
        "this unit remembers step 2, which was 3 or 4."
    )
    unit = most_and_least_different(several, 2)[0]
    assert last(several, time=2, unit=unit).endswith("the difference comes from what was read before.")


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
    assert "what was read before" in last({"A": mine, "B": other_start}, time=0, unit=0)


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
