"""Every colour of the product, for a light and a dark page.

One colour belongs to one signal, in every diagram, heatmap and chart. The signal colours of a layer kind stay apart for
red-, green- and blue-blind eyes (held by a test), and sign is never told by colour alone where a number can stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, get_args

Mode = Literal["light", "dark"]
MODES: tuple[Mode, ...] = get_args(Mode)

SIGNAL_ORDER = (
    "forget_gate",
    "input_gate",
    "update_gate",
    "reset_gate",
    "candidate",
    "output_gate",
    "cell",
    "hidden",
)
"""The order in which signals are drawn: what the memory loses, gains, shows."""

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
    {"light": {"A": "#0b6477", "B": "#b4560a"}, "dark": {"A": "#4cc3d9", "B": "#ff9a4a"}}
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
"""Page, panels, lines and words. `correct` and `wrong` always come with a mark (a tick, a cross)."""


def signal_color(name: str, mode: Mode = "light") -> str:
    """The colour of a signal's marks (bars, lines, fills), as `#rrggbb`, at least 3:1 against the page."""
    return _SIGNALS[mode][name][0]


def signal_text_color(name: str, mode: Mode = "light") -> str:
    """The same hue for words and numbers, at least 4.5:1 against the page and its panels."""
    return _SIGNALS[mode][name][1]


def sequence_color(name: str, mode: Mode = "light") -> str:
    """The colour of sequence "A" or "B"."""
    return _SEQUENCES[mode][name]


def sequential(name: str, mode: Mode = "light") -> list[str]:
    """Eleven colours for 0 … 1 of a gate, from the surface to the signal's colour, monotone in lightness."""
    return _ramp(_DIVERGING_ENDS[mode][1], signal_color(name, mode), 11)


def diverging(mode: Mode = "light") -> list[str]:
    """Twenty-one colours, blue (negative) over neutral (zero, index 10) to orange (positive)."""
    negative, zero, positive = _DIVERGING_ENDS[mode]
    return _ramp(negative, zero, 11)[:-1] + _ramp(zero, positive, 11)


def palette() -> dict[str, dict[str, object]]:
    """Everything the viewer paints with, as plain JSON values: mode → surfaces, signals, ramps, sequences."""
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
        "sequences": dict(_SEQUENCES[mode]),
    }


def _ramp(start: str, end: str, count: int) -> list[str]:
    """`count` colours from `start` to `end`, evenly spaced in OKLab, where equal steps look equal."""
    first, last = _oklab(start), _oklab(end)
    return [
        _hex([a + (b - a) * index / (count - 1) for a, b in zip(first, last, strict=True)]) for index in range(count)
    ]


# Source of the matrices: B. Ottosson, "A perceptual color space for image processing" (2020).
_TO_CONE = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONE = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def _oklab(color: str) -> list[float]:
    encoded = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in encoded]
    return _apply(_TO_LAB, [cone ** (1 / 3) for cone in _apply(_TO_CONE, linear)])


def _hex(lab: Sequence[float]) -> str:
    linear = _apply(_FROM_CONE, [root**3 for root in _apply(_FROM_LAB, lab)])
    encoded = [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear]
    return "#" + "".join(f"{round(min(max(c, 0.0), 1.0) * 255):02x}" for c in encoded)


def _apply(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]


DIVERGING = tuple(diverging("light"))
"""The diverging colours of a light page; `diverging(mode)` for either."""
