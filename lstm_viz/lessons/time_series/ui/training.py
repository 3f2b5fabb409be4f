"""The training on the page Time series, with curves that grow while it runs."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.training_panel import TrainingPanel
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate, counted
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.state import iterations_of, most_windows
from lstm_viz.lessons.time_series.ui.loaders import kept
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import network_title
from lstm_viz.lessons.time_series.view import View

NAME = "network"


def is_to_train(view: View) -> bool:
    """Whether the network is training, or there is more to train."""
    run = TRAINING.runs(view)[NAME]
    return TRAINING.is_running or not (run.has_ended or run.position >= view.epochs)


def show_training(view: View) -> ForecastRun:
    """Draws the button, the progress and the curves.

    Returns:
        What had been learned before this drawing.
    """
    return TRAINING.show(view)[NAME]


def _draw(view: View) -> None:
    run = TRAINING.runs(view)[NAME]
    TRAINING.row(view, told(view, run))
    st.caption(_iterations(view, run))
    if len(run.losses):
        about = view.epochs, len(run.losses)
        curves = partial(_curves, view, run)
        TrainedView(view, run).draw(curves, "forecast_losses", *about, keep=not TRAINING.is_running)
    PAGE.set(trained=TRAINING.aim or min(run.epoch, view.epochs))


TRAINING: TrainingPanel[View, ForecastRun] = TrainingPanel(
    PAGE,
    kept=lambda view: {NAME: kept(view)},
    goal=lambda view: view.epochs,
    draw=_draw,
    wanted=lambda view: min(PAGE.get("trained"), view.epochs),
    same=lambda view: view.training_key,
)


def told(view: View, run: ForecastRun) -> str:
    """The result of the training, as a sentence."""
    values = {"network": network_title(view), "epochs": run.epoch, "taken": run.weights_epoch}
    if run.has_diverged:
        return _(
            "The {network} diverged: after epoch {epochs} its loss was no longer a number. Lower the learning rate."
        ).format(**values)
    if not run.epoch:
        return _("The {network} is not trained yet.").format(**values)
    if run.was_stopped_early:
        template = _(
            "The {network} was stopped early after {epochs} epochs: its validation loss had not fallen for "
            "{patience}. The weights of epoch {taken} are used."
        )
        return template.format(patience=view.settings.patience, **values)
    template = _("Epochs for which the {network} was trained: {epochs}. The weights of epoch {taken} are used.")
    return template.format(**values)


def _iterations(view: View, run: ForecastRun) -> str:
    """Iteration, epoch and batch size with the numbers of this training."""
    windows, epochs = len(view.prepared.starts("training")), run.epoch or view.epochs
    each = iterations_of(view.settings, windows)
    template = _(
        "{windows}, batch size {batch}: {iterations} an epoch; {epochs}: {total}. An iteration reads one batch and "
        "changes the weights once; an epoch reads every training window once."
    )
    if windows > (most := most_windows(view.settings.look_back)):
        template = _(
            "{windows} drawn for each epoch, batch size {batch}: {iterations} an epoch; {epochs}: {total}. An "
            "iteration reads one batch and changes the weights once."
        )
    return template.format(
        windows=counted(min(windows, most), "window", _),
        batch=view.settings.batch_size,
        iterations=counted(each, "iteration", _),
        epochs=counted(epochs, "epoch", _),
        total=counted(each * epochs, "iteration", _),
    )


def _curves(view: View, run: ForecastRun, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.time_series.charts.losses import forecast_losses

    chart = forecast_losses(
        run.losses,
        run.validation_losses if view.recipe.validation else None,
        taken=run.weights_epoch,
        epochs=view.epochs,
        gettext=gettext,
        mode=mode,
    )
    return [chart]
