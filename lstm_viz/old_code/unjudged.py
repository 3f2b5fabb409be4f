"""Finds what is left of old code in a rewritten script: whatever Keras 3 does not have is named, never passed over."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.names import ADVICE, FOR_KERAS_2, IDENTIFIER_ARGUMENTS, INSTEAD, METRICS
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import is_layer, is_model, is_optimizer, is_recurrent
from lstm_viz.old_code.script import Script, dotted, last_name

Left = tuple[ast.AST, str, str]
"""A node, the name that is not known, and the sentence about it."""


def unjudged(script: Script, gettext: Translate) -> Iterator[Left]:
    """Yields each name, argument, attribute and identifier of Keras that Keras 3 does not have."""
    origins = Origins(script)
    yield from _imports(script, gettext)
    yield from _names(script, origins, gettext)
    yield from _calls(script, origins, gettext)
    yield from _attributes(script, gettext)
    yield from _identifiers(script, origins, gettext)


def _unknown(name: str, origin: str, gettext: Translate) -> str:
    known = origin.removeprefix("tf.keras.").removeprefix("keras.")
    # What is said about a module is also true of what was in it.
    parts = known.split(".")
    for each in (known, parts[-1], *(".".join(parts[:count]) for count in range(len(parts) - 1, 1, -1))):
        if told := _told(name, each, gettext):
            return told
    below_backend = origin.removeprefix("keras.backend.")
    if below_backend in (keras_3.members("keras.ops") or {}):
        return gettext("`{name}` is gone: write `{now}`.").format(name=name, now=f"keras.ops.{below_backend}")
    if origin.startswith("tf.") and not origin.startswith("tf.keras"):
        words = gettext("`{name}` was not judged: TensorFlow 2 has no such name, and the table of changes lacks it.")
    else:
        words = gettext("`{name}` was not judged: Keras 3 has no such name, and the table of changes lacks it.")
    return words.format(name=name)


def _told(name: str, known: str, gettext: Translate) -> str:
    """What the table says about a name that is gone; "" if it does not know it."""
    if now := INSTEAD.get(known):
        return gettext("`{name}` is gone: write `{now}`.").format(name=name, now=now)
    advice = ADVICE.get(known)
    return gettext("`{name}` is gone: {advice}").format(name=name, advice=gettext(advice)) if advice else ""


def _imports(script: Script, gettext: Translate) -> Iterator[Left]:
    modules: list[tuple[ast.AST, str]] = [(node, node.module or "") for node in script.walk(ast.ImportFrom)]
    modules += [(alias, alias.name) for node in script.walk(ast.Import) for alias in node.names]
    words = gettext("`{name}` is a package for Keras 1 or 2, and does not work with Keras 3.")
    for each, module in modules:
        if (name := module.split(".")[0]) in FOR_KERAS_2:
            yield each, name, words.format(name=name)
    for node in script.walk(ast.ImportFrom):
        origin = Origins.module(node.module or "")
        if node.level or origin.split(".")[0] not in ("keras", "tf"):
            continue
        if not keras_3.has_module(origin):
            names = [alias.name for alias in node.names if f"{origin}.{alias.name}" in ADVICE or alias.name in ADVICE]
            name = names[0] if names else origin.rpartition(".")[2]
            yield node, name, _unknown(name, f"{origin}.{name}" if names else origin, gettext)
            continue
        for alias in node.names:
            if alias.name != "*" and not keras_3.has(f"{origin}.{alias.name}"):
                yield alias, alias.name, _unknown(alias.name, f"{origin}.{alias.name}", gettext)
    for plain in script.walk(ast.Import):
        for alias in plain.names:
            origin = Origins.module(alias.name)
            if origin.split(".")[0] in ("keras", "tf") and not keras_3.has(origin):
                yield alias, alias.name, _unknown(alias.name, origin, gettext)


def _names(script: Script, origins: Origins, gettext: Translate) -> Iterator[Left]:
    for node in script.walk(ast.Attribute):
        origin = origins.of(node)
        # What was imported without being there has been told where it is imported.
        if origin and not keras_3.has(origin) and keras_3.has(origin.rpartition(".")[0]):
            yield node, node.attr, _unknown(node.attr, origin, gettext)
    seen: set[str] = set()
    for name in script.walk(ast.Name):
        is_old = name.id in ADVICE and (name.id[0].isupper() or _is_merge(script, name))
        if is_old and origins.is_unbound(name.id) and name.id not in seen:
            seen.add(name.id)
            yield name, name.id, _unknown(name.id, name.id, gettext)


def _is_merge(script: Script, name: ast.Name) -> bool:
    """Whether a name is that of the function of Keras 1 that merges, which has a mode."""
    call = script.parent(name)
    is_called = name.id == "merge" and isinstance(call, ast.Call) and call.func is name
    return is_called and any(keyword.arg == "mode" for keyword in call.keywords)  # type: ignore[union-attr]


def _calls(script: Script, origins: Origins, gettext: Translate) -> Iterator[Left]:
    for call in script.walk(ast.Call):
        origin, callee = origins.of(call.func), last_name(call.func)
        known = keras_3.arguments(origin) if origin else None
        if known is None and isinstance(call.func, ast.Attribute) and is_model(script, call.func.value):
            method = keras_3.table()["methods"].get(callee)
            known = (method.index("*"), method) if method else None
        if known is None:
            continue
        yield from _arguments(call, callee, known, gettext)
        yield from _two_sizes(script, call, callee, known[1], gettext)


def _arguments(call: ast.Call, callee: str, known: tuple[int, list[str]], gettext: Translate) -> Iterator[Left]:
    most, names = known
    for keyword in call.keywords:
        if keyword.arg and keyword.arg not in names:
            words = gettext("`{name}` was not judged: `{callee}` of Keras 3 has no such argument.")
            yield keyword, keyword.arg, words.format(name=keyword.arg, callee=callee)
    if len(call.args) > most and not any(isinstance(each, ast.Starred) for each in call.args):
        words = gettext("`{callee}` was not judged: in Keras 3 it takes at most {most} arguments without a name.")
        yield call.args[most], callee, words.format(callee=callee, most=most)


def _two_sizes(script: Script, call: ast.Call, callee: str, taken: list[str], gettext: Translate) -> Iterator[Left]:
    """A layer that is given the size of its input before its own, as before Keras 1."""
    sizes = [each for each in call.args[1:2] if _is_size(script, each)]
    if sizes and taken[1:2] == ["activation"]:
        words = gettext(
            "`{callee}` with two numbers is from before Keras 1: they were the sizes of the input and of the layer. "
            "Leave out the first, and write an `Input` before the model's first layer."
        )
        yield sizes[0], callee, words.format(callee=callee)


def _is_size(script: Script, value: ast.expr) -> bool:
    """Whether a value is a whole number: as it is written, by a length or a shape, or by the name it was given."""
    if isinstance(value, ast.Name):
        given = list(_values(script, value.id))
        return bool(given) and all(not isinstance(each, ast.Name) and _is_size(script, each) for each in given)
    if isinstance(value, ast.Subscript):
        return last_name(value.value) == "shape"
    if isinstance(value, ast.Call):
        return last_name(value.func) in ("len", "int")
    return isinstance(value, ast.Constant) and type(value.value) is int


def _values(script: Script, name: str) -> Iterator[ast.expr]:
    """What a name is given, also together with other names."""
    for made in script.walk(ast.Assign):
        for target in made.targets:
            if isinstance(target, ast.Name) and target.id == name:
                yield made.value
            elif isinstance(target, ast.Tuple) and isinstance(made.value, ast.Tuple):
                pairs = zip(target.elts, made.value.elts, strict=False)
                yield from (value for each, value in pairs if isinstance(each, ast.Name) and each.id == name)


def _attributes(script: Script, gettext: Translate) -> Iterator[Left]:
    given = {node.attr for node in script.walk(ast.Attribute) if isinstance(node.ctx, ast.Store)}
    facts = keras_3.table()
    words = {
        "model": gettext("`{name}` was not judged: a model of Keras 3 has no such attribute or method."),
        "layer": gettext("`{name}` was not judged: no layer of Keras 3 has such an attribute or method."),
        "optimizer": gettext("`{name}` was not judged: no optimizer of Keras 3 has such an attribute or method."),
    }
    kinds = {"model": is_model, "layer": is_layer, "optimizer": is_optimizer}
    for node in script.walk(ast.Attribute):
        kind = next((kind for kind, is_kind in kinds.items() if is_kind(script, node.value)), "")
        # What a script gives a model or a layer is its own; what it gives an optimizer had a meaning.
        is_own = node.attr.startswith("__") or (kind != "optimizer" and node.attr in given)
        told = _told(node.attr, f"{kind}.{node.attr}", gettext)
        # A layer keeps its arguments under their names.
        is_argument = kind == "layer" and not told and node.attr in keras_3.layer_arguments()
        if kind == "layer" and node.attr in ("kernel", "bias") and is_recurrent(script, node.value):
            yield node, node.attr, _told(node.attr, f"recurrent.{node.attr}", gettext)
        elif kind and not is_own and not is_argument and node.attr not in facts[kind]:
            yield node, node.attr, told or words[kind].format(name=node.attr)


def _identifiers(script: Script, origins: Origins, gettext: Translate) -> Iterator[Left]:
    known = keras_3.table()["identifiers"]
    words = gettext("`{name}` was not judged: it is not a name that Keras 3 accepts as `{argument}`.")
    for call in script.walk(ast.Call):
        callee = last_name(call.func)
        is_compile = callee == "compile" and isinstance(call.func, ast.Attribute) and dotted(call.func) != "re.compile"
        if not is_compile and not origins.of(call.func).startswith(("keras.layers.", "tf.keras.layers.")):
            continue
        given = [(keyword.arg or "", keyword.value) for keyword in call.keywords]
        given += list(zip(("optimizer", "loss"), call.args, strict=False)) if is_compile else []
        _most, order = keras_3.arguments(origins.of(call.func)) or (0, [])
        given += list(zip(order, call.args, strict=False))
        for argument, value in given:
            kind = IDENTIFIER_ARGUMENTS.get(argument) or IDENTIFIER_ARGUMENTS.get(argument.rpartition("_")[2])
            if kind is None or (kind in ("loss", "metrics", "optimizer") and not is_compile):
                continue
            for node, text in _texts(value):
                name = text.lower() if kind == "optimizer" else text
                is_known = name in known[kind] or (kind == "metrics" and name in METRICS)
                if not is_known and name.isidentifier():
                    yield node, text, words.format(name=text, argument=argument)


def _texts(value: ast.expr) -> list[tuple[ast.expr, str]]:
    each = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
    return [(node, node.value) for node in each if isinstance(node, ast.Constant) and isinstance(node.value, str)]
