"""The panel about mistakes with a stateful layer. Each is run in Keras."""

from collections.abc import Callable
from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.history import origins
from lstm_viz.lessons.stateful.results import Shuffled
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.batch_size import show_batch_size
from lstm_viz.lessons.stateful.ui.controls import choose_tank_and_unit
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import same_question
from lstm_viz.lessons.stateful.ui.ways import lines


def show_mistakes(settings: StatefulSettings) -> None:
    """Draws the switch between the mistakes, and the effect of the chosen one on the outputs."""
    SHOW[PAGE.draw("mistake")](settings)


def _shuffled(settings: StatefulSettings) -> None:
    st.markdown(
        _(
            "The layer knows rows, not tanks: row 1 of a batch goes on from the state that row 1 of the "
            "previous batch left. With `fit(shuffle=True)`, Keras's default, each batch holds different "
            "samples, or the same ones in another order. Here the tanks change their rows from batch to "
            "batch."
        )
    )
    found, sequence = ask_keras(remote.shuffled, settings), ask_keras(remote.sequence, settings)
    if found is None or sequence is None:
        return
    cut = settings.spans[0].stop
    first = Claim(
        compare(f"shuffled[:, :{cut}]", f"sequence[:, :{cut}]", found.outputs[:, :cut], sequence[:, :cut]),
        N_("The first batch: nothing was mixed yet."),
        N_("The first batch."),
    )
    rest = Claim(
        compare(f"shuffled[:, {cut}:]", f"sequence[:, {cut}:]", found.outputs[:, cut:], sequence[:, cut:]),
        N_("The batches after it: no tank was given another's state."),
        N_("The batches after it: tanks went on from the states of other tanks."),
    )
    if not predict_first(PAGE, same_question(("shuffled", settings), rest)):
        return
    draw(partial(_mixed_chart, settings, found), "stateful_mixed", settings)
    show_claims([first, rest] if settings.batches > 1 else [first])


def _mixed_chart(settings: StatefulSettings, found: Shuffled, *, gettext: Translate, mode: Mode) -> list:
    from lstm_viz.lessons.stateful.charts.lanes import Block, Column, stateful_lanes

    names = [gettext("tank {number}").format(number=tank + 1) for tank in range(settings.tanks)]
    from_rows = origins(found.events)
    columns = []
    for batch, event in enumerate(found.events):
        blocks = []
        for tank, row in enumerate(np.argsort(found.orders[batch])):
            origin = from_rows[batch][row]
            source = None if origin is None else int(found.orders[origin.event][origin.row])
            words = gettext("from zeros") if source is None else gettext("from {tank}").format(tank=names[source])
            short = "0" if source is None else str(batch)
            blocks.append(Block(tank, source, words, short, event.before[0][row]))
        title = gettext("batch {number}").format(number=batch + 1)
        columns.append(Column(title, str(batch + 1), tuple(blocks)))
    title = gettext("The state that each tank's batch starts from")
    return [stateful_lanes(columns, names, title=title, gettext=gettext, mode=mode)]


def _no_reset(settings: StatefulSettings) -> None:
    st.markdown(
        _(
            "The sequences are read to the end, and then once more, as in a second epoch or a second prediction. "
            "Nothing resets the states but `layer.reset_states()`."
        )
    )
    passes = ask_keras(remote.passes, settings)
    if passes is None:
        return
    again = Claim(
        compare("second", "first", passes.again, passes.first),
        N_("Without a reset, the outputs are still the same."),
        N_("Without a reset, the second time begins with the states that the first time left."),
    )
    after_reset = Claim(
        compare("after_reset", "first", passes.after_reset, passes.first),
        N_("After `layer.reset_states()` the layer starts from zeros again."),
        N_("Even after `layer.reset_states()` it did not start from zeros again."),
    )
    outputs = {
        _("first time"): passes.first,
        _("second time"): passes.again,
        _("after a reset"): passes.after_reset,
    }
    _show_passes(settings, outputs, [again, after_reset])


def _reset_often(settings: StatefulSettings) -> None:
    st.markdown(
        _(
            "The states are reset before each batch, although the sequences have not ended. Old tutorials "
            "reset after each epoch or each sequence; in the wrong loop, the reset comes after each batch."
        )
    )
    passes, ways = ask_keras(remote.passes, settings), ask_keras(remote.three_ways, settings)
    if passes is None or ways is None:
        return
    to_sequence = Claim(
        compare("reset_each", "sequence", passes.reset_each, ways.sequence),
        N_("Here the resets made no difference."),
        N_("What was read before a batch is lost."),
    )
    to_stateless = Claim(
        compare("reset_each", "stateless", passes.reset_each, ways.stateless),
        N_("A stateful layer that is reset before each batch gives the same as a layer without `stateful=True`."),
        N_("But it differs from a layer without `stateful=True`."),
    )
    outputs = {
        _("one long sequence"): ways.sequence,
        _("reset before each"): passes.reset_each,
    }
    _show_passes(settings, outputs, [to_sequence, to_stateless])


def _show_passes(settings: StatefulSettings, outputs: dict[str, np.ndarray], claims: list[Claim]) -> None:
    """Draws the outputs in one chart, and the claims; asks about the first claim if "Predict first" is on."""
    name = PAGE.get("mistake")
    if not predict_first(PAGE, same_question((name, settings), claims[0])):
        return
    tank, unit = choose_tank_and_unit(settings)
    draw(partial(lines, settings, outputs, tank, unit), f"stateful_{name}", (settings, tank, unit))
    show_claims(claims)


SHOW: dict[str, Callable[[StatefulSettings], None]] = {
    "shuffled": _shuffled,
    "batch_size": show_batch_size,
    "no_reset": _no_reset,
    "reset_often": _reset_often,
}
