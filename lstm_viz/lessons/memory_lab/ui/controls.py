"""What is trained on the page Memory lab: the task, the networks and how they learn."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.charts.networks import network_titles
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import EPOCHS, OWN, RATES, TASKS, LabView, size_of, view_of
from lstm_viz.tasks import MAX_LENGTH, MAX_SEQUENCES, MIN_SEQUENCES, SIZES
from lstm_viz.training.settings import MAX_SEED, MAX_UNITS, NETWORKS

NAMES = ("task", "n", "sequences", "networks", "units", "rate", "seed", "regime", "epochs")


def task_names() -> dict[str, str]:
    """What each task is called."""
    return {
        "memory_pair": _("The memory pair"),
        "gap": _("A gap: a, x …, a"),
        "counting": _("Counting: aⁿbⁿ"),
        "copying": _("Copying"),
        "parity": _("Parity"),
        OWN: _("Your own sequences"),
    }


def choose_lab() -> LabView:
    """Draws the controls.

    Returns:
        The view they ask for. What is wrong is not taken: what was there stays, and a sentence says what is wrong.
    """
    left, right = st.columns([2, 3], gap="large")
    with left:
        _choose_task()
    with right:
        _choose_networks()
    values = {name: PAGE.get(name) for name in NAMES}
    view, problems = view_of(values)
    with left:
        show_problem(problems.get("sequences"))
    with right:
        show_problem(problems.get("networks"))
    if view is None:
        before: LabView = PAGE.get("view")
        kept = {"sequences": before.sequences or values["sequences"], "networks": before.networks}
        view = view_of(values | {name: kept[name] for name in problems})[0] or before
    PAGE.set(view=view)
    return view


def _choose_task() -> None:
    names = task_names()
    task = st.selectbox(
        _("Task"),
        TASKS,
        format_func=names.get,
        key=PAGE.key("task"),
        persist_state="session",
        on_change=_fit_size,
    )
    if task == OWN:
        st.text_area(
            _("Sequences, one a line"),
            key=PAGE.key("sequences"),
            help=_(
                "{fewest} to {most} sequences of at most {length} symbols. Each step reads one symbol and predicts the "
                "next. After a bar stand the answers that count, as in a,x,x|a; without a bar all count."
            ).format(fewest=MIN_SEQUENCES, most=MAX_SEQUENCES, length=MAX_LENGTH),
            persist_state="session",
        )
    elif task in SIZES:
        sizes = SIZES[task]
        st.slider(_size_label(task), sizes.start, sizes.stop - 1, key=PAGE.key("n"), persist_state="session")


def _fit_size() -> None:
    """Tasks differ in how large they can be."""
    PAGE.set(n=size_of(PAGE.get("task"), PAGE.get("n")) or PAGE.get("n"))


def _size_label(task: str) -> str:
    return {
        "gap": _("Steps between the symbol and its question"),
        "counting": _("Count to"),
        "copying": _("Letters to copy"),
        "parity": _("Bits"),
    }[task]


def _choose_networks() -> None:
    titles = network_titles(_)
    regimes = {"steps": _("The tutorial's: step by step"), "sequences": _("Whole sequences")}
    with st.container(horizontal=True):
        st.pills(
            _("Networks"),
            NETWORKS,
            format_func=titles.get,
            selection_mode="multi",
            key=PAGE.key("networks"),
            persist_state="session",
        )
        choose_one(
            PAGE,
            "regime",
            _("Training"),
            regimes,
            help=_(
                "Step by step, as the tutorial does it: one symbol a batch, an update after each, the state carried "
                "along and reset after each sequence; the error never travels back through time. Whole sequences: all "
                "of them in one batch, one update an epoch, the error travels back through every step."
            ),
        )
    units, rate, seed, epochs = st.columns([3, 3, 2, 3])
    units.slider(_("Units"), 1, MAX_UNITS, key=PAGE.key("units"), persist_state="session")
    rate.select_slider(_("Learning rate"), RATES, key=PAGE.key("rate"), persist_state="session")
    seed.number_input(_("Seed"), 0, MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session")
    epochs.select_slider(_("Epochs"), EPOCHS, key=PAGE.key("epochs"), persist_state="session")
