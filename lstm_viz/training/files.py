"""A run as a file."""

import json
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine.export import BROKEN
from lstm_viz.tasks import Task, canonical, parse_task
from lstm_viz.training.settings import MAX_EPOCHS, TrainingSettings, TrainingState

FORMAT = "lstm_viz.Run/1"
MEBIBYTE = 2**20
MOST_BYTES = 64 * MEBIBYTE  # unpacked; 64 units, 26 symbols and 200 snapshots take half of it


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
    header = {"format": FORMAT, "settings": asdict(run.settings), "task": canonical(run.task), "epoch": run.state.epoch}
    arrays = {"header": np.array(json.dumps(header)), "losses": run.losses, "accuracies": run.accuracies}
    names = run.settings.weight_names
    arrays |= dict(zip(names, run.state.weights, strict=True))
    arrays |= dict(zip(_slot_names(names), run.state.optimizer, strict=True))
    epochs, weights = zip(*run.snapshots, strict=True)
    arrays["snapshot_epochs"] = np.array(epochs)
    arrays |= {
        f"snapshots_{name}": np.stack(each) for name, each in zip(names, zip(*weights, strict=True), strict=True)
    }
    with open(path, "wb") if isinstance(path, str | Path) else nullcontext(path) as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load(path: str | Path | BinaryIO, make: Callable[..., Made]) -> Made:
    """Reads a file that `save` wrote.

    Args:
        path: The path of the file, or a file that is open for reading bytes.
        make: `Run`, which checks its arguments.

    Raises:
        InputError: If the file is not a saved run.
    """
    try:
        if (size := _unpacked_size(path)) <= MOST_BYTES:
            with np.load(path, allow_pickle=False) as file:
                return make(*_read(dict(file)))
    except BROKEN as error:
        reason = f"it has no {error}" if isinstance(error, KeyError) else str(error)
        raise InputError("This file is not a training saved here: {reason}", reason=reason[:200]) from error
    raise InputError(
        "This file holds {size} MiB: a training saved here has at most {most} MiB.",
        size=round(size / MEBIBYTE),
        most=round(MOST_BYTES / MEBIBYTE),
    )


def _unpacked_size(path: str | Path | BinaryIO) -> int:
    with zipfile.ZipFile(path) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if not isinstance(path, str | Path):
        path.seek(0)
    return size


def _read(arrays: dict[str, np.ndarray]) -> tuple[Any, ...]:
    """The arguments of a `Run`, in their order."""
    header = json.loads(str(arrays["header"]))
    if header["format"] != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    settings, task, epoch = TrainingSettings(**header["settings"]), parse_task(header["task"]), header["epoch"]
    if not isinstance(epoch, int) or not 0 <= epoch <= MAX_EPOCHS:
        raise ValueError(f"epoch must be a whole number from 0 to {MAX_EPOCHS}, not {epoch!r}.")
    names = settings.weight_names
    weights, slots = ([_finite(arrays, name) for name in each] for each in (names, _slot_names(names)))
    snapshots = zip(*(_finite(arrays, f"snapshots_{name}") for name in names), strict=True)
    return (
        settings,
        task,
        TrainingState(epoch, tuple(weights), tuple(slots)),
        _between(arrays, "losses", 0, np.inf),
        _between(arrays, "accuracies", 0, 1),
        tuple(zip(arrays["snapshot_epochs"].astype(int).tolist(), snapshots, strict=True)),
    )


def _between(arrays: dict[str, np.ndarray], name: str, low: float, high: float) -> np.ndarray:
    values = arrays[name]
    if ((values < low) | (values > high)).any():
        raise ValueError(f"{name} must be between {low:g} and {high:g}")
    return values


def _slot_names(names: tuple[str, ...]) -> list[str]:
    return [f"{slot}_{name}" for name in names for slot in ("momentum", "velocity")]


def _finite(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    lowest = 0 if name.startswith("velocity_") else -np.inf
    if not (np.isfinite(arrays[name]) & (arrays[name] >= lowest)).all():
        raise ValueError(f"{name} must be finite, and not negative where it is a velocity.")
    return arrays[name]
