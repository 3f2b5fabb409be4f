"""What the page Shapes shows of the data, a panel at a time."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.drawings.array_block import ArrayBlock
from lstm_viz.i18n import Translate
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
def show_panels(settings: ShapeSettings, gettext: Translate) -> None:
    """The chosen panel; then the link is written."""
    panel = choose_panel(PAGE, _titles(settings, gettext), gettext)
    if panel == "units":
        show_units(settings, gettext)
    elif panel == "helper":
        show_helper(gettext)
    elif panel == "scaling":
        show_scaling(settings, gettext)
    else:
        _show_data(panel, settings, gettext)
    session.write_link(PAGE, to_link(PAGE.settings(), settings, typed_shape()[0]))


def _titles(settings: ShapeSettings, gettext: Translate) -> dict[str, str]:
    """The panels that have something to show."""
    titles = {
        "journey": gettext("Step by step"),
        "block": gettext("The array"),
        "scaling": gettext("Scaling"),
        "padding": gettext("Padding and mask"),
        "units": gettext("units ≠ timesteps"),
        "helper": gettext("My array, my error"),
        "data": gettext("Files and code"),
    }
    return {name: titles[name] for name in panels_for(settings.source)}


def _show_data(panel: str, settings: ShapeSettings, gettext: Translate) -> None:
    """A panel about X and y themselves."""
    journey = journey_of(settings, gettext)
    if panel == "padding":
        show_padding(settings, journey, gettext)
    elif predict_first(PAGE, shape_question(settings, journey, gettext), gettext):
        if panel == "journey":
            show_journey(settings, journey, gettext)
        elif panel == "block":
            _show_block(journey, gettext)
        else:
            _show_files(settings, journey, gettext)


def _show_block(journey: Journey, gettext: Translate) -> None:
    from lstm_viz.drawings.component import show_array_block

    axes = (gettext("samples"), gettext("timesteps"), gettext("features"))
    block = ArrayBlock("X", journey.block, axes, journey.raw, journey.source, journey.samples)
    show_array_block(block, key="shapes_block", gettext=gettext)
    if journey.x.ndim == 2:
        st.caption(gettext("X has two axes here, drawn with a third of size 1: the features come from the Embedding."))


def _show_files(settings: ShapeSettings, journey: Journey, gettext: Translate) -> None:
    x, y = journey.x, journey.y
    st.caption(
        gettext("X {x} and y {y} as files. CSV has a row for each number, with its place from 0.").format(
            x=x.shape, y=y.shape
        )
    )
    with st.container(horizontal=True):
        file_button(PAGE, "NPZ", lambda: files.npz(x, y), "shapes.npz", "application/octet-stream")
        file_button(PAGE, "X.csv", lambda: csv(files.table(x)), "X.csv", "text/csv")
        file_button(PAGE, "y.csv", lambda: csv(files.table(y)), "y.csv", "text/csv")
    st.caption(gettext("Makes exactly this X and y, and gives them to a Keras model."))
    show_code(PAGE, shapes_code(settings), "shapes.py", gettext)
