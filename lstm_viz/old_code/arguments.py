"""Rules for arguments that Keras 3 has renamed or removed."""

import ast
from collections.abc import Callable, Iterator, Mapping

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3, names
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.imports import LOWER_CASE
from lstm_viz.old_code.script import Replacement, Script, last_name

OF_CALLS: dict[str, Callable[[ast.Call], bool]] = {
    "dropout": lambda call: last_name(call.func) == "Embedding",
    "period": lambda call: last_name(call.func) == "ModelCheckpoint",
    "val_samples": lambda call: last_name(call.func) in names.FITTING,
}
"""An argument that other calls have, too → whether a call is one that had it."""


def renamed_arguments(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Arguments that have another name now."""
    words = gettext("The argument `{old}` is `{now}` now.")
    for call in script.walk(ast.Call):
        table = _table(call)
        for keyword in call.keywords:
            old = keyword.arg or ""
            if now := table.get(old):
                edit = Replacement(script.start(keyword), script.start(keyword) + len(old), now)
                yield Finding(keyword.lineno, words.format(old=old, now=now), (edit,))
            elif old in names.OF_KERAS_1 and _is_unknown(script, call):
                now = names.LAYER_ARGUMENTS[old]
                yield Finding(keyword.lineno, words.format(old=old, now=now), is_rewritten=False)


def _is_unknown(script: Script, call: ast.Call) -> bool:
    """Whether a call makes something by a name that stands for a layer: not by a layer's own, or by the script's."""
    callee = last_name(call.func)
    own = {each.name for each in script.walk(ast.FunctionDef)} | {each.name for each in script.walk(ast.ClassDef)}
    return isinstance(call.func, ast.Name) and callee not in own and not _is_layer(callee)


def _table(call: ast.Call) -> Mapping[str, str]:
    callee = last_name(call.func)
    given = {keyword.arg for keyword in call.keywords}
    if makes_optimizer(call):
        return {"lr": "learning_rate"}
    if callee == "Embedding":
        return {"init": "embeddings_initializer", "W_regularizer": "embeddings_regularizer"} | {
            "W_constraint": "embeddings_constraint"
        }
    if callee in names.ARGUMENTS_OF:
        return names.ARGUMENTS_OF[callee]
    if _is_layer(callee):
        return {old: now for old, now in names.LAYER_ARGUMENTS.items() if now not in given}
    if callee == "Model":
        return names.MODEL_ARGUMENTS
    return names.FIT_ARGUMENTS if callee in names.FITTING and isinstance(call.func, ast.Attribute) else {}


def _is_layer(callee: str) -> bool:
    return callee in keras_3.layers() or callee in names.RENAMED


def dropped_arguments(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Arguments that no longer exist, and that did not change any number."""
    words = gettext("The argument `{name}` is gone; it did not change any number.")
    for call in script.walk(ast.Call):
        for keyword in call.keywords:
            if keyword.arg in _dropped(call) or is_as_without(call, keyword):
                yield Finding(keyword.lineno, words.format(name=keyword.arg), drops=((call, keyword),))


def _dropped(call: ast.Call) -> tuple[str, ...]:
    callee = last_name(call.func)
    if _is_layer(callee):
        return names.DROPPED_BY_LAYERS
    return names.DROPPED_BY_FIT if callee in names.FITTING else names.DROPPED_BY.get(callee, ())


def is_as_without(call: ast.Call, keyword: ast.keyword) -> bool:
    """Whether an argument has the value that meant the same as no argument."""
    if not isinstance(keyword.value, ast.Constant):
        return False
    value = keyword.value.value
    if makes_optimizer(call):
        is_none = keyword.arg in ("epsilon", "lr", "learning_rate") and value is None
        return is_none or (keyword.arg == "decay" and value == 0)
    same = names.AS_WITHOUT.get(last_name(call.func), {})
    if keyword.arg in same:
        return bool(value == same[keyword.arg])
    return _is_layer(last_name(call.func)) and keyword.arg == "time_major" and value is False


def makes_optimizer(call: ast.Call) -> bool:
    """Whether a call makes an optimizer, by its name."""
    return last_name(call.func) in (*names.OPTIMIZERS, *LOWER_CASE)


def arguments_for_a_person(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Arguments whose replacement depends on what the script is meant to do."""
    advice = {
        "samples_per_epoch": gettext("`samples_per_epoch` is gone: `steps_per_epoch` counts batches, not samples."),
        "nb_val_samples": gettext("`nb_val_samples` is gone: `validation_steps` counts batches, not samples."),
        "val_samples": gettext("`val_samples` is gone: `steps` counts batches, not samples."),
        "sample_weight_mode": gettext(
            "`sample_weight_mode` is gone: give `fit` a `sample_weight` with one number for each step of each sample."
        ),
        "forget_bias_init": gettext("`forget_bias_init` is gone: an LSTM's forget bias is 1 with `unit_forget_bias`."),
        "period": gettext('`period` is gone: `save_freq` is "epoch" or a number of batches.'),
        "dropout": gettext(
            "`dropout` of an `Embedding` is gone: it left out whole words. Put the layer `SpatialDropout1D` after it, "
            "which leaves out features."
        ),
        "time_major": gettext("`time_major` is gone: change the inputs to (batch, time, features)."),
    }
    for call in script.walk(ast.Call):
        for keyword in call.keywords:
            words = advice.get(keyword.arg or "")
            is_old = OF_CALLS.get(keyword.arg or "", lambda call: True)(call)
            if words and is_old and not is_as_without(call, keyword):
                yield Finding(keyword.lineno, words, is_rewritten=False)
