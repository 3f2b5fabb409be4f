"""The rule for merge and Merge of Keras 1: each of their modes is a layer of its own now."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Argument, Finding
from lstm_viz.old_code.inputs import block_of, import_before
from lstm_viz.old_code.names import MERGE_ORDER, MERGED
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import makers
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

OLD = ("merge", "Merge")


@dataclass(frozen=True)
class Merged:
    """A call of merge or Merge whose mode is clear.

    Attributes:
        call: The call.
        layer: The layer that does the same now; "Lambda" for a mode that is a function.
        arguments: What the layer is given, as code; "" for a Lambda, whose function stays where it is.
        inputs: The tensors or models that are merged; None if the layer is called with them later.
        given: What the call is given by the names of its arguments.
    """

    call: ast.Call
    layer: str
    arguments: str
    inputs: ast.expr | None
    given: dict[str, ast.expr | ast.keyword]


def merged_layers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Calls of merge and Merge, by themselves and as the first layer of a Sequential model."""
    words = gettext("`{old}` is gone: each of its modes is a layer now, here `{now}`.")
    cosine = gettext(
        "`Dot` with `normalize=True` returns (samples, 1); the mode `cos` of Keras 1 returned one more axis of size 1."
    )
    for found in _found(script):
        edits, drops = _first_layer(script, found) if _is_layer(found) else _called(script, found)
        if edits:
            old = last_name(found.call.func)
            yield Finding(found.call.lineno, words.format(old=old, now=found.layer), edits, drops)
            if "normalize" in found.arguments:
                yield Finding(found.call.lineno, cosine, is_rewritten=False)


def imported_instead(script: Script, name: str) -> tuple[str, ...] | None:
    """The layers that a script needs in place of merge or Merge; None if the name itself is still needed, too."""
    if name not in OLD:
        return None
    found = [each for each in _found(script) if last_name(each.call.func) == name and _edits(script, each)]
    calls = [node for node in script.walk(ast.Name) if node.id == name]
    imported = Origins(script).imported
    needed = tuple(dict.fromkeys(each.layer for each in found if each.layer not in imported))
    return needed if len(calls) == len([each for each in found if isinstance(each.call.func, ast.Name)]) else None


def _edits(script: Script, found: Merged) -> tuple[Replacement, ...]:
    return (_first_layer(script, found) if _is_layer(found) else _called(script, found))[0]


def _is_layer(found: Merged) -> bool:
    """Whether a call makes a layer of models, and merges no tensors itself."""
    return last_name(found.call.func) == "Merge" and found.inputs is not None


def _found(script: Script) -> Iterator[Merged]:
    origins = Origins(script)
    for call in script.walk(ast.Call):
        if last_name(call.func) in OLD and _is_of_keras(call, origins) and (found := _merged(script, call)):
            yield found


def _is_of_keras(call: ast.Call, origins: Origins) -> bool:
    """Whether merge is that of Keras 1: by its import or, in a part of a script, by its mode."""
    if not isinstance(call.func, ast.Name) or not origins.is_unbound(call.func.id):
        return origins.of(call.func).split(".")[0] in ("keras", "tf")
    return call.func.id == "Merge" or any(keyword.arg == "mode" for keyword in call.keywords)


def _merged(script: Script, call: ast.Call) -> Merged | None:
    if len(call.args) > len(MERGE_ORDER) or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    given: dict[str, ast.expr | ast.keyword] = dict(zip(MERGE_ORDER, call.args, strict=False))
    given |= {"inputs" if each.arg == "layers" else each.arg or "**": each for each in call.keywords}
    mode, inputs = _value(given.get("mode")), _value(given.get("inputs"))
    if given.keys() - {*MERGE_ORDER, "name", "arguments"} or (inputs is None and last_name(call.func) == "merge"):
        return None
    named_mode = "sum" if mode is None else str(mode.value) if isinstance(mode, ast.Constant) else ""
    if named_mode in MERGED:
        layer, axis, more = MERGED[named_mode]
        axes = _value(given.get(axis)) if axis else None
        text = f"{axis.partition('_')[2]}={_axes(script, axes)}" if axes else "axes=-1" if layer == "Dot" else ""
        name = _value(given.get("name"))
        named = f"name={script.on_one_line(name)}" if name else ""
        return Merged(call, layer, ", ".join(filter(None, (text, more, named))), inputs, given)
    if given.keys() & {"concat_axis", "dot_axes"} or mode is None:
        return None
    is_function = isinstance(mode, ast.Lambda) or _is_own_function(script, mode)
    return Merged(call, "Lambda", "", inputs, given) if is_function else None


