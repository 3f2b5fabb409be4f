"""Rules for models that are trained in turns, such as the two of a GAN: what is frozen, and whose the optimizer is."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.receivers import is_optimizer
from lstm_viz.old_code.script import Script, dotted, last_name

TRAINS = ("fit", "fit_generator", "train_on_batch")


def frozen_models(script: Script, gettext: Translate) -> Iterator[Finding]:
    """A model whose trainable is set after it is compiled, and that is trained without being compiled again."""
    words = gettext(
        "Keras 1 and 2 read `trainable` when `compile` was called, Keras 3 reads it when the model is trained: set it "
        "to True before each training of this model, and to False before the training of the model around it."
    )
    for node in script.walk(ast.Attribute):
        if node.attr != "trainable" or not isinstance(node.ctx, ast.Store):
            continue
        at, model = script.start(node), _model(script, node.value)
        calls = [(script.start(call), last_name(call.func)) for call in script.walk(ast.Call) if _of(call) == model]
        is_compiled = any(name == "compile" and start < at for start, name in calls)
        after = [name for start, name in calls if start > at and name in ("compile", *TRAINS)]
        if model and is_compiled and after and after[0] != "compile":
            yield Finding(node.lineno, words, is_rewritten=False)


def _model(script: Script, frozen: ast.expr) -> str:
    """The model that is frozen, by itself or by a loop over its layers."""
    for loop in script.walk(ast.For):
        is_over_layers = isinstance(loop.iter, ast.Attribute) and loop.iter.attr == "layers"
        if is_over_layers and dotted(loop.target) == dotted(frozen):
            return dotted(loop.iter.value)  # type: ignore[attr-defined]
    return dotted(frozen)


def _of(call: ast.Call) -> str:
    return dotted(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def shared_optimizers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """An optimizer that several models are compiled with."""
    words = gettext("An optimizer belongs to one model now: make another one for this `compile`.")
    seen: dict[str, str] = {}
    for call in script.walk(ast.Call):
        given = [*call.args[:1], *(each.value for each in call.keywords if each.arg == "optimizer")]
        if last_name(call.func) != "compile" or not given or not _of(call):
            continue
        optimizer = dotted(given[0])
        if optimizer and is_optimizer(script, given[0]) and seen.setdefault(optimizer, _of(call)) != _of(call):
            yield Finding(call.lineno, words, is_rewritten=False)
