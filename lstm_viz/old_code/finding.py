"""What a rule has found in a script."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lstm_viz.i18n import Translate
from lstm_viz.old_code.script import Replacement, Script

Argument = tuple[ast.Call, ast.keyword]


@dataclass(frozen=True)
class Finding:
    """Something of Keras 2.

    Attributes:
        line: Where it stands, from 1.
        sentence: What becomes of it, or why it cannot be rewritten; Markdown without anything of the script's.
        edits: What replaces it.
        drops: Arguments of calls that are left out.
        is_rewritten: Whether it was; otherwise it is for a person to do.
    """

    line: int
    sentence: str
    edits: tuple[Replacement, ...] = ()
    drops: tuple[Argument, ...] = ()
    is_rewritten: bool = True


Rule = Callable[[Script, Translate], Iterable[Finding]]


def settled(script: Script, findings: Iterable[Finding]) -> tuple[list[Finding], list[Replacement]]:
    """The findings with all their edits in the order of the text.

    Of two edits that meet the one that begins later is left out, and its finding is for a person to do.
    """
    findings = list(findings)
    every = [(edit, finding) for finding in findings for edit in finding.edits]
    arguments = [(argument, finding) for finding in findings for argument in finding.drops]
    every += _leaving_out(script, arguments)
    apart: list[Replacement] = []
    left_out = set()
    for edit, finding in sorted(every, key=lambda each: (each[0].start, each[0].end)):
        if apart and edit.start < apart[-1].end:
            left_out.add(id(finding))
        else:
            apart.append(edit)
    return [replace(each, is_rewritten=False) if id(each) in left_out else each for each in findings], apart


def applied(text: str, edits: Iterable[Replacement]) -> str:
    """The text with its edits, which are in its order and do not meet."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _leaving_out(script: Script, arguments: list[tuple[Argument, Finding]]) -> Iterator[tuple[Replacement, Finding]]:
    """Each argument goes with the comma before it; where none stays before it, with the comma after it."""
    gone = {id(keyword): finding for (_, keyword), finding in arguments}
    for call in {id(call): call for (call, _), _ in arguments}.values():
        stays = False
        for argument in sorted([*call.args, *call.keywords], key=script.start):
            if (finding := gone.get(id(argument))) is None:
                stays = True
            else:
                yield _without(script, argument, after_another=stays), finding


def _without(script: Script, argument: ast.AST, *, after_another: bool) -> Replacement:
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
    """What stands between two tokens, if there is a comment in it."""
    return blanks if "#" in blanks else ""
