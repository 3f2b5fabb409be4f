"""Tasks: what the generators make, and what each task needs."""

import itertools
import math

import numpy as np
import pytest

from lstm_viz.tasks import (
    GENERATORS,
    SIZES,
    Task,
    canonical,
    copying,
    counting,
    gap,
    memory_pair,
    needs,
    parity,
    parse_task,
)

EVERY = [(name, n) for name, sizes in SIZES.items() for n in sizes]


def scored_answers(task: Task) -> list[tuple[str, str]]:
    """What was read and what is answered at each scored step, written together."""
    return [
        ("".join(task.names(sequence[: step + 1])), task.alphabet[sequence[step + 1]])
        for sequence, scored in zip(task.sequences, task.scored, strict=True)
        for step in range(scored, len(sequence) - 1)
    ]


def test_the_memory_pair_is_the_tutorials():
    task = memory_pair()
    assert task.sequences == ((3, 0, 1, 2, 3), (4, 0, 1, 2, 4))
    assert len(scored_answers(task)) == 8


def test_a_gap_is_asked_about_once():
    assert scored_answers(gap(3)) == [("axxx", "a"), ("bxxx", "b")]


def test_counting_counts_from_the_first_b():
    assert scored_answers(counting(2)) == [("ab", "."), ("aab", "b"), ("aabb", ".")]


def test_copying_asks_for_the_word_again():
    assert scored_answers(copying(2))[:4] == [("aa:", "a"), ("aa:a", "a"), ("ab:", "a"), ("ab:a", "b")]


@pytest.mark.parametrize("n", [1, 2, 3, 4, 50])
def test_parity_asks_whether_the_ones_are_even(n):
    answers = scored_answers(parity(n))
    assert [answer for _, answer in answers] == ["odd" if read.count("1") % 2 else "even" for read, _ in answers]
    assert len({read for read, _ in answers}) == min(2**n, 8)
    assert sum(answer == "even" for _, answer in answers) == len(answers) / 2


@pytest.mark.parametrize(("name", "n"), EVERY)
def test_every_generated_task_needs_a_memory_and_can_be_solved(name, n):
    needed = needs(GENERATORS[name](n))
    assert needed.conflicts == ()
    # aⁿbⁿ: at the last b but one of the longest pair of counts, everything since the first a.
    assert needed.memory_steps == (2 * n - 2 if name == "counting" else n)
    assert needed.ambiguous
    assert needed.perceptron_accuracy < 1


@pytest.mark.parametrize(("name", "n"), EVERY)
def test_a_link_gives_the_same_task_again(name, n):
    task = GENERATORS[name](n)
    assert parse_task(canonical(task)) == task
    assert GENERATORS[name](n) == task


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("outside", [lambda sizes: sizes.start - 1, lambda sizes: sizes.stop], ids=["below", "above"])
def test_a_size_out_of_bounds_is_refused(name, outside):
    with pytest.raises(ValueError, match=f"n of {name} must be in"):
        GENERATORS[name](outside(SIZES[name]))


def test_the_pair_needs_three_steps_and_a_perceptron_cannot_do_both():
    needed = needs(memory_pair())
    assert needed.memory_steps == 3
    assert needed.ambiguous == ("2",)
    assert needed.conflicts == ()
    # After 2 it can but toss a coin: two of eight answers cost ln 2 each, one of eight is wrong.
    assert needed.perceptron_loss == pytest.approx(2 * math.log(2) / 8, abs=1e-12)
    assert needed.perceptron_accuracy == 7 / 8


def test_no_perceptron_on_the_pair_does_better_than_its_bound():
    """Softmax outputs by gradient descent on the table of symbol → logits, which is all that it can be."""
    task = memory_pair()
    pairs = np.array([pair for sequence in task.sequences for pair in itertools.pairwise(sequence)])
    logits = np.zeros((5, 5))
    for _ in range(5000):
        chances = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        gradient = np.zeros((5, 5))
        for read, answer in pairs:
            gradient[read] += chances[read] - np.eye(5)[answer]
        logits -= 0.5 * gradient
    loss = -np.log(chances[pairs[:, 0], pairs[:, 1]]).mean()
    assert loss == pytest.approx(needs(task).perceptron_loss, abs=1e-3)


def test_what_the_current_symbol_says_needs_no_memory():
    needed = needs(parse_task("a,b,c\nc,a,b"))
    assert (needed.memory_steps, needed.ambiguous, needed.perceptron_loss, needed.perceptron_accuracy) == (0, (), 0, 1)


def test_equal_histories_with_different_answers_cannot_be_solved():
    needed = needs(parse_task("a,b,c\na,b,d\nb,b,a"))
    (conflict,) = needed.conflicts
    assert (conflict.history, conflict.answers) == (("a", "b"), ("c", "d"))
    # What can be decided, b after b or after a, takes one symbol before the current one.
    assert needed.memory_steps == 1


def test_unscored_steps_are_not_asked_about():
    assert needs(parse_task("a,x,a|x;b,x,b|x")).memory_steps == 0
    assert needs(parse_task("a,x,a,x;b,x,b,x")).memory_steps == 1


def test_where_a_sequence_begins_is_known():
    # After x alone comes a, after x with anything before it comes b.
    assert needs(parse_task("x,a\nc,x,b")).memory_steps == 1


@pytest.mark.parametrize(
    ("sequences", "scored", "says"),
    [
        (((0, 1), (0, 2)), (0, 0), r"positions must be in 0 … 1, not \(0, 2\)"),
        (((0, 0), (0, 0)), (0, 0), "alphabet must be in order and used"),
        (((0, 1), (0, 1)), (0, 1), "scored must be in 0 … 0, not 1"),
        (((0, 1),), (0,), "sequences must hold 2 to 8"),
        (((0, 1), (0,)), (0, 0), "a sequence must hold 2 to 52"),
    ],
)
def test_a_task_checks_itself(sequences, scored, says):
    with pytest.raises(ValueError, match=says):
        Task(("a", "b"), sequences, scored)


@pytest.mark.parametrize("alphabet", [("b", "a"), ("a", "a"), ("10", "9")])
def test_an_alphabet_follows_from_the_sequences(alphabet):
    with pytest.raises(ValueError, match="alphabet must be in order and used"):
        Task(alphabet, ((0, 1), (1, 0)), (0, 0))
