"""The rules for show_accuracy and class_mode of Keras 0: `compile` is given the accuracy as a metric now."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Argument, Finding
from lstm_viz.old_code.script import Replacement, Script, dotted

RETURN_IT = ("evaluate", "test_on_batch", "train_on_batch")
"""The methods that return the accuracy if they are asked for it; with a metric, they always do."""


def accuracies(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The argument show_accuracy of a model that is compiled once and asked for its accuracy everywhere."""
    words = gettext("`show_accuracy` is gone: `compile` is given the accuracy as a metric.")
    advice = gettext('`show_accuracy` is gone: give `compile` the argument `metrics=["accuracy"]`.')
    done: set[ast.Call] = set()
    for argument in _given(script, "show_accuracy"):
        call, keyword = argument
        compiled = _compiled(script, call)
        if compiled is None:
            yield Finding(keyword.lineno, advice, is_rewritten=False)
            continue
        at = script.end(compiled) - 1
        last = script.token_before(at)
        comma = "" if last is not None and last.text in (",", "(") else ", "
        edits = () if compiled in done else (Replacement(at, at, f'{comma}metrics=["accuracy"]'),)
        done.add(compiled)
        yield Finding(keyword.lineno, words, edits, drops=(argument,))


def class_modes(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The argument class_mode of `compile`, which told how accuracy is counted; the loss tells it now."""
    words = gettext("The argument `{name}` is gone; it did not change any number.")
    for argument in _given(script, "class_mode"):
        call, keyword = argument
        if isinstance(call.func, ast.Attribute) and call.func.attr == "compile":
            yield Finding(keyword.lineno, words.format(name="class_mode"), drops=(argument,))


def _given(script: Script, name: str) -> Iterator[Argument]:
    for call in script.walk(ast.Call):
        yield from ((call, keyword) for keyword in call.keywords if keyword.arg == name)


def _compiled(script: Script, call: ast.Call) -> ast.Call | None:
    """The one `compile` of a model that can be given the accuracy; None if it would change what is returned."""
    model = dotted(call.func).rpartition(".")[0]
    of_model = [each for each in script.walk(ast.Call) if model and dotted(each.func).rpartition(".")[0] == model]
    compiled = [each for each in of_model if dotted(each.func) == f"{model}.compile"]
    returning = [each for each in of_model if dotted(each.func).rpartition(".")[2] in RETURN_IT]
    is_plain = len(compiled) == 1 and len(compiled[0].args) < 3
    has_metrics = any(keyword.arg in ("metrics", None) for each in compiled for keyword in each.keywords)
    return compiled[0] if is_plain and not has_metrics and all(map(_shows_accuracy, returning)) else None


def _shows_accuracy(call: ast.Call) -> bool:
    given = [each.value for each in call.keywords if each.arg == "show_accuracy"]
    return bool(given) and isinstance(given[0], ast.Constant) and given[0].value is True
