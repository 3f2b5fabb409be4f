"""The input of the call: x, (samples, timesteps, features)."""

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
# The code of the windows in the page's script: sines, each of which starts one step later.
WINDOWS_CODE = f"np.sin(0.3 * (np.arange({WINDOWS})[:, None] + np.arange({WINDOW_STEPS})))[..., None]"


@dataclass(frozen=True, eq=False)
class Inputs:
    """The input x, and the symbols that its steps stand for.

    Attributes:
        x: The input, (samples, timesteps, features), float32, read-only.
        tokens: For each sample the symbol at each step; empty if the features are numbers.
    """

    x: np.ndarray
    tokens: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self):
        self.x.setflags(write=False)

    @property
    def samples(self) -> int:
        """The number of samples."""
        return len(self.x)


def inputs_of(kind: str, text: str = "") -> Inputs:
    """Makes the input of a kind.

    Args:
        kind: One of INPUTS.
        text: The typed text, if the kind is one of TYPED.

    Raises:
        InputError: If the text is invalid, or the input is too large to be shown.
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
    """The input for sequences of symbols: all symbols but the last, which is only a target."""
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
