"""The panel about scaling: fitted on the training part, and what leaks otherwise."""

import streamlit as st

from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.predict_first import predict_first
from lstm_viz.i18n import Translate
from lstm_viz.lessons.shapes.claims import leak_claims
from lstm_viz.lessons.shapes.scaling import FITS, Split, split_of
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.steps import feature_names
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.questions import scaling_question

ADDED = 10.0


def show_scaling(settings: ShapeSettings, gettext: Translate) -> None:
    """The statistics of both ways, and what reaches the training part when the test part changes."""
    st.slider(
        gettext("Samples for training (%)"),
        10,
        90,
        key=PAGE.key("train"),
        persist_state="session",
        help=gettext("The first ones: a series is never shuffled before it is parted."),
        width=400,
    )
    if (split := split_of(settings, PAGE.get("train"))) is None:
        st.info(gettext("There is one sample alone: nothing can be parted."), icon=":material/info:")
        return
    st.markdown(
        gettext(
            "**{train} of {samples} samples** are for training; they hold the first **{rows} of {all} rows**, their "
            "targets included. A scaler learns the mean and the standard deviation of each feature. It may learn them "
            "from the training rows alone: in use, what comes later is not known either."
        ).format(train=split.train_samples, samples=split.samples, rows=split.train_rows, all=len(split.rows))
    )
    claims = leak_claims(split, ADDED)
    if not predict_first(PAGE, scaling_question(settings, claims, gettext), gettext):
        return
    _show_statistics(split, feature_names(settings.source, split.rows.shape[1], gettext), gettext)
    st.markdown(
        gettext(
            "**What leaks.** Add {added} to every value of the test part, which training must not know. Do the "
            "training inputs change?"
        ).format(added=f"{ADDED:g}")
    )
    unchanged = gettext("What training reads does not depend on the test part.")
    leaks = gettext("What training reads changes with the test part: the future has leaked into it.")
    show_comparisons([(claims[fit], unchanged if claims[fit].equal else leaks) for fit in FITS], gettext)


def _show_statistics(split: Split, features: tuple[str, ...], gettext: Translate) -> None:
    import pandas

    titles = {"train": gettext("fitted on the training part"), "all": gettext("fitted on everything")}
    rows = []
    for fit in FITS:
        scaler, scaled = split.scaler(fit), split.scaled_train(fit)
        for place, feature in enumerate(features):
            rows.append(
                {
                    gettext("scaler"): titles[fit],
                    gettext("feature"): feature,
                    gettext("mean"): scaler.mean[place],
                    gettext("standard deviation"): scaler.deviation[place],
                    gettext("mean of the scaled training part"): _plain(scaled[:, place].mean()),
                    gettext("its standard deviation"): _plain(scaled[:, place].std()),
                }
            )
    frame = pandas.DataFrame(rows)
    numbers = {name: st.column_config.NumberColumn(format="%.4f") for name in frame.columns[2:]}
    st.dataframe(frame, hide_index=True, width="content", column_config=numbers)


def _plain(value: float) -> float:
    """To four decimals; what rounds to nothing has no sign."""
    return round(float(value), 4) + 0.0
