"""Rules for the names of files: Keras 3 takes some endings only, and reads each file by what its name ends in."""

import ast
import re
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.receivers import is_model, makers
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

WEIGHTS, MODEL = ".weights.h5", ".keras"
OLD_ENDINGS = (".weights.hdf5", ".hdf5", ".h5", ".hdf", ".tf", ".ckpt", ".model")
Use = tuple[ast.Call, ast.expr]


def file_names(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Files that are saved under names that Keras 3 refuses, and where these are loaded again."""
    loads = [*_given(script, "load_weights"), *_given(script, "load_model")]
    changed: dict[ast.Constant, str] = {}
    first_saved: dict[str, int] = {}
    for call, file, ending in _saves(script):
        text = _end_of(script, file)
        if text is None or not isinstance(text.value, str):
            if not _is_from_outside(file):
                continue
            words = gettext("The name of this file has to end in `{ending}`: see that it does.")
            yield Finding(call.lineno, words.format(ending=ending), is_rewritten=False)
        elif not text.value.endswith(ending) and (ending == WEIGHTS or not _may_stay(script, call, text.value, loads)):
            now = _renamed(text.value, ending)
            # One text can be the name of several files: it gets its new end once.
            edits = () if text in changed else (_edit(script, text, now),)
            is_rewritten = changed.setdefault(text, now) == now
            first_saved.setdefault(text.value, script.start(call))
            words = gettext("Keras 3 saves this under a name that ends in `{ending}` only.")
            yield Finding(call.lineno, words.format(ending=ending), edits, is_rewritten=is_rewritten)
    yield from _loaded(script, loads, changed, first_saved, gettext)


def _loaded(
    script: Script, loads: list[Use], changed: dict[ast.Constant, str], first_saved: dict[str, int], gettext: Translate
) -> Iterator[Finding]:
    new = {str(text.value): now for text, now in changed.items()}
    for call, file in loads:
        text = _end_of(script, file)
        name = text.value if text is not None and isinstance(text.value, str) else ""
        if name not in new and (saved := next((old for old in new if _is_one_of(name, old)), "")):
            ending = WEIGHTS if new[saved].endswith(WEIGHTS) else MODEL
            new[name], first_saved[name] = _renamed(name, ending), first_saved[saved]
        is_earlier = name in first_saved and script.start(call) < first_saved[name]
        if text is not None and name in new and not is_earlier:
            if text not in changed:
                words = gettext("The file is loaded under the name that it is saved under.")
                yield Finding(call.lineno, words, (_edit(script, text, new[name]),))
        elif is_earlier:
            words = gettext(
                "The file is loaded before it is saved: a file of Keras 2 keeps its name, a file that this script "
                "saved has the new one."
            )
            yield Finding(call.lineno, words, is_rewritten=False)
        elif last_name(call.func) == "load_model" and name.endswith((".h5", ".hdf5")) and name not in new:
            words = gettext(
                "An `.h5` file of Keras before 2.3 may say hard_sigmoid, which is a different function now: "
                "look at each layer's `recurrent_activation`."
            )
            yield Finding(call.lineno, words, is_rewritten=False)
        if (
            last_name(call.func) == "load_model"
            and name not in new
            and name.endswith((".h5", ".hdf5"))
            and not _is_not_compiled(call)
        ):
            words = gettext(
                "`load_model` of an `.h5` file fails if the model was compiled with a short name such as 'mse': "
                "add `compile=False`, and compile the model again."
            )
            yield Finding(call.lineno, words, is_rewritten=False)


def loads_its_own(script: Script, call: ast.Call) -> bool:
    """Whether `load_weights` or `load_model` is given the name of a file that the script saves."""
    saved = {text.value for _call, file, _ending in _saves(script) if (text := _end_of(script, file))}
    given = [file for each, file in _given(script, last_name(call.func)) if each is call]
    return any((text := _end_of(script, file)) is not None and text.value in saved for file in given)


def loaded_lambdas(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Models with a lambda in a layer, which the script saves and loads again."""
    words = gettext(
        "Keras 3 loads no `Lambda` layer whose function is a Python lambda: give the function a name by `def`, and "
        "give it to `load_model` in `custom_objects`."
    )
    layers = [call for call in script.walk(ast.Call) if last_name(call.func) in ("Lambda", "merge", "Merge")]
    given = [value for call in layers for value in (*call.args, *(each.value for each in call.keywords))]
    for call, _file in _given(script, "load_model") if any(isinstance(each, ast.Lambda) for each in given) else ():
        if loads_its_own(script, call):
            yield Finding(call.lineno, words, is_rewritten=False)


def latest_checkpoints(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Weights that are loaded from the newest checkpoint of TensorFlow, where Keras 3 saves a file of its own."""
    words = gettext(
        "`latest_checkpoint` finds the checkpoints of TensorFlow alone, not the files that Keras 3 saves: give "
        "`load_weights` the name of the file."
    )
    for call, file in _given(script, "load_weights"):
        if any(
            isinstance(each, ast.Call) and last_name(each.func) == "latest_checkpoint"
            for each in (file, *makers(script, file))
        ):
            yield Finding(call.lineno, words, is_rewritten=False)


def _edit(script: Script, text: ast.Constant, now: str) -> Replacement:
    """The edit that gives a file another name: of its end alone, as a place for a metric may change, too."""
    start, code, name = script.start(text), script.source(text), str(text.value)
    old = _old_ending(name)
    new = now[len(name) - len(old) :]
    end = len(code) - (3 if code.endswith(("'''", '"""')) else 1)
    if not code[:end].endswith(old):
        return Replacement(start, start + len(code), repr(now))
    return Replacement(start + end - len(old), start + end, new)


def _is_not_compiled(call: ast.Call) -> bool:
    return any(keyword.arg == "compile" for keyword in call.keywords)


def _given(script: Script, name: str) -> list[Use]:
    """The calls of this name, with the file that they are given."""
    found = []
    for call in script.walk(ast.Call):
        if last_name(call.func) == name:
            named = [each.value for each in call.keywords if each.arg in ("filepath", "path", "fname")]
            found += [(call, file) for file in (call.args[:1] or named)[:1]]
    return found


def _saves(script: Script) -> Iterator[tuple[ast.Call, ast.expr, str]]:
    """The calls that save weights or a model, with the file and what its name must end in."""
    for call, file in _given(script, "save_weights"):
        yield call, file, WEIGHTS
    for call, file in _given(script, "ModelCheckpoint"):
        weights = [each.value for each in call.keywords if each.arg == "save_weights_only"] + call.args[4:5]
        is_weights = bool(weights) and not (isinstance(weights[0], ast.Constant) and weights[0].value is False)
        yield call, file, WEIGHTS if is_weights else MODEL
    for call, file in _given(script, "save"):
        # numpy, matplotlib and others have a `save` too, and models of other packages.
        if isinstance(call.func, ast.Attribute) and is_model(script, call.func.value):
            yield call, file, MODEL
    for call in script.walk(ast.Call):
        if last_name(call.func) == "save_model" and len(call.args) > 1:
            yield call, call.args[1], MODEL


def _may_stay(script: Script, call: ast.Call, name: str, loads: list[Use]) -> bool:
    """Whether Keras 3 saves a whole model under a name: it does under .h5, which is of use if nothing here loads it."""
    is_loaded = any(
        last_name(load.func) == "load_model" and (text := _end_of(script, file)) is not None and text.value == name
        for load, file in loads
    )
    is_checkpoint = last_name(call.func) == "ModelCheckpoint"
    return name.endswith((".h5", ".hdf5")) and not is_checkpoint and not is_loaded


def _end_of(script: Script, file: ast.expr) -> ast.Constant | None:
    """The text that a file's name ends in, through formats, sums, joined paths and names; None if it is not written."""
    for _step in range(10):  # a name may be given by a name
        if isinstance(file, ast.Constant):
            return file
        if isinstance(file, ast.BinOp):
            file = file.right if isinstance(file.op, ast.Add) else file.left
        elif isinstance(file, ast.Call) and last_name(file.func) in ("join", "str", "Path") and file.args:
            file = file.args[-1]
        elif isinstance(file, ast.Call) and isinstance(file.func, ast.Attribute) and file.func.attr == "format":
            file = file.func.value
        elif isinstance(file, ast.Name):
            given = [node.value for node in script.walk(ast.Assign) if file.id in map(dotted, node.targets)]
            if len(given) != 1:
                return None
            file = given[0]
        else:
            return None
    return None


def _is_from_outside(file: ast.expr) -> bool:
    """Whether a name's end is not in the script: not so for an f-string that ends as it has to."""
    last = file.values[-1] if isinstance(file, ast.JoinedStr) and file.values else None
    ends = isinstance(last, ast.Constant) and str(last.value).endswith((WEIGHTS, MODEL))
    return not ends


def _is_one_of(name: str, saved: str) -> bool:
    """Whether a name is one that a text with places for numbers gives, such as "w_1.h5" of "w_%d.h5"."""
    parts = re.split(r"%[-\d.]*[a-z]|\{[^}]*\}", saved)
    if len(parts) == 1 or not name.startswith(parts[0]):
        return False
    end = len(parts[0])
    for part in parts[1:-1]:  # at least one letter stands for a number
        start = name.find(part, end + 1)
        if start < 0:
            return False
        end = start + len(part)
    return name.endswith(parts[-1]) and end < len(name) - len(parts[-1])


def _renamed(name: str, ending: str) -> str:
    return name.removesuffix(_old_ending(name)) + ending


def _old_ending(name: str) -> str:
    return next((old for old in OLD_ENDINGS if name.endswith(old)), "")
