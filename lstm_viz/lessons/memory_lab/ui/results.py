"""What the task of the Memory lab needs, and how well each network has learned it: curves and a table."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.fold import opens
from lstm_viz.app.language import _
from lstm_viz.charts.networks import network_titles
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.judging import LEAD
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.tables import table_of
from lstm_viz.tasks import Needs, Task, needs
from lstm_viz.training.batches import samples_and_batch_size
from lstm_viz.training.learned import Learned


def offer_curves(learned: Mapping[str, Learned]) -> bool:
    """Draws the line that says how many answers are right, and opens the curves and what chooses the figure.

    Returns:
        Whether it is open.
    """
    label = _("{shown} · curves, epochs, sequences").format(shown=right_answers(learned))
    return opens(PAGE, "curves", label, icon=":material/show_chart:", key="curves_fold")


def right_answers(learned: Mapping[str, Learned]) -> str:
    """How many of its answers each network has right."""
    titles, template = network_titles(_), _("{network} {right} of {all}")
    counts = ((name, [answer for answers in each.right for answer in answers]) for name, each in learned.items())
    told = (template.format(network=titles[name], right=sum(right), all=len(right)) for name, right in counts)
    return _("Right answers: {counts}").format(counts=", ".join(told))


def show_needs(view: LabView) -> None:
    """Draws what the task needs of a network, which follows from its sequences alone."""
    asked = needs(view.task)
    lines = [_memory(asked), _first_is_last(view.task), _perceptron(asked), *_conflicts(asked)]
    st.text(" ".join(line for line in lines if line))


def _memory(asked: Needs) -> str:
    if not asked.memory_steps and asked.conflicts:
        return ""
    if not asked.memory_steps:
        return _("This task needs no memory: each symbol alone says what follows.")
    one = _(
        "This task needs a memory of 1 step. More than one symbol can follow {symbols}, and the "
        "previous step decides which."
    )
    several = _(
        "This task needs a memory of {steps} steps. More than one symbol can follow {symbols}, and what was read up to "
        "{steps} steps before decides which."
    )
    template = one if asked.memory_steps == 1 else several
    return template.format(steps=asked.memory_steps, symbols=", ".join(asked.ambiguous))


def _first_is_last(task: Task) -> str:
    if any(symbols[0] != symbols[-1] for symbols in task.sequences):
        return ""
    return _("The first value of each sequence is also its last.")


def _perceptron(asked: Needs) -> str:
    if asked.perceptron_accuracy == 1:
        return ""
    template = _(
        "With its weights fixed, a network that sees one symbol at a time can get at most {accuracy}% "
        "right, and its loss cannot fall below {loss}."
    )
    return template.format(accuracy=f"{100 * asked.perceptron_accuracy:.3g}", loss=f"{asked.perceptron_loss:.4f}")


def _conflicts(asked: Needs) -> list[str]:
    template = _(
        "No network can solve it: after the same symbols ({history}), different answers are right ({answers})."
    )
    return [
        template.format(history=", ".join(each.history), answers=", ".join(each.answers))
        for each in asked.conflicts[:1]
    ]


def show_results(view: LabView, learned: Mapping[str, Learned], *, is_training: bool) -> None:
    """Draws the curves of loss and accuracy, and a table with a row for each network."""
    drawn = [(name, each.losses.tobytes(), each.accuracies.tobytes()) for name, each in learned.items()]
    shown = (view.task, view.epochs, tuple(drawn))
    draw(partial(_curves, view, learned), "learning", shown, keep=not is_training, epoch=PAGE.get("epoch"))
    st.dataframe(table_of([_row(name, each) for name, each in learned.items()]), hide_index=True)
    counted = _(
        "The loss is the mean over an epoch, taken before each update, as Keras's fit reports it. Right answers "
        "are counted with the weights as they are after an epoch. The weights are kept every few epochs: the "
        "accuracy has a point for each of them."
    )
    judged = _(
        "Like Keras's accuracy, these numbers count the most probable symbol as the answer, however small its "
        "lead; a ✓ or ✗ in the figure needs a lead of {points} percentage points."
    )
    st.caption(f"{counted} {judged.format(points=round(100 * LEAD))}")
    st.caption(_iterations(view))


def _iterations(view: LabView) -> str:
    """The samples, the batch size and the iterations of this training."""
    samples, size = samples_and_batch_size(view.task, view.regime)
    template = _(
        "In this training: samples {samples}, batch size {size}, so iterations (updates of the weights) per epoch: "
        "{iterations}; in {epochs} epochs: {all}."
    )
    iterations = samples // size
    return template.format(
        samples=samples, size=size, iterations=iterations, all=f"{iterations * view.epochs:,}", epochs=view.epochs
    )


def _curves(view: LabView, learned: Mapping[str, Learned], *, gettext: Translate, mode: Mode, epoch: int) -> list[Any]:
    from lstm_viz.lessons.memory_lab.charts.learning_curves import learning_curves

    asked = needs(view.task)
    curves = learning_curves(
        {name: each.losses for name, each in learned.items()},
        {name: each.accuracies for name, each in learned.items()},
        measured_at={name: each.snapshots for name, each in learned.items()},
        gettext=gettext,
        floor=asked.perceptron_loss,
        floor_accuracy=asked.perceptron_accuracy,
        snapshot_epoch=epoch,
        epochs=view.epochs,
        mode=mode,
    )
    return list(curves)


def _row(name: str, each: Learned) -> dict[str, Any]:
    right = [answer for answers in each.right for answer in answers]
    return {
        _("network"): network_titles(_)[name],
        _("epochs"): each.epoch,
        _("loss (nats)"): f"{each.losses[-1]:.4f}" if len(each.losses) else "",
        _("right answers"): _("{right} of {all}").format(right=sum(right), all=len(right)),
        _("every answer right since epoch"): _solved_since(each),
    }


def _solved_since(each: Learned) -> str:
    if not each.epoch:
        return ""
    return _("never") if each.solved_at is None else str(each.solved_at)
