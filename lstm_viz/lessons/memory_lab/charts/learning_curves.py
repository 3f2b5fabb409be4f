"""The loss and the accuracy of several networks over the epochs of their training."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number, small
from lstm_viz.charts.networks import SHAPES, by_network, in_order, network_titles
from lstm_viz.charts.theme import SURFACES, Mode, network_color
from lstm_viz.i18n import Translate

MOST_EPOCHS = 250
LOWEST_LOSS = 1e-7  # Keras's epsilon; a logarithmic scale cannot show a loss of exactly 0
HEIGHT = 240


def learning_curves(
    losses: Mapping[str, np.ndarray],
    accuracies: Mapping[str, np.ndarray],
    *,
    measured_at: Mapping[str, Sequence[int]],
    gettext: Translate,
    floor: float | None = None,
    floor_accuracy: float | None = None,
    snapshot_epoch: int | None = None,
    epochs: int = 1,
    mode: Mode = "light",
) -> tuple[alt.LayerChart, alt.LayerChart]:
    """Two charts over the epochs, with a line for each network: the loss on a logarithmic scale, and the accuracy.

    Args:
        losses: Network → shape (epochs,), the cross-entropy after each epoch, in nats. The line is interrupted where
            it is not finite, and the chart says from which epoch on.
        accuracies: Network → shape (measured,), the accuracy, 0 … 1, for the same networks.
        measured_at: Network → the epochs after which the accuracy was measured.
        gettext: Translates the texts of the charts.
        floor: The smallest loss that a network can reach if it sees one symbol at a time, in nats; None for no line.
        floor_accuracy: The highest accuracy that such a network can reach; None for no line.
        snapshot_epoch: The epoch whose snapshot is shown, 0 for the initial weights; None for no cursor.
        epochs: The number of epochs to train. The axis ends there, or at the end of the longest line.
        mode: The page's colours, "light" or "dark".

    Returns:
        The chart of the loss and the chart of the accuracy. If there are more than MOST_EPOCHS epochs, one of every n
        is drawn, and the last.

    Raises:
        ValueError: If there is no network, a network is unknown, losses and accuracies are not of the same networks,
            or an accuracy is not of the epochs in `measured_at`.
    """
    names = in_order(losses)
    if set(accuracies) != set(losses):
        raise ValueError(f"accuracies must be of the networks {sorted(losses)}, not {sorted(accuracies)}.")
    if {name: len(each) for name, each in accuracies.items()} != {name: len(at) for name, at in measured_at.items()}:
        raise ValueError("measured_at must hold an epoch for each accuracy.")
    every = {name: range(1, len(each) + 1) for name, each in losses.items()}
    quantities = (
        _Quantity("loss", losses, every, floor),
        _Quantity("accuracy", accuracies, measured_at, floor_accuracy),
    )
    last = max(epochs, *(len(losses[name]) for name in names))
    panels = (_Chart(quantity, names, last, snapshot_epoch, gettext, mode) for quantity in quantities)
    loss, accuracy = (panel.chart() for panel in panels)
    return loss, accuracy


@dataclass(frozen=True)
class _Quantity:
    """What differs between the chart of the loss and the chart of the accuracy.

    Attributes:
        name: "loss" or "accuracy".
        values: Network → shape (measured,).
        epochs: Network → the epoch of each value.
        floor: The best value that a perceptron can reach; None for no line.
    """

    name: str
    values: Mapping[str, np.ndarray]
    epochs: Mapping[str, Sequence[int]]
    floor: float | None

    def words(self, gettext: Translate) -> tuple[str, str]:
        """The title of the chart, and the title of its axis with the unit."""
        if self.name == "loss":
            return gettext("Loss"), gettext("Cross-entropy (nats, logarithmic)")
        return gettext("Accuracy"), gettext("Accuracy")

    def scale(self) -> alt.Scale:
        """The scale for all networks: from 0 to 1 for an accuracy, over the values for a loss."""
        if self.name == "accuracy":
            return alt.Scale(domain=[0, 1])
        drawn = np.concatenate([*self.values.values(), [self.floor or 1, 1, 0.1]])
        drawn = drawn[np.isfinite(drawn) & (drawn > 0)]
        return alt.Scale(type="log", domain=[max(LOWEST_LOSS, drawn.min()), drawn.max()], clamp=True)

    @property
    def format(self) -> str:
        """How the axis writes a value."""
        return ".3~g" if self.name == "loss" else ".0%"

    @property
    def exact_format(self) -> str:
        """How a tooltip writes a value."""
        return ".4~g" if self.name == "loss" else ".3~%"

    def text(self, value: float) -> str:
        """A value as it is written in a sentence."""
        return (f"{value:.4f}" if value else "0") if self.name == "loss" else f"{100 * value:.3g}%"


@dataclass(frozen=True)
class _Chart:
    """The chart of one quantity.

    Attributes:
        quantity: The loss or the accuracy.
        names: The networks, in the order in which they are listed.
        last: The last epoch of the axis.
        snapshot: The epoch of the cursor; None for no cursor.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".
    """

    quantity: _Quantity
    names: list[str]
    last: int
    snapshot: int | None
    gettext: Translate
    mode: Mode

    def chart(self) -> alt.LayerChart:
        """The chart, with tooltips that give the value of each epoch that is drawn."""
        color, dash = (
            by_network(channel, self.names, self.gettext, self.mode) for channel in (alt.Color, alt.StrokeDash)
        )
        rows = self._rows()
        base = alt.Chart().encode(**self._encoding())
        lines = base.mark_line(strokeWidth=2).encode(color=color, strokeDash=dash)
        titles = json.dumps(network_titles(self.gettext), ensure_ascii=False)
        named = base.transform_calculate(title=f"{titles}[datum.network]")
        pointed_at = named.mark_point(opacity=0, size=60).encode(tooltip=self._tooltip())
        return finish(
            alt.layer(*self._cursor(), *self._floor_line(), lines, self._ends(), pointed_at),
            rows=rows,
            title=self.quantity.words(self.gettext)[0],
            subtitle=self._subtitle(),
            description=self._description(),
            mode=self.mode,
            height=HEIGHT,
        )

    @property
    def _every(self) -> int:
        longest = max(len(self.quantity.values[name]) for name in self.names)
        return max(1, -(-longest // MOST_EPOCHS))

    def _rows(self) -> list[Row]:
        """A row for each network and epoch that is drawn."""
        rows = []
        for name in self.names:
            values = self.quantity.values[name]
            drawn = sorted({*range(0, len(values), self._every), len(values) - 1} - {-1})
            rows += [self._row(name, at) for at in drawn]
        return rows

    def _row(self, name: str, at: int) -> Row:
        quantity = self.quantity
        return {"network": name, "epoch": quantity.epochs[name][at], "value": number(quantity.values[name][at])}

    def _last_values(self) -> list[Row]:
        """The last finite value of each network that has one."""
        finite = {name: np.flatnonzero(np.isfinite(self.quantity.values[name])) for name in self.names}
        return [self._row(name, int(at[-1])) for name, at in finite.items() if len(at)]

    def _ends(self) -> alt.Chart:
        looks = {name: {"shape": SHAPES[name], "color": network_color(name, self.mode)} for name in self.names}
        marks = alt.Chart(small([row | looks[row["network"]] for row in self._last_values()])).mark_point(
            size=70, strokeWidth=0
        )
        fill, shape = alt.Fill("color:N", scale=None), alt.Shape("shape:N", scale=None)
        return marks.encode(x=alt.X("epoch:Q"), y=alt.Y("value:Q"), fill=fill, shape=shape, opacity=alt.OpacityValue(1))

    def _encoding(self) -> Row:
        axis = alt.Axis(tickMinStep=1, format="d", grid=False)
        epochs = alt.Scale(domain=[0, self.last], nice=False)
        values = alt.Axis(format=self.quantity.format, tickCount=5)
        return {
            "x": alt.X("epoch:Q", title=self.gettext("Epoch"), axis=axis, scale=epochs),
            "y": alt.Y("value:Q", title=self.quantity.words(self.gettext)[1], scale=self.quantity.scale(), axis=values),
        }

    def _tooltip(self) -> list[alt.Tooltip]:
        gettext = self.gettext
        return [
            alt.Tooltip("title:N", title=gettext("Network")),
            alt.Tooltip("epoch:Q", title=gettext("Epoch")),
            alt.Tooltip("value:Q", title=self.quantity.words(gettext)[0], format=self.quantity.exact_format),
        ]

    def _floor_line(self) -> list[alt.Chart]:
        """The line at the best value of a perceptron. The subtitle states a loss of 0, which the scale cannot show."""
        floor = self.quantity.floor
        if floor is None or (self.quantity.name == "loss" and floor <= 0):
            return []
        line = small([{"floor": number(floor), "words": self._floor_words(floor)}])
        base = alt.Chart(line).encode(y=alt.Y("floor:Q"))
        ink = SURFACES[self.mode]["muted"]
        # The perceptron's own line is on the other side: above the smallest loss, below the highest accuracy.
        side = {"baseline": "top", "dy": 5} if self.quantity.name == "loss" else {"baseline": "bottom", "dy": -3}
        words = base.mark_text(align="right", dx=-4, color=ink, **side)
        return [
            base.mark_rule(color=ink, strokeWidth=1.5, strokeDash=[2, 3]),
            words.encode(x=alt.XValue("width"), text=alt.Text("words:N")),
        ]

    def _floor_words(self, floor: float) -> str:
        return self.gettext("perceptron at best: {value}").format(value=self.quantity.text(floor))

    def _cursor(self) -> list[alt.Chart]:
        if self.snapshot is None:
            return []
        rule = alt.Chart(small([{"epoch": self.snapshot}])).mark_rule(
            color=SURFACES[self.mode]["control"], strokeWidth=2
        )
        return [rule.encode(x=alt.X("epoch:Q"))]

    def _subtitle(self) -> list[str]:
        gettext, quantity = self.gettext, self.quantity
        lines = [] if self._every == 1 else [gettext("One epoch in {every} is drawn.").format(every=self._every)]
        if quantity.name == "loss" and quantity.floor is not None and quantity.floor <= 0:
            lines.append(self._floor_words(0))
        diverged = gettext("{network}: at epoch {epoch} the loss was no longer a finite number.")
        titles = network_titles(gettext)
        for name in self.names if quantity.name == "loss" else []:
            if len(lost := np.flatnonzero(~np.isfinite(quantity.values[name]))):
                lines.append(diverged.format(network=titles[name], epoch=1 + int(lost[0])))
        return lines

    def _description(self) -> str:
        gettext, titles = self.gettext, network_titles(self.gettext)
        words = gettext("{network}: {value} after epoch {epoch}.")
        parts = [self.quantity.words(gettext)[0] + ".", *self._subtitle()]
        if self.snapshot is not None:
            parts.append(gettext("The cursor is at epoch {epoch}.").format(epoch=self.snapshot))
        if self.quantity.floor:
            parts.append(self._floor_words(self.quantity.floor) + ".")
        parts += [
            words.format(network=titles[row["network"]], value=self.quantity.text(row["value"]), epoch=row["epoch"])
            for row in self._last_values()
        ]
        return " ".join(parts)
