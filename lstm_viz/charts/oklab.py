"""Ramps of colours whose steps look equal."""

from collections.abc import Sequence


def ramp(start: str, end: str, count: int) -> list[str]:
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
