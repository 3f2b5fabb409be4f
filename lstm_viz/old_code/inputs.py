"""The rule for input shapes, which old code gives to a layer: Keras 3 has an Input before the layer."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.keras_3 import layers
from lstm_viz.old_code.names import RECURRENT, RENAMED
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

SUFFICIENT = ("batch_input_shape", "input_shape", "input_dim")
SHAPES = (*SUFFICIENT, "input_length", "batch_size")


@dataclass(frozen=True)
class Place:
    """The place of a layer in a Sequential model.

    Attributes:
        before: The node before which an Input is inserted: the statement that adds the layer, or the layer in a list.
        model: The name of the model in `model.add`; "" in a list.
        is_first: Whether the layer is the model's first layer; None if that is not known.
    """

    before: ast.AST
    model: str
    is_first: bool | None


def inputs(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Layers that are given their input shape, and the import of Input if it is missing."""
    found = [_finding(script, call, given, gettext) for call in script.walk(ast.Call) if (given := _given(call))]
    # The import is the first finding: in a part of a script, its edit can be at the position of another edit.
    if any(finding.edits for finding in found) and imported_input(script) is None:
        first = min(edit.start for finding in found for edit in finding.edits)
        line, edit = import_before(script, first, "Input")
        yield Finding(line, gettext("`Input` has to be imported."), (edit,))
    yield from found


def _given(call: ast.Call) -> list[ast.keyword]:
    """The arguments that give a layer its input shape; for an Embedding not input_dim and input_length."""
    callee = last_name(call.func)
    if not _is_layer(callee):
        return []
    own, enough = (("input_dim",), (*SUFFICIENT, "input_length")) if callee == "Embedding" else ((), SUFFICIENT)
    given = [keyword for keyword in call.keywords if keyword.arg in SHAPES and keyword.arg not in own]
    return given if any(keyword.arg in enough for keyword in given) else []


def _is_layer(callee: str) -> bool:
    return callee in layers() or callee in RENAMED


def _finding(script: Script, call: ast.Call, given: list[ast.keyword], gettext: Translate) -> Finding:
    line, name = given[0].lineno, given[0].arg or ""
    drops = tuple((call, keyword) for keyword in given)
    place = _place(script, call)
    is_length = all(keyword.arg == "input_length" for keyword in given)
    outer = script.parent(call)
    is_called = isinstance(outer, ast.Call) and outer.func is call and bool(outer.args)
    if is_called or (is_length and _is_called_by_name(script, outer)):  # it is called with its input
        words = gettext("The argument `{name}` is gone; it did not change any number.")
        return Finding(line, words.format(name=name), drops=drops)
    if place is None or place.is_first is None:
        words = gettext("`{name}`: write an `Input` before this layer, where the model's first layer is added.")
        return Finding(line, words.format(name=name), is_rewritten=False)
    if not place.is_first:
        words = gettext("`{name}` on a later layer was never used; a Sequential model has one `Input`.")
        return Finding(line, words.format(name=name), drops=drops)
    shape = _arguments(script, call, given)
    edit = _insertion(script, place, f"{imported_input(script) or 'Input'}({shape})")
    if edit is None:
        words = gettext("`{name}`: write `{code}` on a line of its own before this one.")
        return Finding(line, words.format(name=name, code="Input(…)"), is_rewritten=False)
    words = gettext("Instead of `{name}` on a layer, there is an `Input` before it.")
    return Finding(line, words.format(name=name), (edit,), drops)


def _is_called_by_name(script: Script, made: ast.AST | None) -> bool:
    """Whether a layer is given a name, and called by it."""
    name = dotted(made.targets[0]) if isinstance(made, ast.Assign) else ""
    return bool(name) and any(dotted(call.func) == name and call.args for call in script.walk(ast.Call))


def _arguments(script: Script, call: ast.Call, given: list[ast.keyword]) -> str:
    """The arguments of the Input."""
    texts = {keyword.arg or "": script.on_one_line(keyword.value) for keyword in given}
    if "batch_input_shape" in texts:
        return f"batch_shape={texts['batch_input_shape']}"
    shape = texts.get("input_shape")
    if shape is None and "input_dim" not in texts:
        shape = f"({texts['input_length']},)"
    if shape is None:
        is_recurrent = last_name(_innermost(call).func) in RECURRENT
        steps = texts.get("input_length", "None") if is_recurrent or "input_length" in texts else ""
        shape = f"({steps}, {texts['input_dim']})" if steps else f"({texts['input_dim']},)"
    size = f", batch_size={texts['batch_size']}" if "batch_size" in texts else ""
    return f"shape={shape}{size}"


def _innermost(call: ast.Call) -> ast.Call:
    """The layer inside a Bidirectional; any other layer itself."""
    first = call.args[0] if call.args else None
    is_wrapper = last_name(call.func) == "Bidirectional"
    return first if is_wrapper and isinstance(first, ast.Call) else call


