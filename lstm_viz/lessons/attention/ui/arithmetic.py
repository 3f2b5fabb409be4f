"""The panel with the arithmetic of a decoder step: score, softmax, weighted sum, and the answer."""

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.charts.base import signed
from lstm_viz.explain.narrate_words import in_words
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.controls import Shown, choose_input_step, choose_step, decode, fit_steps
from lstm_viz.lessons.attention.ui.numbers import show_numbers
from lstm_viz.lessons.attention.ui.page import PAGE
from lstm_viz.tables import table

MOST_TERMS = 2
PART_WIDTH = 390  # three side by side on a wide screen; on a narrow one the last is below


def show_arithmetic(typed: Typed) -> None:
    """Draws how a score, the weights and the context vector of a decoder step are computed."""
    shown = decode(typed)
    fit_steps(shown)
    step, at = choose_step(shown), choose_input_step(shown)
    with st.container(horizontal=True, gap="medium"):
        with st.container(width=PART_WIDTH):
            _show_score(shown, step, at)
        with st.container(width=PART_WIDTH):
            _show_softmax(shown, step, at)
        with st.container(width=PART_WIDTH):
            _show_context(shown, step)
    _show_rest(shown, step)


def _show_score(shown: Shown, step: int, at: int) -> None:
    hidden, state = shown.decoded.hidden[step], shown.decoded.states[at]
    products = hidden * state
    st.markdown(_("**1. Score**: the two hidden states, multiplied unit by unit and added up."))
    st.code(
        f"score = h_decoder[{step + 1}] · h_encoder[{at + 1}]\n"
        f"      = {_sum(hidden, state)}\n      = {signed(shown.decoded.scores[step, at], 4)}",
        language=None,
        wrap_lines=True,
    )
    number = st.column_config.NumberColumn(format="%.4f")
    columns = {"h_decoder": hidden, "h_encoder": state, _("product"): products}
    st.dataframe(
        table({_("unit"): range(1, 1 + len(hidden)), **columns}),
        hide_index=True,
        column_config=dict.fromkeys(columns, number),
    )


def _sum(left: np.ndarray, right: np.ndarray) -> str:
    """The largest terms of a sum of products, in their order."""
    largest = np.sort(np.argsort(-np.abs(left * right))[:MOST_TERMS])
    terms = [f"{_bracketed(left[at], 2)}·{_bracketed(right[at], 2)}" for at in largest]
    return " + ".join([*terms, *(["…"] if len(left) > MOST_TERMS else [])])


def _show_softmax(shown: Shown, step: int, at: int) -> None:
    scores, weights = shown.decoded.scores[step], shown.decoded.weights[step]
    powers = np.exp(scores - scores.max())
    st.markdown(
        _(
            "**2. Weights**: softmax turns the scores of all input steps into shares that add up to 1. The "
            "largest score is subtracted first, which changes no share."
        )
    )
    st.code(
        f"weight[{at + 1}]\n  = exp({signed(scores[at], 4)} − {_bracketed(scores.max(), 4)}) / {powers.sum():.4f}\n"
        f"  = {powers[at]:.4f} / {powers.sum():.4f} = {weights[at]:.4f}",
        language=None,
        wrap_lines=True,
    )
    show_numbers(
        {
            _("input step"): range(1, 1 + len(scores)),
            _("reads"): shown.read,
            _("score"): scores,
            "exp(…)": powers,
            _("weight"): weights,
        }
    )


def _bracketed(value: float, decimals: int) -> str:
    text = in_words(value, decimals)
    return f"({text})" if text.startswith("−") else text


def _show_context(shown: Shown, step: int) -> None:
    weights, states = shown.decoded.weights[step], shown.decoded.states
    st.markdown(_("**3. Context vector**: the encoder's hidden states, added up with these weights."))
    unit = PAGE.draw("unit", control="number", high=states.shape[1]) - 1
    st.code(
        f"context[{unit + 1}] = {_sum(weights, states[:, unit])}\n"
        f"           = {signed(shown.decoded.context[step, unit], 4)}",
        language=None,
        wrap_lines=True,
    )
    show_numbers(
        {
            _("input step"): range(1, 1 + len(weights)),
            _("weight"): weights,
            f"h_encoder[{unit + 1}]": states[:, unit],
            _("product"): (weights * states[:, unit]),
        }
    )


def _show_rest(shown: Shown, step: int) -> None:
    units, probabilities = shown.typed.task.units, shown.decoded.probabilities[step]
    words = _(
        "**4. Answer**: a Dense layer reads the context vector and the decoder's hidden state side by side, {both} "
        "numbers, and its softmax gives the probabilities."
    )
    st.markdown(words.format(both=2 * units))
    st.code("answer = softmax([context, h_decoder] · kernel + bias)", language=None, wrap_lines=True)
    symbols = [_("end"), *shown.typed.task.says]
    show_numbers({_("says"): symbols, _("probability"): probabilities})
