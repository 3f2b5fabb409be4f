"""Trains what the memory lab shows at once: python -m tools.train_memory_lab [folder].

Writes a training of each network on the memory pair, the tutorials' way, and memory_lab.json, which says how they came
about. Run again on the same versions it gives the same weights; tests/training/test_assets.py does that.

`python -m tools.train_memory_lab seeds` writes nothing and counts the seeds with which each network solves the pair.
"""

import json
import sys
from dataclasses import asdict
from importlib.metadata import version
from itertools import product
from pathlib import Path

from lstm_viz.engine.models import ASSETS
from lstm_viz.tasks import canonical, memory_pair
from lstm_viz.training import NETWORKS, Run, TrainingSettings, new_run, predictions, train
from lstm_viz.training.settings import DEFAULT_EPOCHS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_UNITS

SNAPSHOT_EVERY = 10
SEEDS = range(30)
PACKAGES = ("keras", "tensorflow-cpu", "numpy")


def trained(network: str, *, units: int = DEFAULT_UNITS, seed: int = DEFAULT_SEED) -> Run:
    """A network after the default number of epochs, the tutorials' way."""
    settings = TrainingSettings(network, units, DEFAULT_LEARNING_RATE, seed, "steps")
    run = new_run(settings, memory_pair())
    return run.extended(train(settings, run.task, run.state, DEFAULT_EPOCHS, SNAPSHOT_EVERY))


def is_solved(run: Run) -> bool:
    """Whether the likeliest answer is right at every step."""
    answers = predictions(run.settings, run.task, run.state.weights)
    return all(
        chances.argmax(-1).tolist() == list(sequence[1:])
        for chances, sequence in zip(answers, run.task.sequences, strict=True)
    )


def count_seeds() -> None:
    """Prints with how many of SEEDS each network solves the pair."""
    for units, network in product((8, DEFAULT_UNITS), NETWORKS):
        solved = sum(is_solved(trained(network, units=units, seed=seed)) for seed in SEEDS)
        print(f"{network} with {units} units: {solved} of {len(SEEDS)} seeds")


def story(runs: list[Run]) -> dict:
    """How the trainings came about, and what came of them."""
    results = {
        run.settings.network: {"loss": round(float(run.losses[-1]), 6), "accuracy": float(run.accuracies[-1])}
        for run in runs
    }
    how = asdict(runs[0].settings) | {"network": list(results), "epochs": runs[0].epoch, "optimizer": "adam"}
    how |= {"task": canonical(runs[0].task), "results": results, "script": "tools/train_memory_lab.py"}
    return how | {name: version(name) for name in PACKAGES}


def main(folder: Path) -> None:
    """Writes every training and their story."""
    runs = [trained(network) for network in NETWORKS]
    for run in runs:
        run.save(folder / f"memory_lab_{run.settings.network}.npz")
    how = story(runs)
    (folder / "memory_lab.json").write_text(json.dumps(how, indent=2) + "\n")
    print(json.dumps(how["results"], indent=2))


if __name__ == "__main__":
    if sys.argv[1:] == ["seeds"]:
        count_seeds()
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
