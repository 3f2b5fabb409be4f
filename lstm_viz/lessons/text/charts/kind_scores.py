"""How many sentences of each kind two models get right."""

from collections.abc import Mapping, Sequence

import altair as alt

from lstm_viz.charts.base import finish, small, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, network_color
from lstm_viz.i18n import Translate

HEIGHT = 260
NETWORKS = {"lstm": "lstm", "bag": "simple_rnn"}  # model → the network whose colour it takes


def kind_scores(
    shares: Mapping[str, Sequence[float]],
    kinds: Sequence[str],
    titles: Mapping[str, str],
    *,
    title: str,
    subtitle: str,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Two bars for each kind of sentence, and a line at the accuracy of guessing.

    Args:
        shares: "lstm" and "bag" → the accuracy for each kind, 0 … 1.
        kinds: The title of each kind.
        titles: "lstm" and "bag" → the title of the model.
        title: The title of the chart.
        subtitle: What the chart shows, with its numbers.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".
    """
    named = [titles[name] for name in shares]
    rows = [
        {"kind": kind, "model": titles[name], "value": share, "text": f"{share:.0%}"}
        for name, each in shares.items()
        for kind, share in zip(kinds, each, strict=True)
    ]
    base = _base(kinds, named, gettext)
    colors = alt.Scale(domain=named, range=[network_color(NETWORKS[name], mode) for name in shares])
    bars = base.mark_bar().encode(color=alt.Color("model:N", scale=colors, legend=alt.Legend(orient="top", title=None)))
    numbers = base.mark_text(align="left", dx=4, fontSize=12).encode(text=alt.Text("text:N"))
    look = {"color": SURFACES[mode]["control"], "strokeDash": [4, 3]}
    guessing = alt.Chart(small([{"half": 0.5}])).mark_rule(**look).encode(x=alt.X("half:Q"))
    told = [f"{row['kind']}, {row['model']}: {row['text']}" for row in rows]
    return finish(
        alt.layer(bars, numbers, guessing),
        rows=rows,
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle} {'; '.join(told)}.",
        mode=mode,
        height=HEIGHT,
    )


def _base(kinds: Sequence[str], named: Sequence[str], gettext: Translate) -> alt.Chart:
    """The axes and the tooltip of the bars."""
    share = alt.X(
        "value:Q",
        title=gettext("Accuracy on held-out sentences"),
        axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
        scale=alt.Scale(domain=[0, 1.2], nice=False),
    )
    tooltip = [
        alt.Tooltip("kind:N", title=gettext("Kind of sentence")),
        alt.Tooltip("model:N", title=gettext("Model")),
        alt.Tooltip("value:Q", title=gettext("Accuracy"), format=".0%"),
    ]
    kind = alt.Y("kind:N", sort=list(kinds), title=gettext("Kind of sentence"), axis=alt.Axis(labelLimit=260))
    return alt.Chart().encode(x=share, y=kind, yOffset=alt.YOffset("model:N", sort=list(named)), tooltip=tooltip)
