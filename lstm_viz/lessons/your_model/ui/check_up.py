"""The panel Check-up: what ails the model over the inputs given, and what is sound."""

from collections.abc import Mapping

import numpy as np
import streamlit as st

from lstm_viz.app.cached import key_of
from lstm_viz.app.check_up import show_check_up
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.checks import Finding, check_up
from lstm_viz.data import InputError
from lstm_viz.lessons.your_model import brought
from lstm_viz.lessons.your_model.brought import Brought
from lstm_viz.lessons.your_model.examples import example_samples
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.given import add_file, brought_for, samples
from lstm_viz.lessons.your_model.ui.page import PAGE

MOST_SAMPLES = 256


def show_findings(shown: Shown) -> None:
    """Draws what was checked, a field for targets, and the findings."""
    inputs, count = _inputs(shown)
    targets, told = _targets(shown, count)
    st.caption(" ".join([_said(shown, count), told]))
    _ask_for_targets(shown)
    key = (shown.given.key, key_of(list(inputs.values())), key_of([] if targets is None else [targets]))
    kept = PAGE.find("check_up")
    if kept is None or kept[0] != key:
        try:
            found: list[Finding] | InputError = check_up(shown.given.model, inputs, targets=targets)
        except InputError as problem:
            found = problem.released()
        kept = (key, found)
        PAGE.set(check_up=kept)
    if isinstance(kept[1], InputError):
        show_problem(kept[1])
    else:
        show_check_up(PAGE, kept[1])


def _inputs(shown: Shown) -> tuple[Mapping[str, np.ndarray], int]:
    """What is checked: all samples of a file, or A, and B if it has the same shape."""
    found = _samples(shown)
    passes = list(shown.passes.values())
    own = passes[0].inputs
    if found is not None and set(found.samples) == set(own):
        return {name: array[:MOST_SAMPLES] for name, array in found.samples.items()}, min(found.count, MOST_SAMPLES)
    if len(passes) == 2 and all(own[name].shape == passes[1].inputs[name].shape for name in own):
        return {name: np.concatenate([own[name], passes[1].inputs[name]]) for name in own}, 2
    return own, 1


def _samples(shown: Shown) -> Brought | None:
    """The samples that a visitor has brought, or those of an example."""
    found = samples(shown.given)
    return found if found is not None or shown.given.is_own else example_samples(shown.given.key)


def _said(shown: Shown, count: int) -> str:
    if count > 1 or _samples(shown) is not None:
        return _("Checked over {count} samples.").format(count=count)
    return _("Checked over A alone. A file of inputs gives more: many samples show what one cannot.")


def _targets(shown: Shown, count: int) -> tuple[np.ndarray | None, str]:
    """What the model should answer to the samples, and a sentence about it."""
    given, found = brought_for("targets", shown.given), _samples(shown)
    if given is not None and len(given) >= count:
        return given[:count], _("The answers are compared with your targets.")
    output = shown.passes["A"].outputs[0]
    if found is not None and found.following is not None and output is not None and output.ndim == 2:
        rows = found.following[:count]
        if len(rows) == count and output.shape[1] <= rows.shape[1]:
            return rows[:, : output.shape[1]], _("The answers are compared with the row after each window.")
    return None, _("Without targets, the answers are not judged.")


def _ask_for_targets(shown: Shown) -> None:
    label = _("Targets from a file: NPY, or CSV with a row for each sample")
    key = PAGE.key("targets_file")
    st.file_uploader(label, type=["npy", "csv", "txt"], key=key, on_change=_add, args=(shown,))
    show_problem(PAGE.find("targets_problem"))


def _add(shown: Shown) -> None:
    def use(content: bytes, _name: str) -> None:
        PAGE.set(targets=(shown.given.of_file, brought.targets(content)))

    add_file("targets", use)
