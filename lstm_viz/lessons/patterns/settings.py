"""The settings of the page Patterns: the pattern, the input of its trained model, and the visitor's own model."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.ceilings import MAX_DENSE_UNITS, MAX_FEATURES, MAX_PRINTED_STEPS, MAX_PRINTED_UNITS, MAX_SEED
from lstm_viz.data import InputError
from lstm_viz.i18n import N_
from lstm_viz.lessons.patterns.builder import MAX_LAYERS, NUMBERS, like
from lstm_viz.lessons.patterns.catalogue import DEFAULT, FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.generator.request import MAX_GENERATED, TEMPERATURES
from lstm_viz.lessons.patterns.tasks import LONGEST_PERIOD, SHORTEST_PERIOD
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, canonical_input
from lstm_viz.lessons.patterns.words import TITLES
from lstm_viz.links import Choice, Switch, Text, Whole
from lstm_viz.settings import PREDICT, Problems, Setting, Settings, Values

MODES = {"trained": N_("A trained model"), "build": N_("Build your own")}
PANELS = {
    "drawing": N_("Unrolled"),
    "shapes": N_("Output shapes"),
    "equal": N_("What equals what"),
    "trace": N_("Inside the layer"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
START = like(DEFAULT)


def of_pattern(pattern: str) -> dict[str, Any]:
    """The settings that a pattern starts with: its example, and its model in the builder."""
    return {"input": DEFAULT_TEXTS.get(pattern, ""), **like(pattern)}


def _settle(values: Values, ignored: Problems, _query: Mapping[str, str]) -> None:
    """Replaces the typed input by its canonical form, or by the pattern's example if it is invalid."""
    pattern = values["pattern"]
    if pattern == FEED_BACK:
        return
    try:
        values["input"] = canonical_input(pattern, values["input"])
    except InputError as problem:
        ignored["input"] = InputError("The link's “{name}” was replaced. {problem}", name="input", problem=problem)
        values["input"] = DEFAULT_TEXTS[pattern]


SETTINGS = Settings(
    {
        "pattern": Setting(Choice(tuple(PATTERNS), DEFAULT), N_("Pattern"), titles=TITLES, control="pills"),
        "mode": Setting(Choice(tuple(MODES), "trained"), N_("What to look at"), titles=MODES),
        "input": Setting(Text(DEFAULT_TEXTS[DEFAULT])),
        "period": Setting(Whole(SHORTEST_PERIOD, LONGEST_PERIOD, 12), N_("Period of the sine (steps)")),
        "phase": Setting(Whole(0, LONGEST_PERIOD - 1, 0), N_("Phase of the sine (steps)")),
        "known": Setting(Whole(1, MAX_PRINTED_STEPS, 18), N_("Known steps")),
        "continued": Setting(Whole(1, MAX_PRINTED_STEPS, 24), N_("Continued steps")),
        "generated": Setting(Whole(1, MAX_GENERATED, 10), N_("Words to generate")),
        "temperature": Setting(
            Choice(tuple(TEMPERATURES), "0.5"),
            N_("Temperature"),
            help=N_(
                "0 takes the most probable word each time. 1 draws from the model's probabilities. Below 1 probable "
                "words become more probable, above 1 less."
            ),
        ),
        "layers": Setting(Whole(1, MAX_LAYERS, START["layers"]), N_("LSTM layers")),
        "steps": Setting(Whole(0, MAX_PRINTED_STEPS, START["steps"]), N_("Timesteps (0: one vector)")),
        "features": Setting(Whole(1, MAX_FEATURES, START["features"]), N_("Features")),
        **{f"units_{n}": Setting(Whole(1, MAX_PRINTED_UNITS, START[f"units_{n}"])) for n in NUMBERS},
        # The labels are Keras's own names. The number tells a screen reader the layer of a switch.
        **{f"returns_{n}": Setting(Switch(START[f"returns_{n}"]), f"return_sequences {n}") for n in NUMBERS},
        **{f"both_{n}": Setting(Switch(START[f"both_{n}"]), f"Bidirectional {n}") for n in NUMBERS},
        "repeat": Setting(Whole(0, MAX_PRINTED_STEPS, START["repeat"]), N_("RepeatVector (steps; 0: none)")),
        "repeat_at": Setting(
            Whole(0, MAX_LAYERS - 1, START["repeat_at"]), N_("Layer after RepeatVector"), control="selectbox"
        ),
        "outputs": Setting(Whole(0, MAX_DENSE_UNITS, START["outputs"]), N_("Dense units (0: none)")),
        "distributed": Setting(Switch(START["distributed"]), "TimeDistributed(Dense)"),
        "seed": Setting(
            Whole(0, MAX_SEED, 1),
            N_("Seed"),
            help=N_("For the weights and the sample that the model reads. The model is not trained."),
            control="number",
        ),
        "predict": PREDICT,
        "panel": Setting(Choice(tuple(PANELS), "drawing"), titles=PANELS),
        "tensor": Setting(Text("")),
        "layer": Setting(Whole(1, 2 * MAX_LAYERS, 1), N_("Network to look at"), control="segmented"),
        "step": Setting(Whole(1, 2 * MAX_PRINTED_STEPS, 1)),
        "unit": Setting(Whole(1, MAX_PRINTED_UNITS, 1)),
    },
    begin=lambda values: of_pattern(values["pattern"]),
    settle=_settle,
)
