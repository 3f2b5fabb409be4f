"""Rules for the tensors of a model: its input and output, and functions of the backend between them."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.inputs import import_before
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import is_layer, makers
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

ENDS = {"input": "inputs[0]", "output": "outputs[0]"}


def ends_of_sequential(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The attributes input and output of a Sequential model, which has them only once it has been called."""
    words = gettext("`{name}` of a Sequential model is not there before it is called on an `Input`: it is `{now}` now.")
    for node in script.walk(ast.Attribute):
        if node.attr in ENDS and isinstance(node.ctx, ast.Load) and _is_sequential(script, node.value):
            edit = Replacement(script.end(node) - len(node.attr), script.end(node), ENDS[node.attr])
            yield Finding(node.lineno, words.format(name=node.attr, now=ENDS[node.attr]), (edit,))


def shapes_of_layers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The attributes input_shape and output_shape of a layer, which models alone have now."""
    words = gettext("`{name}` of a layer is gone: its `{now}` has a shape.")
    for node in script.walk(ast.Attribute):
        now = node.attr.removesuffix("_shape")
        if node.attr in ("input_shape", "output_shape") and is_layer(script, node.value):
            edit = Replacement(script.end(node) - len(node.attr), script.end(node), f"{now}.shape")
            yield Finding(node.lineno, words.format(name=node.attr, now=now), (edit,))


def _is_sequential(script: Script, model: ast.expr) -> bool:
    made = makers(script, model)
    return bool(made) and all(last_name(call.func) == "Sequential" for call in made)


def functions(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Functions of the backend from inputs to outputs of a model: a Model predicts the same."""
    words = gettext("`{old}` is gone: a `Model` of the same inputs and outputs predicts the same.")
    origins = Origins(script)
    found = []
    for call in script.walk(ast.Call):
        if origins.of(call.func).removeprefix("tf.") == "keras.backend.function" and (edits := _as_model(script, call)):
            found.append(Finding(call.lineno, words.format(old=dotted(call.func)), edits))
    name = next((name for name, origin in origins.imported.items() if origin.endswith(".Model")), "")
    root = next((name for name, origin in origins.imported.items() if origin in ("keras", "tf.keras")), "")
    model = name or (f"{root}.Model" if root else "Model")
    if found and not name and not root:
        first = min(edit.start for finding in found for edit in finding.edits)
        line, edit = import_before(script, first, "Model")
        yield Finding(line, gettext("`Model` has to be imported."), (edit,))
    for finding in found:
        edits = tuple(Replacement(each.start, each.end, each.text.replace("{model}", model)) for each in finding.edits)
        yield Finding(finding.line, finding.sentence, edits)


def _as_model(script: Script, call: ast.Call) -> tuple[Replacement, ...]:
    """The edits that make a Model of a function and let it predict where it is called; none if not all is clear."""
    given = [*call.args[:2], *(each.value for each in call.keywords if each.arg in ("inputs", "outputs"))]
    uses = _uses(script, call)
    if len(given) != 2 or len(call.args) + len(call.keywords) != 2 or not uses:
        return ()
    inputs, outputs = given
    added = _added(inputs)
    listed = inputs if added is None else added
    if not isinstance(listed, ast.List) or not isinstance(outputs, ast.List) or not outputs.elts:
        return ()
    has_phase = bool(listed.elts) and _is_phase(listed.elts[-1])
    edits = [Replacement(script.start(call.func), script.end(call.func), "{model}")]
    if added is not None and isinstance(inputs, ast.BinOp):
        edits.append(Replacement(script.end(inputs.left), script.end(inputs), ""))
    elif has_phase:
        edits += _without_last(script, listed)
    for use in uses:
        more = _predicting(script, use, has_phase=has_phase, is_single=len(outputs.elts) == 1)
        if not more:
            return ()
        edits += more
    return tuple(edits)


def _added(inputs: ast.expr) -> ast.List | None:
    """The list with the learning phase alone that is added to the inputs; None if they are written otherwise."""
    right = inputs.right if isinstance(inputs, ast.BinOp) and isinstance(inputs.op, ast.Add) else None
    return right if isinstance(right, ast.List) and len(right.elts) == 1 and _is_phase(right.elts[0]) else None


def _is_phase(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) == "learning_phase"


def _uses(script: Script, function: ast.Call) -> list[ast.Call]:
    """The calls of a function that is called at once, or that has a name of its own; empty if it is used otherwise."""
    outer = script.parent(function)
    if isinstance(outer, ast.Call) and outer.func is function:
        return [outer]
    target = outer.targets[0] if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    if not isinstance(target, ast.Name) or len(makers(script, target)) != 1:
        return []
    names = [node for node in script.walk(ast.Name) if node.id == target.id and isinstance(node.ctx, ast.Load)]
    calls = [outer for node in names if isinstance(outer := script.parent(node), ast.Call) and outer.func is node]
    return calls if len(calls) == len(names) else []


def _predicting(script: Script, use: ast.Call, *, has_phase: bool, is_single: bool) -> list[Replacement]:
    """The edits of a call, where a single output is taken from a list; none if it is in training, or not a list."""
    arrays = use.args[0] if len(use.args) == 1 and not use.keywords else None
    if not isinstance(arrays, ast.List) or not arrays.elts:
        return []
    last = arrays.elts[-1]
    if has_phase and not (isinstance(last, ast.Constant) and last.value in (0, False)):
        return []
    edits = [Replacement(script.end(use.func), script.end(use.func), ".predict_on_batch")]
    edits += _without_last(script, arrays) if has_phase else []
    part = script.parent(use)
    if is_single:
        if not isinstance(part, ast.Subscript) or part.value is not use or not _is_first(part.slice):
            return []
        edits.append(Replacement(script.end(use), script.end(part), ""))
    return edits


def _is_first(index: ast.expr) -> bool:
    return isinstance(index, ast.Constant) and index.value == 0


def _without_last(script: Script, given: ast.List) -> list[Replacement]:
    """The edit that takes the last element out of a list of several."""
    if len(given.elts) < 2:
        return []
    return [Replacement(script.end(given.elts[-2]), script.end(given.elts[-1]), "")]
