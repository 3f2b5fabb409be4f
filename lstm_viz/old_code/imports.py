"""Rules for modules and names that Keras 3 has moved, renamed or removed."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.merging import imported_instead
from lstm_viz.old_code.names import MODULES, ONLY_IN_TENSORFLOW, OPTIMIZERS, RENAMED, RENAMED_IN, ROOTS
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import MAKES_MODELS
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name
from lstm_viz.old_code.slices import are_sliced

LOWER_CASE = {name.lower(): name for name in OPTIMIZERS}


class Imported(NamedTuple):
    """What becomes of a name that is imported.

    Attributes:
        module: The module that has it now.
        other_name: The name that it has there, if the import must be written anew.
        text: Its part of the import; "" if it is left out.
        is_new: Whether it is left out, or other names are imported in its place.
    """

    module: str
    other_name: str
    text: str
    is_new: bool = False


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
    origins = Origins(script)
    for part in script.walk(ast.Attribute):
        old, outer = dotted(part), script.parent(part)
        if part.attr == "merge" and isinstance(outer, ast.Call) and outer.func is part:
            continue  # the function, not the module with the layers that merge
        is_whole = not isinstance(outer, ast.Attribute) or _name_now(outer, origins) == dotted(outer)
        if old and is_whole and (now := _name_now(part, origins)) != old:
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


def _name_now(node: ast.Attribute, origins: Origins) -> str:
    """A dotted name as it is now, which may begin with the name of an imported module; "" if it is not a name."""
    written = dotted(node)
    first, dot, below = written.partition(".")
    origin = origins.of(node).removesuffix(dot + below)
    now = module_now(f"{origin}{dot}{below}")
    if module_now(written) != written or not origin or not f"{now}.".startswith(f"{origin}."):
        return module_now(written)
    return first + now.removeprefix(origin)


def _import_from(script: Script, node: ast.ImportFrom, module: str, gettext: Translate) -> Iterator[Finding]:
    at = script.text.find(module, script.start(node), script.end(node))
    moved = _moved_names(script, node, module)
    if at < 0 or not moved:  # the module may be written with blanks between its parts
        return
    if not _is_written_anew(moved):
        edit = Replacement(at, at + len(module), next(iter(moved.values())).module)
    else:
        edit = Replacement(script.start(node), script.end(node), _lines(script, node, moved))
    words = gettext("`{name}` is gone, and the code does not need it: it is no longer imported.")
    for name, each in moved.items():
        if not each.text:
            yield Finding(node.lineno, words.format(name=name), (edit,))
    for name, each in moved.items():
        if (each.module != module or each.other_name) and not each.is_new:
            yield Finding(node.lineno, _sentence(name, module, each.module, gettext), (edit,))
            return
    if new := ", ".join(each.text for each in moved.values() if each.text and each.is_new):
        yield Finding(node.lineno, gettext("Imported instead: `{names}`.").format(names=new), (edit,))


def _is_written_anew(moved: dict[str, Imported]) -> bool:
    return len({each.module for each in moved.values()}) > 1 or any(
        each.other_name or each.is_new for each in moved.values()
    )


def _sentence(name: str, module: str, now: str, gettext: Translate) -> str:
    if now.startswith("tensorflow.") and not module.startswith("tensorflow."):
        return gettext(
            "`{name}` is only in `tensorflow.keras`, and deprecated there; Keras 3 has "
            "`keras.utils.timeseries_dataset_from_array` and the layer `TextVectorization`."
        ).format(name=name)
    if not module_now(f"{module}.{name}").endswith(f".{name}"):
        return gettext("`{old}` is `{now}` now.").format(old=f"{module}.{name}", now=module_now(f"{module}.{name}"))
    if now != module_now(module) == module:
        return gettext("`{old}` is `{now}` now.").format(old=f"{module}.{name}", now=f"{now}.{name}")
    if now != module_now(module):
        return gettext("`{old}` is gone; `{name}` is in `{now}`.").format(old=module, name=name, now=now)
    return _moved(module, now, gettext)


def _moved_names(script: Script, node: ast.ImportFrom, module: str) -> dict[str, Imported]:
    """What becomes of each name that is imported; empty if each is where it was."""
    found: dict[str, Imported] = {}
    for alias in node.names:
        inner = module_now(f"{module}.{alias.name}")
        instead = _instead(script, module, alias)
        if instead is not None:
            new = [name for name in instead if not any(name in each.text.split(", ") for each in found.values())]
            found[alias.name] = Imported(module_now(module), "", ", ".join(new), is_new=True)
        elif not inner.endswith(f".{alias.name}") and not _is_function(script, alias):
            parent, _dot, last = inner.rpartition(".")
            found[alias.name] = Imported(parent, last, f"{last} as {alias.asname or alias.name}")
        else:
            now = _table_of(module).get(alias.name, alias.name)
            text = now + script.source(alias)[len(alias.name) :]
            found[alias.name] = Imported(module_of(script, module, alias), "", text)
    is_changed = any(each.module != module or each.other_name or each.is_new for each in found.values())
    return found if is_changed else {}


def _instead(script: Script, module: str, alias: ast.alias) -> tuple[str, ...] | None:
    """The names that are imported in place of one that is gone and no longer needed; None if it stays."""
    if "keras" not in module.split(".") or alias.name == "*" or alias.asname:
        return None
    is_merge = _is_function(script, alias) or alias.name == "Merge"
    if is_merge and alias.name in script.names:
        return imported_instead(script, alias.name)
    if are_sliced(script, alias.name):
        return ()
    if keras_3.has(f"{Origins.module(module_of(script, module, alias))}.{alias.name}") and not is_merge:
        return None
    is_old = not module_now(f"{module}.{alias.name}").endswith(f".{alias.name}") or alias.name in _table_of(module)
    makes = any(last_name(call.func) in MAKES_MODELS for call in script.walk(ast.Call))
    return () if makes and alias.name not in script.names and (is_merge or not is_old) else None


def _is_function(script: Script, alias: ast.alias) -> bool:
    """Whether `merge` is the function of Keras 1, and not the module of Keras 2 with the layers that merge."""
    name = alias.asname or alias.name
    return alias.name == "merge" and not any(dotted(node.value) == name for node in script.walk(ast.Attribute))


def module_of(script: Script, module: str, alias: ast.alias) -> str:
    """The module that has a name now which a script imports from an old one."""
    root = "tensorflow.keras" if module_now(module).startswith("tensorflow.keras") else "keras"
    now = module_now(module)
    if _is_in_tensorflow(script, module, alias):
        return f"tensorflow.{module}"
    if module.split(".")[0] not in ("keras", "tensorflow") or alias.name == "*":
        return now
    name = _table_of(module).get(alias.name, alias.name)
    if now == module and keras_3.has(f"{Origins.module(now)}.{name}"):
        return now
    home = keras_3.home(name, now[len(root) + 1 :])
    return now if home is None else f"{root}.{home}".rstrip(".")


def _is_in_tensorflow(script: Script, module: str, alias: ast.alias) -> bool:
    if module in ("keras.preprocessing.sequence", "keras.preprocessing.text", "keras.preprocessing.image"):
        return alias.name in ONLY_IN_TENSORFLOW
    if module != "keras.preprocessing" or alias.name not in ("sequence", "text", "image"):
        return False
    used = {node.attr for node in script.walk(ast.Attribute) if dotted(node.value) == (alias.asname or alias.name)}
    return alias.name == "text" or bool(used & set(ONLY_IN_TENSORFLOW))


def _lines(script: Script, node: ast.ImportFrom, moved: dict[str, Imported]) -> str:
    """The import anew: a line for each module, and for each module that is itself imported."""
    parts: dict[tuple[str, str], list[str]] = {}
    for each in moved.values():
        if each.text:
            parts.setdefault((each.module, each.other_name), []).append(each.text)
    lines = [f"from {now} import {', '.join(texts)}" for (now, _name), texts in parts.items()]
    indentation = script.indentation(node)
    if not lines:
        return "pass" if indentation else f"# {script.on_one_line(node)}"
    return "; ".join(lines) if indentation is None else f"\n{indentation}".join(lines)


def _moved(old: str, now: str, gettext: Translate) -> str:
    return gettext("`{old}` is gone; its names are in `{now}`.").format(old=old, now=now)


def _table_of(module: str) -> dict[str, str]:
    """The names of a module, old or not, that are other names now."""
    if module.split(".")[0] not in ("keras", "tensorflow"):
        return {}
    below, now = (each.partition("keras.")[2] for each in (module, module_now(module)))
    lower = LOWER_CASE if now == "optimizers" else {}
    return RENAMED | lower | RENAMED_IN.get(now, {}) | RENAMED_IN.get(below, {})


def renamed(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Layers, optimizers and functions that have another name now, where they are imported and where they are used."""
    words = gettext("`{old}` is `{now}` now.")
    used_names, origins = dict(RENAMED), Origins(script)
    for node in script.walk(ast.ImportFrom):
        table = _table_of(node.module or "")
        is_whole = _is_written_anew(_moved_names(script, node, node.module or ""))
        for alias in node.names:
            if alias.name == "*":
                used_names |= {name: now for name, now in table.items() if origins.is_unbound(name)}
            if now := table.get(alias.name):
                edit = Replacement(script.start(alias), script.start(alias) + len(alias.name), now)
                yield Finding(node.lineno, words.format(old=alias.name, now=now), () if is_whole else (edit,))
                used_names |= {alias.name: now} if alias.asname is None else {}
    for part in script.walk(ast.Attribute):
        now = _table_of(re.sub("^tf[.]", "tensorflow.", origins.of(part.value))).get(part.attr)
        if now and part.attr not in RENAMED:
            edit = Replacement(script.end(part) - len(part.attr), script.end(part), now)
            yield Finding(part.lineno, words.format(old=part.attr, now=now), (edit,))
    for used in script.walk(ast.expr):
        old = last_name(used)
        # Lower-case names are common words. They are renamed only if they were imported.
        if old in used_names and (isinstance(used, ast.Name) or old in RENAMED):
            edit = Replacement(script.end(used) - len(old), script.end(used), used_names[old])
            yield Finding(used.lineno, words.format(old=old, now=used_names[old]), (edit,))
