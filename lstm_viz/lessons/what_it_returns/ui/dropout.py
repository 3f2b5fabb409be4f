"""The panel on dropout: the masks that Keras drew, and what they do to each gate."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.dropout import (
    INPUT,
    STATE,
    DropoutLayer,
    DroppedSample,
    dropped_sample,
    scale,
    silenced,
)
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall, choose_sample
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.tables import markdown, table_of


def show_dropout(chosen: ChosenCall) -> None:
    """Draws the rates, the masks, what each gate reads with them, and the gates of both passes."""
    layer, sample, unit = _choose(chosen)
    st.code(layer.code, language=None)
    _say_what_is_left_out(chosen)
    result = ask_keras(remote.dropped, layer, chosen.inputs.x)
    if result is None:
        return
    passes = dropped_sample(layer, result, chosen.inputs.x, sample)
    _list_masks(passes)
    shown = (layer, chosen.kind, chosen.text, sample)
    for which in result.masks:
        draw(partial(_silenced_chart, passes, which), f"dropout_{which}", shown)
    st.markdown(_("**Both passes.** A is `training=False`, B is `training=True` with the masks above."))
    draw(partial(_gate_charts, passes, unit), "dropout_gates", (*shown, unit))
    rows = table_of(passes.rows(unit, _))
    four = {name: st.column_config.NumberColumn(format="%.4f") for name in rows.column_names[2:]}
    st.dataframe(rows, hide_index=True, column_config=four)
    show_claims(passes.claims)
    _say_what_surprises()


def _choose(chosen: ChosenCall) -> tuple[DropoutLayer, int, int]:
    """Draws the controls, and returns the layer with dropout, and the positions of the sample and the unit, from 0."""
    call = chosen.call
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        dropout, recurrent_dropout = (PAGE.draw(name, width=220) for name in ("dropout", "recurrent_dropout"))
        seed = PAGE.draw("mask_seed", width=140)
        reset_after = PAGE.draw("reset_after") if call.layer == "gru" else True
        sample = choose_sample(chosen.inputs.samples)
        PAGE.fit()
        unit = PAGE.draw("unit", width=140) - 1
    rates = {"dropout": dropout, "recurrent_dropout": recurrent_dropout}
    layer = DropoutLayer(call.layer, call.units, call.weights, call.seed, reset_after, seed=seed, **rates)
    return layer, sample, unit


def _say_what_is_left_out(chosen: ChosenCall) -> None:
    call = chosen.call
    if call.bidirectional:
        st.markdown(_("Shown for a single layer. With a `seed`, both layers of a Bidirectional draw the same masks."))
    elif call.go_backwards or call.stateful:
        st.markdown(
            _(
                "Shown for a layer that reads forwards and starts from zeros: neither argument changes how "
                "masks are drawn."
            )
        )


def _list_masks(passes: DroppedSample) -> None:
    """Draws a table of the entries that each mask silences, and says what becomes of the others."""
    layer, masks = passes.layer, [passes.masks.get(which) for which in (INPUT, STATE)]
    titles = signal_titles(_)
    header = (_("Mask for"), _("Features of x it silences"), _("Units of the previous step's h it silences"))
    rows = [
        (name, *(silenced(mask[row]) if mask is not None else _("no mask") for mask in masks))
        for row, name in enumerate([titles[gate] for gate in layer.gates] or [_("all gates")])
    ]
    st.markdown(markdown(header, rows))
    words = _(
        "What `{name}={rate}` keeps is multiplied by 1 / (1 − {rate}) = {scale}, so that sums keep their mean size."
    )
    for name in ("dropout", "recurrent_dropout"):
        if float(rate := getattr(layer, name)):
            st.markdown(words.format(name=name, rate=rate, scale=f"{scale(rate):.2f}"))


def _silenced_chart(passes: DroppedSample, which: str, *, gettext: Translate, mode: Mode) -> list[Any]:
    # The import of Altair takes a fifth of a second.
    from lstm_viz.lessons.what_it_returns.charts.silenced import Silenced

    texts = {
        INPUT: (gettext("What each gate reads of x"), gettext("Feature")),
        STATE: (gettext("What each gate reads of h"), gettext("Unit of the previous step")),
    }[which]
    return [Silenced(passes.read(which), passes.masks[which], passes.layer.gates, texts, gettext, mode).chart()]


def _gate_charts(passes: DroppedSample, unit: int, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.charts.timelines import timelines

    traces = {"A": passes.prediction, "B": passes.training}
    return list(timelines(traces, unit=unit, time=0, gettext=gettext, mode=mode))


def _say_what_surprises() -> None:
    st.markdown(_("**What surprises people**"))
    lines = (
        _("**Only x and h are silenced.** The cell state of an LSTM, and the h that a GRU keeps, pass unchanged."),
        _("**One mask for all steps.** A silenced feature is missing from the whole sequence, not only at some steps."),
        _(
            "**`recurrent_dropout` changes more than h.** With it, each gate of an LSTM or GRU has masks of its own, "
            "for x as well; with `dropout` alone all gates share one. And the layer leaves the fast path: on a GPU, "
            "it no longer runs in cuDNN."
        ),
        _(
            "**A prediction also draws masks.** It does not use them, but the next call with "
            "`training=True` then draws other ones."
        ),
    )
    st.markdown("\n".join(f"- {line}" for line in lines))
