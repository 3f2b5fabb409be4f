"""Lanes of samples that are read batch by batch: where the state of each block comes from, in colour."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, signed, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, step_colors
from lstm_viz.i18n import Translate

LANE_HEIGHT, LINE_HEIGHT = 62, 17
MOST_WITH_WORDS = 5  # columns; in narrower ones there is room for a number alone
MOST_NUMBERS = 3


@dataclass(frozen=True, eq=False)
class Block:
    """One lane in one column.

    Attributes:
        lane: Which, from 0.
        source: The lane whose state it starts from; None for zeros.
        origin: Where that state comes from, in words.
        short: The same in a letter or two.
        hidden: The hidden state it starts from, (units,).
    """

    lane: int
    source: int | None
    origin: str
    short: str
    hidden: np.ndarray


@dataclass(frozen=True)
class Column:
    """What happened at one time.

    Attributes:
        title: In words: "batch 2".
        short: In one or two letters, for where there is no room.
        blocks: One for each lane.
    """

    title: str
    short: str
    blocks: tuple[Block, ...]


def stateful_lanes(
    columns: Sequence[Column], lanes: Sequence[str], *, title: str, gettext: Translate, mode: Mode = "light"
) -> alt.LayerChart:
    """A block for each lane and column: filled with the colour of the lane whose state it starts from, empty for zeros.

    Args:
        columns: What happened, in its order.
        lanes: What each lane is called, from the top.
        title: Of the chart.
        gettext: Translates what is written.
        mode: Of the page.

    Raises:
        ValueError: If there is no column, or a column has not a block for each lane.
    """
    if not columns:
        raise ValueError("columns must hold at least one.")
    if wrong := [column.title for column in columns if len(column.blocks) != len(lanes)]:
        raise ValueError(f"columns must hold a block for each of {len(lanes)} lanes; {wrong[0]!r} does not.")
    base = alt.Chart().encode(x=_columns(columns, gettext), y=_lanes(lanes, gettext))
    origins = [f"{_named(lanes, column, block)}: {block.origin}." for column in columns for block in column.blocks]
    words = gettext("A block has the colour of the sample whose state it starts from; an empty one starts from zeros.")
    if len(columns) > MOST_WITH_WORDS:
        words = gettext(
            "A block has the colour of the sample whose state it starts from, and the number of the batch that left "
            "it; an empty one starts from zeros."
        )
    return finish(
        alt.layer(_filled(base, lanes, mode, gettext), _texts(base, 2 if len(columns) <= MOST_WITH_WORDS else 1)),
        rows=_rows(columns, lanes, SURFACES[mode]),
        title=title,
        subtitle=wrapped(words),
        description=" ".join([f"{title}.", words, *origins]),
        mode=mode,
        height=LANE_HEIGHT * len(lanes),
    )


def _named(lanes: Sequence[str], column: Column, block: Block) -> str:
    return f"{column.title}, {lanes[block.lane]}"


def _rows(columns: Sequence[Column], lanes: Sequence[str], colors: Mapping[str, str]) -> list[Row]:
    has_room = len(columns) <= MOST_WITH_WORDS
    return [
        {
            "column": at,
            "lane": lanes[block.lane],
            "source": "" if block.source is None else lanes[block.source],
            "title": column.title,
            "origin": block.origin,
            "hidden": _numbers(block.hidden, len(block.hidden)),
            "ink": colors["ink" if block.source is None else "background"],
            "text": f"{block.origin}\nh {_numbers(block.hidden, MOST_NUMBERS)}" if has_room else block.short,
        }
        for at, column in enumerate(columns)
        for block in column.blocks
    ]


def _numbers(hidden: np.ndarray, most: int) -> str:
    more = " …" if len(hidden) > most else ""
    return " ".join(signed(float(value)) for value in hidden[:most]) + more


def _columns(columns: Sequence[Column], gettext: Translate) -> alt.X:
    names = [column.title if len(columns) <= MOST_WITH_WORDS else column.short for column in columns]
    labels = f"{json.dumps(names, ensure_ascii=False)}[datum.value]"
    axis = alt.Axis(labelExpr=labels, labelAngle=0, ticks=False, domain=False, orient="top", labelPadding=6)
    scale = alt.Scale(domain=list(range(len(columns))), padding=0.06)
    return alt.X("column:O", title=gettext("What happened, in order"), axis=axis, scale=scale)


def _lanes(lanes: Sequence[str], gettext: Translate) -> alt.Y:
    axis = alt.Axis(ticks=False, domain=False, grid=False, labelLimit=110)
    return alt.Y("lane:N", title=None, axis=axis, scale=alt.Scale(domain=list(lanes), padding=0.12), sort=None)


def _filled(base: alt.Chart, lanes: Sequence[str], mode: Mode, gettext: Translate) -> alt.Chart:
    colors = [SURFACES[mode]["sunken"], *step_colors(len(lanes), mode)]
    scale = alt.Scale(domain=["", *lanes], range=colors)
    block = base.mark_rect(stroke=SURFACES[mode]["control"], strokeWidth=1, cornerRadius=4)
    return block.encode(color=alt.Color("source:N", scale=scale, legend=None), tooltip=_tooltip(gettext))


def _texts(base: alt.Chart, lines: int) -> alt.Chart:
    # The first line stands in the middle of a block; as many lines more go below it.
    middle = -LINE_HEIGHT / 2 * (lines - 1)
    room = alt.expr("bandwidth('x') - 8")
    text = base.mark_text(lineBreak="\n", fontSize=12, lineHeight=LINE_HEIGHT, dy=middle, limit=room)
    return text.encode(text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title=gettext("What happened")),
        alt.Tooltip("lane:N", title=gettext("Sample")),
        alt.Tooltip("origin:N", title=gettext("Starts from")),
        alt.Tooltip("hidden:N", title=gettext("Hidden state it starts from")),
    ]
