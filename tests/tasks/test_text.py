"""Tasks as they are typed: what may be, and what is said to the rest."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.tasks import MAX_ALPHABET, MAX_LENGTH, canonical, gap, memory_pair, parse_task


@pytest.mark.parametrize(
    "text",
    [
        "3,0,1,2,3\n4,0,1,2,4",
        "3 0 1 2 3;4 0 1 2 4",
        "30123\r\n40124\n\n",
        "[[3,0,1,2,3],[4,0,1,2,4]]",
        "３，０，１，２，３\n４、０、１、２、４",
    ],
)
def test_sequences_may_be_typed_in_many_ways(text):
    assert parse_task(text) == memory_pair()


def test_symbols_may_be_words_and_are_sorted_numbers_first():
    task = parse_task("10,가나,b\n9,b,가나")
    assert task.alphabet == ("9", "10", "b", "가나")
    assert task.sequences == ((1, 3, 2), (0, 2, 3))


def test_what_follows_the_bar_is_what_counts():
    assert parse_task("axx|a\nbxx|b") == gap(2)
    assert parse_task("a x x | a\nb, x, x | b") == gap(2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There are no sequences"),
        (" \n;,", "There are no sequences"),
        ("3,0,1,2,3", "2 to 8 sequences, one per line. Typed: 1"),
        ("a,b\n" * 9, "2 to 8 sequences, one per line. Typed: 9"),
        ("a\na,b", "Sequence 1 has one symbol"),
        ("a,b\n" + "a," * 53, "Sequence 2 has 53 symbols: at most 52"),
        ("ab\n" + "a" * 100_000, "Sequence 2 has 100000 symbols"),
        ("a,b\n" + ",".join(map(str, range(27))), "29 different symbols are too many: at most 26"),
        ("a,b\na,extremely", "“extremely” in sequence 2 is too long for a symbol: at most 8 characters"),
        ("a,b\na," + "b" * 100_000, "“bbbbbbbbbbbbbbbbbbbb…” in sequence 2 is too long"),
        ("a,b\na,<b>", "“<b>” in sequence 2: use letters or digits"),
        ("a,b\na,$x$", "use letters or digits"),
        ("a,b\na,\u202eb", "use letters or digits"),
        ("a|b|c\na,b", "Sequence 1: use “|” once"),
        ("a,b\n|a,b", "Sequence 2: use “|” once"),
        ("a,b|\na,b", "Sequence 1: use “|” once"),
    ],
)
def test_what_is_wrong_is_said(text, says):
    with pytest.raises(InputError) as error:
        parse_task(text)
    assert says in str(error.value)
    assert len(str(error.value)) < 200


def test_the_largest_task_is_taken():
    names = [chr(ord("a") + position) for position in range(MAX_ALPHABET)]
    line = ",".join((names * 2)[:MAX_LENGTH])
    assert len(parse_task("\n".join([line] * 8)).sequences) == 8


@given(st.text(alphabet=st.sampled_from("ab1２ ,;|\n[]<가́"), max_size=80))
def test_nonsense_is_refused_with_a_sentence_or_read_for_good(text):
    with contextlib.suppress(InputError):
        task = parse_task(text)
        assert parse_task(canonical(task)) == task
