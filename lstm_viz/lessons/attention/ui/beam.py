"""The panel that compares the greedy search with the beam search."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.explain.narrate_words import in_words
from lstm_viz.lessons.attention.decoding import Beginning
from lstm_viz.lessons.attention.trained import model_of
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.numbers import show_numbers
from lstm_viz.lessons.attention.ui.page import PAGE
from lstm_viz.tables import table

END = "■"
"""Stands for the end in a beginning."""


def show_beam(typed: Typed) -> None:
    """Draws the width of the beam, both answers, and the kept beginnings after each step."""
    model = model_of(typed.name)
    width = PAGE.draw("width", width=320)
    steps = model.beam(typed.text, width=width, most=typed.most)
    greedy, best = model.greedy(typed.text, typed.most), steps[-1][0]
    _show_answers(typed, greedy, best)
    st.markdown(_("**The kept beginnings after each step**, each with the sum of the logarithms of its probabilities:"))
    st.dataframe(table(_columns(typed, steps)), hide_index=True, height="content")
    words = _(
        "{end} is the end. A beginning that has ended keeps its place until {count} more probable ones push it out."
    )
    st.caption(words.format(end=END, count=width))


def _show_answers(typed: Typed, greedy: Beginning, best: Beginning) -> None:
    answers = {_("greedy search"): greedy, _("beam search"): best}
    show_numbers(
        {
            _("search"): list(answers),
            _("answer"): [written(typed, each) for each in answers.values()],
            _("log probability"): np.array([each.log_probability for each in answers.values()]),
            _("probability"): [f"{np.exp(each.log_probability):.2%}" for each in answers.values()],
            _("right"): [_right(typed, each) for each in answers.values()],
        }
    )
    if greedy.said == best.said:
        st.text(_("Both find the same answer."))
        return
    better = best.log_probability > greedy.log_probability
    st.text(
        _(
            "The beam search finds a more probable answer: not every symbol of this answer was the most probable "
            "one at its step."
        )
        if better
        else _("The beam search ends with a less probable answer: what the greedy search follows fell out of the beam.")
    )


def _right(typed: Typed, answer: Beginning) -> str:
    if typed.right is None:
        return "?"
    return "✓" if answer.ended and typed.task.text(np.array(answer.said)) == typed.right else "✗"


def written(typed: Typed, beginning: Beginning) -> str:
    """The symbols of a beginning, with END where it has ended."""
    return typed.task.text(np.array(beginning.said)) + (END if beginning.ended else "")


def _columns(typed: Typed, steps: Sequence[Sequence[Beginning]]) -> dict[str, list]:
    """A row for each step, and a column for each place in the beam."""
    places = range(max(map(len, steps)))
    columns = {
        str(place + 1): [_told(typed, kept[place]) if place < len(kept) else "" for kept in steps] for place in places
    }
    return {_("step"): list(range(1, len(steps) + 1)), **columns}


def _told(typed: Typed, beginning: Beginning) -> str:
    return f"{written(typed, beginning)}  {in_words(beginning.log_probability, 4)}"
