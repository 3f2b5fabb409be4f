"""Shows the passes of the page Step through in the viewer."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.app.language import _
from lstm_viz.app.predictions import predictions_of
from lstm_viz.app.viewer_panel import ViewerPanel, step_labels
from lstm_viz.engine.models import Model
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import Pass, SteppingView, traces_of
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE, follower="panels")


def show_viewer(
    view: SteppingView,
    model: Model,
    passes: Mapping[str, Pass],
    viewer: ViewerPanel = VIEWER,
    known: int | None = None,
    **shown: Any,
) -> None:
    """Draws the viewer. When its cursor has come to rest, it is kept, and the panels are drawn again.

    Args:
        view: The view.
        model: The model of the view.
        passes: The pass of each of its sequences.
        viewer: The viewer, if it is not the one with the panels below it.
        known: The number of steps after which the prediction is shown; None for all steps.
        **shown: Further arguments of `stepping_viewer`: hides, lights.
    """
    viewer.show(traces_of(passes), **contents_of(view, model, passes, known), **shown)


def contents_of(
    view: SteppingView, model: Model, passes: Mapping[str, Pass], known: int | None = None
) -> dict[str, Any]:
    """What the viewer shows beside the traces, as arguments of `viewer.payload`; see `show_viewer`."""
    return {
        "tokens": {name: step_labels(each.tokens) for name, each in passes.items()},
        "predictions": {name: _predictions(each, known) for name, each in passes.items()},
        "title": _title(view, model),
        "subtitle": _subtitle(passes) if known is None else "",
        "edited": {name: each.edited for name, each in passes.items()},
        "changed": {name: each.changed for name, each in passes.items()},
    }


def _predictions(each: Pass, known: int | None) -> list[Prediction] | None:
    if each.probabilities is None or each.targets is None:
        return None
    return predictions_of(each.probabilities, each.targets, each.symbols, known=known)


def _title(view: SteppingView, model: Model) -> str:
    template = {
        "trained": _("{layer}, {units}, trained on the memory pair"),
        "untrained": _("{layer}, {units}, untrained, seed {seed}"),
        "constant": _("{layer}, {units}, all kernels 0.1"),
        "lab": _("{layer}, {units}, from the Memory lab"),
    }[model.recipe]
    return template.format(layer=KERAS_NAMES[view.layer], units=counted(view.units, "unit", _), seed=view.seed)


def _subtitle(passes: Mapping[str, Pass]) -> str:
    """A sentence about the first step at which A and B read the same but should be answered differently.

    Only a model with a memory can do that.
    """
    a, b = passes["A"], passes.get("B")
    if b is None or a.targets is None or b.targets is None or a.tokens == b.tokens:
        return ""
    template = _("At step {step} both read {token}, but {a} follows in A and {b} in B.")
    for step, (token, other, *next_symbols) in enumerate(zip(a.tokens, b.tokens, a.targets, b.targets, strict=False)):
        if token == other and next_symbols[0] != next_symbols[1]:
            follows_a, follows_b = (a.symbols[symbol] for symbol in next_symbols)
            return template.format(step=step + 1, token=token, a=follows_a, b=follows_b)
    return ""
