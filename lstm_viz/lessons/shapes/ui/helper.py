"""The panel that reshapes an array of any shape to (samples, timesteps, features), and leads to errors explained."""

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.pages import link_to
from lstm_viz.app.predict_first import predict_first
from lstm_viz.app.refusals import show_explanation
from lstm_viz.app.typed import last_valid, show_refused
from lstm_viz.data import InputError
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.explaining import plain
from lstm_viz.lessons.shapes import remote
from lstm_viz.lessons.shapes.parsing import parse_shape
from lstm_viz.lessons.shapes.reshape import ROLES, bounded, changes_for, reshaped, usual_roles
from lstm_viz.lessons.shapes.results import TRIED_UNITS, Tried
from lstm_viz.lessons.shapes.settings import SHAPE, ShapeSettings, axis_name
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.questions import helper_question

Shape = tuple[int, ...]


def show_helper(_settings: ShapeSettings) -> None:
    """Draws a shape before and after it is reshaped, what an LSTM returns for each, and a link to errors explained."""
    shape = _choose_shape()
    roles = _choose_roles(shape)
    _show_as_it_is(shape, roles)
    _show_reshaped(shape, roles)
    _lead_to_errors()


def _choose_shape() -> Shape:
    shape, problem = typed_shape()
    examples = "(120, 5) · 120,5,2 · X.shape = (32, 10)"
    help_text = _("As Python shows it: {examples}.").format(examples=examples)
    PAGE.draw("shape", max_chars=200, width=400, on_change=_fit_roles, args=(shape,), help=help_text)
    show_refused(problem, str(shape))
    return shape


def typed_shape() -> tuple[Shape, InputError | None]:
    """The shape that is typed, or the last valid one; and the error of what is typed, if it is invalid."""
    return last_valid(PAGE, "shape", lambda: parse_shape(PAGE.get("shape")), parse_shape(SHAPE))


def _fit_roles(before: Shape) -> None:
    """Sets the usual roles when the number of axes has changed."""
    shape, _problem = typed_shape()
    if len(shape) != len(before):
        PAGE.set(**{axis_name(axis): role for axis, role in enumerate(usual_roles(len(shape)))})


def _choose_roles(shape: Shape) -> tuple[str, ...]:
    """Draws a control for the role of each axis, and returns the chosen roles."""
    for axis, (place, size) in enumerate(zip(st.columns(len(shape)), shape, strict=True)):
        with place:
            label = _("What axis {axis} (size {size}) counts").format(size=f"{size:,}", axis=axis)
            PAGE.draw(axis_name(axis), label=label)
    return tuple(PAGE.get(axis_name(axis)) for axis in range(len(shape)))


def _show_as_it_is(shape: Shape, roles: tuple[str, ...]) -> None:
    run = bounded(shape)
    tried: Tried | None = ask_keras(remote.try_shape, run, ())
    if tried is None or not predict_first(PAGE, helper_question(tried)):
        return
    st.markdown(_("**As it is**"))
    _say_cut(shape, run)
    _show_tried(tried)
    if not isinstance(tried.result, KerasError) and roles != ROLES:
        st.warning(
            _(
                "There is no error, but it is not what you mean: Keras reads it as samples = {samples}, "
                "timesteps = {timesteps}, features = {features}."
            ).format(**dict(zip(ROLES, shape, strict=True))),
            icon=":material/warning:",
        )


def _show_reshaped(shape: Shape, roles: tuple[str, ...]) -> None:
    try:
        changes = changes_for(shape, roles)
    except InputError as problem:
        show_problem(problem)
        return
    if PAGE.get("predict") and PAGE.find("predicted") is None:
        return
    st.markdown(_("**As you mean it**"))
    if not changes:
        st.markdown(_("The array already has the shape that Keras reads. Nothing needs to be changed."))
        return
    whole = reshaped(shape, roles)
    st.code("\n".join([*(change.code for change in changes), f"# x.shape: {whole}"]), language=None)
    run = bounded(shape, roles)
    if tried := ask_keras(remote.try_shape, run, changes):
        _say_cut(whole, tried.shape)
        _show_tried(tried)
    _say_what_is_missing(roles)


def _say_what_is_missing(roles: tuple[str, ...]) -> None:
    if "timesteps" not in roles:
        st.caption(
            _("With one timestep per sample, the layer has no past to remember: a Dense layer would do as well.")
        )
    elif "samples" not in roles:
        st.caption(_("This is one sample. To train, cut a long series into many: see the data “Noisy sine”."))


def _say_cut(shape: Shape, run: Shape) -> None:
    if shape != run:
        st.caption(
            _("Run on {run} instead of {shape}: large sizes are reduced to save time.").format(run=run, shape=shape)
        )


def _show_tried(tried: Tried) -> None:
    """Draws the shape of the output of the real layer, or its error with an explanation."""
    call = f"LSTM({TRIED_UNITS})(np.zeros({tried.shape}))"
    if isinstance(tried.result, KerasError):
        st.code(f"{call}\n{tried.result.kind}: {plain(tried.result.message)}", language=None, wrap_lines=True)
        with st.container(border=True):
            show_explanation(tried.result.message)
    else:
        st.code(f"{call}.shape  →  {tried.result}", language=None)


def _lead_to_errors() -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_("Did Keras raise a different error? It is explained on the page"), width="content")
        link_to("fix_my_code")
