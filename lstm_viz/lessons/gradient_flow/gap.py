"""The gap task: how three networks are trained on it, and the results that tools/train_gap.py recorded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz import tasks
from lstm_viz.engine.models import ASSETS, Head, Model
from lstm_viz.engine.weights import RecurrentWeights, read_only
from lstm_viz.tasks import Task
from lstm_viz.training import TrainingSettings, TrainingState, predictions

NETWORKS = ("lstm", "gru", "simple_rnn")
UNITS, LEARNING_RATE, EPOCHS, REGIME = 16, 0.01, 600, "sequences"
GAPS = (1, 2, 5, 10, 15, 20, 30, 40, 50)
SEEDS = tuple(range(1, 11))
# The longest gap over which all three networks learn to remember from each of these seeds. Their weights are kept.
TRAINED_GAP, TRAINED_SEEDS = 15, (1, 2, 3, 4, 5)
ACCURACY, TRAINED = ASSETS / "gap_accuracy.json", ASSETS / "gap_16.npz"


@dataclass(frozen=True, eq=False)
class GapAccuracy:
    """The accuracy that each network reached after training.

    Attributes:
        accuracies: Network → the accuracy, shape (gaps, seeds), 0 … 1, read-only.
        gaps: The gaps in steps, in ascending order.
        seconds: The seconds that all trainings together took.
    """

    accuracies: Mapping[str, np.ndarray]
    gaps: tuple[int, ...]
    seconds: int


def training_of(network: str, gap: int, seed: int) -> tuple[TrainingSettings, Task]:
    """The settings and the task to train a network over a gap. All other settings are the same for every network."""
    return TrainingSettings(network, UNITS, LEARNING_RATE, seed, REGIME), tasks.gap(gap)


def accuracy_of(settings: TrainingSettings, task: Task, state: TrainingState) -> float:
    """The fraction of sequences, 0 … 1, whose last symbol a network with this state predicts."""
    chances = predictions(settings, task, state.weights)
    right = [each[-1].argmax() == sequence[-1] for each, sequence in zip(chances, task.sequences, strict=True)]
    return float(np.mean(right))


def recorded_accuracy() -> GapAccuracy:
    """The accuracies that tools/train_gap.py measured."""
    how = json.loads(ACCURACY.read_text(encoding="utf-8"))
    accuracies = {name: read_only(values) for name, values in how["accuracies"].items()}
    return GapAccuracy(accuracies, tuple(how["gaps"]), how["seconds"])


def trained(network: str, seed: int) -> Model:
    """A network that was trained over TRAINED_GAP.

    Raises:
        ValueError: If `seed` is not one of TRAINED_SEEDS.
    """
    if seed not in TRAINED_SEEDS:
        raise ValueError(f"seed must be one of {TRAINED_SEEDS}, not {seed!r}.")
    settings, _ = training_of(network, TRAINED_GAP, seed)
    with np.load(TRAINED, allow_pickle=False) as file:
        arrays = [file[f"{network}_{seed}_{name}"] for name in settings.weight_names]
    kernel, recurrent_kernel, bias, *head = arrays
    return Model(RecurrentWeights(network, kernel, recurrent_kernel, bias), Head(*head), "trained", seed)