def _place(script: Script, call: ast.Call) -> Place | None:
    """The place of a layer in a Sequential model, which is the place of the wrapper if the layer is inside one."""
    node: ast.AST = call
    parent = script.parent(node)
    while isinstance(parent, ast.Call) and _is_layer(last_name(parent.func)) and node in parent.args:
        node, parent = parent, script.parent(parent)
    if isinstance(parent, ast.List) and _is_sequential(script.parent(parent)):
        return Place(node, "", parent.elts[0] is node)
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.args[:1] == [node]:
        # A function that is called `add` adds no layer to a model.
        return _added(script, parent, dotted(parent.func.value)) if parent.func.attr == "add" else None
    return None


def _is_sequential(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) == "Sequential"


def _added(script: Script, call: ast.Call, model: str) -> Place | None:
    """The place of a layer that `model.add` adds. It is first if none was added before, in the block of the model."""
    statement = script.statement(call)
    if not model or not isinstance(statement, ast.Expr) or statement.value is not call:
        return None
    block = block_of(script, statement)
    before = block[: block.index(statement)]
    made = max((at for at, each in enumerate(before) if _makes(each, model)), default=None)
    if made is None and _is_made_elsewhere(script, statement, model):
        return Place(statement, model, None)
    earlier = before[0 if made is None else made + 1 :]
    has_layers = made is not None and _has_layers(before[made])
    return Place(statement, model, not has_layers and not any(_adds(each, model) for each in earlier))


def block_of(script: Script, statement: ast.stmt) -> list[ast.stmt]:
    """The statements that are in one block with a statement, itself among them."""
    parent = script.parent(statement)
    blocks = [value for _, value in ast.iter_fields(parent) if isinstance(value, list)] if parent else []
    return next(block for block in blocks if statement in block)


def _makes(statement: ast.stmt, model: str) -> bool:
    is_sequential = isinstance(statement, ast.Assign) and _is_sequential(statement.value)
    return is_sequential and any(dotted(target) == model for target in statement.targets)  # type: ignore[attr-defined]


def _has_layers(statement: ast.stmt) -> bool:
    value = getattr(statement, "value", None)
    return isinstance(value, ast.Call) and bool(value.args or value.keywords)


def _adds(statement: ast.stmt, model: str) -> bool:
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return any(dotted(call.func) == f"{model}.add" for call in calls)


def _is_made_elsewhere(script: Script, statement: ast.stmt, model: str) -> bool:
    """Whether the model may be made outside the block of the statement, such as a loop or a branch."""
    made = [node for node in script.walk(ast.Assign) if _makes(node, model)]
    return bool(made) or isinstance(script.parent(statement), ast.If | ast.For | ast.While | ast.Try)


def _insertion(script: Script, place: Place, code: str) -> Replacement | None:
    at = script.start(place.before)
    if not place.model:
        before = script.text[script.text.rfind("\n", 0, at) + 1 : at]
        return Replacement(at, at, f"{code}, " if before.strip() else f"{code},\n{before}")
    assert isinstance(place.before, ast.stmt)
    indentation = script.indentation(place.before)
    return None if indentation is None else Replacement(at, at, f"{place.model}.add({code})\n{indentation}")


def imported_input(script: Script) -> str | None:
    """The name of Keras's Input in the script, by its imports; None if it is not imported."""
    for node in script.walk(ast.ImportFrom):
        for alias in node.names:
            if "keras" in (node.module or "") and alias.name in ("Input", "*"):
                return alias.asname or "Input"
            if node.module == "tensorflow" and alias.name == "keras":
                return f"{alias.asname or 'keras'}.Input"
    for plain in script.walk(ast.Import):
        for alias in plain.names:
            if alias.name in ("keras", "tensorflow.keras") and (alias.asname or alias.name == "keras"):
                return f"{alias.asname or 'keras'}.Input"
    return None


def import_before(script: Script, use: int, name: str) -> tuple[int, Replacement]:
    """Line and edit of the import of a name: before the first import from Keras, else after what must come first.

    The import is before the position where the name is used first.
    """
    for node in script.walk(ast.ImportFrom):
        module = node.module or ""
        is_in_time = script.start(node) < use and not script.indentation(node)
        if is_in_time and module.split(".")[0] in ("keras", "tensorflow") and "keras" in module:
            root = "keras" if module.startswith("keras") else "tensorflow.keras"
            return node.lineno, _line_before(script, node, f"from {root} import {name}")
    first = next(each for each in script.tree.body if not _must_be_first(each))
    return first.lineno, _line_before(script, first, f"from keras import {name}")


def _must_be_first(statement: ast.stmt) -> bool:
    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_text or (isinstance(statement, ast.ImportFrom) and statement.module == "__future__")


def _line_before(script: Script, statement: ast.stmt, code: str) -> Replacement:
    at, indentation = script.start(statement), script.indentation(statement)
    return Replacement(at, at, f"{code}; " if indentation is None else f"{code}\n{indentation}")
