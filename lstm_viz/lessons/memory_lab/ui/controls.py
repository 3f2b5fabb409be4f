"""The controls of the page Memory lab: the task, the networks and how they are trained."""

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import OWN, SETTINGS, SIZE_LABELS, LabView, size_of, view_of
from lstm_viz.tasks import MAX_LENGTH, MAX_SEQUENCES, MIN_SEQUENCES, SIZES


def choose_lab() -> LabView:
    """Draws the line that says what is shown, and the controls if it is open.

    Returns:
        The view of the controls. In place of a wrong value it has the last valid one; a message says what is wrong.
    """
    if fold(PAGE, _told()):
        left, right = st.columns([2, 3], gap="large")
        with left:
            _choose_task()
        with right:
            _choose_networks()
    view, problems = _valid_view()
    show_refused(problems.get("sequences"), view.sequences)
    titles = PAGE.titles("networks")
    show_refused(problems.get("networks"), ", ".join(titles[name] for name in view.networks))
    return view


def chosen_lab() -> LabView:
    """The view that is chosen, without the controls."""
    return _valid_view()[0]


def _valid_view() -> tuple[LabView, dict[str, InputError]]:
    """The view of the controls, with the last valid value in place of a wrong one, and what is wrong."""
    values = PAGE.values()
    view, problems = view_of(values)
    if view is None:
        before: LabView = PAGE.get("view")
        kept = {"sequences": before.sequences or values["sequences"], "networks": before.networks}
        view = view_of(values | {name: kept[name] for name in problems})[0] or before
    PAGE.set(view=view)
    return view, problems


def _told() -> str:
    networks = PAGE.titles("networks")
    return _("{task} · {networks} · {units}, learning rate {rate}, seed {seed}").format(
        task=PAGE.titles("task")[PAGE.get("task")],
        networks=", ".join(networks[name] for name in PAGE.get("networks")),
        units=counted(PAGE.get("units"), "unit", _),
        rate=PAGE.get("rate"),
        seed=PAGE.get("seed"),
    )


def _choose_task() -> None:
    task = PAGE.draw("task", on_change=_fit_size)
    if task == OWN:
        told = SETTINGS["sequences"].help
        PAGE.draw("sequences", help=_(told).format(fewest=MIN_SEQUENCES, most=MAX_SEQUENCES, length=MAX_LENGTH))
    elif task in SIZES:
        PAGE.draw("n", label=_(SIZE_LABELS[task]), low=SIZES[task].start, high=SIZES[task].stop - 1)


def _fit_size() -> None:
    """Limits the size to those that the chosen task can have."""
    PAGE.set(n=size_of(PAGE.get("task"), PAGE.get("n")) or PAGE.get("n"))


def _choose_networks() -> None:
    with st.container(horizontal=True):
        PAGE.draw("networks", selection_mode="multi")
        PAGE.draw("regime")
    names = ("units", "rate", "seed", "epochs")
    for name, place in zip(names, st.columns([3, 3, 2, 3]), strict=True):
        with place:
            PAGE.draw(name)
