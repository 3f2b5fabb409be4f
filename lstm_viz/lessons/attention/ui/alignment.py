"""The panel with the alignment map, and with the scores, weights and probabilities of a decoder step."""

from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.cached import load_charts
from lstm_viz.app.charts import draw_to_pick, mode, save_menu
from lstm_viz.app.language import _, language
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.attention.trained import story
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.controls import Shown, choose_step, decode, fit_steps, symbol_of
from lstm_viz.lessons.attention.ui.numbers import show_numbers
from lstm_viz.lessons.attention.ui.page import PAGE

MOST_ANSWERS = 5


def show_alignment(typed: Typed) -> None:
    """Draws the map, and beside it the chosen decoder step."""
    shown = decode(typed)
    fit_steps(shown)
    if not predict_first(PAGE, _question(shown)):
        return
    left, right = st.columns([6, 5], gap="large")
    with left:
        _map(shown)
    with right:
        _show_answer(shown)
        _show_step(shown, choose_step(shown))
        PAGE.draw("reads", control="selectbox")
        if PAGE.get("reads") != shown.reads:
            st.text(_("This input has no right answer that the decoder could read. It reads what it said itself."))
    _show_story(typed)


def _question(shown: Shown) -> Question:
    """Asks at which input step the decoder looks most at the chosen step."""
    step = PAGE.get("step") - 1
    weights = shown.decoded.weights[step]
    options = {
        f"{at}: {symbol}": weight for (at, symbol), weight in zip(enumerate(shown.read, 1), weights, strict=True)
    }
    words = _("Its weight is {weight}: the softmax of its score among those of all input steps.")
    return Question(
        (shown.typed, shown.reads, step),
        _("The decoder says “{said}” at step {step}. Which input step has the largest weight?").format(
            said=shown.said[step], step=step + 1
        ),
        tuple(options),
        max(options, key=options.__getitem__),
        {option: words.format(weight=f"{weight:.2f}") for option, weight in options.items()},
    )


def _map(shown: Shown) -> None:
    from lstm_viz.lessons.attention.charts.alignment import PICK

    step, at = PAGE.get("step") - 1, PAGE.get("at") - 1
    build, view = partial(_chart, shown), (shown.typed, shown.reads)
    (chart,) = load_charts(build, "attention_map", view, language(), mode(), step=step, at=at)
    for picked in draw_to_pick(chart, PAGE.key(f"map_{step}_{at}"), PICK):
        PAGE.set(step=int(picked["step"]), at=int(picked["at"]))
        st.rerun()
    save_menu(chart, "attention_map")


def _chart(shown: Shown, *, step: int, at: int, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.attention.charts.alignment import alignment

    title = gettext("Alignment: where the decoder looks")
    looks: dict[str, Any] = {"title": title, "step": step, "at": at, "gettext": gettext, "mode": mode}
    return [alignment(shown.decoded.weights, shown.read, shown.said, **looks)]


def _show_answer(shown: Shown) -> None:
    answer, right = shown.typed.task.text(shown.decoded.said), shown.typed.right
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"{shown.typed.text} → {answer}", width="content")
        if right is None:
            st.badge(_("no right answer"), icon=":material/help:", color="gray")
        elif answer == right:
            st.badge(_("right"), icon=":material/check:", color="green")
        else:
            st.badge(_("wrong: {right} is right").format(right=right), icon=":material/close:", color="orange")


def _show_step(shown: Shown, step: int) -> None:
    """Draws the scores and weights of a decoder step, and the probabilities of its answer."""
    decoded = shown.decoded
    probabilities = decoded.probabilities[step]
    words = _("Step {step} reads “{before}”, looks most at “{most}” ({weight}), and says “{said}” ({probability}).")
    most = int(decoded.weights[step].argmax())
    st.text(
        words.format(
            step=step + 1,
            before=shown.before[step],
            most=shown.read[most],
            weight=f"{decoded.weights[step, most]:.2f}",
            said=shown.said[step],
            probability=f"{probabilities.max():.1%}",
        )
    )
    with st.container(horizontal=True):
        steps = range(1, 1 + len(shown.read))
        scores = {_("input step"): steps, _("reads"): shown.read, _("score"): decoded.scores[step]}
        show_numbers({**scores, _("weight"): decoded.weights[step]})
        best = np.argsort(-probabilities)[:MOST_ANSWERS]
        says = [symbol_of(shown.typed, int(position), _("end")) for position in best]
        show_numbers({_("says"): says, _("probability"): probabilities[best]})


def _show_story(typed: Typed) -> None:
    told = story(typed.name)
    words = _(
        "Trained in advance by tools/train_attention.py with {updates} updates by Adam; {parameters} parameters. Of "
        "{samples} held-out inputs {right} are answered without a mistake. With equal weights over all input steps, "
        "instead of the attention's, {evenly}."
    )
    st.caption(
        words.format(
            updates=told.updates,
            parameters=f"{told.parameters:,}",
            samples=told.samples,
            right=f"{told.right:.1%}",
            evenly=f"{told.evenly:.1%}",
        )
    )
