"""A review, or a typed sentence, as the trained network reads it: as coloured words, and in the viewer."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.comparison import Claim, compare
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.judging import judge_yes
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.text import remote
from lstm_viz.lessons.text.imdb.reading import HALF, ImdbReading, read
from lstm_viz.lessons.text.imdb.run import ImdbRun
from lstm_viz.lessons.text.imdb.settings import NEWEST
from lstm_viz.lessons.text.imdb.words import MOST_LETTERS
from lstm_viz.lessons.text.ui.imdb_loaders import load_vocabulary
from lstm_viz.lessons.text.ui.imdb_words import show_words
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.strip import percent
from lstm_viz.viewer import Prediction

Given = tuple[tuple[int, ...], tuple[str, ...], bool | None]  # ids, words, and the label: None if there is no label
# A click on a word moves the cursor, as a new link does.
VIEWER = ViewerPanel(PAGE, "imdb_", jumps=("jump", "imdb_clicks"))
WORDS = "text_imdb_words"


def show_reading(run: ImdbRun) -> None:
    """Draws the choice of a review, the network's answer, and every step of the reading."""
    epoch, weights = _choose_epoch(run)
    PAGE.draw("imdb_read", label_visibility="collapsed")
    given = _own(run) if PAGE.get("imdb_read") == "own" else _review(run)
    if given is None:
        return
    ids, words, is_positive = given
    reading = read(run.settings, weights, ids, words)
    _verdict(reading, is_positive)
    cursor = VIEWER.fit({"A": reading.trace})
    show_words(reading, key=WORDS, current=cursor.time, on_click=_go_to_word)
    _check(run, weights, reading)
    _viewer(run, epoch, reading, is_positive)


def _choose_epoch(run: ImdbRun) -> tuple[int, tuple]:
    """Draws the choice of an epoch. Returns the epoch and its weights; the newest ones until it has been trained."""
    if PAGE.get("imdb_epoch") > max(run.epochs, PAGE.get("imdb_trained")):
        PAGE.set(imdb_epoch=NEWEST)
    epochs = sorted({*range(1, run.epochs + 1), PAGE.get("imdb_epoch")} - {NEWEST})
    chosen = PAGE.draw("imdb_epoch", titles={epoch: str(epoch) for epoch in epochs} | {NEWEST: _("the newest")})
    return run.snapshots[-1] if chosen == NEWEST else run.snapshots[min(chosen, run.epochs) - 1]


def _review(run: ImdbRun) -> Given | None:
    counts = ask_keras(remote.counts_of, run.location)
    if counts is None:
        return None
    PAGE.set(imdb_review=min(PAGE.get("imdb_review"), counts[1]))
    PAGE.draw("imdb_review", high=counts[1], width=400)
    review = ask_keras(remote.review_of, run.location, PAGE.get("imdb_review") - 1)
    if review is None:
        return None
    ids = tuple(review.ids.tolist())
    return ids, load_vocabulary(run.location).decode(ids), review.is_positive


def _own(run: ImdbRun) -> Given | None:
    PAGE.draw("imdb_text", max_chars=MOST_LETTERS, height=80)
    try:
        typed = load_vocabulary(run.location).encode(PAGE.get("imdb_text") or "")
    except InputError as problem:
        show_problem(problem)
        return None
    if typed.unknown:
        template = _("Not among its 10,000 words, so all are read as the same unknown word: {words}")
        st.text(template.format(words=", ".join(typed.unknown)))
    return typed.ids, typed.words, None


def _verdict(reading: ImdbReading, is_positive: bool | None) -> None:
    """Draws the network's answer to the whole review, and how many words were left out."""
    shown = percent(reading.chance)
    if is_positive is None:
        st.text(_("The network's probability of “positive” is {percent}.").format(percent=shown))
    else:
        template = {
            (True, None): _(
                "Its author liked the film. The network's probability of “positive” is {percent}: undecided."
            ),
            (False, None): _(
                "Its author disliked it. The network's probability of “positive” is {percent}: undecided."
            ),
            (True, True): _("Its author liked the film. The network's probability of “positive” is {percent}: right."),
            (True, False): _("Its author liked the film. The network's probability of “positive” is {percent}: wrong."),
            (False, True): _("Its author disliked it. The network's probability of “positive” is {percent}: right."),
            (False, False): _("Its author disliked it. The network's probability of “positive” is {percent}: wrong."),
        }[is_positive, judge_yes(reading.chance, is_positive)]
        st.text(template.format(percent=shown))
    if reading.left_out:
        template = _("Words left out at its beginning: {count}; the network reads the last {length}.")
        st.caption(template.format(count=reading.left_out, length=reading.trace.steps))


def _go_to_word() -> None:
    at = st.session_state[WORDS]["word"]
    if at is not None:
        PAGE.set(imdb_step=int(at) + 1, imdb_clicks=(PAGE.find("imdb_clicks") or 0) + 1)


def _check(run: ImdbRun, weights: tuple[np.ndarray, ...], reading: ImdbReading) -> None:
    """Draws whether the Keras model gives the same answer."""
    chance = ask_keras(remote.chance_of, run.settings, weights, reading.ids)
    if chance is not None:
        note = _("The value shown here, and the Keras model's answer to the review padded as in training.")
        show_claims([Claim(compare("shown", "model(padded)[0, 0]", reading.chance, chance), note)])


def _viewer(run: ImdbRun, epoch: int, reading: ImdbReading, is_positive: bool | None) -> None:
    title = _("{layer} with {units}, trained on {reviews} IMDB reviews, after epoch {epoch}")
    settings = run.settings
    VIEWER.show(
        {"A": reading.trace},
        tokens={"A": reading.words},
        predictions={"A": _predictions(reading, is_positive)},
        title=title.format(
            layer=LAYERS[settings.kind],
            units=counted(settings.units, "unit", _),
            reviews=f"{settings.reviews:,}",
            epoch=epoch,
        ),
        subtitle=_("The prediction at a step: the sentiment if the review ended there."),
    )


def _predictions(reading: ImdbReading, is_positive: bool | None) -> list[Prediction]:
    labels = {True: _("positive"), False: _("negative")}
    says = [bool(chance > HALF) for chance in reading.chances]
    return [
        Prediction(
            labels[say],
            float(chance if say else 1 - chance),
            None if is_positive is None else judge_yes(float(chance), is_positive),
        )
        for say, chance in zip(says, reading.chances, strict=True)
    ]
