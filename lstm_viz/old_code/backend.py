"""The rule for functions of arrays in Keras 2's backend: those with the same arguments in keras.ops are rewritten."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.inputs import import_before
from lstm_viz.old_code.names import IN_OPS, OPS_DEFAULTS
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.script import Replacement, Script, dotted

BACKEND = "keras.backend."


def backend_functions(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Calls such as `K.sum(x, axis=1)`, and the import of ops if it is missing."""
    origins = Origins(script)
    ops = _name_of_ops(origins)
    if not ops and not origins.is_unbound("ops"):  # a name of the script's own
        return
    found = [finding for call in script.walk(ast.Call) if (finding := _rewritten(script, call, origins, ops, gettext))]
    if found and not ops:
        first = min(edit.start for finding in found for edit in finding.edits)
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
    old = origin.removeprefix(BACKEND)
    now = IN_OPS.get(old) if origin.startswith(BACKEND) else None
    _most, taken = keras_3.arguments(f"keras.ops.{now}") or (0, [])
    is_plain = call.args and not any(isinstance(each, ast.Starred) for each in call.args)
    if now is None or not is_plain or any(keyword.arg not in taken for keyword in call.keywords):
        return None
    edits = [Replacement(script.start(call.func), script.end(call.func), f"{ops or 'ops'}.{now}")]
    if old in OPS_DEFAULTS and len(call.args) + len(call.keywords) == (2 if old == "gather" else 1):
        at = script.end(call) - 1
        last = script.token_before(at)
        comma = "" if last is not None and last.text == "," else ", "
        edits.append(Replacement(at, at, f"{comma}{OPS_DEFAULTS[old]}"))
    words = gettext("`{old}` is `{now}` now.").format(old=dotted(call.func), now=f"keras.ops.{now}")
    return Finding(call.lineno, words, tuple(edits))
