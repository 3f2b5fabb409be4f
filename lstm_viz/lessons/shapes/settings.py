"""Which data the page Shapes turns into an array, and how."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lstm_viz.data import InputError
from lstm_viz.data.series import SINE_LENGTH, count_windows
from lstm_viz.lessons.shapes.parsing import (
    own_text,
    pair_text,
    parse_own,
    parse_pair,
    parse_sentences,
    sentences_text,
)

SOURCES = ("pair", "sine", "own", "tanks", "text")
WINDOWED = ("sine", "own")
NUMBERS = ("sine", "own", "tanks")
SEEDED = ("sine", "tanks", "text")
READINGS = ("sequence", "step")
ORDERS = ("tank", "hour")
PADDINGS = ("pre", "post")
MAX_LOOK_BACK, MAX_STRIDE, MAX_HORIZON = 30, 20, 10
MAX_TANKS = 8
MAX_SEED = 999_999
# What a visitor types, by the source that reads it.
TYPED = {"pair": "pair", "own": "own", "text": "sentences"}
# What may be within its bounds and wrong all the same.
CHECKED = (*TYPED.values(), "look_back", "stride", "horizon")
PAIR = "3,0,1,2,3\n4,0,1,2,4"
# Made up: temperature in °C and humidity in percent, hour by hour.
OWN = (
    "16,59\n17,57\n17.9,54\n20.5,51\n21.8,44\n22.9,41\n23.3,37\n23.7,40\n"
    "24.1,40\n23.2,40\n21.3,46\n20.3,51\n18.9,53\n17.3,59\n16.3,60\n16,60"
)
SENTENCES = "the film was good|1\nnot good at all|0\ngood|1\nthe plot of the film was not bad|1"


@dataclass(frozen=True)
class ShapeSettings:
    """What an array is made of. The same settings always make the same array; a source reads only what it needs.

    Attributes:
        source: One of SOURCES.
        pair: Two sequences of symbols, as a link writes them.
        reading: Of the pair: "sequence", a sequence is a sample, or "step", each step of the first one is.
        seed: Of the noise of the sine, of the tanks, and of the weights that read sentences.
        own: A series or rows, as a link writes them.
        look_back: Steps in a window.
        stride: Steps from window to window.
        horizon: Steps from a window's end to its target.
        tanks: How many, 1 … MAX_TANKS.
        order: Of the rows of the tanks' table: all hours of a tank together ("tank"), or all tanks of an hour.
        sentences: With labels, as a link writes them.
        padding: "pre" or "post", as in `pad_sequences`.
    """

    source: str
    pair: str
    reading: str
    seed: int
    own: str
    look_back: int
    stride: int
    horizon: int
    tanks: int
    order: str
    sentences: str
    padding: str


NAMES = tuple(ShapeSettings.__dataclass_fields__)


def settings_of(values: Mapping[str, object], before: ShapeSettings) -> tuple[ShapeSettings, InputError | None]:
    """The settings that the controls ask for.

    Args:
        values: One for each of NAMES, within their bounds.
        before: What was there, all of it right: what is wrong in `values` stays as it was here, and so does what is
            typed for another source than the chosen one.

    Returns:
        The settings, with which an array can be made always, and what is wrong with what was typed for the source.
    """
    asked = ShapeSettings(**{name: values[name] for name in NAMES})  # type: ignore[arg-type]
    others = [name for source, name in TYPED.items() if source != asked.source]
    asked = replace(asked, **{name: getattr(before, name) for name in others})
    try:
        return _checked(asked), None
    except InputError as problem:
        kept = replace(asked, **{name: getattr(before, name) for name in CHECKED})
        return _with_a_window(kept), problem


def _with_a_window(settings: ShapeSettings) -> ShapeSettings:
    """Windows of another series may be too long for this one."""
    if settings.source not in WINDOWED or _count(settings):
        return settings
    return replace(settings, look_back=min(settings.look_back, _length(settings) - 1), horizon=1)


def _checked(settings: ShapeSettings) -> ShapeSettings:
    """The settings with what its source reads in its canonical form.

    Raises:
        InputError: If that is wrong, or the series is too short for a window.
    """
    if settings.source == "pair":
        return replace(settings, pair=pair_text(parse_pair(settings.pair)))
    if settings.source == "text":
        return replace(settings, sentences=sentences_text(parse_sentences(settings.sentences)))
    if settings.source == "own":
        settings = replace(settings, own=own_text(parse_own(settings.own)))
    if settings.source in WINDOWED:
        _check_windows(settings)
    return settings


def _check_windows(settings: ShapeSettings) -> None:
    if not _count(settings):
        raise InputError(
            "A series of length {length} has no window of {look_back} with a value {horizon} after it: look_back + "
            "horizon can be at most {length}.",
            length=_length(settings),
            look_back=settings.look_back,
            horizon=settings.horizon,
        )


def _count(settings: ShapeSettings) -> int:
    return count_windows(_length(settings), settings.look_back, stride=settings.stride, horizon=settings.horizon)


def _length(settings: ShapeSettings) -> int:
    return SINE_LENGTH if settings.source == "sine" else len(parse_own(settings.own))
