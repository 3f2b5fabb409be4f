"""The page What it returns as a link: its names, and which call and which input a link's values mean."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.lessons.what_it_returns import call, inputs
from lstm_viz.lessons.what_it_returns.call import Call, call_of
from lstm_viz.links import Choice, Field, Switch, Text, Whole

MAX_SEED = 999_999
PANELS = ("tensors", "equal", "board", "weights", "data", "code")

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "layer": Choice(call.LAYERS, "lstm"),
    "units": Whole(1, call.MAX_UNITS, 3),
    "return_sequences": Switch(True),
    "return_state": Switch(True),
    "go_backwards": Switch(False),
    "stateful": Switch(False),
    "bidirectional": Switch(False),
    "merge_mode": Choice(call.MERGE_MODES, "concat"),
    "behind": Choice(call.BEHIND, "nothing"),
    "dense_units": Whole(1, call.MAX_DENSE_UNITS, 2),
    "weights": Choice(call.WEIGHTS, "constant"),
    "seed": Whole(0, MAX_SEED, 1),
    "input": Choice(inputs.INPUTS, "sample"),
    "rows": Text(inputs.EXAMPLES["rows"]),
    "symbols": Text(inputs.EXAMPLES["symbols"]),
    "sample": Whole(1, inputs.WINDOWS, 1),
    "tensor": Text(""),
    "direction": Choice(("forward", "backward"), "forward"),
    "panel": Choice(PANELS, "tensors"),
    "predict": Switch(False),
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    return values, list(ignored.values())


def to_link(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a link to these settings holds: what has no part in them stands at its default."""
    chosen = call_of(values)
    unused = {
        **{name: values["input"] != name for name in inputs.TYPED},
        "sample": values["input"] not in ("pair", "windows"),
        "direction": not chosen.bidirectional or values["panel"] != "weights",
    }
    kept = {name: FIELDS[name].default for name, is_unused in unused.items() if is_unused}
    return {**values, **{name: getattr(chosen, name) for name in Call.__dataclass_fields__}, **kept}
