"""What to look for on the page Text, and settings worth a try."""

from lstm_viz.app.hints import Link, show_lessons
from lstm_viz.app.language import _
from lstm_viz.lessons.text.sentence import EXAMPLES
from lstm_viz.lessons.text.ui.page import PAGE

SENTENCES = {
    "en": {
        "negation": "the film was not good at all",
        "plain": "the film was good",
        "double": "i would not say that the film was not good",
        "never": "never boring",
        "unknown": "the dinosaurs were not boring",
        "whole": "good at first but in the end not good at all",
    },
    "ko": {
        "negation": "이 영화는 전혀 재미있지 않다",
        "plain": "이 영화는 정말 재미있다",
        "double": "이 영화는 재미있지 않다고 할 수 없다",
        "never": "나쁘지 않다",
        "unknown": "공룡은 전혀 지루하지 않았다",
        "whole": "처음에는 재미있었지만 나중에는 전혀 재미있지 않았다",
    },
}
CHANGED = {"en": ("4", "very"), "ko": ("5", "지루하")}
"""Which word of the sentence "negation", counted from 1, becomes which."""


def lessons() -> None:
    """What to see, and links that set the page's exact state."""
    show_lessons(PAGE, _to_look_for(), to_try(PAGE.get("reviews")))


def _to_look_for() -> list[str]:
    return [
        _(
            "**The same words, another order.** To a bag of words both sentences are the same. Where do the LSTM's two "
            "lines part, and at which words does each turn round?"
        ),
        _(
            "**A negation waits.** A word such as “not” says nothing good or bad by itself. Watch what the gates keep "
            "of it until the word comes that it turns round."
        ),
        _(
            "**What is in the memory is not what caused it.** Compare the shares with “Change a word”: a word can "
            "decide much and yet leave little behind."
        ),
        _(
            "**It knows its grammar and nothing else.** The reviews are made up from some hundred words. Type a real "
            "one: what is unknown is marked, and how sure is the model all the same?"
        ),
    ]


def to_try(language: str) -> list[tuple[str, Link]]:
    """Each link with what it shows, in the language of the reviews."""
    own, (a, b) = SENTENCES[language], EXAMPLES[language]
    word, becomes = CHANGED[language]
    base = {"reviews": language}
    change = {"panel": "change", "word": word, "becomes": becomes}
    return [
        (_("The same words in another order"), {**base, "a": a, "b": b}),
        (_("A negation, step by step"), {**base, "a": own["negation"], "b": own["plain"], "panel": "step"}),
        (_("One word changed in place"), {**base, "a": own["negation"], **change}),
        (_("Twice negated"), {**base, "a": own["double"], "b": own["negation"]}),
        (_("A negation of something bad"), {**base, "a": own["never"]}),
        (_("A word that the model does not know"), {**base, "a": own["unknown"]}),
        (
            _("Padding without a mask"),
            {**base, "a": own["whole"], "panel": "padding", "mask_zero": "False", "length": "30"},
        ),
        (_("Where the bag of words fails"), {**base, "panel": "models", "kind": "strong_negation"}),
        (_("Real reviews: a training on IMDB"), {**base, "panel": "imdb"}),
    ]
