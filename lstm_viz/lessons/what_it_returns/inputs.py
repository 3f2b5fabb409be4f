"""The input of the call: x, (samples, timesteps, features)."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

import numpy as np

from lstm_viz import data
from lstm_viz.ceilings import MAX_FEATURES, MAX_PRINTED_STEPS, MAX_SAMPLES
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
SEVERAL_SAMPLES = ("pair", "windows", *TYPED)
EXAMPLES = {"rows": "0.5, -1\n1, 0\n-0.5, 2", "symbols": "3, 0, 1, 2, 3"}
WINDOWS, WINDOW_STEPS = 32, 25
# The code of the windows in the page's script: sines, each of which starts one step later.
WINDOWS_CODE = f"np.sin(0.3 * (np.arange({WINDOWS})[:, None] + np.arange({WINDOW_STEPS})))[..., None]"

Sample = TypeVar("Sample")


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
        text: The typed text, if the kind is one of TYPED. A blank line parts samples.

    Raises:
        InputError: If the text is invalid, or the input is too large to be shown.
    """
    if kind == "pair":
        return _symbols(np.array(MEMORY_PAIR)[:, :-1])
    if kind == "windows":
        starts, steps = np.arange(WINDOWS)[:, None], np.arange(WINDOW_STEPS)
        return Inputs(np.sin(0.3 * (starts + steps))[..., None].astype("float32"))
    parts = _parts(SAMPLE_ROWS if kind == "sample" else text)
    read = parts[: MAX_SAMPLES + 1]  # one too many is enough to refuse them
    if kind == "symbols":
        # The last symbol of each sample is only a target.
        inputs = _symbols(_array([np.array(each[:-1]) for each in _each_sample(read, data.parse_symbols)]))
    else:
        inputs = Inputs(_array(_each_sample(read, data.parse_rows)))
    return _checked(inputs, len(parts))


def _symbols(read: np.ndarray) -> Inputs:
    """The input for the symbols that are read, as positions in the alphabet, (samples, timesteps)."""
    return Inputs(data.one_hot(read, len(ALPHABET)), tuple(tuple(ALPHABET[at] for at in each) for each in read))


def _parts(text: str) -> list[str]:
    """The parts of a text between which blank lines stand; of an empty text, the text itself."""
    groups = groupby(text.splitlines(), key=lambda line: bool(line.strip()))
    return ["\n".join(lines) for is_text, lines in groups if is_text] or [text]


def _each_sample(parts: list[str], parse: Callable[[str], Sample]) -> list[Sample]:
    """Parses each part of a text. If there are several, an error names the sample."""
    if len(parts) == 1:
        return [parse(parts[0])]
    found = []
    for sample, part in enumerate(parts, start=1):
        try:
            found.append(parse(part))
        except InputError as problem:
            raise InputError("Sample {sample}: {problem}", sample=sample, problem=problem) from None
    return found


def _array(samples: list[np.ndarray]) -> np.ndarray:
    """One array of all samples.

    Raises:
        InputError: If they differ in length, or in the length of their rows.
    """
    first, *others = samples
    for sample, each in enumerate(others, start=2):
        if each.shape[1:] != first.shape[1:]:
            raise InputError(
                "The rows of sample {sample} have a different length from those of sample 1: {count}, not {width}.",
                width=first.shape[1],
                sample=sample,
                count=each.shape[1],
            )
        if len(each) != len(first):
            raise InputError(
                "Sample {sample} has a different number of steps from sample 1: {count}, not {length}. An "
                "array needs samples of one length: pad the shorter ones, or leave steps out.",
                length=len(first),
                sample=sample,
                count=len(each),
            )
    return np.stack(samples)


def _checked(inputs: Inputs, samples: int) -> Inputs:
    """The input, if one of so many samples can be drawn."""
    _, steps, features = inputs.x.shape
    if samples > MAX_SAMPLES or steps > MAX_PRINTED_STEPS or features > MAX_FEATURES:
        raise InputError(
            "An input of {shape} (samples, timesteps, features) is larger than this page draws: at most {most}.",
            shape=str((samples, steps, features)),
            most=str((MAX_SAMPLES, MAX_PRINTED_STEPS, MAX_FEATURES)),
        )
    return inputs
