"""What goes wrong with a stateful layer, each run for real."""

from collections.abc import Callable
from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.choices import choose_one
from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.predict_first import predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Comparison, compare
from lstm_viz.i18n import Translate
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.history import origins
from lstm_viz.lessons.stateful.results import Shuffled
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.batch_size import show_batch_size
from lstm_viz.lessons.stateful.ui.controls import choose_tank_and_unit
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import same_question
from lstm_viz.lessons.stateful.ui.ways import lines

Compared = list[tuple[Comparison, str]]


def show_mistakes(settings: StatefulSettings, gettext: Translate) -> None:
    """The switch between the mistakes, and what the chosen one does to the outputs."""
    titles = {
        "shuffled": gettext("Shuffled samples"),
        "batch_size": gettext("Another batch size"),
        "no_reset": gettext("No reset between sequences"),
        "reset_often": gettext("Reset too often"),
    }
    SHOW[choose_one(PAGE, "mistake", gettext("Mistake"), titles)](settings, gettext)


def _shuffled(settings: StatefulSettings, gettext: Translate) -> None:
    st.markdown(
        gettext(
            "The layer knows rows, not tanks: row 1 of a batch goes on from the state that row 1 of the batch before "
            "left. With `fit(shuffle=True)`, Keras's default, each batch holds other samples, or the same in another "
            "order. Here the tanks change their rows from batch to batch."
        )
    )
    found, sequence = ask_keras(gettext, remote.shuffled, settings), ask_keras(gettext, remote.sequence, settings)
    if found is None or sequence is None:
        return
    cut = settings.spans[0].stop
    first = compare(f"shuffled[:, :{cut}]", f"sequence[:, :{cut}]", found.outputs[:, :cut], sequence[:, :cut])
    rest = compare(f"shuffled[:, {cut}:]", f"sequence[:, {cut}:]", found.outputs[:, cut:], sequence[:, cut:])
    if not predict_first(PAGE, same_question(("shuffled", settings), rest, gettext), gettext):
        return
    draw(partial(_mixed_chart, settings, found), "stateful_mixed", settings, gettext)
    notes = [
        (first, _either(first, gettext("The first batch: nothing was mixed yet."), gettext("The first batch."))),
        (
            rest,
            _either(
                rest,
                gettext("The batches after it: no tank was given another's state."),
                gettext("The batches after it: tanks went on from the states of other tanks."),
            ),
        ),
    ]
    show_comparisons(notes if settings.batches > 1 else notes[:1], gettext)


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


def _no_reset(settings: StatefulSettings, gettext: Translate) -> None:
    st.markdown(
        gettext(
            "The sequences are read to the end, and then once more, as in a second epoch or a second prediction. "
            "Nothing resets the states but `layer.reset_states()`."
        )
    )
    passes = ask_keras(gettext, remote.passes, settings)
    if passes is None:
        return
    again = compare("second", "first", passes.again, passes.first)
    after_reset = compare("after_reset", "first", passes.after_reset, passes.first)
    outputs = {
        gettext("first time"): passes.first,
        gettext("second time"): passes.again,
        gettext("after a reset"): passes.after_reset,
    }
    notes: Compared = [
        (
            again,
            _either(
                again,
                gettext("Without a reset, the same outputs all the same."),
                gettext("Without a reset, the second time begins with what the first time left."),
            ),
        ),
        (
            after_reset,
            _either(
                after_reset,
                gettext("After `layer.reset_states()` the layer begins anew."),
                gettext("Even after `layer.reset_states()` it did not begin anew."),
            ),
        ),
    ]
    _show_passes(settings, outputs, again, notes, gettext)


def _reset_often(settings: StatefulSettings, gettext: Translate) -> None:
    st.markdown(
        gettext(
            "A reset before each batch, where the sequences are not over yet. Old tutorials reset after each epoch or "
            "each sequence; put into the wrong loop, the reset comes after each batch."
        )
    )
    passes, ways = ask_keras(gettext, remote.passes, settings), ask_keras(gettext, remote.three_ways, settings)
    if passes is None or ways is None:
        return
    to_sequence = compare("reset_each", "sequence", passes.reset_each, ways.sequence)
    to_stateless = compare("reset_each", "stateless", passes.reset_each, ways.stateless)
    outputs = {
        gettext("one long sequence"): ways.sequence,
        gettext("reset before each"): passes.reset_each,
    }
    notes: Compared = [
        (
            to_sequence,
            _either(
                to_sequence,
                gettext("Here the resets made no difference."),
                gettext("What was before a batch is lost."),
            ),
        ),
        (
            to_stateless,
            _either(
                to_stateless,
                gettext("A stateful layer that is reset before each batch is a layer without `stateful=True`."),
                gettext("And yet it is not what a layer without `stateful=True` gives."),
            ),
        ),
    ]
    _show_passes(settings, outputs, to_sequence, notes, gettext)


def _show_passes(
    settings: StatefulSettings,
    outputs: dict[str, np.ndarray],
    asked: Comparison,
    notes: Compared,
    gettext: Translate,
) -> None:
    name = PAGE.get("mistake")
    if not predict_first(PAGE, same_question((name, settings), asked, gettext), gettext):
        return
    tank, unit = choose_tank_and_unit(settings, gettext)
    draw(partial(lines, settings, outputs, tank, unit), f"stateful_{name}", (settings, tank, unit), gettext)
    show_comparisons(notes, gettext)


def _either(comparison: Comparison, if_equal: str, if_not: str) -> str:
    return if_equal if comparison.equal else if_not


SHOW: dict[str, Callable[[StatefulSettings, Translate], None]] = {
    "shuffled": _shuffled,
    "batch_size": show_batch_size,
    "no_reset": _no_reset,
    "reset_often": _reset_often,
}
