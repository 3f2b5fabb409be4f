"""The panel Split, scaler, windows: how a series is prepared for a network."""

from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.explain.narrate_words import in_words
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series.prepare import PARTS, STANDARD, VALUES, Part, Prepared
from lstm_viz.lessons.time_series.state import most_windows
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import number
from lstm_viz.tables import table, table_of

SCALED_PARTS: tuple[Part, Part] = ("training", "test")
TABLE_WIDTH = 580  # two side by side on a wide screen; on a narrow one the second is below


def show_preparation(shown: TrainedView) -> None:
    """Draws the parts, the scaler and the windows, with their numbers."""
    view = shown.view
    shown.draw(partial(_chart, view.prepared, view.target_name), "series_parts")
    if view.series.dropped:
        template = _("The last {rows} rows are used; {dropped} before them are left out.")
        st.text(template.format(rows=f"{view.series.rows:,}", dropped=f"{view.series.dropped:,}"))
    with st.container(horizontal=True, gap="large"):
        with st.container(width=TABLE_WIDTH):
            _windows(view.prepared)
        with st.container(width=TABLE_WIDTH):
            _scaler(view.prepared)
    _arrays(shown)


def _chart(prepared: Prepared, name: str, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.time_series.charts.series_parts import series_parts

    ends = [prepared.split.bounds(part)[1] for part in PARTS]
    return [series_parts(prepared.truth, ends, times=prepared.series.times, name=name, gettext=gettext, mode=mode)]


def _windows(prepared: Prepared) -> None:
    st.markdown(_("**Windows**: a window belongs to the part that holds everything it predicts."))
    columns = (
        _("part"),
        _("rows"),
        _("windows"),
        _("first reads → predicts"),
        _("last reads → predicts"),
    )
    rows = []
    for part, title in PARTS.items():
        first, end = prepared.split.bounds(part)
        if not len(starts := prepared.starts(part)):
            continue
        reads = [_reads(prepared, int(start)) for start in (starts[0], starts[-1])]
        rows.append(dict(zip(columns, (_(title), f"{first + 1}–{end}", len(starts), *reads), strict=True)))
    # This is not a data frame because Streamlit gives the cells of two data frames on a page the same ids.
    st.table(table_of(rows), hide_index=True)
    starts = prepared.starts("training")
    latest = int(starts[-1]) + prepared.look_back + prepared.horizon
    template = _("The latest row that a training window holds is {latest}; validation begins at row {begin}.")
    if prepared.split.training_end == prepared.split.validation_end:
        template = _("The latest row that a training window holds is {latest}; the test part begins at row {begin}.")
    st.text(template.format(latest=latest, begin=prepared.split.training_end + 1))


def _reads(prepared: Prepared, start: int) -> str:
    """The rows, counted from 1, that a window reads and predicts."""
    after = start + prepared.look_back
    predicts = f"{after + 1}" if prepared.horizon == 1 else f"{after + 1}–{after + prepared.horizon}"
    return f"{start + 1}–{after} → {predicts}"


def _scaler(prepared: Prepared) -> None:
    is_standard = prepared.scaling == STANDARD
    st.markdown(
        _("**Scaler**: mean and standard deviation of the training part alone.")
        if is_standard
        else _("**Scaler**: the smallest value of the training part becomes 0, its largest 1.")
    )
    if prepared.change != VALUES:
        template = _("What the network reads: {read}. The first row has no change, and is left out.")
        st.text(template.format(read=PAGE.titles("change")[prepared.change]))
    st.dataframe(_standard(prepared) if is_standard else _min_max(prepared), hide_index=True)
    st.caption(
        _("The test part is scaled with these numbers, too: its own mean would tell the network about the future.")
        if is_standard
        else _(
            "The test part is scaled with these numbers, too, so its values may be below 0 or above 1. Its own "
            "extremes would tell the network about the future."
        )
    )


def _standard(prepared: Prepared) -> Any:
    scaled = prepared.scaled.astype("float64")
    spreads = [_spreads(scaled[slice(*prepared.split.bounds(part))]) for part in SCALED_PARTS]
    return table(
        {
            _("column"): prepared.series.columns,
            _("mean"): list(map(number, prepared.scaler.zero)),
            _("standard deviation"): list(map(number, prepared.scaler.unit)),
            _("scaled training"): spreads[0],
            _("scaled test"): spreads[1],
        }
    )


def _min_max(prepared: Prepared) -> Any:
    first, end = prepared.split.bounds("test")
    test, scaler = prepared.scaled[first:end], prepared.scaler
    ends = zip(test.min(axis=0), test.max(axis=0), strict=True)
    ranges = [f"{in_words(low)} … {in_words(high)}" for low, high in ends]
    outside = [f"{count:,} / {end - first:,}" for count in prepared.outside("test")]
    return table(
        {
            _("column"): prepared.series.columns,
            _("becomes 0"): list(map(number, scaler.zero)),
            _("becomes 1"): list(map(number, scaler.zero + scaler.unit)),
            _("scaled test"): ranges,
            _("test values outside 0 … 1"): outside,
        }
    )


def _spreads(scaled: np.ndarray) -> list[str]:
    means, deviations = scaled.mean(axis=0), scaled.std(axis=0)
    return [f"{in_words(mean)} ± {in_words(deviation)}" for mean, deviation in zip(means, deviations, strict=True)]


def _arrays(shown: TrainedView) -> None:
    view = shown.view
    settings, prepared = view.settings, view.prepared
    count, features = len(prepared.starts("training")), len(prepared.series.columns)
    outputs = settings.horizon * features
    wanted = (count, settings.look_back, outputs) if settings.many_to_many else (count, outputs)
    st.text(
        _(
            "So the network is trained on X of shape {inputs} [samples, timesteps, features] and y of shape {targets}."
        ).format(inputs=(count, settings.look_back, features), targets=wanted)
    )
    if count > (most := most_windows(settings.look_back)):
        template = _("An epoch uses {most} of these windows, drawn again each time.")
        st.text(template.format(most=f"{most:,}"))
