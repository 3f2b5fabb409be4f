"""A chart with a lane for each sample that is read batch by batch. Colours show where each state comes from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, signed, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, step_colors
from lstm_viz.i18n import Translate

LANE_HEIGHT, LINE_HEIGHT = 62, 17
MOST_WITH_WORDS = 5  # columns; with more columns, a block has room only for a number
MOST_NUMBERS = 3


@dataclass(frozen=True, eq=False)
class Block:
    """One lane in one column.

    Attributes:
        lane: The position of the lane, from 0.
        source: The lane whose state the block starts from; None for zeros.
        origin: A text that says where that state comes from.
        short: A text of one or two letters that replaces `origin` where there is no room.
        hidden: The hidden state that the block starts from, (units,).
    """

    lane: int
    source: int | None
    origin: str
    short: str
    hidden: np.ndarray


@dataclass(frozen=True)
class Column:
    """One event in all lanes.

    Attributes:
        title: The title of the column, such as "batch 2".
        short: A text of one or two letters that replaces `title` where there is no room.
        blocks: A block for each lane.
    """

    title: str
    short: str
    blocks: tuple[Block, ...]


def stateful_lanes(
    columns: Sequence[Column], lanes: Sequence[str], *, title: str, gettext: Translate, mode: Mode = "light"
) -> alt.LayerChart:
    """Draws a block for each lane and column, in the colour of the lane whose state it starts from; empty for zeros.

    Args:
        columns: The events, in order.
        lanes: The name of each lane, from the top.
        title: The title of the chart.
        gettext: Translates the texts.
        mode: "light" or "dark".

    Raises:
        ValueError: If there are no columns, or a column does not have a block for each lane.
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
    # Without dy the first line is in the middle of the block and the others are below it.
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
