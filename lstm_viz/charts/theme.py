"""Every colour of the product, for a light and a dark page.

Each signal has one colour in every diagram, heatmap and chart. Readers who are red-, green- or blue-blind can tell the
signal colours of a layer apart; a test checks this. A sign is never shown by colour alone if a number fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from lstm_viz.charts.oklab import ramp
from lstm_viz.engine.cell import SIGNAL_ORDER

Mode = Literal["light", "dark"]
MODES: tuple[Mode, ...] = get_args(Mode)

_SIGNALS: Mapping[Mode, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        # (for marks, for text)
        "light": {
            "forget_gate": ("#b92d23", "#b92d23"),
            "input_gate": ("#0fa06c", "#08764e"),
            "update_gate": ("#e2566b", "#b8364c"),
            "reset_gate": ("#0c86a8", "#096a86"),
            "candidate": ("#bd8a00", "#845f00"),
            "output_gate": ("#2f6bd0", "#2862c4"),
            "cell": ("#6a2083", "#6a2083"),
            "hidden": ("#2f3b4a", "#2f3b4a"),
        },
        "dark": {
            "forget_gate": ("#e5593a", "#f0745a"),
            "input_gate": ("#55d98f", "#55d98f"),
            "update_gate": ("#e4687c", "#ec7f91"),
            "reset_gate": ("#16a9df", "#2cb4e6"),
            "candidate": ("#fbcb3c", "#fbcb3c"),
            "output_gate": ("#3f88ee", "#6aa3f5"),
            "cell": ("#b757a0", "#d680c1"),
            "hidden": ("#d9e6f0", "#d9e6f0"),
        },
    }
)

_SEQUENCES: Mapping[Mode, Mapping[str, str]] = MappingProxyType(
    {"light": {"A": "#0b6477", "B": "#802aed"}, "dark": {"A": "#4cc3d9", "B": "#9270ff"}}
)

NETWORK_ORDER = ("lstm", "gru", "simple_rnn", "perceptron")
"""The order in which networks that are compared are drawn and listed."""

_NETWORKS: Mapping[Mode, Mapping[str, str]] = MappingProxyType(
    {
        "light": {"lstm": "#0b56b8", "gru": "#12a06a", "simple_rnn": "#b34700", "perceptron": "#55585f"},
        "dark": {"lstm": "#4f9dff", "gru": "#3fe0a0", "simple_rnn": "#ff8a3d", "perceptron": "#9aa0ab"},
    }
)

_RIVAL: Mapping[Mode, str] = MappingProxyType({"light": "#b4560a", "dark": "#ff9a4a"})

_VERSIONS: Mapping[Mode, Mapping[str, str]] = MappingProxyType(
    {"light": {"before": "#85878d", "after": "#0b4fa0"}, "dark": {"before": "#7f8593", "after": "#7fbaff"}}
)

# From the first step to the last. Each is dark enough, or light enough on a dark page, for text on it.
_STEPS: Mapping[Mode, tuple[str, str, str]] = MappingProxyType(
    {"light": ("#0a1c44", "#0b6274", "#6c7c00"), "dark": ("#5b8dff", "#52cdbd", "#ffe597")}
)

_DIVERGING_ENDS: Mapping[Mode, tuple[str, str, str]] = MappingProxyType(
    {"light": ("#1b57a6", "#f3f1ec", "#b04a0a"), "dark": ("#5aa5ff", "#272a31", "#ff8f3f")}
)

SURFACES: Mapping[Mode, Mapping[str, str]] = MappingProxyType(
    {
        "light": {
            "background": "#ffffff",
            "panel": "#f8f7f3",
            "sunken": "#f0efea",
            "line": "#dededa",
            "control": "#8a8a84",
            "ink": "#26262e",
            "muted": "#5e6068",
            "link": "#2463a8",
            "focus": "#2463a8",
            "correct": "#08764e",
            "correct_fill": "#e3f4ec",
            "wrong": "#b92d23",
            "wrong_fill": "#fbe9e6",
            "unknown": "#5e6068",
            "unknown_fill": "#f3f1ec",
        },
        "dark": {
            "background": "#15161a",
            "panel": "#1b1d22",
            "sunken": "#25272e",
            "line": "#3a3c44",
            "control": "#747b8a",
            "ink": "#ececef",
            "muted": "#a9adb8",
            "link": "#8ab4e8",
            "focus": "#8ab4e8",
            "correct": "#55d98f",
            "correct_fill": "#14352a",
            "wrong": "#f0745a",
            "wrong_fill": "#3c1f1c",
            "unknown": "#a9adb8",
            "unknown_fill": "#25272e",
        },
    }
)
"""The colours of page, panels, lines and words. `correct` and `wrong` always come with a mark (a tick, a cross)."""


def signal_color(name: str, mode: Mode = "light") -> str:
    """The colour of a signal's marks (bars, lines, fills), as `#rrggbb`, at least 3:1 against the page."""
    return _SIGNALS[mode][name][0]


