"""Shows a generated text, and from which probabilities each of its words was drawn."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.results import Generation
from lstm_viz.lessons.patterns.generator.sentences import every_sentence, finished
from lstm_viz.lessons.patterns.generator.tables import candidates
from lstm_viz.lessons.patterns.generator.trained import story


def show_text(request: Request, text: Generation) -> None:
    """Draws the text, how many of its sentences the grammar makes, and the most probable words at each step."""
    st.text(f"{request.text} → {' '.join(text.generated)}")
    made = finished(text.words)
    if made:
        right = sum(each in every_sentence() for each in made)
        icon, color = (":material/check:", "green") if right == len(made) else (":material/close:", "orange")
        template = _("{right} of {given} finished sentences follow the grammar")
        st.badge(template.format(right=right, given=len(made)), icon=icon, color=color)
    draw(partial(_chart, request, text), "pattern_text", request)


def _chart(request: Request, text: Generation, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.patterns.charts.next_words import next_words

    subtitle = gettext(
        "For each word: the model's probability → the probability at temperature {temperature}, where the two "
        "differ. The framed word was drawn."
    )
    return [
        next_words(
            candidates(text, request.temperature),
            title=gettext("The five most probable next words"),
            subtitle=subtitle.format(temperature=f"{request.temperature:g}"),
            gettext=gettext,
            mode=mode,
        )
    ]


def measured() -> list[str]:
    """The results of the generator's training."""
    told = story()
    trained = _(
        "Trained in advance by tools/train_generator.py with {updates} updates by Adam, on texts that a small grammar "
        "of English and Korean makes. Generated sentences that follow the grammar: {right}."
    )
    part = _("{right} of {count} at temperature {temperature}")
    parts = [
        part.format(temperature=f"{at:g}", right=f"{right:.1%}", count=told.sentences[at])
        for at, right in told.right.items()
    ]
    return [trained.format(updates=told.updates, right=", ".join(parts))]
