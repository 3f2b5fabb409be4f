"""Predict first: the answer is hidden until the visitor has made a prediction. No score is kept."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.i18n import N_

HIDDEN = N_("The answer is hidden until you choose.")
SYMBOL = 3
"""The most characters of an option for which a line of its own would be a waste."""


@dataclass(frozen=True)
class Question:
    """A question that is asked before the answer is shown.

    Attributes:
        about: The value on which the answer depends. When it changes, the question is asked again.
        text: The question.
        options: The possible answers, in the order in which they are shown.
        answer: The right option.
        why: For each option a sentence that says why it is right, or what it confuses.

    Raises:
        ValueError: If an option occurs twice or has no sentence in `why`, or `answer` is not one of the options.
    """

    about: Hashable
    text: str
    options: tuple[str, ...]
    answer: str
    why: Mapping[str, str]

    def __post_init__(self):
        if len(set(self.options)) != len(self.options):
            raise ValueError(f"options must differ from each other, not be {self.options}.")
        if self.answer not in self.options:
            raise ValueError(f"answer must be one of {self.options}, not {self.answer!r}.")
        if missing := set(self.options) - set(self.why):
            raise ValueError(f"why must hold every option; {sorted(missing)} are missing.")


def predict_first(page: Page, question: Question) -> bool:
    """Asks the question, if the switch "Predict first" is on.

    Returns:
        Whether the page may show the answer: the switch is off, or an option has been chosen.
    """
    return not page.get("predict") or ask(page, question)


def ask(page: Page, question: Question) -> bool:
    """Asks the question.

    Returns:
        Whether an option has been chosen.
    """
    if page.find("asked") != question.about:
        page.set(asked=question.about, predicted=None)
    numbers = range(len(question.options))  # not the options themselves: they change with the language
    with st.container(border=True, gap="xsmall"):
        in_a_row = all(len(option) <= SYMBOL for option in question.options)
        title, key = question.options.__getitem__, page.key("predicted")
        chosen = st.radio(question.text, numbers, format_func=title, index=None, key=key, horizontal=in_a_row)
        if chosen is None:
            st.caption(_(HIDDEN))
            return False
        _verdict(question, question.options[chosen])
    return True


def _verdict(question: Question, chosen: str) -> None:
    first, *answer = _sentences(question, chosen)
    if not answer:
        st.success(first, icon=":material/check:")
        return
    st.warning(first, icon=":material/close:")
    st.info(*answer, icon=":material/lightbulb:")


def _sentences(question: Question, chosen: str) -> list[str]:
    """What is said of a chosen option; of a wrong one also what the answer is."""
    if chosen == question.answer:
        return [_("Right. {why}").format(why=question.why[chosen])]
    answer = _("The answer is {answer}. {why}").format(answer=question.answer, why=question.why[question.answer])
    return [_("Not quite. {why}").format(why=question.why[chosen]), answer]


def told(question: Question) -> dict[str, Any]:
    """The question, and what is said of each option, as JSON values for a page that is saved."""
    return {
        "text": question.text,
        "hint": _(HIDDEN),
        "options": list(question.options),
        "verdicts": [_sentences(question, option) for option in question.options],
    }
