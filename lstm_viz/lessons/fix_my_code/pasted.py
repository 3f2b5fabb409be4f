"""Tells apart what a person pasted: the text of an error, code, or both."""

import ast
import keyword
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lstm_viz.data import InputError
from lstm_viz.keras_errors import explain
from lstm_viz.keras_errors.explaining import LONGEST_MESSAGE, names_an_error
from lstm_viz.old_code.prepare import is_python, prepare

AUTO, ERROR, CODE = "auto", "error", "code"
# What stands before the line of an error: frames of Python's traceback or of a notebook's.
FRAME = re.compile(r"\s{0,40}(?:Traceback |File [\"/~]|-{20}|<ipython-input|Cell In ?\[|[\w.]{1,80}\s{1,80}Traceback )")
PLACE = re.compile(r"\s{0,40}File \"")
WARNING = re.compile(r".{0,300}:\d{1,6}: \w{0,40}Warning: ")
# A line that begins as a statement of Python does, or a command of a notebook.
STATEMENT = re.compile(
    r"(?:>>> |\.\.\. |In ?\[\d{1,5}\]: )?(?:"
    r"[#@%!]|from [\w.]{1,80}+ import\b|import \w|print\b|return\b|del \w|(?:try|else|finally):"
    r"|(?:async|def|class|with|if|elif|for|while|except) .{1,300}:\s{0,9}+(?:#.*+)?$"
    r"|[^\W\d][\w.]{0,80}+(?:\[[^\]]{0,80}+\])?+(?:\(|(?:, ?[^\W\d]\w{0,80}+){0,20}+\s{0,40}+[-+*/]?=)"
    r")"
)
WORD = re.compile(r"([^\W\d_]['’\w]{0,40}+)[,.!?:]{0,9}+(?:\s|$)")
SAYS_SOMETHING = (ast.Call, ast.Import, ast.ImportFrom, ast.Assign, ast.AugAssign, ast.FunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Pasted:
    """What was pasted.

    Attributes:
        error: The text of an error, or a text that is neither an error nor code; "" if all is code.
        code: The code, on the lines that it has in the whole text; "" if there is none.
        left_out: The lines that are neither, where there is code; counted from 1.
    """

    error: str
    code: str
    left_out: tuple[int, ...] = ()


def told_apart(text: str, kind: str = AUTO) -> Pasted:
    """What a text is.

    Args:
        text: What a person pasted.
        kind: ERROR or CODE if the person says what it is; AUTO to find it out.
    """
    if kind != AUTO:
        return Pasted("", text) if kind == CODE else Pasted(text.strip(), "")
    if len(text) > LONGEST_MESSAGE:  # too long for code, and of a traceback the end says what is wrong
        return Pasted(text, "") if names_an_error(text) else Pasted("", text)
    lines = text.split("\n")
    of_error = _of_error(lines)
    code = _without(lines, of_error)
    if _is_code(code):
        return Pasted(_only(lines, of_error), code)
    sentences = [at for at, line in enumerate(lines) if at not in of_error and _is_sentence(line)]
    if _is_code(rest := _without(lines, {*of_error, *sentences})):
        return _with_sentences(lines, of_error, sentences, rest)
    # A message may quote an array, `array=[1. 2.]`, or have a line `shape=(None, 5)`, which begin like code. Code alone
    # may have a mistake.
    share = _share_of_statements(code)
    if share > 0.5 or (share == 0.5 and not of_error and not explain(text)):
        return Pasted(_only(lines, of_error), code)
    return Pasted(text.strip(), "")


def is_an_error(text: str) -> bool:
    """Whether a text that is no code is the message of an error, known or not; or is it not understood?"""
    return names_an_error(text) or explain(text) is not None


def _with_sentences(lines: Sequence[str], of_error: Collection[int], sentences: Sequence[int], code: str) -> Pasted:
    """Code with sentences around it: they may be an error's message, as people quote it."""
    said = _only(lines, sentences)
    if not of_error and explain(said):
        return Pasted(said, code)
    return Pasted(_only(lines, of_error), code, tuple(at + 1 for at in sentences))


def _of_error(lines: Sequence[str]) -> set[int]:
    """The lines of tracebacks, errors and warnings. Each goes on until a line that begins like a statement."""
    found, inside = set(), False
    for at, line in enumerate(lines):
        if FRAME.match(line) or WARNING.match(line) or _is_error(line):
            inside = True
        elif inside and _ends_error(lines[at - 1], line):
            inside = False
        if inside:
            found.add(at)
    return found


def _ends_error(before: str, line: str) -> bool:
    """Whether a line is a statement, but not that of a frame. Behind an empty line it may be indented."""
    return bool(STATEMENT.match(line if before.strip() else line.lstrip())) and not PLACE.match(before)


def _is_error(line: str) -> bool:
    return names_an_error(line) and not STATEMENT.match(line)


def _is_sentence(line: str) -> bool:
    """Whether a line begins with a word, and is no line of Python, not even one with a mistake."""
    found = None if STATEMENT.match(line) else WORD.match(line)
    return found is not None and not keyword.iskeyword(found[1]) and not is_python(line)


def _is_code(text: str) -> bool:
    """Whether Python can read a text, and it does something: `expected` alone is a name, too."""
    try:
        script, _findings = prepare(text, str)
    except InputError:
        return False
    return any(isinstance(node, SAYS_SOMETHING) for node in ast.walk(script.tree))


def _share_of_statements(text: str) -> float:
    """The share of lines that begin like code: Python cannot read all of them, as one of them may have a mistake."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(STATEMENT.match(line)) for line in lines) / max(len(lines), 1)


def _only(lines: Sequence[str], numbers: Collection[int]) -> str:
    return "\n".join(line for at, line in enumerate(lines) if at in numbers).strip()


def _without(lines: Sequence[str], numbers: Collection[int]) -> str:
    return "\n".join("" if at in numbers else line for at, line in enumerate(lines))
