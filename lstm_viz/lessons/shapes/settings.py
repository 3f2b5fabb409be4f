"""The settings of the page Shapes: which data become an array, and how."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lstm_viz.ceilings import MAX_PRINTED_STEPS, MAX_SAMPLES
from lstm_viz.data import InputError
from lstm_viz.data.series import SINE_LENGTH, count_windows
from lstm_viz.i18n import N_
from lstm_viz.lessons.shapes.parsing import (
    MAX_AXES,
    own_text,
    pair_text,
    parse_own,
    parse_pair,
    parse_sentences,
    parse_shape,
    sentences_text,
)
from lstm_viz.lessons.shapes.reshape import ROLES, usual_roles
from lstm_viz.links import Choice, Text, Whole
from lstm_viz.settings import PREDICT, SEED, Problems, Setting, Settings, Values

SOURCES = {
    "pair": N_("Memory pair"),
    "sine": N_("Noisy sine"),
    "own": N_("My own series"),
    "tanks": N_("Tanks"),
    "text": N_("Text"),
}
WINDOWED = ("sine", "own")
NUMBERS = ("sine", "own", "tanks")
SEEDED = ("sine", "tanks", "text")
READINGS = {
    "sequence": N_("each sequence is a sample"),
    "step": N_("each step is a sample (the first sequence)"),
}
ORDERS = {"tank": N_("by tank, then hour"), "hour": N_("by hour, then tank")}
PADDINGS = ("pre", "post")
PANELS = {
    "journey": N_("Step by step"),
    "block": N_("The array"),
    "scaling": N_("Scaling"),
    "padding": N_("Padding and mask"),
    "units": N_("units ≠ timesteps"),
    "helper": N_("My array, my error"),
    "data": N_("Files and code"),
}
AXIS_MEANINGS = {
    "samples": N_("samples: independent examples"),
    "timesteps": N_("timesteps: what comes one after another"),
    "features": N_("features: numbers measured at once"),
}
# The setting that holds a visitor's typed text, for each source that has one.
TYPED = {"pair": "pair", "own": "own", "text": "sentences"}
# Settings that can be within their bounds and still be invalid.
CHECKED = (*TYPED.values(), "look_back", "stride", "horizon")
PAIR = "3,0,1,2,3\n4,0,1,2,4"
# Invented data: temperature in °C and humidity in percent, for each hour.
OWN = (
    "16,59\n17,57\n17.9,54\n20.5,51\n21.8,44\n22.9,41\n23.3,37\n23.7,40\n"
    "24.1,40\n23.2,40\n21.3,46\n20.3,51\n18.9,53\n17.3,59\n16.3,60\n16,60"
)
SHAPE = "(30, 5)"
SENTENCES = "the film was good|1\nnot good at all|0\ngood|1\nthe plot of the film was not bad|1"


@dataclass(frozen=True)
class ShapeSettings:
    """The data and the settings from which X and y are made. The same settings always give the same arrays.

    Attributes:
        source: The kind of data, one of SOURCES. It uses only some of the other settings.
        pair: Two sequences of symbols, as text in the form that a link has.
        reading: What becomes a sample of the pair: "sequence", each sequence, or "step", each step of the first one.
        seed: The seed of the sine's noise, of the tanks' data, and of the weights that read sentences.
        own: The visitor's series or rows, as text in the form that a link has.
        look_back: The number of steps in a window.
        stride: The number of steps from one window to the next.
        horizon: The number of steps from a window's end to its target.
        tanks: The number of tanks, 1 … MAX_SAMPLES.
        order: The order of the tanks' table: all hours of a tank together ("tank"), or all tanks of an hour ("hour").
        sentences: Sentences with labels, as text in the form that a link has.
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
    """The valid settings that are nearest to the values of the controls.

    Args:
        values: A value for each of NAMES, within its bounds.
        before: The previous settings, which are valid. Their values replace invalid ones, and texts that are typed for
            a source that is not chosen.

    Returns:
        The settings, and the error of the text typed for the chosen source; None if it is valid.
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
    """Shortens the windows if the series is too short for them."""
    if settings.source not in WINDOWED or _count(settings):
        return settings
    return replace(settings, look_back=min(settings.look_back, _length(settings) - 1), horizon=1)


def _checked(settings: ShapeSettings) -> ShapeSettings:
    """The settings with the typed text of the source in its canonical form.

    Raises:
        InputError: If the text is invalid, or the series is too short for a window.
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


