"""The rule for functions of arrays in Keras 2's backend: those with the same arguments in keras.ops are rewritten."""

import ast
from collections.abc import Iterator
from string import Formatter

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.inputs import import_before
from lstm_viz.old_code.names import BACKENDS, DTYPES, FORMS, IN_OPS, NEVER_NEGATIVE, OF_NEVER_NEGATIVE, OPS_DEFAULTS
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

BACKEND = "keras.backend."
HAVE_PARTS = ast.Name | ast.Attribute | ast.Subscript | ast.Call
"""The expressions behind which `.shape` can be written without brackets around them."""


def backend_functions(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Calls such as `K.sum(x, axis=1)`, and the import of ops if it is missing."""
    origins = Origins(script)
    ops = _name_of_ops(origins)
    if not ops and not origins.is_unbound("ops"):  # a name of the script's own
        return
    found = [finding for call in script.walk(ast.Call) if (finding := _rewritten(script, call, origins, ops, gettext))]
    uses = [edit.start for finding in found for edit in finding.edits if "ops." in edit.text]
    if uses and not ops:
        first = min(uses)
        line, edit = import_before(script, first, "ops")
        yield Finding(line, gettext("`ops` has to be imported."), (edit,))
    yield from found


def _name_of_ops(origins: Origins) -> str:
    """What keras.ops is called in a script: "ops" or "keras.ops"; "" if it is not imported."""
    imported = origins.imported.items()
    modules = [name for name, origin in imported if origin in ("keras.ops", "tf.keras.ops")]
    roots = [f"{name}.ops" for name, origin in imported if origin in ("keras", "tf.keras")]
    return next(iter(modules + roots), "")


def _rewritten(script: Script, call: ast.Call, origins: Origins, ops: str, gettext: Translate) -> Finding | None:
    """The finding about a call of a function that keras.ops has too; None for any other call."""
    origin = origins.of(call.func) if isinstance(call.func, ast.Attribute) else ""
    if not origin.startswith(BACKEND):
        return None
    old = origin.removeprefix(BACKEND)
    is_same = old not in FORMS or (old == "sqrt" and bool(call.args) and _is_never_negative(call.args[0]))
    if is_same:
        return _renamed(script, call, old, ops, gettext)
    return _in_another_form(script, call, old, ops, gettext) if old in FORMS else None


def _renamed(script: Script, call: ast.Call, old: str, ops: str, gettext: Translate) -> Finding | None:
    """The finding about a call with the same arguments in keras.ops."""
    now = "sqrt" if old == "sqrt" else IN_OPS.get(old)
    _most, taken = keras_3.arguments(f"keras.ops.{now}") or (0, [])
    is_plain = call.args and not any(isinstance(each, ast.Starred) for each in call.args)
    if now is None or not is_plain or any(keyword.arg not in taken for keyword in call.keywords):
        return None
    order = _order(call) if old.endswith("crossentropy") else ()
    if order is None:
        return None
    edits = [Replacement(script.start(call.func), script.end(call.func), f"{ops or 'ops'}.{now}")]
    starts = [script.start(each) for each in call.args]
    edits += [Replacement(at, at, f"{name}=") for at, name in zip(starts, order, strict=False)]
    if old in OPS_DEFAULTS and len(call.args) + len(call.keywords) == (2 if old == "gather" else 1):
        at = script.end(call) - 1
        last = script.token_before(at)
        comma = "" if last is not None and last.text == "," else ", "
        edits.append(Replacement(at, at, f"{comma}{OPS_DEFAULTS[old]}"))
    words = gettext("`{old}` is `{now}` now.").format(old=dotted(call.func), now=f"keras.ops.{now}")
    return Finding(call.lineno, words, tuple(edits))


def _order(call: ast.Call) -> tuple[str, ...] | None:
    """The names to give the arguments of a cross-entropy; None if it is not clear which are the targets.

    Keras before 2.0.7 took the outputs first, and then the targets.
    """
    is_target = [any(word in last_name(each).lower() for word in ("true", "target", "label")) for each in call.args]
    is_output = [any(word in last_name(each).lower() for word in ("pred", "output", "logit")) for each in call.args]
    if is_target[:1] == [True] or is_output[1:2] == [True] or len(call.args) < 2:
        return ()
    return ("output", "target") if is_output[0] or is_target[1] else None


def _in_another_form(script: Script, call: ast.Call, old: str, ops: str, gettext: Translate) -> Finding | None:
    """The finding about a call that keras.ops computes by other arguments, or by several functions."""
    names, form = FORMS[old]
    given = dict(zip(names, call.args, strict=False)) | {each.arg or "": each.value for each in call.keywords}
    if len(call.args) + len(call.keywords) != len(names) or tuple(given) != names:
        return None
    is_simple = all(
        isinstance(given[name], ast.Name | ast.Attribute) for name in names if form.count(f"{{{name}}}") > 1
    )
    has_parts = all(isinstance(given[name], HAVE_PARTS) for name in names if f"{{{name}}}." in form)
    is_rate = any(isinstance(value, ast.Attribute) and value.attr == "lr" for value in given.values())
    if is_rate or not is_simple or not has_parts:
        return None
    edits = tuple(_pieces(script, call, form, given, ops or "ops"))
    if any("#" in script.text[edit.start : edit.end] for edit in edits):
        return None
    now = form.partition("(")[0].replace("{ops}", "keras.ops") if "{ops}" in form else "x.shape"
    words = gettext("`{old}` is gone: here it is written with `{now}`.")
    if old == "sqrt":
        words = gettext("`{old}` took negative numbers for 0, and `{now}` does not: here they are made 0 first.")
    return Finding(call.lineno, words.format(old=dotted(call.func), now=now), edits)


def _pieces(script: Script, call: ast.Call, form: str, given: dict[str, ast.expr], ops: str) -> Iterator[Replacement]:
    """The edits around the arguments, which stay where they are, because they may have to be rewritten themselves."""
    at, text, left = script.start(call), "", dict(given)
    for literal, name, _, _ in Formatter().parse(form):
        text += literal
        if name in left:
            value = left.pop(name)
            yield Replacement(at, script.start(value), text)
            at, text = script.end(value), ""
        elif name is not None:
            text += ops if name == "ops" else script.on_one_line(given[name])
    yield Replacement(at, script.end(call), text)


def _is_never_negative(node: ast.expr) -> bool:
    """Whether a number surely is at least 0, by the functions that compute it."""
    if isinstance(node, ast.BinOp):
        is_even = isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant) and node.right.value == 2
        is_kept = isinstance(node.op, ast.Add | ast.Mult | ast.Div)
        return is_even or (is_kept and _is_never_negative(node.left) and _is_never_negative(node.right))
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float) and node.value >= 0
    if not isinstance(node, ast.Call):
        return False
    callee = last_name(node.func)
    if callee in OF_NEVER_NEGATIVE:
        return bool(node.args) and _is_never_negative(node.args[0])
    if callee == "maximum":
        return any(map(_is_never_negative, node.args))
    return callee in NEVER_NEGATIVE


def dtypes(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The names of dtypes that only TensorFlow reads, in a cast and as an argument of Keras."""
    words = gettext("Keras 3 reads no dtype `{old}`: it is `{now}`.")
    origins = Origins(script)
    for call in script.walk(ast.Call):
        origin = origins.of(call.func)
        given = [each.value for each in call.keywords if each.arg == "dtype"]
        given += call.args[1:2] if origin.endswith(("backend.cast", "ops.cast")) else []
        for value in given if origin.startswith(("keras.", "tf.keras.")) else ():
            now = DTYPES.get(str(value.value)) if isinstance(value, ast.Constant) else None
            if now:
                edit = Replacement(script.start(value), script.end(value), repr(now))
                yield Finding(value.lineno, words.format(old=value.value, now=now), (edit,))  # type: ignore[attr-defined]


def backends(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The backends that Keras 3 does not run on, where the environment names one."""
    words = gettext("Keras 3 does not run on `{old}`; it runs on `tensorflow`, `jax` or `torch`.")
    for node in script.walk(ast.Assign):
        target, value = node.targets[0], node.value
        key = target.slice if isinstance(target, ast.Subscript) else None
        is_named = isinstance(key, ast.Constant) and key.value == "KERAS_BACKEND"
        if is_named and isinstance(value, ast.Constant) and value.value in BACKENDS:
            edit = Replacement(script.start(value), script.end(value), "'tensorflow'")
            yield Finding(node.lineno, words.format(old=value.value), (edit,))
