"""The page Text: a sentiment model that shows why order matters, and which word moved which gate."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints, Try
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.i18n import N_
from lstm_viz.lessons.text.imdb.settings import IMDB
from lstm_viz.lessons.text.sentence import EXAMPLES
from lstm_viz.lessons.text.ui.change import show_change
from lstm_viz.lessons.text.ui.controls import Typed, choose_sentences, read_sentences
from lstm_viz.lessons.text.ui.files import show_code_panel, show_data
from lstm_viz.lessons.text.ui.gates import show_gates
from lstm_viz.lessons.text.ui.imdb import show_imdb
from lstm_viz.lessons.text.ui.mattered import show_mattered
from lstm_viz.lessons.text.ui.padding import show_padding
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.question import answer_question
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.scores import show_scores
from lstm_viz.lessons.text.ui.step import show_step
from lstm_viz.lessons.text.ui.verdict import show_words
from lstm_viz.lessons.text.ui.words import show_word_panel

SENTENCES = {
    "en": {
        "negation": "the film was not good at all",
        "plain": "the film was good",
        "double": "i would not say that the film was not good",
        "never": "never boring",
        "before": "it is not good",
        "after": "good it is not",
        "unknown": "the wombats were not boring",
        "whole": "good at first but in the end not good at all",
    },
    "ko": {
        "negation": "이 영화는 전혀 재미있지 않다",
        "plain": "이 영화는 정말 재미있다",
        "double": "이 영화는 재미있지 않다고 할 수 없다",
        "never": "나쁘지 않다",
        "before": "안 좋다",
        "after": "좋지 않다",
        "unknown": "공룡은 전혀 지루하지 않았다",
        "whole": "처음에는 재미있었지만 나중에는 전혀 재미있지 않았다",
    },
}
CHANGED = {"en": ("4", "very"), "ko": ("5", "지루하")}
"""Language → the number of a word in the sentence "negation", counted from 1, and the word that replaces it."""


def to_try(language: str) -> list[Try]:
    """The links to try and their titles, for the language of the reviews."""
    own, (a, b) = SENTENCES[language], EXAMPLES[language]
    word, becomes = CHANGED[language]
    base = {"reviews": language}
    change = {"panel": "change", "word": word, "becomes": becomes}
    return [
        (N_("The same words in another order"), {**base, "a": a, "b": b}),
        (N_("A negation, step by step"), {**base, "a": own["negation"], "b": own["plain"], "panel": "step"}),
        (N_("One word changed in place"), {**base, "a": own["negation"], **change}),
        (N_("Double negation"), {**base, "a": own["double"], "b": own["negation"]}),
        (N_("A negation of something bad"), {**base, "a": own["never"]}),
        (N_("A negation before and after its word"), {**base, "a": own["before"], "b": own["after"]}),
        (N_("A word that the model does not know"), {**base, "a": own["unknown"]}),
        (
            N_("Padding without a mask"),
            {**base, "a": own["whole"], "panel": "padding", "mask_zero": "False", "length": "30"},
        ),
        (N_("Where the bag of words fails"), {**base, "panel": "models", "kind": "strong_negation"}),
        (N_("Real reviews: a training on IMDB"), {**base, "panel": "imdb"}),
    ]


HINTS: Hints[Typed] = Hints(
    look=(
        N_(
            "**The same words, another order.** To a bag of words both sentences are the same. Where do "
            "the LSTM's two lines separate, and at which words does each change direction?"
        ),
        N_(
            "**A negation is kept.** A word such as “not” says nothing good or bad by itself. Watch what the "
            "gates keep of it until the word that it negates is read."
        ),
        N_(
            "**What is in the memory is not what caused it.** Compare the contributions with “Change a "
            "word”: a word can decide a lot and leave little in the memory."
        ),
        N_(
            "**It knows what it was shown and nothing else.** It was trained on made-up reviews that use only "
            "two or three thousand different words. Type a real one: unknown words are marked. How sure is "
            "the model anyway?"
        ),
    ),
    tries=to_try,
    examples_in=lambda typed: typed["a"][1].language,
)
PANELS: dict[str, Callable[[ReadSentences], None]] = {
    "words": show_word_panel,
    "step": show_step,
    "gates": show_gates,
    "change": show_change,
    "mattered": show_mattered,
    "padding": show_padding,
    "models": show_scores,
    "imdb": lambda _shown: show_imdb(),
    "data": show_data,
    "code": show_code_panel,
}


@st.fragment(key=PAGE.key("panels"))
def _show(typed: Typed) -> None:
    """Draws the readings and the open panel, then writes the link."""
    shown, texts = read_sentences(typed), {name: text for name, (text, _sentence) in typed.items()}
    if predict_first(PAGE, answer_question(shown, texts["a"])):
        show_words(shown)
        PANELS[choose_panel(PAGE)](shown)
    # A link holds the settings of the IMDB reviews only if that panel is open.
    left_out = IMDB if PAGE.get("panel") != "imdb" else {}
    linked = {name: value for name, value in PAGE.values().items() if name not in left_out}
    session.write_link(PAGE, linked | {"b": ""} | texts)


LESSON = Lesson(
    PAGE,
    title=N_("Text"),
    purpose=N_("A model reads a review word by word: which word changes its answer, and why does order matter?"),
    choose=choose_sentences,
    show=_show,
    hints=HINTS,
    about=lambda typed: tuple(sentence for _text, sentence in typed.values()),
)
