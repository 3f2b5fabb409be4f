"""The panel about scaling: what leaks if a scaler is fitted on more than the training part."""

import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.lessons.shapes.claims import leak_claims
from lstm_viz.lessons.shapes.pipeline import feature_names
from lstm_viz.lessons.shapes.scaling import FITS, ScalingSplit, split_of
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.questions import scaling_question

ADDED = 10.0


def show_scaling(settings: ShapeSettings) -> None:
    """Draws the statistics of both scalers, and whether the training part changes when the test part changes."""
    if (split := split_of(settings, PAGE.draw("train", width=400))) is None:
        st.info(_("There is only one sample, so it cannot be split."), icon=":material/info:")
        return
    st.markdown(
        _(
            "**{train} of {samples} samples** are for training; they hold the first **{rows} of {all} "
            "rows**, their targets included. A scaler uses the mean and the standard deviation of each "
            "feature. It may be fitted on the training rows only: in real use, later values are not known "
            "either."
        ).format(train=split.train_samples, samples=split.samples, rows=split.train_rows, all=len(split.rows))
    )
    claims = leak_claims(split, ADDED)
    if not predict_first(PAGE, scaling_question(settings, claims)):
        return
    _show_statistics(split, feature_names(settings.source, split.rows.shape[1], _))
    st.markdown(
        _(
            "**Data leakage.** Add {added} to every value of the test part, which training must not know. "
            "Do the training inputs change?"
        ).format(added=f"{ADDED:g}")
    )
    show_claims(claims.values())


def _show_statistics(split: ScalingSplit, features: tuple[str, ...]) -> None:
    import pandas

    titles = {"train": _("fitted on the training part"), "all": _("fitted on everything")}
    rows = []
    for fit in FITS:
        scaler, scaled = split.scaler(fit), split.scaled_train(fit)
        for place, feature in enumerate(features):
            rows.append(
                {
                    _("scaler"): titles[fit],
                    _("feature"): feature,
                    _("mean"): scaler.mean[place],
                    _("standard deviation"): scaler.deviation[place],
                    _("mean of the scaled training part"): _plain(scaled[:, place].mean()),
                    _("its standard deviation"): _plain(scaled[:, place].std()),
                }
            )
    frame = pandas.DataFrame(rows)
    numbers = {name: st.column_config.NumberColumn(format="%.4f") for name in frame.columns[2:]}
    st.dataframe(frame, hide_index=True, width="content", column_config=numbers)


def _plain(value: float) -> float:
    """The value rounded to four decimals, without −0."""
    return round(float(value), 4) + 0.0
