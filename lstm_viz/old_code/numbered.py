"""The rule for the names that Keras gives to layers: it numbered them from 1, now the first has no number."""

import ast
import re
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.logged import logged_place
from lstm_viz.old_code.names import RENAMED
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.script import Script, last_name

NUMBERED = re.compile(r"(?:val_)?([a-z][a-z0-9_]*?)_\d+(?:_[a-z_]+)?")
BY_OUTPUT = ("loss", "loss_weights", "metrics", "sample_weight_mode")
"""The arguments of `compile` whose keys are names of outputs."""


def numbered_names(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of layers that the script itself does not give, where a layer or what it logs is looked for by them."""
    words = gettext(
        "Keras 1 and 2 numbered the layers without a `name` from 1; now the first has no number, and `lstm_1` is the "
        "second. Give the layer a `name`, and use that here."
    )
    inputs = gettext("An `Input` without a `name` was `input_1`, and is `input_layer` now. Give it a `name`.")
    made = [call for call in script.walk(ast.Call) if last_name(call.func) != "get_layer"]
    given = {_text(each.value) for call in made for each in call.keywords if each.arg == "name"} - {""}
    is_of_tf = any(origin.startswith("tf.keras") for origin in Origins(script).imported.values())
    known = {name.lower() for name in (*keras_3.layers(), *RENAMED, "Merge", "Model")}
    for text in script.walk(ast.Constant):
        found = NUMBERED.fullmatch(_text(text))
        kind = found[1].replace("_", "") if found else ""
        if not _is_name(script, text) or any(name in _text(text) for name in given):
            continue
        if kind == "input":
            yield Finding(text.lineno, inputs, is_rewritten=False)
        elif kind in known and not is_of_tf:
            yield Finding(text.lineno, words, is_rewritten=False)


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_name(script: Script, text: ast.Constant) -> bool:
    """Whether a text stands where the name of a layer does, or of what a model logs."""
    parent = script.parent(text)
    if isinstance(parent, ast.Compare):
        return any(
            isinstance(each, ast.Attribute) and each.attr == "name" for each in (parent.left, *parent.comparators)
        )
    if isinstance(parent, ast.Dict):
        outer = script.parent(parent)
        return text in parent.keys and isinstance(outer, ast.keyword) and outer.arg in BY_OUTPUT
    call = script.parent(parent) if isinstance(parent, ast.keyword) and parent.arg == "name" else parent
    is_got = isinstance(call, ast.Call) and last_name(call.func) == "get_layer"
    return is_got or (bool(_text(text)) and logged_place(script, text) in ("logs", "monitor"))