def _value(given: ast.expr | ast.keyword | None) -> ast.expr | None:
    return given.value if isinstance(given, ast.keyword) else given


def _is_own_function(script: Script, mode: ast.expr) -> bool:
    return last_name(mode) in {function.name for function in script.walk(ast.FunctionDef)}


def _axes(script: Script, axes: ast.expr) -> str:
    """The axes as code; Keras 0 wrote ([1], [2]) for (1, 2)."""
    if not isinstance(axes, ast.Tuple | ast.List):
        return script.on_one_line(axes)
    plain = [each.elts[0] if isinstance(each, ast.List) and len(each.elts) == 1 else each for each in axes.elts]
    return f"({', '.join(map(script.on_one_line, plain))})"


def _called(script: Script, found: Merged) -> tuple[tuple[Replacement, ...], tuple[Argument, ...]]:
    """The edits of a call with the tensors, or of a Merge that is called with them later, and what is left out."""
    call, func = found.call, found.call.func
    start, end = script.start(func), script.end(func)
    layer = script.source(func).removesuffix(last_name(func)) + found.layer
    others = [given for name, given in found.given.items() if name != "inputs"]
    if found.layer == "Lambda":
        return _lambda(script, found, layer), ()
    if found.inputs is None:
        begin = end if not others else script.start(min(others, key=script.start))
        text = layer + ("(" if others else "")
        last = script.end(call) - 1 if others else end
        return (Replacement(start, begin, text + found.arguments), *_rest(begin, last)), ()
    drops = tuple((call, each) for each in others)
    edits = [Replacement(start, end, f"{layer}({found.arguments})")]
    named = found.given["inputs"]
    if isinstance(named, ast.keyword):
        edits.append(Replacement(script.start(named), script.start(named.value), ""))
    return tuple(edits), drops  # type: ignore[return-value]


def _rest(begin: int, end: int) -> tuple[Replacement, ...]:
    return (Replacement(begin, end, ""),) if end > begin else ()


def _lambda(script: Script, found: Merged, layer: str) -> tuple[Replacement, ...]:
    """The edits that give the function to a Lambda layer and call this with the tensors."""
    call, inputs = found.call, found.inputs
    mode = found.given["mode"]
    if inputs is None and not call.args and isinstance(mode, ast.keyword):
        name = Replacement(script.start(call.func), script.end(call.func), layer)
        return name, Replacement(script.start(mode), script.start(mode.value), "function=")
    is_first = inputs is not None and call.args[:1] == [inputs] and len(call.args) == 1
    if not is_first or inputs is None or not isinstance(mode, ast.keyword):
        return ()
    if any(isinstance(node, ast.keyword) for node in ast.walk(inputs)):  # it may have to be rewritten itself
        return ()
    first, end = call.keywords[0], script.end(call)
    begin, function = f"{layer}(", Replacement(script.start(mode), script.start(mode.value), "function=")
    tensors = script.on_one_line(inputs)
    if first is mode:
        function = Replacement(script.start(call.func), script.start(mode.value), f"{begin}function=")
        return function, Replacement(end, end, f"({tensors})")
    return (
        Replacement(script.start(call.func), script.start(first), begin),
        function,
        Replacement(end, end, f"({tensors})"),
    )


