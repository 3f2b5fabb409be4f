"""The panel about a batch of another size than the stateful layer was built for."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.app.refusals import essential, show_explanation
from lstm_viz.comparison import Claim, compare
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.results import OtherBatch
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import rows_question

Result = np.ndarray | KerasError


def show_batch_size(settings: StatefulSettings) -> None:
    """Draws four ways to call the model on the batch, and the result of each."""
    st.markdown(
        _(
            "The layer was built for batches of {tanks} and has read the first. Choose how many rows the "
            "next batch has."
        ).format(tanks=settings.tanks)
    )
    rows = PAGE.draw("rows")
    found = ask_keras(remote.other_batch, settings, rows)
    if found is None:
        return
    if not predict_first(PAGE, rows_question((settings, rows), found.predicted, rows)):
        return
    calls = _calls(settings.tanks, rows, found)
    for pair in (calls[:2], calls[2:]):
        for place, (code, words, result) in zip(st.columns(2), pair, strict=True):
            with place.container(border=True, height="stretch"):
                st.code(code, language=None)
                st.markdown(words)
                _result(result, rows)
    show_claims(_claims(settings.tanks, rows, found))
    # Several calls raise the same error, which is explained only once.
    refusals = {essential(each.message): each for _, _, each in calls if isinstance(each, KerasError)}
    for refusal in refusals.values():
        show_explanation(refusal.message)


def _calls(tanks: int, rows: int, found: OtherBatch) -> list[tuple[str, str, Result]]:
    return [
        ("model(x)", _("The model is called."), found.called),
        (
            f"model.predict(x, batch_size={rows})",
            _("The first prediction of this model."),
            found.predicted_first,
        ),
        (
            f"model.predict(x, batch_size={rows})",
            _("The model has predicted a batch of {tanks} before.").format(tanks=tanks),
            found.predicted,
        ),
        (
            f"model.predict(x, batch_size={tanks})",
            _("The same, cut into batches of {tanks}; the last batch may be smaller.").format(tanks=tanks),
            found.predicted_in_parts,
        ),
    ]


def _result(result: Result, rows: int) -> None:
    if isinstance(result, KerasError):
        st.badge(_("error"), icon=":material/block:", color="orange")
        st.code(f"{result.kind}: {essential(result.message)}", language=None, wrap_lines=True)
    elif len(result) == rows:
        st.badge(_("as many outputs as rows"), icon=":material/check:", color="green")
        st.markdown(_("It returns {shape}.").format(shape=f"`{result.shape}`"))
    else:
        st.badge(_("no error, but wrong"), icon=":material/warning:", color="red")
        words = _("Rows in: {rows}; rows out: {count}, {shape}. Keras raises no error.")
        st.markdown(words.format(rows=rows, count=len(result), shape=f"`{result.shape}`"))


def _claims(tanks: int, rows: int, found: OtherBatch) -> list[Claim]:
    """The claims about rows for which the layer holds no state."""
    claims = []
    predicted, in_parts = found.predicted, found.predicted_in_parts
    if isinstance(predicted, np.ndarray) and len(predicted) != rows:
        once = _("The one row was read {tanks} times, once from each tank's state; all those states are lost now.")
        other = _("The outputs are not those of the one row, read from the state of each tank.")
        comparison = compare("predicted", _("x[0] read from each tank's state"), predicted, found.spread)
        claims.append(Claim(comparison, once.format(tanks=tanks), other))
    if isinstance(in_parts, np.ndarray) and found.continued is not None:
        went_on = _("Cut into batches of {tanks}, later tanks went on from the states of earlier ones.")
        did_not = _("Cut into batches of {tanks}, later tanks did not go on from the states of earlier ones.")
        expected = _("each part read from the states of the previous part")
        comparison = compare("in_parts", expected, in_parts, found.continued)
        claims.append(Claim(comparison, went_on.format(tanks=tanks), did_not.format(tanks=tanks)))
    return claims
