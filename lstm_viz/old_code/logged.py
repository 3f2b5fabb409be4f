"""Rules for the names under which Keras logs: in histories, in callbacks, in the names of checkpoints' files."""

import ast
import re
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import FUNCTIONS, LOGGED
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

IN_FORMAT = re.compile(r"\{(\w+)(?=[:}!])")
"""A name in the name of a checkpoint's file, such as val_acc in "w-{val_acc:.2f}.h5"."""
METRIC = re.compile("|".join(sorted((rf"(?<![^_]){name}$" for name in LOGGED), key=len, reverse=True)))
"""The metric in a logged name, behind the name of an output if there is one."""

MONITORS = ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau")
"""The callbacks that take the name of what they watch, also by position."""


def logged_names(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The names of metrics in histories, callbacks and file names: acc is accuracy now, lr is learning_rate."""
    metrics = _metrics(script)
    outputs = {
        str(each.value.value)
        for each in script.walk(ast.keyword)
        if each.arg == "name" and isinstance(each.value, ast.Constant)
    }
    own = {function.name for function in script.walk(ast.FunctionDef)}
    words = gettext("In the history, `{old}` is `{now}` now.")
    advice = gettext("`{old}` is named as `compile` names the metric: with metrics=['{short}'] it is `{now}`.")
    for text in [node for node in script.walk(ast.Constant) if isinstance(node.value, str)]:
        place = logged_place(script, text)
        for old, start in _names_in(script, text, place):
            now, is_sure = _name_now(old, metrics, outputs)
            if not now or old.removeprefix("val_") in own or (old == "lr" and place in ("other", "format")):
                continue
            # A line with a file's name alone is of a script that says "accuracy", as most do.
            is_alone = place == "format" and not metrics[""]
            if place == "other" or not (is_sure or is_alone):
                short = LOGGED[METRIC.search(old)[0]]  # type: ignore[index]
                sentence = advice.format(old=old, short=short, now=now)
                yield Finding(text.lineno, sentence, is_rewritten=False)
            else:
                edit = Replacement(start, start + len(old), now)
                yield Finding(text.lineno, words.format(old=old, now=now), (edit,))


def _names_in(script: Script, text: ast.Constant, place: str) -> Iterator[tuple[str, int]]:
    """The logged names in a text, and where each begins in the script."""
    if place == "format":
        for found in IN_FORMAT.finditer(script.source(text)):
            yield found[1], script.start(text) + found.start(1)
    elif place and (at := script.source(text).find(str(text.value))) >= 0:
        yield str(text.value), script.start(text) + at


def _metrics(script: Script) -> dict[str, set[str]]:
    """The metrics that `compile` is given by name: those of each output, and all under ""."""
    calls = [call for call in script.walk(ast.Call) if last_name(call.func) == "compile"]
    given = [each.value for each in script.walk(ast.keyword) if each.arg == "metrics"]
    # The third argument of `compile` without a name was the metrics.
    given += [call.args[2] for call in calls if isinstance(call.func, ast.Attribute) and len(call.args) > 2]
    metrics: dict[str, set[str]] = {"": set()}
    for value in given:
        outputs = zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else [(None, value)]
        for output, of in outputs:
            named = {node.value for node in ast.walk(of) if isinstance(node, ast.Constant)}
            texts = {name for name in named if isinstance(name, str)}
            # A function is logged under its own name.
            texts |= {FUNCTIONS.get(last_name(node), last_name(node)) for node in ast.walk(of)}
            metrics[""] |= texts
            if isinstance(output, ast.Constant):
                metrics.setdefault(str(output.value), set()).update(texts)
    return metrics


def _name_now(name: str, metrics: dict[str, set[str]], outputs: set[str]) -> tuple[str, bool]:
    """What a logged name is now, "" if it is the same, and whether that is sure for these metrics and outputs."""
    if name == "lr":
        return "learning_rate", True
    found = METRIC.search(name)
    if found is None:
        return "", True
    old, before = found[0], name[: found.start()]
    output = before.removeprefix("val_").removesuffix("_")
    known = metrics.get(output, metrics[""])
    if old in known:
        return "", True
    return before + LOGGED[old], LOGGED[old] in known and (not output or output in {*outputs, *metrics})


def logged_place(script: Script, text: ast.Constant) -> str:
    """Where a text stands: a key of a history or of logs ("logs") or of what may be one ("other"), "monitor", "format".

    "" is anywhere else.
    """
    parent = script.parent(text)
    if IN_FORMAT.search(script.source(text)):
        return "" if isinstance(parent, ast.Attribute | ast.JoinedStr) else "format"
    of = parent.value if isinstance(parent, ast.Subscript) else None
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr == "get":
        of = parent.func.value
    if isinstance(of, ast.Call) and last_name(of.func) == "get_config" and text.value == "lr":
        return "logs"
    if isinstance(parent, ast.List | ast.Tuple) and isinstance(parent.ctx, ast.Load):
        of = _read_by(script, parent)
    if of is not None:
        given = [
            node.value for node in script.walk(ast.Assign) if dotted(of) and dotted(of) in map(dotted, node.targets)
        ]
        known = [dotted(of), *map(dotted, given)]
        if any(re.search(r"(?i)hist|logs?$", each) for each in known):
            return "logs"
        return "other" if any(last_name(call.func) == "compile" for call in script.walk(ast.Call)) else ""
    is_callback = isinstance(parent, ast.Call) and last_name(parent.func) in MONITORS
    is_monitor = isinstance(parent, ast.keyword) and parent.arg == "monitor"
    return "monitor" if is_callback or is_monitor else ""


def _read_by(script: Script, texts: ast.List | ast.Tuple) -> ast.expr | None:
    """What a loop over these texts reads by them, such as `h.history` of `h.history[name]`; None if nothing."""
    loop = script.parent(texts)
    if not isinstance(loop, ast.For | ast.comprehension) or loop.iter is not texts:
        return None
    read = [node for node in script.walk(ast.Subscript) if isinstance(node.slice, ast.Name)]
    return next((node.value for node in read if last_name(node.slice) == last_name(loop.target)), None)