def panels_for(source: str) -> tuple[str, ...]:
    """The panels that are available for a source: only numbers can be scaled, and only sentences are padded."""
    without = {"scaling": source not in NUMBERS, "padding": source != "text"}
    return tuple(name for name in PANELS if not without.get(name))


def axis_name(axis: int) -> str:
    """The name of the setting, in a link, that holds the role of an axis, counted from 0."""
    return f"axis_{axis}"


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Makes the typed text valid, the windows fit, the panel available, and gives each axis a role."""
    settings, problem = settings_of(values, DEFAULT)
    if problem is not None:
        values |= {name: getattr(settings, name) for name in NAMES}
        name = TYPED.get(settings.source, "look_back")
        ignored[name] = InputError("The link's “{name}” was replaced. {problem}", name=name, problem=problem)
    try:
        parse_shape(values["shape"])
    except InputError as wrong:
        values["shape"] = SHAPE
        ignored["shape"] = InputError("The link's “{name}” was replaced. {problem}", name="shape", problem=wrong)
    if values["panel"] not in (possible := panels_for(settings.source)):
        ignored["panel"] = InputError(
            "The link's “{name}”, {given}, cannot be used with its data. Shown: {shown}.",
            name="panel",
            given=values["panel"],
            shown=possible[0],
        )
        values["panel"] = possible[0]
    roles = usual_roles(len(parse_shape(values["shape"])))
    values |= {axis_name(axis): role for axis, role in enumerate(roles) if axis_name(axis) not in query}


def _axis(usual: str) -> Setting:
    return Setting(Choice(ROLES, usual), titles=AXIS_MEANINGS, control="selectbox")


SETTINGS = Settings(
    {
        "source": Setting(Choice(tuple(SOURCES), "pair"), N_("Data"), titles=SOURCES),
        "pair": Setting(
            Text(PAIR),
            N_("Two sequences of the symbols 0 to 4"),
            help=N_("One per line, equally long. The target of each step is the next symbol."),
            control="area",
        ),
        "reading": Setting(Choice(tuple(READINGS), "sequence"), N_("Samples of X"), titles=READINGS),
        "seed": SEED,
        "own": Setting(
            Text(OWN),
            N_("A series, or a row of features for each step"),
            help=N_("Numbers in one line are a series; several lines, or semicolons, are rows of features over time."),
            control="area",
        ),
        "look_back": Setting(
            Whole(1, MAX_PRINTED_STEPS, 10), "look_back", help=N_("Steps in a window: X's timesteps.")
        ),
        "stride": Setting(
            Whole(1, 20, 1), "stride", help=N_("Steps from the beginning of one window to the beginning of the next.")
        ),
        "horizon": Setting(
            Whole(1, 10, 1), "horizon", help=N_("How many steps the target comes after the end of its window.")
        ),
        "tanks": Setting(Whole(1, MAX_SAMPLES, 6), N_("Tanks (N)"), help=N_("Each is measured for 5 hours.")),
        "order": Setting(Choice(tuple(ORDERS), "tank"), N_("Rows of the table"), titles=ORDERS),
        "sentences": Setting(
            Text(SENTENCES),
            N_("Sentences with a label"),
            help=N_("One per line: words, a bar, and 0 or 1, as in “the film was good | 1”."),
            control="area",
        ),
        "padding": Setting(Choice(PADDINGS, "pre")),
        "train": Setting(
            Whole(10, 90, 78),
            N_("Samples for training (%)"),
            help=N_("The first ones are used: a series is never shuffled before it is split."),
        ),
        # These three are the room in the drawing of the boxes.
        "units": Setting(Whole(1, 8, 3), help=N_("The size of the state: how many numbers each box holds.")),
        "timesteps": Setting(Whole(1, 12, 5), help=N_("The length of the sequence: how often the same layer is used.")),
        "features": Setting(Whole(1, 5, 2), help=N_("How many numbers it reads at each timestep.")),
        "shape": Setting(Text(SHAPE), N_("The shape of your array")),
        axis_name(0): _axis("timesteps"),
        **{axis_name(axis): _axis("features") for axis in range(1, MAX_AXES)},
        "panel": Setting(Choice(tuple(PANELS), "journey"), titles=PANELS),
        "tensor": Setting(Text("")),
        "predict": PREDICT,
    },
    settle=_settle,
)
DEFAULT = ShapeSettings(**{name: SETTINGS[name].default for name in NAMES})  # type: ignore[arg-type]
