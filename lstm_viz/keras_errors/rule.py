"""The form of a rule for an error: how its message is worded, and what it means for which sizes.

A message is normalized before a rule sees it (`normalized`): one line, blanks collapsed, every quote a plain one. Only
numbers, shapes and words of a rule's own list are taken from it, because a pasted message can hold anything.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import SIZES, Explanation, sizes

Facts = SimpleNamespace
"""What a message says, and `pasted`, the whole text around it. For a shape `given` also `given_last`, `given_axes`,
`given_rest` (without the batch); for a number `count` also `count_less` and `count_more`, by one."""

NUMBER = re.compile(r"-?\d+")
TERMINAL_COLOURS = re.compile(r"\x1b?\[\d*m")
# A place in a program, and the line of code there: it may quote a message that was not raised.
PLACES = re.compile(
    r"^[^\S\n]{0,40}File \"[^\"\n]{1,400}\", line \d.{0,200}\n[^\S\n]{1,40}(?!File )\S.*$", re.MULTILINE
)
# What a terminal, a notebook or a forum puts around the lines of a message.
FRAMES = re.compile(r"^[ \t>│┃|#]{1,40}", re.MULTILINE)
QUOTES = re.compile(r"\bu(?=['\"])|``?|[\"“”‘’´]")
# A size as Python 2, TensorFlow 1 and NumPy 2 wrote it: 100L, Dimension(100), np.int64(100); PyTorch's torch.Size([3]).
SIZE_WORDS = re.compile(
    r"(?:Dimension|np\.u?int\d\d?)\((\d{1,12}|None)\)|\b(\d{1,12})L\b|torch\.Size\((\[[\d, ]{0,400}\])\)"
)
BLANKS = re.compile(r"\s+")
# As Chinese and Japanese keyboards write them.
FULL_WIDTH = str.maketrans({"，": ", ", "：": ": ", "（": "(", "）": ")"})


@dataclass(frozen=True)
class Case:
    """What a message means when its sizes meet a condition. The texts may name the facts: "{given}".

    Attributes:
        meaning: What Keras expected, what it got, and why; for the catalogue.
        cure: What to change; for the catalogue.
        code: Lines of Python that make the change, one for each way, or what makes them of the facts.
        when: What must be true of the facts.
    """

    meaning: str
    cure: str
    code: str | Callable[[Facts], str] = ""
    when: Callable[[Facts], bool] = lambda _facts: True


@dataclass(frozen=True)
class Rule:
    """One kind of error.

    Attributes:
        patterns: The wordings: regular expressions for a normalized message, with a named group for each fact.
        cases: The first whose condition is met tells the meaning; if none is, the message is left to the next rule.
        examples: Messages that it explains, as people meet them; a test reads each.
        prepare: Changes the facts before the conditions are looked at.
    """

    patterns: tuple[str, ...]
    cases: tuple[Case, ...]
    examples: tuple[str, ...] = ()
    prepare: Callable[[dict[str, object]], None] = lambda _values: None


def single(meaning: str, cure: str, code: str, patterns: tuple[str, ...], *examples: str) -> Rule:
    """The rule for an error that means the same for all sizes."""
    return Rule(patterns, (Case(meaning, cure, code),), examples)


def shape(name: str) -> str:
    """The pattern of a shape, in round or square brackets."""
    return rf"(?:TensorShape\()?+(?P<{name}>\({SIZES}?+\)|\[{SIZES}?+\])"


def number(name: str) -> str:
    """The pattern of a number that can be a size or an id."""
    return rf"(?P<{name}>-?\d{{1,12}}+)(?!\d)"


def bare(name: str, words: object) -> str:
    """The pattern of one of the words, in quotes or, as Python 2 wrote it, without."""
    return rf"'?(?P<{name}>{'|'.join(map(re.escape, words))})\b'?"  # type: ignore[call-overload]


def word(name: str, words: object) -> str:
    """The pattern of one of the words, in quotes."""
    return rf"'(?P<{name}>{'|'.join(map(re.escape, words))})'"  # type: ignore[call-overload]


def normalized(message: str) -> str:
    """The message on one line, with plain quotes, and sizes as Python 3 writes them."""
    text = FRAMES.sub("", PLACES.sub("", TERMINAL_COLOURS.sub("", html.unescape(message))))
    return BLANKS.sub(" ", SIZE_WORDS.sub(r"\1\2\3", QUOTES.sub(_plain_quote, text.translate(FULL_WIDTH))))


def _plain_quote(found: re.Match[str]) -> str:
    return "" if found[0] == "u" else "'"


def facts(found: re.Match[str], rule: Rule, pasted: str) -> Facts:
    """What the groups of a match say, and the whole text that was pasted."""
    values: dict[str, object] = {name: _value(text) for name, text in found.groupdict().items()}
    rule.prepare(values)
    for name, value in list(values.items()):
        if isinstance(value, tuple):
            values |= {f"{name}_last": (value or (None,))[-1], f"{name}_axes": len(value), f"{name}_rest": value[1:]}
        elif isinstance(value, int):
            values |= {f"{name}_less": value - 1, f"{name}_more": value + 1}
    return Facts(**values, pasted=pasted)


def _value(text: str | None) -> object:
    if not text or text[0] not in "([-0123456789":
        return text or None
    return int(text) if NUMBER.fullmatch(text) else sizes(text)


def told(case: Case, known: Facts, gettext: Translate) -> Explanation:
    """The explanation of a case, with the facts in their places."""
    code = case.code if isinstance(case.code, str) else case.code(known)
    meaning, cure = (gettext(text).format(**vars(known)) for text in (case.meaning, case.cure))
    return Explanation(meaning, cure, code.format(**vars(known)) if isinstance(case.code, str) else code)
