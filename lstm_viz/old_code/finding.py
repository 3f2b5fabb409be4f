"""The findings of rules in a script, and the edits that they lead to."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lstm_viz.i18n import Translate
from lstm_viz.old_code.script import Replacement, Script

Argument = tuple[ast.Call, ast.keyword]


@dataclass(frozen=True)
class Finding:
    """A place in a script that needs a change.

    Attributes:
        line: The line of the place, counted from 1.
        sentence: What it is rewritten to, or why it cannot be rewritten; Markdown without text from the script.
        edits: The edits that rewrite it.
        drops: The arguments of calls that are left out.
        is_rewritten: Whether it is rewritten; if not, a person must do it.
    """

    line: int
    sentence: str
    edits: tuple[Replacement, ...] = ()
    drops: tuple[Argument, ...] = ()
    is_rewritten: bool = True


Rule = Callable[[Script, Translate], Iterable[Finding]]


def settled(script: Script, findings: Iterable[Finding]) -> tuple[list[Finding], list[Replacement]]:
    """The findings, and all their edits in the order of the text.

    If two edits overlap, the one that begins later is left out, and a person must do its finding.
    """
    findings = list(findings)
    every = [(edit, finding) for finding in findings for edit in finding.edits]
    arguments = [(argument, finding) for finding in findings for argument in finding.drops]
    every += _removals(script, arguments)
    apart: list[Replacement] = []
    left_out = set()
    for edit, finding in sorted(every, key=lambda each: (each[0].start, each[0].end)):
        if apart and edit.start < apart[-1].end:
            left_out.add(id(finding))
        else:
            apart.append(edit)
    return [replace(each, is_rewritten=False) if id(each) in left_out else each for each in findings], apart


def applied(text: str, edits: Iterable[Replacement]) -> str:
    """The text after these edits, which are in the order of the text and do not overlap."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def before(position: int, edits: Iterable[Replacement]) -> int:
    """The position in the old text of a position in the new one; that of the edit if it is inside one."""
    moved = 0
    for edit in edits:
        if edit.start + moved > position:
            break
        grown = len(edit.text) - (edit.end - edit.start)
        if position < edit.start + moved + len(edit.text):
            return edit.start
        moved += grown
    return position - moved


def _removals(script: Script, arguments: list[tuple[Argument, Finding]]) -> Iterator[tuple[Replacement, Finding]]:
    """Yields an edit that removes each argument, with the comma before it, or after it if no argument stays before."""
    gone = {id(keyword): finding for (_, keyword), finding in arguments}
    for call in {id(call): call for (call, _), _ in arguments}.values():
        stays = False
        for argument in sorted([*call.args, *call.keywords], key=script.start):
            if (finding := gone.get(id(argument))) is None:
                stays = True
            else:
                yield _removal(script, argument, after_another=stays), finding


def _removal(script: Script, argument: ast.AST, *, after_another: bool) -> Replacement:
    start, end = script.start(argument), script.end(argument)
    before, after = script.token_before(start), script.token_from(end)
    if after_another and before is not None and before.text == ",":
        return Replacement(before.start, end, _comments(script.text[before.end : start]))
    if after is not None and after.text == ",":
        following = script.token_from(after.end)
        stop = following.start if following else after.end
        return Replacement(start, stop, _comments(script.text[after.end : stop]))
    return Replacement(start, end, "")


def _comments(blanks: str) -> str:
    """The text between two tokens if it has a comment, else ""."""
    return blanks if "#" in blanks else ""
