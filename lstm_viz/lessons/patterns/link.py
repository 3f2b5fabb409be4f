"""The page Patterns as a link: its names, and how a link that is wrong finds the nearest settings."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.builder import MAX_FEATURES, MAX_LAYERS, MAX_OUTPUTS, MAX_STEPS, MAX_UNITS, NUMBERS, like
from lstm_viz.lessons.patterns.catalogue import DEFAULT, FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.tasks import LONGEST_PERIOD, SHORTEST_PERIOD
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from lstm_viz.links import Choice, Field, Switch, Text, Whole

MODES = ("trained", "build")
PANELS = ("drawing", "shapes", "equal", "trace", "data", "code")
MAX_KNOWN = MAX_CONTINUED = 30
MAX_SEED = 999_999
START = like(DEFAULT)

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "pattern": Choice(tuple(PATTERNS), DEFAULT),
    "mode": Choice(MODES, "trained"),
    "input": Text(DEFAULT_TEXTS[DEFAULT]),
    "period": Whole(SHORTEST_PERIOD, LONGEST_PERIOD, 12),
    "phase": Whole(0, LONGEST_PERIOD - 1, 0),
    "known": Whole(1, MAX_KNOWN, 18),
    "continued": Whole(1, MAX_CONTINUED, 24),
    "layers": Whole(1, MAX_LAYERS, START["layers"]),
    "steps": Whole(0, MAX_STEPS, START["steps"]),
    "features": Whole(1, MAX_FEATURES, START["features"]),
    **{f"units_{n}": Whole(1, MAX_UNITS, START[f"units_{n}"]) for n in NUMBERS},
    **{f"returns_{n}": Switch(START[f"returns_{n}"]) for n in NUMBERS},
    **{f"both_{n}": Switch(START[f"both_{n}"]) for n in NUMBERS},
    "repeat": Whole(0, MAX_STEPS, START["repeat"]),
    "repeat_at": Whole(0, MAX_LAYERS - 1, START["repeat_at"]),
    "outputs": Whole(0, MAX_OUTPUTS, START["outputs"]),
    "distributed": Switch(START["distributed"]),
    "seed": Whole(0, MAX_SEED, 1),
    "predict": Switch(False),
    "panel": Choice(PANELS, "drawing"),
    "tensor": Text(""),
    "layer": Whole(1, 2 * MAX_LAYERS, 1),
    "step": Whole(1, MAX_KNOWN + MAX_CONTINUED, 1),
    "unit": Whole(1, MAX_UNITS, 1),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link. What it does not name is as the pattern has it.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    pattern = values["pattern"]
    values |= {name: value for name, value in of_pattern(pattern).items() if name not in query}
    if pattern != FEED_BACK:
        try:
            values["input"] = typed(pattern, values["input"]).text
        except InputError as problem:
            ignored["input"] = InputError("The link's “{name}” was replaced. {problem}", name="input", problem=problem)
            values["input"] = DEFAULT_TEXTS[pattern]
    return values, list(ignored.values())


def of_pattern(pattern: str) -> dict[str, Any]:
    """What a pattern begins with: its example, and its model in the builder."""
    return {"input": DEFAULT_TEXTS.get(pattern, ""), **like(pattern)}
