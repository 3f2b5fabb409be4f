"""Rules for methods of models that Keras 3 no longer has, and for names of Python 2."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import METHODS, RECURRENT
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

MAKES_MODELS = ("Sequential", "Model", "load_model", "model_from_json", "clone_model")
BINARY = "binary_crossentropy"


def _method_calls(script: Script, name: str) -> Iterator[tuple[ast.Call, ast.Attribute]]:
    for call in script.walk(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == name:
            yield call, call.func


def renamed_methods(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Methods that have another name now, such as fit_generator."""
    words = gettext("`{old}` is `{now}` now.")
    for old, now in METHODS.items():
        for call, method in _method_calls(script, old):
            edit = Replacement(script.end(method) - len(old), script.end(method), now)
            yield Finding(call.lineno, words.format(old=old, now=now), (edit,))


def predicted_probabilities(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method predict_proba of a Keras model; the models of scikit-learn still have it."""
    for call, method in _method_calls(script, "predict_proba"):
        if _kind(script, method.value) == "model":
            edit = Replacement(script.end(method) - len(method.attr), script.end(method), "predict")
            yield Finding(
                call.lineno, gettext("`{old}` is `{now}` now.").format(old=method.attr, now="predict"), (edit,)
            )
        else:
            words = gettext("`predict_proba()`: for a Keras model it is `predict` now.")
            yield Finding(call.lineno, words, is_rewritten=False)


def predicted_classes(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method predict_classes: the position of the largest output, or whether a single output is above 0.5."""
    is_binary = any(isinstance(each, ast.Constant) and each.value == BINARY for each in ast.walk(script.tree))
    is_binary &= not any(last_name(each.func) == "to_categorical" for each in script.walk(ast.Call))
    for call, method in _method_calls(script, "predict_classes"):
        name = Replacement(script.end(method) - len(method.attr), script.end(method), "predict")
        if is_binary:
            words = gettext("`predict_classes` is gone: with one sigmoid output, the class is whether it is above 0.5.")
            start, end = Replacement(script.start(call), script.start(call), "("), ' > 0.5).astype("int32")'
        else:
            words = gettext("`predict_classes` is gone: the class is the position of the largest output.")
            start, end = None, ".argmax(axis=-1)"
        edits = (*([start] if start else []), name, Replacement(script.end(call), script.end(call), end))
        yield Finding(call.lineno, words, edits)


def reset_models(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method reset_states of a model: each stateful layer has its own."""
    layer = next(name for name in ("layer", "each_layer", "stateful_layer", "reset_layer") if name not in script.names)
    for call, method in _method_calls(script, "reset_states"):
        model = script.source(method.value)
        kind = _kind(script, method.value)
        if kind == "layer":
            continue
        if kind == "" or "\n" in model:
            words = gettext(
                "`reset_states()`: if this is a model, reset each of its stateful layers; a layer still has it."
            )
            yield Finding(call.lineno, words, is_rewritten=False)
            continue
        words = gettext("`model.reset_states()` is gone: each stateful layer has its own.")
        yield Finding(call.lineno, words, (_reset(script, call, model, layer),))


def _reset(script: Script, call: ast.Call, model: str, layer: str) -> Replacement:
    start, end = script.start(call), script.end(call)
    statement = script.statement(call)
    indentation = script.indentation(statement)
    alone = isinstance(statement, ast.Expr) and statement.value is call and script.ends_its_line(statement)
    condition = f'if getattr({layer}, "stateful", False)'
    if not alone or indentation is None:
        return Replacement(start, end, f"[{layer}.reset_states() for {layer} in {model}.layers {condition}]")
    step = "\t" if "\t" in indentation else "    "
    lines = [f"for {layer} in {model}.layers:", f"{step}{condition}:", f"{2 * step}{layer}.reset_states()"]
    return Replacement(start, end, f"\n{indentation}".join(lines))


def _kind(script: Script, receiver: ast.expr) -> str:
    """Whether a name means a "model" or a "layer"; "" if that is not known."""
    name = dotted(receiver)
    made = {
        last_name(node.value.func)
        for node in script.walk(ast.Assign)
        if isinstance(node.value, ast.Call) and any(dotted(target) == name for target in node.targets)
    }
    if made & set(RECURRENT) or "layer" in last_name(receiver).lower() or isinstance(receiver, ast.Subscript):
        return "layer"
    if made & set(MAKES_MODELS) or _is_made_by_own(script, made):
        return "model"
    is_of_another_class = any(callee[:1].isupper() for callee in made)
    return "model" if "model" in last_name(receiver).lower() and not is_of_another_class else ""


def _is_made_by_own(script: Script, callees: set[str]) -> bool:
    """Whether one of the callees is a function of the script that makes a model."""
    return any(
        isinstance(node, ast.Call) and last_name(node.func) in MAKES_MODELS
        for function in script.walk(ast.FunctionDef)
        if function.name in callees
        for node in ast.walk(function)
    )


def weight_files(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of weight files: Keras 3 saves weights only under names that end in .weights.h5."""
    saved = [(call, call.args[0]) for call, _ in _method_calls(script, "save_weights") if call.args]
    names = {file.value for _, file in saved if isinstance(file, ast.Constant) and isinstance(file.value, str)}
    words = gettext("`save_weights` only takes names that end in `.weights.h5`.")
    loaded = [(call, call.args[0]) for call, _ in _method_calls(script, "load_weights") if call.args]
    for call, file in [*saved, *loaded]:
        is_text = isinstance(file, ast.Constant) and file.value in names
        if is_text and not str(file.value).endswith(".weights.h5"):  # type: ignore[attr-defined]
            name = str(file.value).removesuffix(".hdf5").removesuffix(".h5")  # type: ignore[attr-defined]
            edit = Replacement(script.start(file), script.end(file), repr(f"{name}.weights.h5"))
            yield Finding(call.lineno, words, (edit,))


def python_2_names(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of Python 2, such as xrange, and `print >>file`, which Python 3 reads as a shift."""
    for shift in script.walk(ast.BinOp):
        if isinstance(shift.op, ast.RShift) and last_name(shift.left) == "print":
            words = gettext("`print >>file, …` is `print(…, file=file)` in Python 3.")
            yield Finding(shift.lineno, words, is_rewritten=False)
    table = {"xrange": "range", "raw_input": "input", "unicode": "str"}
    words = gettext("`{old}` is `{now}` in Python 3.")
    for node in script.walk(ast.Name):
        if (now := table.get(node.id)) and isinstance(node.ctx, ast.Load):
            edit = Replacement(script.start(node), script.end(node), now)
            yield Finding(node.lineno, words.format(old=node.id, now=now), (edit,))
