"""The panel with the visitor's stateful layer, batch by batch, and the origin of each tank's state."""

from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app.charts import draw
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import Ask, ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.stateful import actions, remote
from lstm_viz.lessons.stateful.actions import MOST, RESET, Actions
from lstm_viz.lessons.stateful.history import Walk, is_read, origins
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.origin_words import OriginWords
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import next_state_question
from lstm_viz.tables import table

HELD = N_("**What the layer holds now**, `layer.states`: the next batch starts from it.")


def show_lanes(settings: StatefulSettings) -> None:
    """Draws the lanes, the buttons, the states of the layer, and a comparison with one long sequence."""
    picture = st.container()
    _buttons(settings)
    walk = walk_of(settings)
    question = next_state_question(walk) if walk.events else None
    with picture:
        is_shown = walk.events and (question is None or predict_first(PAGE, question))
    if is_shown:
        show_walk(walk, picture)


def show_walk(walk: Walk, picture: DeltaGenerator) -> None:
    """Draws the lanes in `picture`, and below the states of the layer, and a comparison with one long sequence."""
    words = OriginWords(walk.actions)
    with picture:
        draw(partial(lanes_chart, walk, words), "stateful_lanes", (walk.settings, walk.actions))
    _states(walk, words)
    claim = against_the_sequence(walk, ask_keras)
    show_claims([] if claim is None else [claim])


def _buttons(settings: StatefulSettings) -> None:
    done = actions.read(PAGE.get("actions"))
    following = actions.next_batch(done, settings.batches)
    steps = settings.spans[following - 1]
    first, last = steps.start + 1, steps.stop
    read = _("Read batch {batch} (steps {first}–{last})").format(batch=following, first=first, last=last)
    is_full = len(done) >= MOST
    with st.container(horizontal=True, vertical_alignment="center"):
        _button("next", read, ":material/play_arrow:", (*done, str(following)), is_full)
        _button("reset", _("Reset states"), ":material/restart_alt:", (*done, RESET), is_full)
        _button("over", _("Start over"), ":material/first_page:", (), not done)
    if is_full:
        st.caption(_("A link holds at most {most} actions. Start over to go on.").format(most=MOST))


def _button(name: str, label: str, icon: str, then: Actions, is_off: bool) -> None:
    st.button(label, key=PAGE.key(f"do_{name}"), icon=icon, disabled=is_off, on_click=_do, args=(then,))


def _do(then: Actions) -> None:
    PAGE.set(actions=actions.write(then))


def walk_of(settings: StatefulSettings) -> Walk:
    """The visitor's layer after all actions. Its states are kept in this session."""
    known = PAGE.find("walk") or Walk(settings)
    walk = known.taken(settings, actions.read(PAGE.get("actions")), partial(ask_keras, remote.act, settings))
    PAGE.set(walk=walk)
    return walk


def lanes_chart(walk: Walk, words: OriginWords, *, gettext: Translate, mode: Mode) -> list:
    """The chart of the lanes."""
    from lstm_viz.lessons.stateful.charts.lanes import Block, Column, stateful_lanes

    lanes = [words.tank(row) for row in range(walk.settings.tanks)]
    found = origins(walk.events)
    columns = []
    for at, event in enumerate(walk.events):
        # A batch shows the state that it starts from; a reset, or building the layer, shows the zeros after it.
        is_batch = at > 0 and is_read(walk.actions[at - 1])
        hidden = (event.before if is_batch else event.after)[0]
        blocks = tuple(
            Block(
                lane=row,
                source=words.source(found[at][row]) if is_batch else None,
                origin=words.origin(found[at][row], row) if is_batch else words.left(hidden[row]),
                short=words.short_origin(found[at][row]) if is_batch else "0",
                hidden=hidden[row],
            )
            for row in range(len(hidden))
        )
        columns.append(Column(words.event(at), words.short(at), blocks))
    title = gettext("The state that each tank's batch starts from")
    return [stateful_lanes(columns, lanes, title=title, gettext=gettext, mode=mode)]


def _states(walk: Walk, words: OriginWords) -> None:
    st.markdown(_(HELD))
    columns = states_of(walk, words)
    number = st.column_config.NumberColumn(format="%.5f")
    numbers = list(columns)[1:]
    st.dataframe(table(columns), hide_index=True, column_config=dict.fromkeys(numbers, number))


def states_of(walk: Walk, words: OriginWords) -> dict[str, Any]:
    """The states that the layer holds, as columns of a table with a row for each tank, whose names come first."""
    after = walk.events[-1].after
    columns = {
        f"{name}[{unit}]": state[:, unit]
        for name, state in zip(("h", "c")[: len(after)], after, strict=True)
        for unit in range(state.shape[1])
    }
    return {_("tank"): [words.tank(row) for row in range(walk.settings.tanks)], **columns}


def against_the_sequence(walk: Walk, ask: Ask) -> Claim | None:
    """Compares the outputs of the last batch with those of the same steps in one long sequence.

    Args:
        walk: The layer after all actions.
        ask: Asks Keras.

    Returns:
        The comparison; None if no batch was read, or Keras is not available.
    """
    at = next((at for at in range(len(walk.actions), 0, -1) if is_read(walk.actions[at - 1])), None)
    outputs = None if at is None else walk.events[at].outputs
    sequence = None if outputs is None else ask(remote.sequence, walk.settings)
    if at is None or outputs is None or sequence is None:
        return None
    steps = walk.settings.spans[int(walk.actions[at - 1]) - 1]
    comparison = compare(
        "outputs", f"sequence[:, {steps.start}:{steps.stop}]", outputs, sequence[:, steps.start : steps.stop]
    )
    held = N_("The last batch gave the same as these steps in one long sequence: it started from the right states.")
    failed = N_("The last batch did not start from the states that one long sequence has there.")
    return Claim(comparison, held, failed)
