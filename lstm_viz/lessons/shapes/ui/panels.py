"""What the page Shapes shows of the data, a panel at a time."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.drawings.array_block import ArrayBlock
from lstm_viz.lessons.shapes import files
from lstm_viz.lessons.shapes.code import shapes_code
from lstm_viz.lessons.shapes.link import panels_for, to_link
from lstm_viz.lessons.shapes.pipeline import journey_of
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.steps import Journey
from lstm_viz.lessons.shapes.ui.helper import show_helper, typed_shape
from lstm_viz.lessons.shapes.ui.padding import show_padding
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.pipeline import show_journey
from lstm_viz.lessons.shapes.ui.questions import shape_question
from lstm_viz.lessons.shapes.ui.scaling import show_scaling
from lstm_viz.lessons.shapes.ui.units import show_units
from lstm_viz.tables import csv


@st.fragment(key="shapes_panels")
def show_panels(settings: ShapeSettings) -> None:
    """The chosen panel; then the link is written."""
    panel = choose_panel(PAGE, _titles(settings))
    if panel == "units":
        show_units(settings)
    elif panel == "helper":
        show_helper()
    elif panel == "scaling":
        show_scaling(settings)
    else:
        _show_data(panel, settings)
    session.write_link(PAGE, to_link(PAGE.settings(), settings, typed_shape()[0]))


def _titles(settings: ShapeSettings) -> dict[str, str]:
    """The panels that have something to show."""
    titles = {
        "journey": _("Step by step"),
        "block": _("The array"),
        "scaling": _("Scaling"),
        "padding": _("Padding and mask"),
        "units": _("units ≠ timesteps"),
        "helper": _("My array, my error"),
        "data": _("Files and code"),
    }
    return {name: titles[name] for name in panels_for(settings.source)}


def _show_data(panel: str, settings: ShapeSettings) -> None:
    """A panel about X and y themselves."""
    journey = journey_of(settings, _)
    if panel == "padding":
        show_padding(settings, journey)
    elif predict_first(PAGE, shape_question(settings, journey)):
        if panel == "journey":
            show_journey(settings, journey)
        elif panel == "block":
            _show_block(journey)
        else:
            _show_files(settings, journey)


def _show_block(journey: Journey) -> None:
    from lstm_viz.drawings.component import show_array_block

    axes = (_("samples"), _("timesteps"), _("features"))
    block = ArrayBlock("X", journey.block, axes, journey.raw, journey.source, journey.samples)
    show_array_block(block, key="shapes_block", gettext=_)
    if journey.x.ndim == 2:
        st.caption(_("X has two axes here, drawn with a third of size 1: the features come from the Embedding."))


def _show_files(settings: ShapeSettings, journey: Journey) -> None:
    x, y = journey.x, journey.y
    st.caption(
        _("X {x} and y {y} as files. CSV has a row for each number, with its place from 0.").format(
            x=x.shape, y=y.shape
        )
    )
    with st.container(horizontal=True):
        file_button(PAGE, "NPZ", lambda: files.npz(x, y), "shapes.npz", "application/octet-stream")
        file_button(PAGE, "X.csv", lambda: csv(files.table(x)), "X.csv", "text/csv")
        file_button(PAGE, "y.csv", lambda: csv(files.table(y)), "y.csv", "text/csv")
    st.caption(_("Makes exactly this X and y, and gives them to a Keras model."))
    show_code(PAGE, shapes_code(settings), "shapes.py")
