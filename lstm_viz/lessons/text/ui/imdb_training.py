"""The training on the IMDB reviews, with curves that grow while it runs."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.app.training_panel import TrainingPanel, train_words
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.run import ImdbRun
from lstm_viz.lessons.text.imdb.settings import ImdbSettings
from lstm_viz.lessons.text.ui.imdb_loaders import kept
from lstm_viz.lessons.text.ui.page import PAGE

NAME = "network"

Recipe = tuple[ImdbSettings, FilesLocation]


def show_training(settings: ImdbSettings, location: FilesLocation) -> ImdbRun:
    """Draws the button, the progress and the curves.

    Returns:
        What had been learned before this drawing.
    """
    return TRAINING.show((settings, location))[NAME]


def _draw(recipe: Recipe) -> None:
    run = TRAINING.runs(recipe)[NAME]
    TRAINING.row(recipe)
    _result(run)
    PAGE.set(imdb_trained=(TRAINING.aim or run.position) // run.settings.updates)


def _button(_recipe: Recipe, has_begun: bool, has_more: bool) -> str:
    epochs = PAGE.get("imdb_epochs")
    if has_begun and has_more:
        return _("Go on to the end of epoch {epochs}").format(epochs=epochs)
    return train_words(epochs, goes_on=False)


# The training counts updates, while the page's settings count epochs.
TRAINING: TrainingPanel[Recipe, ImdbRun] = TrainingPanel(
    PAGE,
    kept=lambda recipe: {NAME: kept(*recipe)},
    goal=lambda recipe: PAGE.get("imdb_epochs") * recipe[0].updates,
    draw=_draw,
    wanted=lambda recipe: PAGE.get("imdb_trained") * recipe[0].updates,
    words=_button,
    prefix="imdb_",
)


def _result(run: ImdbRun) -> None:
    if not run.position:
        st.caption(_("Not trained yet."))
        return
    if run.looks:
        last = run.looks[-1]
        template = _(
            "Updates: {updates}, with {per_epoch} per epoch. Accuracy on {count} held-out reviews of the "
            "test part: {accuracy}; loss {loss} nats."
        )
        st.text(
            template.format(
                updates=last.update,
                per_epoch=run.settings.updates,
                accuracy=f"{last.accuracy:.1%}",
                count=f"{run.held_out:,}",
                loss=f"{last.loss:.4f}",
            )
        )
        updates = max(PAGE.get("imdb_epochs") * run.settings.updates, run.position)
        shown = (updates, run.looks, run.losses.tobytes())
        draw(partial(_curves, run, updates), "imdb_learning", shown, keep=not TRAINING.is_running)
    if run.has_diverged:
        st.warning(_("It diverged: a loss was no longer a number."), icon=":material/warning:")


def _curves(run: ImdbRun, updates: int, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.text.charts.imdb_learning import imdb_learning

    looks = [(look.update, look.loss, look.accuracy) for look in run.looks]
    return list(imdb_learning(run.losses, looks, updates=updates, gettext=gettext, mode=mode))
