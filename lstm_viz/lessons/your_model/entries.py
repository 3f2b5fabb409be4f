"""Where inputs are given to a model, and inputs that need no thought: noise from a seed."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.model_files import ModelFile

MOST_ENTRIES = 4
"""For how many inputs of a model a text can be typed; the others read noise."""
OTHER_LENGTH = 8
"""What stands for an axis of unknown length that is not the time."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A layer at which inputs are given.

    Attributes:
        name: The name of the layer.
        shape: The shape for each sample, with None for what the file leaves open; None if it is not known.
        rows: The number of rows of the Embedding that reads it; None for other inputs.
        scale: The mean and the deviation of each feature, if the file knows them.
        is_inside: Whether it is a layer inside the model: one before it is not computed.
    """

    name: str
    shape: tuple[int | None, ...] | None
    rows: int | None
    scale: tuple[np.ndarray, np.ndarray] | None = None
    is_inside: bool = False

    @property
    def kind(self) -> str:
        """What a visitor can type: "ids", "series", "rows" or "vector"; "array" for what only a file can hold."""
        if self.shape is None or len(self.shape) not in (1, 2):
            return "array"
        if self.rows is not None:
            return "ids" if len(self.shape) == 1 else "array"
        if len(self.shape) == 1:
            return "vector"
        return "series" if self.shape[1] == 1 else "rows"

    @property
    def is_sequence(self) -> bool:
        """Whether its first axis is the time."""
        return self.kind in ("ids", "series", "rows")

    @property
    def has_open_length(self) -> bool:
        """Whether the file leaves open how many steps it reads."""
        return self.shape is not None and self.kind != "vector" and self.shape[0] is None


def entries_of(model: ModelFile) -> tuple[Entry, ...]:
    """The places at which inputs are given. An input of the model that no known layer reads is not one of them."""
    readers = {name: [box for box in model.graph if name in box.inputs] for name in model.starts}
    inputs = {box.name for box in model.graph if not box.inputs and box.class_name == "InputLayer"}
    return tuple(
        _entry(model, name, is_inside=name not in inputs and bool(inputs))
        for name in model.starts
        if name not in inputs or any(box.is_known for box in readers[name]) or len(model.starts) == 1
    )


def _entry(model: ModelFile, name: str, is_inside: bool) -> Entry:
    found = model.reads(name)
    return Entry(name, found.shape, found.rows, found.scale, is_inside)


def noise(entry: Entry, *, steps: int, kind: str, seed: int) -> np.ndarray | None:
    """One sample of noise.

    Args:
        entry: What reads it.
        steps: The number of steps, if the file leaves it open.
        kind: "normal" with the mean and deviation that the file knows, else with 0 and 1; or "uniform" from 0 to 1.
            Whole numbers for an Embedding, of which 0 is left out, because it may stand for padding.
        seed: The seed.

    Returns:
        Shape (1, …); None if the shape is not known.
    """
    if entry.shape is None:
        return None
    first, *others = entry.shape
    length = first or (OTHER_LENGTH if entry.kind == "vector" else steps)
    shape = (1, length, *(size or OTHER_LENGTH for size in others))
    draw = np.random.default_rng(seed)
    if entry.rows is not None:
        return draw.integers(min(1, entry.rows - 1), entry.rows, shape)
    values = draw.normal(size=shape) if kind == "normal" else draw.random(shape)
    if kind == "normal" and entry.scale is not None:
        values = values * entry.scale[1] + entry.scale[0]
    return values.astype("float32")
