"""The panels that find the memory: which units tell A from B, which unit decides the answer, and the state space."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.cached import load_figure
from lstm_viz.app.charts import draw, mode, plotly_config
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.engine.cell import STATES
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.scene import OTHER, LabScene
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.scene import SceneStep

# Altair takes 0.2 seconds to import: the functions that draw a chart import it.


def show_carry(shown: SceneStep) -> None:
    """Draws the difference between A and B while both read the same, and the memory ledger of the selected unit."""
    draw(partial(_carry_charts, shown), "carry", shown.scene.key, time=shown.time, unit=shown.unit)
    if shown.memory != "cell":
        st.caption(_("Only the cell state of an LSTM has a memory ledger."))


def _carry_charts(shown: SceneStep, *, gettext: Translate, mode: Mode, time: int, unit: int) -> list[Any]:
    from lstm_viz.charts.ledger import ledger
    from lstm_viz.lessons.memory_lab.charts.difference import difference

    passes = shown.scene.changed
    traces = {name: each.trace for name, each in passes.items()}
    tokens = {name: each.tokens for name, each in passes.items()}
    charts: list[Any] = []
    if steps := shown.scene.shared_steps:
        charts.append(
            difference(
                traces,
                steps=steps,
                time=time,
                unit=unit,
                gettext=gettext,
                state=shown.memory,
                tokens=tokens["A"],
                mode=mode,
            )
        )
    if shown.memory == "cell":
        charts += ledger(traces, unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode)
    return charts


def show_answer(shown: SceneStep) -> None:
    """Draws the knockouts: each unit's memory is erased, or copied from the other sequence, at each step in turn."""
    action = PAGE.draw("action")
    if action == "copy" and shown.scene.telling_step >= shown.scene.passes[OTHER[shown.name]].trace.steps:
        st.info(_("The other sequence is shorter: it has no step to copy from."))
        return
    draw(
        partial(_answer_charts, shown, action=action),
        f"answer_{action}",
        (shown.scene.key, shown.name),
        time=shown.time,
        unit=shown.unit,
    )


def _answer_charts(shown: SceneStep, *, action: str, gettext: Translate, mode: Mode, time: int, unit: int) -> list[Any]:
    from lstm_viz.charts.knockouts import carriers as chart
    from lstm_viz.explain.knockouts import carriers

    scene, name = shown.scene, shown.name
    own, other = scene.changed[name], scene.changed[OTHER[name]]
    answer_time = min(scene.telling_step, own.trace.steps - 1)
    answer = (other if action == "copy" else own).targets[answer_time]
    source = other.trace if action == "copy" else None
    values = carriers(own.trace, scene.head, answer_time=answer_time, answer=answer, action=action, source=source)
    return [
        chart(
            values,
            action=action,
            answer=scene.task.alphabet[answer],
            answer_time=answer_time,
            time=min(time, answer_time),
            gettext=gettext,
            state=shown.memory,
            unit=unit,
            tokens=own.tokens,
            mode=mode,
        )
    ]


def show_space(shown: SceneStep) -> None:
    """Draws the paths of A and B through the states, in three dimensions."""
    from lstm_viz.lessons.memory_lab.charts.state_space import page

    scene = shown.scene
    states = STATES[scene.model.weights.kind]
    if PAGE.get("state") not in states:
        PAGE.set(state=states[0])
    if len(states) > 1:
        PAGE.draw("state")
    build, spoken = partial(_space, scene, PAGE.get("state")), language()
    figure = load_figure(build, "space", (scene.key, PAGE.get("state")), spoken, mode())
    st.plotly_chart(figure, theme=None, key="lab_space", config=plotly_config())
    st.caption(figure.layout.meta["description"])
    st.download_button(
        "HTML",
        lambda: page(figure, spoken),
        "state_space.html",
        "text/html",
        key="lab_space_html",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def _space(scene: LabScene, state: str, *, gettext: Translate, mode: Mode) -> Any:
    from lstm_viz.explain.state_space import state_space
    from lstm_viz.lessons.memory_lab.charts.state_space import state_space as chart

    space = state_space({name: each.trace for name, each in scene.changed.items()}, state=state)
    tokens = {name: each.tokens for name, each in scene.changed.items()}
    return chart(space.paths, space.shares.tolist(), tokens=tokens, state=state, gettext=gettext, mode=mode)
