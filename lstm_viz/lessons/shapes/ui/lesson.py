"""The page Shapes: how data become an array, and what Keras does with it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.files import csv_button, npz_button, show_code
from lstm_viz.app.hints import Hints
from lstm_viz.app.language import _
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.drawings.array_block import ArrayBlock
from lstm_viz.drawings.component import show_array_block
from lstm_viz.i18n import N_
from lstm_viz.lessons.shapes.code import shapes_code
from lstm_viz.lessons.shapes.pipeline import Pipeline, pipeline_of
from lstm_viz.lessons.shapes.settings import CHECKED, ShapeSettings, panels_for
from lstm_viz.lessons.shapes.tables import table_of_x, table_of_y
from lstm_viz.lessons.shapes.ui.controls import choose_data
from lstm_viz.lessons.shapes.ui.helper import show_helper, typed_shape
from lstm_viz.lessons.shapes.ui.padding import show_padding
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.pipeline import show_pipeline
from lstm_viz.lessons.shapes.ui.questions import shape_question
from lstm_viz.lessons.shapes.ui.scaling import show_scaling
from lstm_viz.lessons.shapes.ui.units import show_units

LOOK_AT = {
    "pair": N_(
        "**What is a sample?** The same symbols make two arrays. Where each step is a sample, the "
        "layer starts from zeros at each step; where each sequence is a sample, the state goes from "
        "step to step."
    ),
    "sine": N_(
        "**n − look_back.** Every window needs a value after it. A longer look_back leaves fewer windows, a stride "
        "above 1 fewer still."
    ),
    "own": N_(
        "**Rows are timesteps.** Your columns become the features; the windows cut the rows. X has as many samples "
        "as there are windows, not as there are rows."
    ),
    "tanks": N_(
        "**reshape moves no number.** It cuts the same row of numbers at other places. If the table is "
        "ordered by hour, the right shape may hold the wrong numbers: order it by hour and see."
    ),
    "text": N_(
        "**Zeros are read as words,** unless a mask says that they are padding. Compare the last "
        "output with and without the mask."
    ),
}
LOOK_ALWAYS = (
    N_(
        "**Samples, timesteps, features: always in this order.** Samples do not influence each other, "
        "timesteps are read one after another, and the features of a step are read together. Click a "
        "number of the array to see where it comes from."
    ),
    N_(
        "**units belongs to the layer, timesteps to the data.** The shapes of the weights depend on "
        "features and units, never on timesteps."
    ),
)
MIXED_UP = {"shape": "(5, 120, 2)", "axis_0": "timesteps", "axis_1": "samples", "axis_2": "features"}
KOREAN_SENTENCES = "이 영화 정말 재미있어요|1\n배우는 좋은데 이야기가 너무 지루해요|0\n다시 보고 싶어요|1"
HINTS = Hints[ShapeSettings](
    look=lambda settings: (LOOK_AT[settings.source], *LOOK_ALWAYS),
    tries=(
        (N_("The memory pair, each step a sample: (4, 1, 5)"), {"reading": "step"}),
        (N_("A noisy sine in windows of 10: 90 samples"), {"source": "sine"}),
        (N_("The windows as an array: click a value"), {"source": "sine", "panel": "block", "stride": "5"}),
        (N_("Tanks in a table ordered by hour"), {"source": "tanks", "order": "hour"}),
        (N_("Data leakage: everything scaled at once"), {"source": "sine", "panel": "scaling"}),
        (
            N_("Padding after the words, with and without a mask"),
            {"source": "text", "padding": "post", "panel": "padding"},
        ),
        (N_("Eight units, three timesteps"), {"panel": "units", "units": "8", "timesteps": "3"}),
        (N_("(30, 5): expected ndim=3, found ndim=2"), {"panel": "helper"}),
        (N_("No error, but wrong: (5, 120, 2)"), {"panel": "helper", **MIXED_UP}),
        (N_("Sentences in Korean"), {"source": "text", "sentences": KOREAN_SENTENCES}),
    ),
)


def _show_block(_settings: ShapeSettings, pipeline: Pipeline) -> None:
    axes = (_("samples"), _("timesteps"), _("features"))
    block = ArrayBlock("X", pipeline.block, axes, pipeline.raw, pipeline.source, pipeline.samples)
    show_array_block(block, key="shapes_block", gettext=_)
    if pipeline.x.ndim == 2:
        st.caption(_("X has two axes here, drawn with a third of size 1: the features come from the Embedding."))


def _show_files(settings: ShapeSettings, pipeline: Pipeline) -> None:
    x, y = pipeline.x, pipeline.y
    st.caption(
        _("X {x} and y {y} as files. CSV has a row for each number, with its place counted from 0.").format(
            x=x.shape, y=y.shape
        )
    )
    with st.container(horizontal=True):
        npz_button(PAGE, lambda: {"X": x, "y": y}, "shapes.npz")
        csv_button(PAGE, lambda: table_of_x(x), "X.csv", "X.csv")
        csv_button(PAGE, lambda: table_of_y(y), "y.csv", "y.csv")
    st.caption(_("Makes exactly this X and y, and passes them to a Keras model."))
    show_code(PAGE, shapes_code(settings), "shapes.py")


def _show_x(show: Callable[[ShapeSettings, Pipeline], None], settings: ShapeSettings) -> None:
    """Draws a panel that shows X and y, after the question about the shape of X is answered."""
    pipeline = pipeline_of(settings, _)
    if predict_first(PAGE, shape_question(settings, pipeline)):
        show(settings, pipeline)


PANELS: dict[str, Callable[[ShapeSettings], None]] = {
    "journey": partial(_show_x, show_pipeline),
    "block": partial(_show_x, _show_block),
    "scaling": show_scaling,
    "padding": show_padding,
    "units": show_units,
    "helper": show_helper,
    "data": partial(_show_x, _show_files),
}


@st.fragment(key="shapes_panels")
def show_panels(settings: ShapeSettings) -> None:
    """Draws the open panel, then writes the link. In the link, the last valid text replaces an invalid one."""
    PANELS[choose_panel(PAGE, panels_for(settings.source))](settings)
    typed = {name: getattr(settings, name) for name in CHECKED} | {"shape": str(typed_shape()[0])}
    session.write_link(PAGE, PAGE.values() | typed)


LESSON = Lesson(
    PAGE,
    title=N_("Shapes"),
    purpose=N_("How does my data become [samples, timesteps, features], and what does Keras do with each shape?"),
    choose=choose_data,
    show=show_panels,
    hints=HINTS,
)
