"""What heatmaps of numbers share: the legend of a diverging scale, and numbers that are legible on their cells."""

from collections.abc import Sequence

import altair as alt
import numpy as np

BLACK, WHITE = "#000000", "#ffffff"
FINE = 2001
"""The number of values at which a scale is looked at."""


def legend(title: str) -> alt.Legend:
    """The legend of values on both sides of zero."""
    return alt.Legend(title=title, orient="bottom", gradientLength=200, tickCount=5, format="+.2~f")


def texts(base: alt.Chart, colors: Sequence[str], reach: float) -> alt.Chart:
    """The field "text" on each cell, black or white, whichever is easier to read on the colour of the field "value".

    Args:
        base: The chart of the cells.
        colors: The colours of the values from -reach to reach, evenly spaced, the one of zero in the middle.
        reach: The largest value.
    """
    values, lights = np.linspace(-reach, reach, FINE), luminances(colors)
    is_light = (lights + 0.05) / 0.05 >= 1.05 / (lights + 0.05)  # the contrast of black against that of white
    middle = FINE // 2
    inner, outer = (BLACK, WHITE) if is_light[middle] else (WHITE, BLACK)
    same = np.flatnonzero(is_light == is_light[middle])
    below, above = (float(values[at]) for at in (same[0], same[-1]))
    color = alt.condition(f"datum.value < {below} || datum.value > {above}", alt.value(outer), alt.value(inner))
    return base.mark_text(fontSize=11).encode(text=alt.Text("text:N"), color=color)


def luminances(colors: Sequence[str]) -> np.ndarray:
    """The relative luminance along a scale, 0 … 1, as WCAG 2 defines it.

    Args:
        colors: Evenly spaced colours such as "#1b57a6", between which Vega interpolates.

    Returns:
        Shape (FINE,), from the first colour to the last.
    """
    stops = np.array([[int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)] for color in colors])
    places = np.linspace(0, len(colors) - 1, FINE)
    encoded = np.stack([np.interp(places, np.arange(len(colors)), channel) for channel in stops.T], axis=-1)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
