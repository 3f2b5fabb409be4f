"""The settings of the page What it returns: the call, its input, and the part that is shown."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.ceilings import MAX_DENSE_UNITS, MAX_PRINTED_UNITS, MAX_SEED
from lstm_viz.guided_lesson import lesson_setting, state_of
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import (
    LAYERS,
    MERGE_MODES,
    NEXT_LAYERS,
    WEIGHTS,
    unused_arguments,
)
from lstm_viz.lessons.what_it_returns.dropout import RATES
from lstm_viz.lessons.what_it_returns.guide import STOPS
from lstm_viz.lessons.what_it_returns.inputs import EXAMPLES, INPUTS, SEVERAL_SAMPLES, TYPED, WINDOWS
from lstm_viz.lessons.what_it_returns.parameters import MAX_SIZE
from lstm_viz.links import Choice, Switch, Text, Whole
from lstm_viz.settings import PREDICT, SEED, Setting, Settings

PANELS = {
    "tensors": N_("What comes back"),
    "equal": N_("What equals what"),
    "board": N_("Every combination"),
    "weights": N_("Weights"),
    "parameters": N_("Number of parameters"),
    "dropout": N_("Dropout"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
DIRECTIONS = {"forward": N_("Forward layer"), "backward": N_("Backward layer")}


def _switch(name: str, default: bool, help_text: str) -> Setting:
    """The setting for an argument of the layer that is True or False."""
    return Setting(Switch(default), f"`{name}`", help=help_text)


def _unused(values: Mapping[str, Any]) -> list[str]:
    counts, drops = values["panel"] == "parameters", values["panel"] == "dropout"
    is_unused = {
        "size": not counts,
        "features": not counts,
        "reset_after": not (counts or drops) or values["layer"] != "gru",
        **dict.fromkeys(("dropout", "recurrent_dropout", "mask_seed", "unit"), not drops),
        **{name: values["input"] != name for name in TYPED},
        "sample": values["input"] not in SEVERAL_SAMPLES,
        "direction": not values["bidirectional"] or values["panel"] != "weights",
    }
    return [*unused_arguments(values), *(name for name, unused in is_unused.items() if unused)]


SETTINGS: Settings = Settings(
    {
        "layer": Setting(Choice(LAYERS, "lstm"), N_("Layer"), titles=KERAS_NAMES),
        "units": Setting(Whole(1, MAX_PRINTED_UNITS, 3), "`units`"),
        "return_sequences": _switch(
            "return_sequences", True, N_("The output at each step, not only at the last that was read.")
        ),
        "return_state": _switch("return_state", True, N_("The last states as well: h, and c of an LSTM.")),
        "go_backwards": _switch("go_backwards", False, N_("Reads from the last step to the first.")),
        "stateful": _switch(
            "stateful",
            False,
            N_("Keeps its states for the next call; it is then called a second time on the same x."),
        ),
        "bidirectional": _switch("Bidirectional", False, N_("A second layer reads the input from the end.")),
        "merge_mode": Setting(
            Choice(MERGE_MODES, "concat"), "`merge_mode`", help=N_("How the outputs of the two layers are combined.")
        ),
        "behind": Setting(Choice(tuple(NEXT_LAYERS), "nothing"), N_("After the layer"), titles=NEXT_LAYERS),
        "dense_units": Setting(Whole(1, MAX_DENSE_UNITS, 2), N_("Units of the Dense")),
        "weights": Setting(
            Choice(tuple(WEIGHTS), "constant"),
            N_("Weights"),
            titles=WEIGHTS,
            help=N_(
                "With kernels of 0.1 all units are alike. The bias is Keras's default: 0, but 1 for an LSTM's "
                "forget gate. A backward layer's weights are drawn from the next seed."
            ),
        ),
        "seed": SEED,
        "input": Setting(Choice(tuple(INPUTS), "sample"), N_("Input x"), titles=INPUTS, control="selectbox"),
        "rows": Setting(
            Text(EXAMPLES["rows"]),
            N_("Rows"),
            help=N_("One row of numbers for each step, all rows equally long. A blank line begins the next sample."),
            control="area",
        ),
        "symbols": Setting(
            Text(EXAMPLES["symbols"]),
            N_("Symbols"),
            help=N_(
                "Symbols from 0 to 4. All but the last are read, one per step, as one-hot vectors of 5 "
                "features. A blank line begins the next sample."
            ),
            control="area",
        ),
        "sample": Setting(Whole(1, WINDOWS, 1), N_("Sample to draw"), control="number"),
        "tensor": Setting(Text("")),
        "direction": Setting(Choice(tuple(DIRECTIONS), "forward"), N_("Direction"), titles=DIRECTIONS),
        "size": Setting(Whole(1, MAX_SIZE, 100), "`units`", control="number"),
        "features": Setting(Whole(1, MAX_SIZE, 10), N_("Features"), control="number"),
        "reset_after": _switch("reset_after", True, N_("Keras's default. Without it the bias has one row.")),
        "dropout": Setting(
            Choice(RATES, "0.5"),
            "`dropout`",
            help=N_("The probability with which a feature of x is silenced."),
            control="select_slider",
        ),
        "recurrent_dropout": Setting(
            Choice(RATES, "0.0"),
            "`recurrent_dropout`",
            help=N_("The probability with which a unit of the previous step's h is silenced."),
            control="select_slider",
        ),
        "mask_seed": Setting(
            Whole(0, MAX_SEED, 1),
            "`seed`",
            help=N_(
                "The layer's argument: Keras draws the masks from it. Without it they differ each time the "
                "program runs."
            ),
            control="number",
        ),
        "unit": Setting(Whole(1, MAX_PRINTED_UNITS, 1), N_("Unit"), most="units", control="number"),
        "lesson": lesson_setting(STOPS),
        "panel": Setting(Choice(tuple(PANELS), "tensors"), titles=PANELS),
        "predict": PREDICT,
    },
    begin=lambda values: state_of(STOPS, values, SETTINGS),
    unused=_unused,
)
