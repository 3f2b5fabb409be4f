"""Makes valid Python of pasted code: handles commands of notebooks, print of Python 2, and indentation."""

import ast
import re
import textwrap
import tokenize

from lstm_viz.data import InputError
from lstm_viz.i18n import N_, Translate
from lstm_viz.old_code.depth import STRING, check_depth
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.script import Script

LONGEST = 10_000
NO_CODE = N_("There is no code. Paste some lines of an old tutorial.")
MOST_MENDED = 200  # lines; the script is parsed again for each
NOTEBOOK = re.compile(r"\{\s*+\"(cells|metadata|nbformat)\"")
# For Python, `In [5]: model.fit(x)` is an annotation of In[5], and `Out[5]: 3` one of Out[5], which it looks for.
IPYTHON_OUTPUT = re.compile(r"^(?=Out ?\[\d{1,5}\]: )", re.MULTILINE)
IPYTHON_PROMPT = re.compile(r"^In ?\[\d{1,5}\]: ", re.MULTILINE)
# It is for a line without blanks at its end.
PRINT = re.compile(r"(\s*+)print(?:\s++(.+))?")
UNTIL_COMMENT = re.compile(rf"(?:[^#'\"]|{STRING})*+", re.DOTALL)
LINE_NUMBER = re.compile(r"([ \t]{0,9}\d{1,4})[.:|]?(?=[ \t]|$)")
TYPESET = str.maketrans({"\u00a0": " ", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})
UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))
"""A byte order mark, and blanks without a width: Python refuses them, and nobody sees them."""
# The errors that a parser can raise for a pasted text, other than for a line that is not Python.
UNREADABLE = (ValueError, RecursionError, MemoryError, SystemError, tokenize.TokenError)
REFUSED = (SyntaxError, *UNREADABLE)


def prepare(text: str, gettext: Translate) -> tuple[Script, list[Finding]]:
    """Makes a script that Python can read, with as many lines as the text, and the findings about changed lines.

    Args:
        text: The pasted text.
        gettext: Translates a sentence.

    Raises:
        InputError: If the text is empty, too long, or cannot be made valid. The message names the line.
    """
    if not text.strip():
        raise InputError(NO_CODE)
    if len(text) > LONGEST:
        raise InputError(
            "{count} characters are too many: paste at most {most}.", count=f"{len(text):,}", most=f"{LONGEST:,}"
        )
    if NOTEBOOK.match(text.lstrip()):
        raise InputError("This is a notebook's file, not its code. Paste the code of its cells.")
    text = IPYTHON_PROMPT.sub("", re.sub(r"\r\n?", "\n", text).translate(UNSEEN))
    text = IPYTHON_OUTPUT.sub("# ", text)
    check_depth(text)
    if not is_python(text):
        text = _without_decoration(text)
        check_depth(text)
    if not text.strip():
        raise InputError(NO_CODE)
    lines = (textwrap.dedent(text) if text.lstrip("\n")[0] in " \t" else text).split("\n")
    findings: list[Finding] = []
    has_old_print = False
    # Each round mends one line, because the parser reports one error at a time.
    while True:
        try:
            return Script("\n".join(lines), has_old_print=has_old_print), findings
        except SyntaxError as problem:
            at = min(problem.lineno or 1, len(lines))
            mended = _mended(lines[at - 1], at, problem, gettext) if len(findings) < MOST_MENDED else None
            if mended is None:
                raise _not_python(problem, at) from None
            lines[at - 1], finding = mended
            findings.append(finding)
            has_old_print |= not mended[0].lstrip().startswith(("#", "pass  #"))
        except UNREADABLE:
            raise InputError("Python cannot read this text. Paste fewer lines at a time.") from None


def is_python(text: str) -> bool:
    """Whether Python can read a text as it is."""
    try:
        ast.parse(text)
    except REFUSED:
        return False
    return True


def _without_decoration(text: str) -> str:
    """The code without what a web page or a chat adds: code fences, prompts, numbers, typographic quotes and blanks."""
    text = _without_numbers(text.translate(TYPESET))
    text = re.sub(r"^[ \t]*```.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"^([ \t]*)(?:>>>|\.\.\.:?)(?: |$)", r"\1", text, flags=re.MULTILINE)


def _without_numbers(text: str) -> str:
    """The code without the numbers of its lines, if they count its lines and Python can read what is left."""
    lines = text.split("\n")
    found = [LINE_NUMBER.match(line) for line in lines if line.strip()]
    numbers = [int(number[1]) for number in found if number]
    if not numbers or len(numbers) < len(found) or numbers != list(range(numbers[0], numbers[-1] + 1)):
        return text
    # The code begins at one column, or one blank after each number.
    aligned, close = ([LINE_NUMBER.sub(by, line, count=1) for line in lines] for by in (lambda n: " " * len(n[0]), ""))
    codes = (textwrap.dedent("\n".join(each)) for each in (aligned, close))
    return next(filter(is_python, codes), text)


def _not_python(problem: SyntaxError, line: int) -> InputError:
    return InputError(
        "Line {line} is not valid Python: {reason}. Nothing was rewritten.", line=line, reason=str(problem.msg)
    )


def _mended(line: str, at: int, problem: SyntaxError, gettext: Translate) -> tuple[str, Finding] | None:
    """The line in a form that Python reads, and the finding about it; None if there is no such form."""
    line = line.rstrip()
    if _is_notebooks_command(line.lstrip()):
        words = gettext("A notebook command, not Python: it is now a comment.")
        return _commented(line[: len(line) - len(line.lstrip())], line), Finding(at, words)
    found = PRINT.fullmatch(line)
    if found and "print" in str(problem.msg) and (call := _print_call(found[2] or "")):
        return f"{found[1]}{call}", Finding(at, gettext("`print` is a function since Python 3."))
    return None


def _is_notebooks_command(line: str) -> bool:
    """Whether a line is a notebook's command, such as `%matplotlib inline`, `!pip install keras` or `model?`."""
    return line.startswith(("%", "!", "?")) or (line.endswith("?") and not line[-2:-1].isspace())


def _commented(indentation: str, line: str) -> str:
    # It may be the only line of a block, and a block needs a statement.
    return f"{indentation}pass  # {line.strip()}" if indentation else f"# {line.strip()}"


def _print_call(rest: str) -> str | None:
    """Python 2's `print rest` as a call, with the comment after it; None if it is not that simple."""
    if rest.startswith(">>"):
        return None
    end = UNTIL_COMMENT.match(rest).end()  # type: ignore[union-attr]  # it matches any text
    code, comment = rest[:end].rstrip(), rest[end:]
    call = f"print({code[:-1]}, end=' ')" if code.endswith(",") else f"print({code})"
    return f"{call}  {comment}".rstrip() if is_python(call) else None
