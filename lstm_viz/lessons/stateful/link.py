"""The page Stateful as a link: its names, and how a link that is wrong finds the nearest settings."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.settings import FEATURES, KINDS, MAX_SEED, MAX_STEPS, MAX_TANKS, MAX_UNITS, settings_of
from lstm_viz.links import Choice, Field, Switch, Text, Whole
from lstm_viz.old_code.examples import EXAMPLES
from lstm_viz.old_code.prepare import LONGEST

PANELS = ("lanes", "ways", "mistakes", "by_hand", "old_code", "data", "code")
MISTAKES = ("shuffled", "batch_size", "no_reset", "reset_often")
OWN = "own"

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "kind": Choice(KINDS, "lstm"),
    "units": Whole(1, MAX_UNITS, 3),
    "tanks": Whole(1, MAX_TANKS, 3),
    "steps": Whole(2, MAX_STEPS, 12),
    "length": Whole(1, MAX_STEPS, 4),
    "features": Whole(1, len(FEATURES), 2),
    "seed": Whole(0, MAX_SEED, 1),
    "actions": Text("1,2"),
    "predict": Switch(False),
    "panel": Choice(PANELS, "lanes"),
    "tank": Whole(1, MAX_TANKS, 1),
    "unit": Whole(1, MAX_UNITS, 1),
    "mistake": Choice(MISTAKES, "shuffled"),
    "rows": Whole(1, MAX_TANKS, 1),
    "example": Choice((*EXAMPLES, OWN), next(iter(EXAMPLES))),
    "old": Text(""),
}
# What these are at most hangs on another setting.
BOUNDED_BY = {"length": "steps", "tank": "tanks", "unit": "units"}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    for name, bound in BOUNDED_BY.items():
        most = values[bound]
        if values[name] > most:
            if name in query and name not in ignored:
                ignored[name] = _too_large(name, query[name], most)
            values[name] = most
    batches = settings_of(values).batches
    try:
        actions.parse(values["actions"], batches)
    except InputError as problem:
        values["actions"] = actions.write(actions.fitting(values["actions"], batches))
        if "actions" in query:
            ignored["actions"] = problem
    return values, list(ignored.values())


def to_link(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a link to these values holds: code that is too long to be read does not fit into a link either."""
    is_shown = values["example"] == OWN and len(values["old"] or "") <= LONGEST
    return {**values, "old": values["old"] if is_shown else FIELDS["old"].default}


def _too_large(name: str, given: str, most: int) -> InputError:
    template = "The link's “{name}” cannot be “{given}”; it is a whole number from {low} to {high}. Shown: {shown}."
    return InputError(template, name=name, given=given, low=1, high=most, shown=most)
