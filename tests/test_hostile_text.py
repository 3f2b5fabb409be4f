"""No text that a visitor types, or a link holds, keeps the server busy: the time it takes grows with its length."""

import ast
import contextlib
import importlib
import re
from collections.abc import Iterator
from functools import cache
from re import _constants, _parser

import pytest

from lstm_viz.data import InputError, parse_rows, parse_series
from lstm_viz.data.choices import choices_of
from lstm_viz.data.table import parse_table
from lstm_viz.keras_errors.explaining import LONGEST_MESSAGE, RULES, explain
from lstm_viz.lessons.patterns.generator.request import beginning
from lstm_viz.lessons.shapes.parsing import parse_shape
from lstm_viz.old_code.prepare import LONGEST
from lstm_viz.old_code.rewrite import rewrite
from lstm_viz.tasks import parse_task
from tests.support import source
from tests.support.cost import takes_long

# Exponential time fails at 28 or 32, quadratic time at the largest; linear time takes milliseconds.
SIZES = (8, 16, 24, 28, 32, 64, 256, 1024, 4096, 16384)
FUNCTIONS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}


@cache
def regex_calls() -> list[tuple[str, ast.Call]]:
    return [
        (path.with_suffix("").as_posix().replace("/", "."), node)
        for path in source.files(".py", folders=("lstm_viz",))
        if re.search(r"\bre\b", (source.ROOT / path).read_text("utf-8"))  # to parse the others takes a while
        for node in ast.walk(source.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FUNCTIONS
        if ast.unparse(node.func.value) == "re"
    ]


def compiled(value: object) -> list[str]:
    if isinstance(value, re.Pattern):
        return [value.pattern] if isinstance(value.pattern, str) else []
    return [each.pattern for each in value.values() if isinstance(each, re.Pattern)] if isinstance(value, dict) else []


def patterns() -> list[str]:
    """Every regular expression of the app: module constants, literals in calls, and the rules for Keras's errors."""
    calls = regex_calls()
    found = [pattern for rule in RULES for pattern in rule.patterns]
    found += [call.args[0].value for _, call in calls if isinstance(call.args[0], ast.Constant)]
    for module in {module for module, _ in calls}:
        for value in vars(importlib.import_module(module.removesuffix(".__init__"))).values():
            found += compiled(value)
    return sorted({each if isinstance(each, str) else each.decode("latin-1") for each in found})


def test_every_pattern_is_known_before_it_is_used():
    """Else `patterns` misses it. What `compile` is given at import time is found as a constant of its module."""
    built = [
        f"{module}: {ast.unparse(call)}"
        for module, call in regex_calls()
        if not isinstance(call.args[0], ast.Constant) and ast.unparse(call.func) != "re.compile"
    ]
    assert built == []


def sample(items) -> str:
    """A short text that a part of a pattern matches, or nearly."""
    return "".join(_sample(kind, argument) for kind, argument in items)


def _sample(kind, argument) -> str:
    name = str(kind)
    if name == "LITERAL":
        return chr(argument)
    if name == "NOT_LITERAL":
        return "b" if argument == ord("a") else "a"
    if name == "IN":
        return _of_class(argument)
    if name == "BRANCH":
        return sample(argument[1][0])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return sample(argument[-1] if name == "SUBPATTERN" else argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return sample(argument[2]) * max(argument[0], 1)
    return "a" if name == "ANY" else ""


def _of_class(items) -> str:
    letters = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "1", "CATEGORY_NOT_SPACE": "1"}
    for kind, argument in items:
        if str(kind) == "LITERAL":
            return chr(argument)
        if str(kind) == "RANGE":
            return chr(argument[0])
        if str(kind) == "CATEGORY" and str(argument) in letters:
            return letters[str(argument)]
    return "a"


def repeats(items, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each repetition of a pattern: a text that leads up to it, and texts that may be repeated."""
    for kind, argument in items:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if argument[1] is _constants.MAXREPEAT or argument[1] > 8:
                yield before, alternatives(argument[2])
            yield from repeats(argument[2], before)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from repeats(branch, before)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            yield from repeats(argument[-1] if name == "SUBPATTERN" else argument, before)
        before += _sample(kind, argument)


def alternatives(items) -> list[str]:
    found = [sample(items)]
    for kind, argument in items:
        if str(kind) == "BRANCH":
            found += [sample(branch) for branch in argument[1]]
        if str(kind) == "IN":
            found += [_of_class([each]) for each in argument]
        if str(kind) == "SUBPATTERN":
            found += alternatives(argument[-1])
    return found


def hostile(pattern: str) -> set[tuple[str, str]]:
    """What to begin with, and what to repeat."""
    found = {(before, part) for before, parts in repeats(_parser.parse(pattern)) for part in parts if part}
    return found | {("", before + part) for before, part in found} | {(before, f"{part} ") for before, part in found}


def slowest(read, begin: str, part: str, sizes: tuple[int, ...] = SIZES) -> int | None:
    """The length at which reading takes too long."""
    for size in sizes:
        text = begin + (part * (size // len(part) + 1))[:size] + "\x01"
        if takes_long(lambda text=text: read(text)):
            return len(text)
    return None


def test_no_pattern_takes_long():
    found = patterns()
    assert len(found) > 50
    assert [
        (each, *text)
        for each in found
        for text in hostile(each)
        if slowest(re.compile(each, re.MULTILINE).search, *text)
    ] == []


READERS = {
    "error": lambda text: explain(text[:LONGEST_MESSAGE], str),
    "table": parse_table,
    "table by blanks": lambda text: parse_table(f"{text}\n{text}\n{text}"),
    "choices": lambda text: [choices_of({name: text}) for name in ("leave_out", "dates", "factors", "missing")],
    "series": parse_series,
    "rows": parse_rows,
    "task": parse_task,
    "shape": parse_shape,
    "beginning of a text": beginning,
    "old code": lambda text: rewrite(text[:LONGEST], str),
}
BEGINNINGS = ("expected ndim=3, found ndim=2. Full shape received: (", "]", "", '"', "print", "%", "1 111")
PARTS = ("9", " ", " 111", "],", "1,", "\n", "a", "1;", "\t", ",,", "-", "[", '"', "\\", "0 ", "(", "가 ", "1 000\n")


@pytest.mark.parametrize("name", READERS)
def test_nothing_that_is_typed_takes_long(name):
    def read(text: str) -> None:
        with contextlib.suppress(InputError):
            READERS[name](text)

    assert [(begin, part) for begin in BEGINNINGS for part in PARTS if slowest(read, begin, part, SIZES[3::2])] == []


def test_a_table_that_is_too_wide_is_refused_before_its_names_are_compared():
    wide, row = (",".join(each(number) for number in range(20_000)) for each in ("c{}".format, str))

    def refuse() -> None:
        with pytest.raises(InputError, match="There are 20000 columns: at most 200"):
            parse_table(f"{wide}\n{row}\n{row}\n")

    assert not takes_long(refuse)
