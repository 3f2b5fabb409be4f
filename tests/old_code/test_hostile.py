"""Whatever is pasted is rewritten or refused with a sentence, soon: empty, deep, long and many-lined texts."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.old_code.depth import MOST_LEVELS
from lstm_viz.old_code.prepare import LONGEST
from lstm_viz.old_code.rewrite import rewrite
from tests.support.cost import takes_long

OLD = "Sequential([LSTM(3, input_shape=(\n{}, 2))])"
# What is repeated before and after a part: each makes the script deeper.
NESTS = {
    "calls": ("f(", ")"),
    "brackets": ("[", "]"),
    "dictionaries": ("{1: ", "}"),
    "signs": ("-", ""),
    "not": ("not ", ""),
    "sum": ("1 + ", ""),
    "power": ("1 ** ", ""),
    "strings": ("'(' + ", ""),
    "conditions": ("1 if 1 else ", ""),
    "lambdas": ("lambda a, b: ", ""),
    "comprehensions": ("[", " for x in y]"),
    "attributes": ("", ".a"),
    "called": ("", "()"),
    "added": ("", ".add(LSTM(3))"),
    "subscripts": ("", "[0]"),
    "defaults": ("lambda x=", ": 1"),
    "f-strings": ("f'{", "}'"),
    "signs in an f-string": ("", "f'{" + "-" * 2000 + "1}'"),
    "lines": ("1 +\\\n", ""),
}
LINES = ("elif a:\n p\n", "@d\n", "a=", "x;", "else: \n", "model.reset_states()\n", "a.predict_proba(x)\n", "print a\n")
LINES += (
    "model.add(LSTM(3, input_dim=2));",
    "Sequential([LSTM(3, input_dim=2)])\n",
    "def f(): return Model()\n",
    "%a\n",
)


def read(text: str, stack: int = 0) -> str:
    """The rewritten text, or the sentence; with a stack as deep as a page's."""
    if stack:
        return read(text, stack - 1)
    try:
        new = rewrite(text[:LONGEST], str).text
    except InputError as refused:
        return str(refused)
    ast.parse(new)
    return new


def too_slow(text: str) -> bool:
    return takes_long(lambda: read(text, stack=150))


@pytest.mark.parametrize("name", NESTS)
@pytest.mark.parametrize("times", [10, 60, 300, 600, 3000])
def test_no_depth_is_too_much(name, times):
    before, after = NESTS[name]
    deep = before * times + "1" + after * times
    texts = (deep, OLD.format(deep), f"model.add(LSTM(3, input_shape=({deep}\n, 2)))", before * times, after * times)
    assert [text[:60] for text in texts if too_slow(text)] == []


@pytest.mark.parametrize("line", LINES)
def test_no_number_of_lines_is_too_much(line):
    many = line * (LONGEST // len(line))
    assert [text[:60] for text in (many, f"if a:\n p\n{many}", f"a.reset_states()\n{many}") if too_slow(text)] == []


def test_a_line_of_hashes_is_read_once():
    """Each may begin the comment after a `print` of Python 2."""
    assert not too_slow("print a" + ", a" * 1000 + " a" + "#" * 5000)


@pytest.mark.parametrize(
    "text",
    ["```", ">>> ", "```python\n```", ">>> \n... \n", "``` \n\n>>>", "\x0c", "```\n\x0c\n```", "```LSTM", "\ufeff\x1c"],
)
def test_a_fence_or_a_prompt_with_nothing_in_it_is_no_code(text):
    assert read(text).startswith("There is no code")


@pytest.mark.parametrize(
    "name", [name for name in NESTS if name not in ("lambdas", "signs in an f-string", "f-strings")]
)
def test_the_bound_is_told_with_its_line_and_is_far_above_what_people_write(name):
    before, after = NESTS[name]
    said = f"What begins in line 2 is nested more than {MOST_LEVELS} levels deep"
    assert read("a = 1\n" + before * 101 + "1" + after * 101).startswith(said)
    assert "levels deep" not in read(before * 24 + "1" + after * 24)


def test_long_is_not_deep():
    rows = "\n".join(f"    [-{row}, +1.5, f(x.y), 'a' + 'b']," for row in range(200))
    assert "levels deep" not in read(f"x = [\n{rows}\n]\nprint(':-( (' + 'x')\n" * 2)
    assert read("model.add(LSTM(3, input_shape=(  # steps\n  4,\n  5)))").startswith("from keras import Input")


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "x = '\ud800'"])
def test_characters_that_no_script_can_have_are_refused(text):
    assert read(text).endswith(".")


PARTS = ["```", ">>> ", "... ", "'", '"""', "f'{", "}'", "\\", "\n", " ", "\t", "\x0c", "\r", "(", ")", "[", ",", "#"]
PARTS += ["lambda:", "elif", "-" * 400, "print ", "%", "?", "LSTM(input_dim=", "model", ".add(", "1", ".a" * 300, "“"]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_any_mixture_is_read_or_refused(text):
    assert read(text) is not None
