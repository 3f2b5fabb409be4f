"""What the layer is called on: x, (samples, timesteps, features)."""

from dataclasses import dataclass

import numpy as np

from lstm_viz import data
from lstm_viz.data import ALPHABET, MEMORY_PAIR, SAMPLE_ROWS, InputError
from lstm_viz.i18n import N_

INPUTS = {
    "sample": N_("One sample of 4 steps, 5 features"),
    "pair": N_("The memory pair, 2 samples"),
    "windows": N_("32 sines of 25 steps, 1 feature"),
    "rows": N_("My own rows of numbers"),
    "symbols": N_("My own symbols"),
}
TYPED = ("rows", "symbols")
SEVERAL_SAMPLES = ("pair", "windows")
EXAMPLES = {"rows": "0.5, -1\n1, 0\n-0.5, 2", "symbols": "3, 0, 1, 2, 3"}
MAX_STEPS, MAX_FEATURES = 30, 8
WINDOWS, WINDOW_STEPS = 32, 25
# The expression that makes the windows, for the page's script: sines that each start a step later.
WINDOWS_CODE = f"np.sin(0.3 * (np.arange({WINDOWS})[:, None] + np.arange({WINDOW_STEPS})))[..., None]"


@dataclass(frozen=True, eq=False)
class Inputs:
    """x, and what people call its steps.

    Attributes:
        x: Shape (samples, timesteps, features), float32, read-only.
        tokens: For each sample the symbol that each step reads; nothing where the features are numbers.
    """

    x: np.ndarray
    tokens: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self):
        self.x.setflags(write=False)

    @property
    def samples(self) -> int:
        """How many sequences there are."""
        return len(self.x)


def inputs_of(kind: str, text: str = "") -> Inputs:
    """What a kind of input stands for.

    Args:
        kind: One of INPUTS.
        text: What was typed, for one of TYPED.

    Raises:
        InputError: If what was typed is not valid, or too large to be shown.
    """
    if kind == "pair":
        return _symbols(np.array(MEMORY_PAIR))
    if kind == "symbols":
        return _checked(_symbols(np.array([data.parse_symbols(text)])))
    if kind == "windows":
        starts, steps = np.arange(WINDOWS)[:, None], np.arange(WINDOW_STEPS)
        return Inputs(np.sin(0.3 * (starts + steps))[..., None].astype("float32"))
    return _checked(Inputs(data.parse_rows(SAMPLE_ROWS if kind == "sample" else text)[None]))


def _symbols(positions: np.ndarray) -> Inputs:
    """Sequences of symbols as they are read: each but the last, which is only an answer."""
    read = positions[:, :-1]
    return Inputs(data.one_hot(read, len(ALPHABET)), tuple(tuple(ALPHABET[at] for at in each) for each in read))


def _checked(inputs: Inputs) -> Inputs:
    _, steps, features = inputs.x.shape
    if steps > MAX_STEPS or features > MAX_FEATURES:
        raise InputError(
            "An input of {steps} × {features} (timesteps × features) is more than this page draws: at most {most} × "
            "{widest}.",
            steps=steps,
            features=features,
            most=MAX_STEPS,
            widest=MAX_FEATURES,
        )
    return inputs
