"""The page Gradient flow as a link: its names, and how a link that is wrong finds the nearest settings."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.settings import (
    BIASES,
    MAX_STEPS,
    MAX_UNITS,
    SCALES,
    STATES,
    FlowSettings,
    settings_of,
)
from lstm_viz.links import Choice, Field, Whole

MAX_SEED = 999_999
PANELS = ("flow", "forget", "gap", "data", "code")

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "state": Choice(STATES, "untrained"),
    "steps": Whole(2, MAX_STEPS, 150),
    "units": Whole(1, MAX_UNITS, 16),
    "seed": Whole(0, MAX_SEED, 1),
    "forget_bias": Choice(BIASES, "5"),
    "recurrent_scale": Choice(SCALES, "1"),
    "panel": Choice(PANELS, "flow"),
    "network": Choice(gap.NETWORKS, "lstm"),
    "gap": Choice(tuple(map(str, gap.GAPS)), "20"),
    "train_seed": Whole(0, MAX_SEED, 1),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    settings = settings_of(values)
    shown = {"units": settings.units, "seed": settings.seed, "forget_bias": settings.forget_bias or "–"}
    for name, value in shown.items():
        is_asked = name in query and name not in ignored and values[name] != FIELDS[name].default
        if is_asked and str(values[name]) != str(value):
            ignored[name] = InputError(
                "The link's “{name}”, {given}, does not go with trained networks. Shown: {shown}.",
                name=name,
                given=str(values[name]),
                shown=value,
            )
    return values | {"seed": settings.seed}, list(ignored.values())


def to_link(values: Mapping[str, Any], settings: FlowSettings) -> dict[str, Any]:
    """What a link to these settings holds: what has no part in them stands at its default."""
    if settings.state == "trained":
        return {**values, "units": FIELDS["units"].default, "forget_bias": FIELDS["forget_bias"].default}
    return dict(values)


DEFAULT = settings_of({name: field.default for name, field in FIELDS.items()})
