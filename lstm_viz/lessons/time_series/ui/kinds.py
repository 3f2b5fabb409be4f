"""The panel Three networks: SimpleRNN, GRU and LSTM on the same windows, in one table beside the simple forecasts."""

import math

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.training_panel import TrainingPanel
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.time_series.judge import MODEL, Judged, one_step_origins
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.settings import NETWORKS
from lstm_viz.lessons.time_series.symptoms import skill_of
from lstm_viz.lessons.time_series.ui.loaders import judged_now, kept, one_step
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import number
from lstm_viz.lessons.time_series.view import View, of_kind
from lstm_viz.tables import table

ORDER = ("simple_rnn", "gru", "lstm")


def show_kinds(shown: TrainedView) -> None:
    """Draws the button that trains all three networks, their table, and what it shows. A link trains none of them."""
    view = shown.view
    template = _(
        "Three networks of {units} read the same {windows} windows in the same order, from the same seed and with "
        "the same settings; only the kind of layer differs. Each forecasts every row of the test part, one step ahead."
    )
    windows = f"{len(view.prepared.starts('training')):,}"
    st.text(template.format(units=counted(view.settings.units, "unit", _), windows=windows))
    TRAINING.show(view)


def _draw(view: View) -> None:
    TRAINING.row(view)
    runs = TRAINING.runs(view)
    judged = {kind: _judged(of_kind(view, kind), runs[kind]) for kind in ORDER}
    any_of_them = next(iter(judged.values()))
    titles = TrainedView(view, runs[view.settings.network]).titles
    rows = [_row(of_kind(view, kind), runs[kind], judged[kind]) for kind in ORDER]
    naive = [method for method in any_of_them.errors if method != MODEL]
    rows += [(titles[method], "–", *_numbers(any_of_them, method), "–") for method in naive]
    names = _("forecast"), _("epochs"), "MAE", "RMSE", _("skill"), _("parameters")
    st.dataframe(table(dict(zip(names, zip(*rows, strict=True), strict=True))), hide_index=True)
    st.text(
        _(
            "Skill: how much of the squared error of repeating the last value a forecast takes away. 1 means "
            "no error, 0 no better than repeating it, below 0 worse. Another seed gives other numbers: a "
            "small lead may be chance."
        )
    )


TRAINING: TrainingPanel[View, ForecastRun] = TrainingPanel(
    PAGE,
    kept=lambda view: {kind: kept(of_kind(view, kind)) for kind in NETWORKS},
    goal=lambda view: view.epochs,
    draw=_draw,
    same=lambda view: of_kind(view, NETWORKS[0]).training_key,
    words=lambda _view, has_begun, has_more: (
        _("Train all three") if has_more or not has_begun else _("All are trained")
    ),
    prefix="kinds_",
)


def _judged(view: View, run: ForecastRun) -> Judged:
    """The forecasts one step ahead. While the networks are trained, they are not kept."""
    if not TRAINING.is_running:
        return one_step(view, run)
    return judged_now(view, run, one_step_origins(view.prepared), 1)


def _row(view: View, run: ForecastRun, judged: Judged) -> tuple[str, ...]:
    shapes = view.settings.weight_shapes(len(view.prepared.series.columns))
    parameters = f"{sum(map(math.prod, shapes)):,}"
    title = LAYERS[view.settings.network]
    if MODEL not in judged.errors:
        return title, "0", "–", "–", "–", parameters
    return title, str(run.weights_epoch), *_numbers(judged, MODEL), parameters


def _numbers(judged: Judged, method: str) -> tuple[str, str, str]:
    errors = judged.errors[method]
    skill = f"{skill_of(judged, method):.2f}".replace("-", "−") if judged.errors["last"].rmse else "–"
    return number(errors.mae), number(errors.rmse), skill
