"""The rule for slice_X and slice_arrays of Keras 1 and 2, which sliced an array, or each array of a list."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.script import Replacement, Script, last_name

OLD = ("slice_X", "slice_arrays")
MAKE_ARRAYS = [
    "array",
    "asarray",
    "concatenate",
    "empty",
    "expand_dims",
    "full",
    "hstack",
    "ones",
    "reshape",
    "stack",
    "vstack",
    "zeros",
    "zeros_like",
    "pad_sequences",
    "to_categorical",
]
"""Functions of NumPy and Keras that make one array."""


def slices(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Calls that slice what surely is one array."""
    words = gettext("`{name}` is gone: the array itself is sliced.")
    for call in _found(script):
        name = last_name(call.func)
        parts = ":".join(script.on_one_line(each) for each in call.args[1:])
        start, of, end = script.start(call), script.start(call.args[0]), script.end(call.args[0])
        colon = ":" if len(call.args) == 2 else ""
        edits = Replacement(start, of, ""), Replacement(end, script.end(call), f"[{parts}{colon}]")
        yield Finding(call.lineno, words.format(name=name), edits)


def are_sliced(script: Script, name: str) -> bool:
    """Whether every use of one of these functions is rewritten, so that it need not be imported."""
    uses = [node for node in script.walk(ast.Name) if node.id == name]
    return name in OLD and bool(uses) and len(uses) == len([each for each in _found(script) if each.func in uses])


def _found(script: Script) -> Iterator[ast.Call]:
    origins = Origins(script)
    for call in script.walk(ast.Call):
        is_old = isinstance(call.func, ast.Name) and call.func.id in OLD and origins.of(call.func)
        if is_old and len(call.args) in (2, 3) and not call.keywords and _is_array(script, call.args[0]):
            yield call


def _is_array(script: Script, value: ast.expr) -> bool:
    """Whether a name is given by functions that make one array, and by nothing else where it is used."""
    if not isinstance(value, ast.Name):
        return False
    scope = _scope(script, value)
    stored = [
        node
        for node in script.walk(ast.Name)
        if isinstance(node.ctx, ast.Store) and node.id == value.id and _scope(script, node) is scope
    ]
    given = [script.parent(node) for node in stored]
    makes = [isinstance(each, ast.Assign) and _makes_array(each.value) for each in given]
    return bool(makes) and all(makes)


def _makes_array(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and last_name(value.func) in MAKE_ARRAYS


def _scope(script: Script, node: ast.AST) -> ast.AST | None:
    """The function that a node is in; None outside of all."""
    outer = script.parent(node)
    while outer is not None and not isinstance(outer, ast.FunctionDef | ast.Lambda):
        outer = script.parent(outer)
    return outer
