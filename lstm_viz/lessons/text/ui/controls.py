"""Which language, and one's own sentences."""

from collections.abc import Mapping

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.data import InputError
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, Sentence, sentence
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.shown import Shown
from lstm_viz.lessons.text.words import LANGUAGE_NAMES

Problems = Mapping[str, InputError]


def choose_language() -> None:
    """Draws the languages of the reviews, and the switch to predict first."""
    with st.container(horizontal=True, vertical_alignment="center", gap="large"):
        choose_one(PAGE, "reviews", _("Language of the reviews"), LANGUAGE_NAMES, on_change=_begin, width="content")
        choose_predicting(PAGE)


def _begin() -> None:
    """Another language begins with its own sentences."""
    a, b = EXAMPLES[PAGE.get("reviews")]
    PAGE.set(a=a, b=b, step=1, word=1, becomes="", valid=None, jump=PAGE.get("jump") + 1)


def choose_sentences() -> Problems:
    """Draws both sentences' fields, with what is wrong with them.

    Returns:
        What is wrong, under "a" and "b".
    """
    labels = {"a": _("Sentence A"), "b": _("Sentence B, to compare with (may be empty)")}
    problems = _sentences()[1]
    for place, (name, text) in zip(st.columns(2, gap="medium"), labels.items(), strict=True):
        with place:
            st.text_input(
                text, key=PAGE.key(name), persist_state="session", on_change=_look_anew, help=_how_it_is_read()
            )
            show_problem(problems.get(name))
    return problems


def _how_it_is_read() -> str:
    """How a sentence is taken apart into words."""
    if PAGE.get("reviews") == "ko":
        return _(
            "Words are what stands between spaces. The particle of a noun and the ending of a predicate are words of "
            "their own: 영화는 is 영화 + -는, 지루했지만 is 지루하 + -았지만. Endings that differ in politeness "
            "alone are one."
        )
    return _("Upper case and punctuation are dropped; “isn't” is read as “is not”, “did” as “do”, “liked” as “like”.")


def _look_anew() -> None:
    """Another sentence is a view of its own: the viewer's cursor and the changed word belong to the one before."""
    PAGE.set(becomes="", jump=PAGE.get("jump") + 1)


def asked() -> tuple[Sentence, ...]:
    """The sentences that are shown, without drawing anything: of a text that is wrong, what was there before."""
    return tuple(each for _, each in _sentences()[0].values())


def texts() -> dict[str, str]:
    """What was typed of the sentences that are shown, as the link has it."""
    return {"b": "", **{name: text for name, (text, _) in _sentences()[0].items()}}


def _sentences() -> tuple[dict[str, tuple[str, Sentence]], dict[str, InputError]]:
    language = PAGE.get("reviews")
    found: dict[str, tuple[str, Sentence]] = {}
    problems: dict[str, InputError] = {}
    before = {name: pair for name, pair in (PAGE.find("valid") or {}).items() if pair[1].language == language}
    for name in ("a", "b"):
        text = PAGE.get(name)
        if name == "b" and not text.strip():
            continue
        try:
            found[name] = (text, sentence(language, text))
        except InputError as problem:
            problems[name] = problem
            if name in before or name == "a":
                example = EXAMPLES[language][0]
                found[name] = before.get(name) or (example, sentence(language, example))
    PAGE.set(valid=found)
    return found, problems


def shown_of() -> Shown:
    """What the models make of the sentences, and where one looks."""
    readings = {name.upper(): read(each) for name, (_, each) in _sentences()[0].items()}
    if "B" not in readings:
        PAGE.set(show="A")
    longest = max(each.trace.steps for each in readings.values())
    step, unit = min(PAGE.get("step"), longest), min(PAGE.get("unit"), readings["A"].trace.units)
    PAGE.set(step=step, unit=unit)
    return Shown(readings, step - 1, unit - 1)
