"""The controls of the page Text: the language and the visitor's sentences."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.data import InputError
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, Sentence, sentence
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences

# "a", and "b" if it is not empty → the typed text and its sentence; for a wrong text, the last valid ones.
Typed = dict[str, tuple[str, Sentence]]


def choose_sentences() -> Typed:
    """Draws the fields of both sentences, with messages about what is wrong, and the choice of their language.

    Returns:
        The sentences that are shown.
    """
    typed, problems = _typed()
    *fields, language = st.columns([5, 5, 2])
    for place, name in zip(fields, ("a", "b"), strict=True):
        with place:
            PAGE.draw(name, on_change=_start_anew, help=_how_it_is_read())
            show_refused(problems.get(name), typed[name][0] if name in typed else "")
    with language:
        PAGE.draw("reviews", on_change=_begin)
    return typed


def _begin() -> None:
    """Sets the default sentences of the chosen language."""
    a, b = EXAMPLES[PAGE.get("reviews")]
    PAGE.set(a=a, b=b, step=1, word=1, becomes="", valid=None, jump=PAGE.get("jump") + 1)


def _how_it_is_read() -> str:
    """An explanation of how a sentence is split into words."""
    if PAGE.get("reviews") == "ko":
        return _(
            "Blanks separate the words. The particle of a noun and the ending of a predicate are words of their own: "
            "영화는 is 영화 + -은/는, 지루했지만 is 지루하 + -지만. Endings that differ only in politeness count as "
            "one. Words written without a blank between them are split: 안좋다 is 안 + 좋 + -다."
        )
    return _("Upper case and punctuation are dropped; “isn't” is read as “is not”, “did” as “do”, “liked” as “like”.")


def _start_anew() -> None:
    """Drops the changed word and the browser's cursor, which belong to the previous sentence."""
    PAGE.set(becomes="", jump=PAGE.get("jump") + 1)


def _typed() -> tuple[Typed, dict[str, InputError]]:
    """The sentences, and the problems of the typed texts, under "a" and "b"."""
    language = PAGE.get("reviews")
    typed: Typed = {}
    problems: dict[str, InputError] = {}
    before = {name: pair for name, pair in (PAGE.find("valid") or {}).items() if pair[1].language == language}
    for name in ("a", "b"):
        text = PAGE.get(name)
        if name == "b" and not text.strip():
            continue
        try:
            typed[name] = (text, sentence(language, text))
        except InputError as problem:
            problems[name] = problem
            if name in before or name == "a":
                example = EXAMPLES[language][0]
                typed[name] = before.get(name) or (example, sentence(language, example))
    PAGE.set(valid=typed)
    return typed, problems


def read_sentences(typed: Typed) -> ReadSentences:
    """Reads the sentences. Returns the readings with the selected step and unit."""
    readings = {name.upper(): read(each) for name, (_text, each) in typed.items()}
    if "B" not in readings:
        PAGE.set(show="A")
    longest = max(each.trace.steps for each in readings.values())
    step, unit = min(PAGE.get("step"), longest), min(PAGE.get("unit"), readings["A"].trace.units)
    PAGE.set(step=step, unit=unit)
    return ReadSentences(readings, step - 1, unit - 1)
