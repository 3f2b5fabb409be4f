"""The panel about units, which are neither the timesteps nor the number of boxes in a drawing."""

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.drawings.component import show_unrolled
from lstm_viz.lessons.shapes import remote
from lstm_viz.lessons.shapes.drawings import unrolled_drawing
from lstm_viz.lessons.shapes.results import Sizes
from lstm_viz.lessons.shapes.settings import SEEDED, ShapeSettings
from lstm_viz.lessons.shapes.ui.controls import choose_seed
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.questions import units_question
from lstm_viz.tables import table


def show_units(settings: ShapeSettings) -> None:
    """Draws one unrolled layer, and its sizes with one more timestep, unit or feature."""
    *places, last = st.columns(4, gap="large")
    for place, name in zip(places, ("units", "timesteps", "features"), strict=True):
        with place:
            PAGE.draw(name, label=name)  # Keras's own names, which are not translated
    if settings.source not in SEEDED:
        with last:
            choose_seed()
    sizes = map(PAGE.get, ("units", "timesteps", "features"))
    read = ask_keras(remote.unroll_layer, *sizes, PAGE.get("seed"))
    if read is None or not predict_first(PAGE, units_question(read.sizes)):
        return
    drawing = unrolled_drawing(read, _)
    names = [tensor.name for tensor in drawing.tensors]
    wanted = PAGE.get("tensor") if PAGE.get("tensor") in names else None
    chosen = show_unrolled(drawing, key="shapes_unrolled", gettext=_, selected=wanted)
    PAGE.set(tensor=chosen or "")
    st.markdown(_conclusion(read.sizes))
    _show_sizes(read.sizes)


def _conclusion(sizes: dict[str, Sizes]) -> str:
    """What one more timestep and one more unit change, as text."""
    chosen, more = sizes["chosen"], sizes["timesteps"]
    steps = (
        _(
            "**One more timestep:** the same {parameters} parameters, used once more. The boxes side by "
            "side are one layer at several times, not several cells."
        )
        if more.parameters == chosen.parameters
        else _("**One more timestep:** {more} parameters instead of {parameters}.")
    )
    units = _("**One more unit:** {more_units} parameters, and every box holds one more number.")
    return f"{steps} {units}".format(
        parameters=chosen.parameters, more=more.parameters, more_units=sizes["units"].parameters
    )


def _show_sizes(sizes: dict[str, Sizes]) -> None:
    titles = {
        "chosen": _("as chosen"),
        "timesteps": _("one more timestep"),
        "units": _("one more unit"),
        "features": _("one more feature"),
    }
    columns = {"": list(titles.values())}
    for name, title in size_titles().items():
        columns[title] = [_marked(sizes, row, name) for row in titles]
    st.dataframe(table(columns), hide_index=True)
    st.caption(_("What Keras reports for the built layer; ● marks a value that differs from “as chosen”."))


def size_titles() -> dict[str, str]:
    """The titles of the attributes of `Sizes`."""
    return {
        "kernel": "kernel",
        "recurrent_kernel": "recurrent_kernel",
        "bias": "bias",
        "parameters": _("parameters"),
        "sequence": "return_sequences=True",
        "last": "return_sequences=False",
    }


def _marked(sizes: dict[str, Sizes], row: str, name: str) -> str:
    value, chosen = getattr(sizes[row], name), getattr(sizes["chosen"], name)
    return f"{value}" if value == chosen else f"{value} ●"