def _first_layer(script: Script, found: Merged) -> tuple[tuple[Replacement, ...], tuple[Argument, ...]]:
    """The edits where a Merge of models is the first layer of a Sequential model.

    The layers behind it stay a Sequential model, which is called with what the models return, merged; all is a Model.
    """
    statement = script.statement(found.call)
    added = _added(script, found, statement)
    models = [dotted(each) for each in getattr(found.inputs, "elts", ())]
    if added is None or found.layer == "Lambda" or not models or not all(_is_plain(script, each) for each in models):
        return (), ()
    model, first = added
    block = block_of(script, statement)
    adds = [each for each in block if _adds(each, model)]
    everywhere = [call for call in script.walk(ast.Call) if dotted(call.func) == f"{model}.add"]
    indentation = script.indentation(statement)
    is_whole = first in block and adds and adds[0] is first and len(adds) == len(everywhere)
    if not is_whole or indentation is None or not script.ends_its_line(adds[-1]) or not script.ends_its_line(first):
        return (), ()
    name = next(each for each in ("merged", "merged_models", "merged_outputs") if each not in script.names | {model})
    outputs, ends = (
        ", ".join(f"{each}.outputs[0]" for each in models),
        ", ".join(f"{each}.inputs[0]" for each in models),
    )
    layer = script.source(found.call.func).removesuffix(last_name(found.call.func)) + found.layer
    merged = f"{name} = {layer}({found.arguments})([{outputs}])"
    maker, imports = _maker(script, statement)
    whole = f"\n{indentation}{model} = {maker}([{ends}], {model}({name}))"
    at = _end_of_line(script, adds[-1]) if adds[-1] is not first else script.end(first)
    edits = [*imports, Replacement(script.start(statement), script.end(statement), merged)]
    if first is not statement:
        edits.append(Replacement(script.start(first), script.end(first), "pass"))
    return (*edits, Replacement(at, at, whole)), ()


def _added(script: Script, found: Merged, statement: ast.stmt) -> tuple[str, ast.stmt] | None:
    """The Sequential model that a Merge is added to, and the statement that adds it."""
    adding: ast.AST | None = script.parent(found.call)
    if isinstance(statement, ast.Assign) and statement.value is found.call and len(statement.targets) == 1:
        name = last_name(statement.targets[0])
        uses = [node for node in script.walk(ast.Name) if node.id == name and isinstance(node.ctx, ast.Load)]
        adding = script.parent(uses[0]) if len(uses) == 1 else None
    if not isinstance(adding, ast.Call) or last_name(adding.func) != "add" or len(adding.args) != 1:
        return None
    first = script.statement(adding)
    is_alone = isinstance(first, ast.Expr) and first.value is adding
    model = dotted(adding.func).removesuffix(".add")
    return (model, first) if is_alone and model.isidentifier() else None


def _is_plain(script: Script, model: str) -> bool:
    """Whether a name is that of a Sequential model that begins with no Merge itself."""
    made = makers(script, ast.Name(model)) if model else []
    added = [call for call in script.walk(ast.Call) if dotted(call.func) == f"{model}.add" and call.args]
    merges = any(
        last_name(node) == "Merge" or any(last_name(each.func) == "Merge" for each in makers(script, call.args[0]))
        for call in added
        for node in ast.walk(call.args[0])
    )
    return len(made) == 1 and last_name(made[0].func) == "Sequential" and not merges


def _adds(statement: ast.stmt, model: str) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Call) and dotted(value.func) == f"{model}.add"


def _maker(script: Script, statement: ast.stmt) -> tuple[str, list[Replacement]]:
    """What makes a Model in a script, and the edit that imports it."""
    imported = Origins(script).imported
    roots = [f"{name}.Model" for name, origin in imported.items() if origin in ("keras", "tf.keras")]
    stars = [origin for origin in imported.values() if origin in ("keras.models.*", "tf.keras.models.*")]
    known = next(iter([name for name in ("Model",) if name in imported or stars] + roots), "")
    return (known, []) if known else ("Model", [import_before(script, script.start(statement), "Model")[1]])


def _end_of_line(script: Script, statement: ast.stmt) -> int:
    """The position after a statement and the comment behind it."""
    end = script.text.find("\n", script.end(statement))
    return len(script.text) if end < 0 else end
