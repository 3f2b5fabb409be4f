"""Explains errors of Keras, its backends, PyTorch and numpy in plain words, by the rules of `table`."""

import re
from functools import cache

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.keras_errors.rule import TERMINAL_COLOURS, Case, Facts, Rule, facts, normalized, told
from lstm_viz.keras_errors.table import RULES

LONGEST_MESSAGE = 20_000
# The line on which Python names the error: the message begins there.
ERROR_LINE = re.compile(
    r"^[^\w\n]{0,20}[\w.]{0,80}(?:Error|Exception|DeprecationWarning|FutureWarning)\b(?![(\w])", re.MULTILINE
)
# The same in a traceback that lost its lines.
ERROR_IN_A_LINE = re.compile(r"(?<=\s)[\w.]{0,80}(?:Error|Exception): ")
# A piece of a message that was cut off at both ends: so many words are no chance.
SHORTEST_PIECE = 6
NO_NAME = re.compile(r"[^\w' ]|\b\w*\d\w*\b|(?<!\w)'|'(?!\w)")
FACT = re.compile(r"(?<!{){\w")
TRACEBACK = "Traceback (most recent call last)"


def explain(text: str, gettext: Translate = str) -> Explanation | None:
    """What an error means, and how to fix it.

    Args:
        text: The message of Keras, of its backends, of PyTorch or numpy. It may be a part of it, or inside a pasted
            traceback.
        gettext: Translates a sentence.

    Returns:
        The explanation; None if the message is not known. `names_an_error` then tells whether there is a message.
    """
    text = text[-LONGEST_MESSAGE:]
    # The lines of code of a traceback are read last: they may quote messages that were not raised.
    parts = dict.fromkeys((message_of(text), text))
    found = (_explained(normalized(part), text, gettext) for part in parts)
    return next((each for each in found if each), None) or _piece_explained(text, gettext)


def message_of(text: str) -> str:
    """The message at the end of a traceback: from the last line that names an error; the whole text without one."""
    text = text[-LONGEST_MESSAGE:]
    *_, begin = [0, *_error_lines(text)]
    return text[begin:]


def _error_lines(text: str) -> list[int]:
    """Where the lines begin that name an error."""
    lines = [found.start() for found in ERROR_LINE.finditer(text)]
    return lines or [found.start() for found in ERROR_IN_A_LINE.finditer(text) if TRACEBACK in text]


def _explained(message: str, pasted: str, gettext: Translate) -> Explanation | None:
    for rule in RULES:
        for pattern in rule.patterns:
            if (found := _compiled(pattern).search(message)) and (explanation := _told(rule, found, pasted, gettext)):
                return explanation
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Python keeps 512 compiled patterns, and the rules have more: then each message would compile all of them."""
    return re.compile(pattern)


def _told(rule: Rule, found: re.Match[str], pasted: str, gettext: Translate) -> Explanation | None:
    known = facts(found, rule, pasted)
    return next((told(case, known, gettext) for case in rule.cases if case.when(known)), None)


def _piece_explained(text: str, gettext: Translate) -> Explanation | None:
    """The explanation of a text that is nothing but a piece of an example; of cases whose texts tell no facts."""
    piece = _words(normalized(message_of(text)))
    if len(piece.split()) < SHORTEST_PIECE:
        return None
    whole = {meaning for words, meaning in _pieces() if piece in words}
    cases = [case for rule in RULES for case in rule.cases if {case.meaning} == whole]
    return told(cases[0], Facts(), gettext) if cases else None


def _words(message: str) -> str:
    """The words of a message without marks, and without numbers and shapes."""
    return f" {' '.join(NO_NAME.sub(' ', message).lower().split())} "


@cache
def _pieces() -> tuple[tuple[str, str], ...]:
    """The words of each example, and the meaning of its case, where its texts tell no facts."""
    explained = (
        (example, _explained(normalized(example), example, str)) for rule in RULES for example in rule.examples
    )
    constant = {case.meaning for rule in RULES for case in rule.cases if _tells_no_facts(case)}
    return tuple((_words(text), found.meaning) for text, found in explained if found and found.meaning in constant)


def _tells_no_facts(case: Case) -> bool:
    return isinstance(case.code, str) and not FACT.search(f"{case.meaning}{case.cure}{case.code}")


def names_an_error(text: str) -> bool:
    """Whether a text holds the line of an error, known or not."""
    return bool(_error_lines(text[-LONGEST_MESSAGE:]))


def plain(message: str) -> str:
    """The message without the codes that make parts of it bold in a terminal."""
    return TERMINAL_COLOURS.sub("", message)
