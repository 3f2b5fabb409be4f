"""Trains three networks on the gap task, over growing gaps and several seeds: python -m tools.train_gap [folder].

Writes gap_accuracy.json, how often each was right in the end, and gap_16.npz, the weights of those trained over
TRAINED_GAP. The task is `tasks.gap`: a, n times x, a; and b, n times x, b. Right is who names the first symbol after
the last x. All have the same units, learning rate and number of updates, and start from the weights that Step through
shows as untrained. Run again on the same versions it gives the same weights.
"""

import json
import sys
import time
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.training import TrainingState, start, train


def train_point(network: str, n: int, seed: int) -> tuple[TrainingState, float]:
    """One network trained over a gap of n, and its share of right answers."""
    settings, task = gap.training_of(network, n, seed)
    state = train(settings, task, start(settings, task), gap.EPOCHS, gap.EPOCHS).state
    return state, gap.accuracy_of(settings, task, state)


def main(folder: Path) -> None:
    """Trains every network over every gap from every seed, and writes what came of it."""
    started = time.monotonic()
    accuracies: dict[str, list[list[float]]] = {network: [] for network in gap.NETWORKS}
    weights: dict[str, np.ndarray] = {}
    for network, n in ((network, n) for network in gap.NETWORKS for n in gap.GAPS):
        trained = {seed: train_point(network, n, seed) for seed in gap.SEEDS}
        accuracies[network].append([accuracy for _, accuracy in trained.values()])
        print(f"{network}, gap {n}: {accuracies[network][-1]}, {time.monotonic() - started:.0f} s", flush=True)
        if n == gap.TRAINED_GAP:
            weights |= kept(network, {seed: trained[seed][0] for seed in gap.TRAINED_SEEDS})
    np.savez(folder / gap.TRAINED.name, allow_pickle=False, **weights)
    how = {"gaps": gap.GAPS, "seeds": gap.SEEDS, "accuracies": accuracies, "units": gap.UNITS, "epochs": gap.EPOCHS}
    how |= {"optimizer": "adam", "learning_rate": gap.LEARNING_RATE, "regime": gap.REGIME, "task": "tasks.gap"}
    how |= {"script": "tools/train_gap.py", "seconds": round(time.monotonic() - started)}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    (folder / gap.ACCURACY.name).write_text(json.dumps(how) + "\n")


def kept(network: str, states: dict[int, TrainingState]) -> dict[str, np.ndarray]:
    """The weights of these seeds under the names by which `gap.trained` reads them."""
    settings, _ = gap.training_of(network, gap.TRAINED_GAP, 1)
    return {
        f"{network}_{seed}_{name}": array
        for seed, state in states.items()
        for name, array in zip(settings.weight_names, state.weights, strict=True)
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
