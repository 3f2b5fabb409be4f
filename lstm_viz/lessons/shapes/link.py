"""The page Shapes as a link: its names, and how a link that is wrong finds the nearest settings."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.shapes import settings as allowed
from lstm_viz.lessons.shapes.parsing import MAX_AXES, parse_shape
from lstm_viz.lessons.shapes.reshape import ROLES, usual_roles
from lstm_viz.lessons.shapes.settings import CHECKED, NAMES, NUMBERS, TYPED, ShapeSettings, settings_of
from lstm_viz.links import Choice, Field, Switch, Text, Whole

PANELS = ("journey", "block", "scaling", "padding", "units", "helper", "data")
MAX_UNITS, MAX_TIMESTEPS, MAX_FEATURES = 8, 12, 5
SHAPE = "(30, 5)"


def axis_name(axis: int) -> str:
    """What a link calls the meaning of an axis, counted from 0."""
    return f"axis_{axis}"


# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "source": Choice(allowed.SOURCES, "pair"),
    "pair": Text(allowed.PAIR),
    "reading": Choice(allowed.READINGS, "sequence"),
    "seed": Whole(0, allowed.MAX_SEED, 1),
    "own": Text(allowed.OWN),
    "look_back": Whole(1, allowed.MAX_LOOK_BACK, 10),
    "stride": Whole(1, allowed.MAX_STRIDE, 1),
    "horizon": Whole(1, allowed.MAX_HORIZON, 1),
    "tanks": Whole(1, allowed.MAX_TANKS, 6),
    "order": Choice(allowed.ORDERS, "tank"),
    "sentences": Text(allowed.SENTENCES),
    "padding": Choice(allowed.PADDINGS, "pre"),
    "train": Whole(10, 90, 78),
    "units": Whole(1, MAX_UNITS, 3),
    "timesteps": Whole(1, MAX_TIMESTEPS, 5),
    "features": Whole(1, MAX_FEATURES, 2),
    "shape": Text(SHAPE),
    axis_name(0): Choice(ROLES, "timesteps"),
    **{axis_name(axis): Choice(ROLES, "features") for axis in range(1, MAX_AXES)},
    "panel": Choice(PANELS, "journey"),
    "tensor": Text(""),
    "predict": Switch(False),
}
DEFAULT = ShapeSettings(**{name: FIELDS[name].default for name in NAMES})  # type: ignore[arg-type]


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
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
            "The link's “{name}”, {given}, does not go with its data. Shown: {shown}.",
            name="panel",
            given=values["panel"],
            shown=possible[0],
        )
        values["panel"] = possible[0]
    roles = usual_roles(len(parse_shape(values["shape"])))
    values |= {axis_name(axis): role for axis, role in enumerate(roles) if axis_name(axis) not in query}
    return values, list(ignored.values())


def panels_for(source: str) -> tuple[str, ...]:
    """The panels that have something to show: words and symbols have no scale, and only words are padded."""
    without = {"scaling": source not in NUMBERS, "padding": source != "text"}
    return tuple(name for name in PANELS if not without.get(name))


def to_link(values: Mapping[str, Any], settings: ShapeSettings, shape: tuple[int, ...] | None) -> dict[str, Any]:
    """What a link to these settings holds: what was typed as it is read, and what is wrong as it was before.

    Args:
        values: One for each of FIELDS.
        settings: What the page shows.
        shape: The last shape of an array that was typed right.
    """
    shown = {name: getattr(settings, name) for name in CHECKED}
    return {**values, **shown, "shape": str(shape) if shape else values["shape"]}
