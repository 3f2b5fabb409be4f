"""Makes valid Python of pasted code: handles commands of notebooks, print of Python 2, and indentation."""

import ast
import re
import textwrap
import tokenize
from functools import partial

from lstm_viz.data import InputError
from lstm_viz.i18n import N_, Translate
from lstm_viz.old_code.depth import STRING, check_depth
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.script import Script

LONGEST = 10_000
NO_CODE = N_("There is no code. Paste some lines of an old tutorial.")
UNREAD = N_("Python cannot read this text. Paste fewer lines at a time.")
MOST_MENDED = 200  # lines; the script is parsed again for each
NOTEBOOK = re.compile(r"\{\s*+\"(cells|metadata|nbformat)\"")
# For Python, `In [5]: model.fit(x)` is an annotation of In[5], and `Out[5]: 3` one of Out[5], which it looks for.
IPYTHON_OUTPUT = re.compile(r"^(?=Out ?\[\d{1,5}\]: )", re.MULTILINE)
IPYTHON_PROMPT = re.compile(r"^In ?\[\d{1,5}\]: ", re.MULTILINE)
# It is for a line without blanks at its end.
PRINT = re.compile(r"(\s*+)print(?:\s++(.+))?")
PRINT_BEHIND = re.compile(r"(\s*+(?:if|elif|else|for|while|try|finally|with|def)\b.*?:\s*+)print\s++(.+)")
LONGEST_PRINT = 20  # lines
# What Python 2 wrote otherwise → in Python 3. It is looked for outside of strings, in a line that Python 3 cannot read.
PYTHON_2 = (
    (
        re.compile(
            rf"{STRING}|(?P<old>^(?P<kept>\s*+except\s++(?:\([^()]{{1,200}}+\)|[\w.]{{1,80}}+))\s*+,\s*+(?P<name>\w{{1,80}}+)\s*+:)"
        ),
        r"\g<kept> as \g<name>:",
    ),
    (
        re.compile(rf"(?P<old>^(?P<kept>\s*+raise\s++[\w.]{{1,80}}+)\s*+,\s*+(?P<text>.{{1,400}})$)|{STRING}"),
        r"\g<kept>(\g<text>)",
    ),
    (re.compile(rf"{STRING}|(?P<old><>)"), "!="),
    (re.compile(rf"{STRING}|(?P<old>\b(?P<kept>\d{{1,20}}+)[lL]\b)"), r"\g<kept>"),
    (re.compile(rf"{STRING}|(?P<old>(?<![\w.])0(?P<kept>[0-7]{{1,9}}+)\b(?![.]))"), r"0o\g<kept>"),
)
PIECE_OF_LINE = re.compile(rf"{STRING}|[^;'\"]++|.")
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
    return _script_of(lines, gettext)


def _script_of(lines: list[str], gettext: Translate) -> tuple[Script, list[Finding]]:
    """The script that these lines are, once those that Python 3 cannot read are mended."""
    findings: list[Finding] = []
    has_old_print = False
    # Each round mends one line, because the parser reports one error at a time.
    while True:
        try:
            return Script("\n".join(lines), has_old_print=has_old_print), findings
        except TabError:
            lines = _without_tabs(lines)
        except SyntaxError as problem:
            at = min(problem.lineno or 1, len(lines))
            if "print" in str(problem.msg) and _close_long_print(lines, at):
                has_old_print = True
                findings.append(Finding(at, gettext("`print` is a function since Python 3.")))
                continue
            mended = _mended(lines[at - 1], at, problem, gettext) if len(findings) < MOST_MENDED else None
            if mended is None:
                raise _not_python(problem, at) from None
            lines[at - 1], finding = mended
            findings.append(finding)
            has_old_print |= not mended[0].lstrip().startswith(("#", "pass  #"))
        except UNREADABLE:
            raise InputError(UNREAD) from None


def _without_tabs(lines: list[str]) -> list[str]:
    """The lines indented by blanks, as Python 2 read tabs: up to the next multiple of eight.

    Raises:
        InputError: If no line begins with a tab.
    """
    code = [line.lstrip(" \t") for line in lines]
    indented = [line[: len(line) - len(each)] for line, each in zip(lines, code, strict=True)]
    if not any("\t" in each for each in indented):
        raise InputError(UNREAD)
    return [before.expandtabs(8) + each for before, each in zip(indented, code, strict=True)]


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
    if "print" in str(problem.msg) and (printed := _with_print_calls(line)) != line:
        return printed, Finding(at, gettext("`print` is a function since Python 3."))
    of_today = line
    for pattern, now in PYTHON_2:
        of_today = pattern.sub(partial(_of_today, now=now), of_today)
    words = gettext("This line is in the form of Python 3 now.")
    return (of_today, Finding(at, words)) if of_today != line else None


def _of_today(found: re.Match[str], *, now: str) -> str:
    """What is written in Python 3 for something that was found outside of strings."""
    return found.expand(now) if found["old"] is not None else found[0]


def _with_print_calls(line: str) -> str:
    """The line with each print of Python 2 in it as a call; the line itself if one of them is not that simple."""
    parts = [""]
    for piece in PIECE_OF_LINE.findall(line):
        parts = [*parts, ""] if piece == ";" else [*parts[:-1], parts[-1] + piece]
    made = []
    for part in parts:
        found = PRINT.fullmatch(part.rstrip()) or PRINT_BEHIND.fullmatch(part.rstrip())
        call = _print_call(found[2] or "") if found else None
        made.append(part if found is None or call is None else f"{found[1]}{call}")
    return ";".join(made)


def _close_long_print(lines: list[str], at: int) -> bool:
    """Makes a call of a print of Python 2 that goes on in the next lines; whether there was one."""
    found = PRINT.fullmatch(lines[at - 1].rstrip())
    if not found or not found[2] or is_python(found[2]):
        return False
    for last in range(at, min(at + LONGEST_PRINT, len(lines))):
        end = UNTIL_COMMENT.match(lines[last]).end()  # type: ignore[union-attr]  # it matches any text
        code, comment = lines[last][:end].rstrip(), lines[last][end:]
        if is_python("\n".join([f"print({found[2]}", *lines[at:last], f"{code})"])):
            lines[at - 1], lines[last] = f"{found[1]}print({found[2]}", f"{code})  {comment}".rstrip()
            return True
    return False


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
