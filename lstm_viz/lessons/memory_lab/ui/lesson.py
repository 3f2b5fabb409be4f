"""The page Memory lab: how a memory is learned, which units keep it, and what interventions change."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.i18n import N_
from lstm_viz.lessons.memory_lab.scene import LabScene
from lstm_viz.lessons.memory_lab.ui.alone import show_alone
from lstm_viz.lessons.memory_lab.ui.breaking import show_breaking
from lstm_viz.lessons.memory_lab.ui.controls import choose_lab
from lstm_viz.lessons.memory_lab.ui.files import show_files
from lstm_viz.lessons.memory_lab.ui.finding import show_answer, show_carry, show_space
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.question import learned_question
from lstm_viz.lessons.memory_lab.ui.results import offer_curves, show_needs
from lstm_viz.lessons.memory_lab.ui.scene import VIEWER, SceneStep, find_scene, show_scene
from lstm_viz.lessons.memory_lab.ui.training import TRAINING, show_training, what_is_learned
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.training.settings import LESSON_PAIR

FIGURE = {"panel": "figure"}
WHOLE = {"regime": "sequences"}
BROKEN = {**LESSON_PAIR, "step": "4", "show": "A", "panel": "break"}
LATCH = LESSON_PAIR["unit"]
PARITY = {"task": "parity", "n": "4", "epochs": "500", "trained": "500"}
HINTS: Hints[LabView] = Hints(
    look=(
        N_(
            "**The network of Step through.** The LSTM with which this page opens has the weights of Step through "
            "and its lesson; its latch is unit 4. Trained as in the tutorial, with 20 units, it has no latch, but "
            "unit 13 decides."
        ),
        N_(
            "**The line that the perceptron cannot cross.** It sees one symbol at a time, so where two "
            "answers are possible it can only share the probability between them. In the curves, its loss falls to "
            "the dotted line and stays there; a network with a memory goes below it."
        ),
        N_(
            "**From noise to a latch.** Open the curves, move the epoch slider from 0 to the end and watch A − B: at "
            "first no unit keeps the difference; at the end at least one carries it to the last step."
        ),
        N_(
            "**Which unit carries it.** In “Which unit decides?” a cell is dark where the right answer is "
            "lost when the unit's memory is erased at that step. Copy the same cell from the other "
            "sequence: does the answer change to the other one?"
        ),
        N_(
            "**Where it was written.** The ledger's bars say at which step the chosen unit's memory was written; their "
            "sum is the cell state."
        ),
        N_(
            "**Not every seed works.** Trained as in the tutorial, 20 units learn the memory pair with 26 "
            "(LSTM), 24 (GRU) and 29 (SimpleRNN) of 30 seeds, 8 units with 8, 2 and 6. `python -m "
            "tools.train_memory_lab seeds` counts them. With seed 4 all three learn it."
        ),
    ),
    tries=(
        (N_("As in the tutorial: 20 units, step by step"), {"curves": "False", **FIGURE}),
        (N_("Before training: no unit remembers"), {**LESSON_PAIR, **FIGURE, "epoch": "0"}),
        (N_("Which unit carries the first symbol?"), {**LESSON_PAIR, "panel": "answer"}),
        (N_("Erase it: the answer flips"), {**BROKEN, "edits": f"A.cell.{LATCH}.1.erase"}),
        (N_("Copy it from B: A answers as B does"), {**BROKEN, "edits": f"A.cell.{LATCH}.3.copy"}),
        (N_("A gap of 20 steps"), {**FIGURE, **WHOLE, "task": "gap", "n": "20", "step": "21"}),
        (N_("Parity of 4 bits: every bit counts"), {**FIGURE, **WHOLE, **PARITY}),
        (N_("A task that no network can solve"), {**FIGURE, "task": "own", "sequences": "a,b,c;a,b,d"}),
        (N_("A task that needs no memory"), {**FIGURE, "task": "own", "sequences": "a,b,c,d;b,c,d,a"}),
        (N_("A learning rate that is too high"), {**FIGURE, "rate": "1"}),
    ),
)
PANELS: dict[str, Callable[[SceneStep], None]] = {
    "figure": lambda _shown: None,
    "carry": show_carry,
    "answer": show_answer,
    "break": show_breaking,
    "space": show_space,
    "files": show_files,
}


def _show(view: LabView) -> None:
    if PAGE.get("predict") and not _may_show(view):
        _write_link(view)
        return
    if is_open := offer_curves(what_is_learned(view)):
        show_needs(view)
    scene = find_scene(view, show_training(view), draws=is_open)
    if scene is None:
        _write_link(view)
    else:
        show_scene(scene)
        _show_panels(view, scene)


def _may_show(view: LabView) -> bool:
    """Asks which networks have learned the task, once all of them are trained."""
    learned = what_is_learned(view)
    is_trained = all(each.epoch for each in learned.values()) and not TRAINING.is_running
    return not is_trained or predict_first(PAGE, learned_question(view, learned))


@st.fragment(key=PAGE.key("panels"))
def _show_panels(view: LabView, scene: LabScene) -> None:
    """Draws the chosen panel for the unit and step of the viewer, then writes the link."""
    if PAGE.find("is_opened"):  # a file was opened: the whole page must show its run
        PAGE.set(is_opened=False)
        st.rerun()
    PANELS[choose_panel(PAGE, beside=VIEWER.offer_page)](SceneStep(scene, PAGE.get("step") - 1, PAGE.get("unit") - 1))
    _write_link(view)


def _write_link(view: LabView) -> None:
    """Writes the link, with the valid values of the view in place of those in the controls."""
    session.write_link(PAGE, PAGE.values() | view.link())


LESSON = Lesson(
    PAGE,
    title=N_("Memory lab"),
    purpose=N_("Train networks on a task that needs a memory, find the units that hold it, and break them."),
    choose=choose_lab,
    show=_show,
    hints=HINTS,
    alone=show_alone,
)
