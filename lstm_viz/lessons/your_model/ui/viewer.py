"""Shows the passes of the page Your model in the viewer."""

from collections.abc import Sequence

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel, step_labels
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.your_model.passes import Pass, traces_of
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.units import choose_window
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE, follower="panels")


def show_viewer(shown: Shown) -> None:
    """Draws the viewer on the layer that is looked at."""
    trace = shown.passes["A"].trace
    window = choose_window(shown, VIEWER.fit(traces_of(shown.passes)))
    # A sequence that ends before the window is not in it.
    passes = {name: each for name, each in shown.passes.items() if window is None or each.trace.steps > window.first}
    VIEWER.show(
        traces_of(passes),
        window=window,
        about=(shown.given.key, shown.place.layer, shown.place.direction),
        tokens={name: step_labels(each.tokens) for name, each in passes.items()},
        predictions={name: predictions_of(each) for name, each in passes.items()},
        title=_("{name}: {layer}, {units}").format(
            name=shown.place.layer, layer=LAYERS[trace.kind], units=counted(trace.units, "unit", _)
        ),
        subtitle="",
        edited={name: each.edited for name, each in passes.items()},
        changed={name: each.changed for name, each in passes.items()},
    )


def predictions_of(each: Pass) -> list[Prediction] | None:
    """The first output of the model after each step; None if it does not answer at each step."""
    output = each.outputs[0]
    if output is None or output.ndim != 3 or output.shape[1] != each.trace.steps:
        return None
    names = class_names(output.shape[2])
    if output.shape[2] > 1 and are_probabilities(output):
        best = output[0].argmax(-1)
        return [Prediction(names[place], float(output[0, step, place])) for step, place in enumerate(best)]
    return [Prediction(f"{row[0]:.2f}") for row in output[0]]


def are_probabilities(output: np.ndarray) -> bool:
    """Whether the numbers along the last axis are those of a softmax."""
    return bool(output.shape[-1] > 1 and (output >= 0).all() and np.allclose(output.sum(axis=-1), 1, atol=1e-4))


def class_names(count: int) -> Sequence[str]:
    """The names of the classes that a visitor has given, or their numbers, counted from 0 as in code."""
    given = [name.strip() for name in PAGE.get("labels").split(",") if name.strip()]
    return [given[place] if place < len(given) else str(place) for place in range(count)]