def signal_text_color(name: str, mode: Mode = "light") -> str:
    """The colour of a signal's words and numbers, of the same hue, at least 4.5:1 against the page and its panels."""
    return _SIGNALS[mode][name][1]


def sequence_color(name: str, mode: Mode = "light") -> str:
    """The colour of sequence "A" or "B"."""
    return _SEQUENCES[mode][name]


def network_color(name: str, mode: Mode = "light") -> str:
    """The colour of one of NETWORK_ORDER, at least 3:1 against the page."""
    return _NETWORKS[mode][name]


def rival_color(mode: Mode = "light") -> str:
    """The colour of what a line is compared with, such as a simpler method; at least 3:1 against the page."""
    return _RIVAL[mode]


def part_colors(mode: Mode = "light") -> list[str]:
    """The colours of the losses on the training part and on data held out from it, both neutral."""
    return [SURFACES[mode]["muted"], SURFACES[mode]["ink"]]


def version_color(name: str, mode: Mode = "light") -> str:
    """The colour of what was "before" an intervention, or is "after" it, at least 3:1 against the page."""
    return _VERSIONS[mode][name]


def step_colors(count: int, mode: Mode = "light") -> list[str]:
    """A colour for each of `count` steps in their order, monotone in lightness, at least 4.5:1 against the page."""
    first, middle, last = _STEPS[mode]
    every = ramp(first, middle, 51)[:-1] + ramp(middle, last, 51)
    return [every[round(100 * step / max(1, count - 1))] for step in range(count)]


def sequential(name: str, mode: Mode = "light") -> list[str]:
    """Eleven colours for 0 … 1 of a gate, from the surface to the signal's colour, monotone in lightness."""
    return ramp(_DIVERGING_ENDS[mode][1], signal_color(name, mode), 11)


def diverging(mode: Mode = "light") -> list[str]:
    """Twenty-one colours, blue (negative) over neutral (zero, index 10) to orange (positive)."""
    negative, zero, positive = _DIVERGING_ENDS[mode]
    return ramp(negative, zero, 11)[:-1] + ramp(zero, positive, 11)


def difference(mode: Mode = "light") -> list[str]:
    """Twenty-one colours for A − B: from B's (B is larger) over neutral (zero, index 10) to A's (A is larger)."""
    zero = _DIVERGING_ENDS[mode][1]
    return ramp(sequence_color("B", mode), zero, 11)[:-1] + ramp(zero, sequence_color("A", mode), 11)


@cache
def palette() -> dict[str, dict[str, object]]:
    """All colours of the viewer, as plain JSON values: mode → surfaces, signals, ramps, sequences."""
    return {mode: _palette_of(mode) for mode in MODES}


def _palette_of(mode: Mode) -> dict[str, object]:
    return {
        **SURFACES[mode],
        "signals": {
            name: {
                "mark": signal_color(name, mode),
                "text": signal_text_color(name, mode),
                "ramp": sequential(name, mode),
            }
            for name in SIGNAL_ORDER
        },
        "diverging": diverging(mode),
        "difference": difference(mode),
        "sequences": dict(_SEQUENCES[mode]),
    }
