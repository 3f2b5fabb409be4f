"""The accuracy of each network after it was trained over gaps of different lengths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, small, wrapped
from lstm_viz.charts.networks import SHAPES, by_network, in_order, network_titles
from lstm_viz.charts.theme import SURFACES, Mode, network_color
from lstm_viz.i18n import Translate

HEIGHT = 300
CHANCE = 0.5


@dataclass(frozen=True)
class TrainedPoint:
    """A network that the visitor trained: the gap in steps, and the accuracy, 0 … 1."""

    network: str
    gap: int
    accuracy: float


def gap_accuracy(
    accuracies: Mapping[str, np.ndarray],
    gaps: Sequence[int],
    *,
    gettext: Translate,
    trained_now: TrainedPoint | None = None,
    mode: Mode = "light",
) -> alt.LayerChart:
    """The accuracy against the gap: a line through the means for each network, and a point for each training.

    Args:
        accuracies: Network → the accuracy after training, shape (gaps, seeds), 0 … 1.
        gaps: The gaps in steps, in ascending order.
        gettext: Translates the texts of the chart.
        trained_now: A further training, which is marked; None for no mark.
        mode: The page's colours, "light" or "dark".

    Returns:
        The chart. Trainings of one network and gap that reached the same accuracy share a point, whose area is their
        number.

    Raises:
        ValueError: If there is no network, a network is unknown, or a shape does not fit `gaps`.
    """
    names, titles = in_order(accuracies), network_titles(gettext)
    shapes = {name: accuracies[name].shape for name in names}
    if len({*shapes.values()}) > 1 or shapes[names[0]][0] != len(gaps):
        raise ValueError(f"accuracies must each have shape ({len(gaps)}, seeds), not {shapes}.")
    seeds = shapes[names[0]][1]
    title = gettext("Accuracy against the gap")
    subtitle = gettext("Lines: mean of {seeds} seeds. Circles: the larger, the more seeds ended there.")
    lowest = min(trained_now.accuracy if trained_now else 1, *(accuracies[name].min() for name in names))
    layers = _layers(names, seeds, 0.4 if lowest >= CHANCE else 0.0, trained_now, gettext, mode)
    return finish(
        alt.layer(*layers),
        rows=[row for name in names for row in _rows(name, titles[name], accuracies[name], gaps)],
        title=title,
        subtitle=wrapped(subtitle.format(seeds=seeds)),
        description=" ".join([f"{title}.", *_described(names, accuracies, gaps, gettext)]),
        mode=mode,
        height=HEIGHT,
    )


def _layers(
    names: list[str], seeds: int, low: float, trained_now: TrainedPoint | None, gettext: Translate, mode: Mode
) -> list[alt.Chart]:
    base = alt.Chart().encode(x=_gap(gettext), y=_accuracy(low, gettext))
    color, dash = (by_network(channel, names, gettext, mode) for channel in (alt.Color, alt.StrokeDash))
    side_by_side = alt.XOffset("network:N", scale=alt.Scale(domain=names))
    area = alt.Size("seeds:Q", scale=alt.Scale(domain=[0, seeds], range=[0, 130]), legend=None)
    rim = {"stroke": SURFACES[mode]["background"], "strokeWidth": 0.5}
    means = base.transform_filter("datum.kind == 'mean'").mark_line(strokeWidth=2.5)
    circles = base.transform_filter("datum.kind == 'seeds'").mark_circle(opacity=1, **rim)
    layers = [
        *_chance(low, gettext, mode),
        means.encode(color=color, strokeDash=dash),
        circles.encode(xOffset=side_by_side, color=color, size=area, tooltip=_tooltip(gettext)),
    ]
    if trained_now:
        layers.append(_now(trained_now, low, gettext, mode).encode(xOffset=side_by_side))
    return layers


def _rows(network: str, title: str, accuracies: np.ndarray, gaps: Sequence[int]) -> list[Row]:
    """For each gap a row with the mean, and a row for each accuracy with the number of seeds that reached it."""
    rows: list[Row] = []
    for gap, values in zip(gaps, accuracies, strict=True):
        row = {"network": network, "name": title, "gap": gap}
        rows.append(row | {"kind": "mean", "accuracy": round(float(values.mean()), 4)})
        for accuracy, seeds in zip(*np.unique(values, return_counts=True), strict=True):
            rows.append(row | {"kind": "seeds", "accuracy": round(float(accuracy), 4), "seeds": int(seeds)})
    return rows


def _gap(gettext: Translate) -> alt.X:
    return alt.X("gap:O", title=gettext("Gap (steps)"), axis=alt.Axis(labelAngle=0), scale=alt.Scale(paddingInner=0.45))


def _accuracy(low: float, gettext: Translate) -> alt.Y:
    axis = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    scale = alt.Scale(domain=[low - 0.05, 1.05], nice=False, zero=False)
    return alt.Y("accuracy:Q", title=gettext("Accuracy"), axis=axis, scale=scale)


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=gettext("Network")),
        alt.Tooltip("gap:Q", title=gettext("Gap")),
        alt.Tooltip("accuracy:Q", title=gettext("Accuracy"), format=".0%"),
        alt.Tooltip("seeds:Q", title=gettext("Seeds that ended there")),
    ]


def _chance(low: float, gettext: Translate, mode: Mode) -> list[alt.Chart]:
    ink = SURFACES[mode]["muted"]
    base = alt.Chart(small([{"accuracy": CHANCE, "words": gettext("guessing")}])).encode(y=_accuracy(low, gettext))
    rule = base.mark_rule(color=ink, strokeWidth=1.5, strokeDash=[2, 3])
    words = base.mark_text(align="left", baseline="top", dx=4, dy=5, color=ink)
    return [rule, words.encode(x=alt.XValue(0), text=alt.Text("words:N"))]


def _now(point: TrainedPoint, low: float, gettext: Translate, mode: Mode) -> alt.Chart:
    row: Row = {
        "network": point.network,
        "gap": point.gap,
        "accuracy": point.accuracy,
        "name": network_titles(gettext)[point.network],
    }
    mark = alt.Chart(small([row])).mark_point(
        shape=SHAPES[point.network],
        size=150,
        strokeWidth=2.5,
        fill=network_color(point.network, mode),
        stroke=SURFACES[mode]["ink"],
        opacity=1,
    )
    words = alt.Tooltip("name:N", title=gettext("Trained now"))
    return mark.encode(x=_gap(gettext), y=_accuracy(low, gettext), tooltip=[words, *_tooltip(gettext)[1:3]])


def _described(
    names: Sequence[str], accuracies: Mapping[str, np.ndarray], gaps: Sequence[int], gettext: Translate
) -> list[str]:
    words, titles = gettext("{network}: {values}."), network_titles(gettext)
    at = gettext("{accuracy} at gap {gap}")
    lines = []
    for name in names:
        means = zip(accuracies[name].mean(axis=1), gaps, strict=True)
        values = ", ".join(at.format(accuracy=f"{mean:.0%}", gap=gap) for mean, gap in means)
        lines.append(words.format(network=titles[name], values=values))
    return lines
