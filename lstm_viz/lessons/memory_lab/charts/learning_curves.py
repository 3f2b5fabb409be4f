"""How the loss fell and the accuracy rose while networks were trained side by side."""

from collections.abc import Mapping

import altair as alt
import numpy as np

from lstm_viz.charts.networks import in_order
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.charts.learning_panel import LearningPanel, Quantity


def learning_curves(
    losses: Mapping[str, np.ndarray],
    accuracies: Mapping[str, np.ndarray],
    *,
    gettext: Translate,
    floor: float | None = None,
    floor_accuracy: float | None = None,
    snapshot_epoch: int | None = None,
    epochs: int = 1,
    mode: Mode = "light",
) -> tuple[alt.LayerChart, alt.LayerChart]:
    """The loss, on a logarithmic scale, and the accuracy over the epochs, a line for each network.

    Args:
        losses: Network → shape (epochs,), the cross-entropy in nats after each epoch. Where it is not finite, the line
            has a gap, and the chart says from which epoch on.
        accuracies: Network → shape (epochs,), the share of right answers, 0 … 1, for the same networks and epochs.
        gettext: Translates what is written.
        floor: The least loss possible for a network that sees one symbol at a time, in nats; None for no line.
        floor_accuracy: The greatest accuracy possible for it; None for no line.
        snapshot_epoch: The epoch whose weights are looked at, 0 for those it began with; None for no cursor.
        epochs: How many there will be: the axis ends there, or where the longest line does.
        mode: Of the page.

    Returns:
        The chart of the loss and that of the accuracy. Of more than MOST_EPOCHS epochs one in every few is drawn, and
        the last.

    Raises:
        ValueError: If a network is unknown or there is none, or losses and accuracies do not go together.
    """
    names = in_order(losses)
    lengths = [{name: np.shape(each) for name, each in values.items()} for values in (losses, accuracies)]
    if lengths[0] != lengths[1]:
        raise ValueError(f"accuracies must have the networks and epochs of losses, {lengths[0]}, not {lengths[1]}.")
    quantities = (Quantity("loss", losses, floor), Quantity("accuracy", accuracies, floor_accuracy))
    last = max(epochs, *(len(losses[name]) for name in names))
    panels = (LearningPanel(quantity, names, last, snapshot_epoch, gettext, mode) for quantity in quantities)
    loss, accuracy = (panel.chart() for panel in panels)
    return loss, accuracy
