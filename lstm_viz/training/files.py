"""A run as a file."""

from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine import npz
from lstm_viz.i18n import N_
from lstm_viz.tasks import Task, canonical, parse_task
from lstm_viz.training.settings import MAX_EPOCHS, TrainingSettings, TrainingState

FORMAT = "lstm_viz.Run/1"
MOST_BYTES = 64 * npz.MEBIBYTE  # unpacked; 64 units, 26 symbols and 200 snapshots take half of it
# Adam moves a weight by about the learning rate, at most 1, with each of at most 832,000 updates. With weights up to
# here every signal is finite in float32.
LARGEST_WEIGHT = 1e7
LARGEST = float(np.finfo("float32").max)
NOT_SAVED_HERE = N_("This file is not a run saved by this app: {reason}.")


Made = TypeVar("Made")
Snapshots = tuple[tuple[int, tuple[np.ndarray, ...]], ...]


class SavedRun(Protocol):
    """The parts of a `Run` that a file holds. The run itself is not imported here: it uses these functions."""

    @property
    def settings(self) -> TrainingSettings:
        """The network and how it is trained."""

    @property
    def task(self) -> Task:
        """The task that it learns."""

    @property
    def state(self) -> TrainingState:
        """The weights and the optimizer's slots after the last epoch."""

    @property
    def losses(self) -> np.ndarray:
        """Shape (epochs,)."""

    @property
    def accuracies(self) -> np.ndarray:
        """Shape (epochs,)."""

    @property
    def snapshots(self) -> Snapshots:
        """Pairs of an epoch and the weights after it."""


def save(run: SavedRun, path: str | Path | BinaryIO) -> None:
    """Writes a run to a compressed npz file without pickle."""
    header = {"settings": asdict(run.settings), "task": canonical(run.task), "epoch": run.state.epoch}
    arrays = {"losses": run.losses, "accuracies": run.accuracies}
    names = run.settings.weight_names
    arrays |= dict(zip(names, run.state.weights, strict=True))
    arrays |= dict(zip(_slot_names(names), run.state.optimizer, strict=True))
    epochs, weights = zip(*run.snapshots, strict=True)
    arrays["snapshot_epochs"] = np.array(epochs)
    arrays |= {
        f"snapshots_{name}": np.stack(each) for name, each in zip(names, zip(*weights, strict=True), strict=True)
    }
    npz.save(path, FORMAT, header, arrays)


def load(path: str | Path | BinaryIO, make: Callable[..., Made]) -> Made:
    """Reads a file that `save` wrote.

    Args:
        path: The path of the file, or a file that is open for reading bytes.
        make: `Run`, which checks its arguments.

    Raises:
        InputError: If the file is not a saved run.
    """
    try:
        return make(*_read(npz.Arrays(path, FORMAT, MOST_BYTES)))
    except InputError as problem:
        raise InputError(NOT_SAVED_HERE, reason=problem) from problem
    except ValueError as error:
        reason = InputError("its parts do not fit together, or are not within their bounds")
        raise InputError(NOT_SAVED_HERE, reason=reason) from error


def _read(arrays: npz.Arrays) -> tuple[Any, ...]:
    """The arguments of a `Run`, in their order."""
    settings, task, epoch = _described(arrays.header)
    names, shapes = settings.weight_names, settings.weight_shapes(len(task.alphabet))
    weights = [_finite(arrays, name, LARGEST_WEIGHT) for name in names]
    slots = [_finite(arrays, name, LARGEST) for name in _slot_names(names)]
    epochs = arrays.whole("snapshot_epochs")
    stacks = [_finite(arrays, f"snapshots_{name}", LARGEST_WEIGHT) for name in names]
    if epochs.ndim != 1 or [stack.shape for stack in stacks] != [(len(epochs), *shape) for shape in shapes]:
        raise ValueError(f"snapshots must have the shapes {shapes}, one for each of {epochs.shape} epochs.")
    return (
        settings,
        task,
        TrainingState(epoch, tuple(weights), tuple(slots)),
        _between(arrays, "losses", 0, np.inf),
        _between(arrays, "accuracies", 0, 1),
        tuple(zip(epochs.tolist(), zip(*stacks, strict=True), strict=True)),
    )


def _described(header: dict[str, Any]) -> tuple[TrainingSettings, Task, int]:
    given = header.get("settings")
    if not isinstance(given, dict) or set(given) != {field.name for field in fields(TrainingSettings)}:
        raise ValueError("the settings must be those of a training.")
    task, epoch = header.get("task"), header.get("epoch")
    if not isinstance(task, str) or type(epoch) is not int or not 0 <= epoch <= MAX_EPOCHS:
        raise ValueError(f"task must be a text, and epoch a whole number from 0 to {MAX_EPOCHS}.")
    return TrainingSettings(**given), parse_task(task), epoch


def _between(arrays: npz.Arrays, name: str, low: float, high: float) -> np.ndarray:
    values = arrays.floats(name)
    if ((values < low) | (values > high)).any():
        raise InputError("its part {name} has numbers that training cannot give", name=npz.words(name))
    return values


def _slot_names(names: tuple[str, ...]) -> list[str]:
    return [f"{slot}_{name}" for name in names for slot in ("momentum", "velocity")]


def _finite(arrays: npz.Arrays, name: str, largest: float) -> np.ndarray:
    """An array whose numbers are as they may be: finite, not too large, and not negative where it is a velocity."""
    values = arrays.floats(name)
    lowest = 0 if name.startswith("velocity_") else -largest
    if not ((values >= lowest) & (values <= largest)).all():  # NaN fails the comparison
        raise InputError("its part {name} has numbers that training cannot give", name=npz.words(name))
    return values
