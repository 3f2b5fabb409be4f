"""Predict first: the answer stays hidden until one has said what one expects. Nobody keeps a score."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page


@dataclass(frozen=True)
class Question:
    """What one is asked before the answer is shown.

    Attributes:
        about: What the answer hangs on; when it changes, the question is asked again.
        text: The question.
        options: What one may answer, in the order in which they are offered.
        answer: The right one.
        why: Each option with why it is right, or what it mixes up.

    Raises:
        ValueError: If options are given twice, the answer is none of them, or one has no reason.
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
    """Asks the question, if the switch is on.

    Returns:
        Whether the answer may be shown: without the switch, or when one has chosen.
    """
    if not page.get("predict"):
        return True
    if page.find("asked") != question.about:
        page.set(asked=question.about, predicted=None)
    numbers = range(len(question.options))  # not the options themselves, which change with the language
    with st.container(border=True):
        chosen = st.radio(
            question.text, numbers, format_func=question.options.__getitem__, index=None, key=page.key("predicted")
        )
        if chosen is None:
            st.caption(_("The answer is hidden until you choose."))
            return False
        _verdict(question, question.options[chosen])
    return True


def _verdict(question: Question, chosen: str) -> None:
    if chosen == question.answer:
        st.success(_("Right. {why}").format(why=question.why[chosen]), icon=":material/check:")
        return
    st.warning(_("Not quite. {why}").format(why=question.why[chosen]), icon=":material/close:")
    st.info(
        _("It is {answer}. {why}").format(answer=question.answer, why=question.why[question.answer]),
        icon=":material/lightbulb:",
    )
