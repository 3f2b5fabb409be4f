"""A chart of the most probable words at each step of a generated text, without and with the temperature."""

from collections.abc import Sequence

import altair as alt

from lstm_viz.charts.base import Row, finish, wrapped
from lstm_viz.charts.oklab import ramp
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.generator.tables import MOST, Candidate

ROW_HEIGHT = 36
BEYOND = f"> {MOST}"
LINES = {"word": -7, "told": 8}


def next_words(
    found: Sequence[Candidate], *, title: str, subtitle: str, gettext: Translate, mode: Mode = "light"
) -> alt.LayerChart:
    """Draws a row for each generated word: the words that might have come, the most probable one first.

    Args:
        found: The candidates of all steps; see `candidates`.
        title: The title of the chart.
        subtitle: What the chart shows.
        gettext: Translates the texts.
        mode: "light" or "dark".
    """
    rows = [_row(each) for each in found]
    places = [str(rank) for rank in range(1, MOST + 1)]
    if any(row["place"] == BEYOND for row in rows):
        places.append(BEYOND)
    base = alt.Chart().encode(
        x=alt.X("place:O", sort=places, title=gettext("Rank by probability"), axis=_axis(orient="top")),
        y=alt.Y("step:O", title=gettext("Generated word"), axis=_axis()),
        tooltip=_tooltip(gettext),
    )
    colors = SURFACES[mode]
    # Only the lighter half of the ramp, or the darker one on a dark page: the text is legible on each shade.
    shades = alt.Scale(domain=[0, 1], range=ramp(colors["background"], colors["link"], 21)[:11])
    room = alt.ExprRef(f"width / {len(places)} - 3")  # a phone has no room for a long word
    cell = base.mark_rect(stroke=colors["line"]).encode(color=alt.Color("drawn_with:Q", scale=shades, legend=None))
    chosen = base.transform_filter("datum.chosen").mark_rect(filled=False, stroke=colors["ink"], strokeWidth=2.5)
    return finish(
        alt.layer(cell, chosen, *(_text(base, name, room) for name in LINES)),
        rows=rows,
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle} {_told(found)}",
        mode=mode,
        height=ROW_HEIGHT * len({each.step for each in found}),
    )


def _row(each: Candidate) -> Row:
    return {
        "step": each.step,
        "place": str(each.rank) if each.rank <= MOST else BEYOND,
        "word": each.word,
        "told": _both(each),
        "probability": each.probability,
        "drawn_with": each.drawn_with,
        "chosen": each.chosen,
    }


def _both(each: Candidate) -> str:
    """The probability without and with the temperature, short enough for a cell on a phone: 25→33%."""
    without, drawn_with = (_percent(share) for share in (each.probability, each.drawn_with))
    return f"{drawn_with}%" if without == drawn_with else f"{without}→{drawn_with}%"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}" if share >= 0.01 or share == 0 else "<1"


def _told(found: Sequence[Candidate]) -> str:
    return " ".join(f"{each.step}: {each.word} {_both(each)}." for each in found if each.chosen)


def _axis(**options: str) -> alt.Axis:
    return alt.Axis(ticks=False, domain=False, labelAngle=0, **options)


def _text(base: alt.Chart, name: str, room: alt.ExprRef) -> alt.Chart:
    size = 12 if name == "word" else 11
    return base.mark_text(dy=LINES[name], fontSize=size, limit=room).encode(text=alt.Text(f"{name}:N"))


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("word:N", title=gettext("Word")),
        alt.Tooltip("probability:Q", title=gettext("Probability of the model"), format=".4~%"),
        alt.Tooltip("drawn_with:Q", title=gettext("Probability with the temperature"), format=".4~%"),
    ]
