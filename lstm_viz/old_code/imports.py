"""Rules for modules and names that Keras 3 has moved, renamed or removed."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import GONE, MODULES, ONLY_IN_TENSORFLOW, OPTIMIZERS, RENAMED, ROOTS
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

LOWER_CASE = {name.lower(): name for name in OPTIMIZERS}


def moved_modules(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Imports from modules that no longer exist, and dotted names that use them."""
    for node in script.walk(ast.ImportFrom):
        if node.level == 0 and node.module:
            yield from _import_from(script, node, node.module, gettext)
    for plain in script.walk(ast.Import):
        for alias in plain.names:
            if (now := module_now(alias.name)) != alias.name:
                # `import a.b` binds a, `import a.b as c` binds c: both names stay the same.
                edit = Replacement(script.start(alias), script.start(alias) + len(alias.name), now)
                yield Finding(plain.lineno, _moved(alias.name, now, gettext), (edit,))
    for part in script.walk(ast.Attribute):
        old, outer = dotted(part), script.parent(part)
        is_whole = not isinstance(outer, ast.Attribute) or module_now(dotted(outer)) == dotted(outer)
        if old and is_whole and (now := module_now(old)) != old:
            yield Finding(
                part.lineno, _moved(old, now, gettext), (Replacement(script.start(part), script.end(part), now),)
            )


def module_now(module: str) -> str:
    """The module that has the public names of an old module now; the module itself if it still exists."""
    root = next((root for root in ROOTS if module == root or module.startswith(root + ".")), None)
    if root:
        module = "tensorflow.keras" + module[len(root) :]
    for keras in ("keras", "tensorflow.keras", "tf.keras"):
        below = module[len(keras) + 1 :] if module.startswith(keras + ".") else ""
        for old, now in MODULES.items():
            if below == old:
                return f"{keras}.{now}"
    return module


def _import_from(script: Script, node: ast.ImportFrom, module: str, gettext: Translate) -> Iterator[Finding]:
    at = script.text.find(module, script.start(node), script.end(node))
    if at < 0:  # the module is written with blanks between its parts
        return
    names = [alias.name for alias in node.names]
    if module.endswith("keras.utils") and "np_utils" in names:
        yield _np_utils(script, node, module, gettext)
    elif module in ("keras.preprocessing.sequence", "keras.preprocessing.text") and _in_tensorflow(names):
        words = gettext(
            "`{name}` is only in `tensorflow.keras`, and deprecated there; Keras 3 has "
            "`keras.utils.timeseries_dataset_from_array` and the layer `TextVectorization`."
        )
        edit = Replacement(at, at + len(module), f"tensorflow.{module}")
        yield Finding(node.lineno, words.format(name=_in_tensorflow(names)[0]), (edit,))
    elif module_now(module) != module:
        edit = Replacement(at, at + len(module), module_now(module))
        yield Finding(node.lineno, _moved(module, module_now(module), gettext), (edit,))


def _in_tensorflow(names: list[str]) -> list[str]:
    return [name for name in names if name in ONLY_IN_TENSORFLOW]


def _np_utils(script: Script, node: ast.ImportFrom, module: str, gettext: Translate) -> Finding:
    keras, bound = module.rpartition(".")[0], "np_utils"
    others = []
    for alias in node.names:
        if alias.name == "np_utils":
            bound = alias.asname or alias.name
        else:
            others.append(script.source(alias))
    lines = [f"from {keras} import utils as {bound}"]
    lines += [f"from {module} import {', '.join(others)}"] if others else []
    indentation = script.indentation(node)
    joined = "; ".join(lines) if indentation is None else f"\n{indentation}".join(lines)
    words = gettext("`keras.utils.np_utils` is `keras.utils` now.")
    return Finding(node.lineno, words, (Replacement(script.start(node), script.end(node), joined),))


def _moved(old: str, now: str, gettext: Translate) -> str:
    return gettext("`{old}` is gone; its names are in `{now}`.").format(old=old, now=now)


def renamed(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Layers and optimizers that have another name now, where they are imported and where they are used."""
    imported = {
        alias.name
        for node in script.walk(ast.ImportFrom)
        if (node.module or "").endswith("keras.optimizers")
        for alias in node.names
    }
    table = RENAMED | {lower: name for lower, name in LOWER_CASE.items() if lower in imported}
    words = gettext("`{old}` is `{now}` now.")
    for node in script.walk(ast.ImportFrom):
        for alias in node.names:
            if "keras" in (node.module or "") and (now := table.get(alias.name)):
                edit = Replacement(script.start(alias), script.start(alias) + len(alias.name), now)
                yield Finding(node.lineno, words.format(old=alias.name, now=now), (edit,))
    for used in script.walk(ast.expr):
        old = last_name(used)
        # Lower-case names are common words. They are optimizers only if they were imported.
        if old in table and (isinstance(used, ast.Name) or old in RENAMED):
            edit = Replacement(script.end(used) - len(old), script.end(used), table[old])
            yield Finding(used.lineno, words.format(old=old, now=table[old]), (edit,))


def gone(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names that have no counterpart in Keras 3, each found once."""
    advice = {
        "TimeDistributedDense": gettext(
            "`TimeDistributedDense` is gone: a `Dense` layer is applied to each step by itself."
        ),
        "Merge": gettext("`Merge` is gone: use the functional API with `Concatenate`, `Add` or `Dot`."),
        "KerasClassifier": gettext(
            "`KerasClassifier` is gone: use `keras.wrappers.SKLearnClassifier` or the package scikeras."
        ),
        "KerasRegressor": gettext(
            "`KerasRegressor` is gone: use `keras.wrappers.SKLearnRegressor` or the package scikeras."
        ),
        "multi_gpu_model": gettext("`multi_gpu_model` is gone: use `tf.distribute.MirroredStrategy`."),
        "set_session": gettext("`set_session` is gone: TensorFlow 2 has no sessions. Leave the lines out."),
    }
    seen: set[str] = set()
    for node in script.walk(ast.AST):
        name = node.name if isinstance(node, ast.alias) else last_name(node)
        if name in GONE and name not in seen:
            seen.add(name)
            words = advice.get(name) or gettext("`{name}` is gone from Keras 3.").format(name=name)
            yield Finding(node.lineno, words, is_rewritten=False)  # type: ignore[attr-defined]
