"""Trains what the memory lab shows at once: python -m tools.train_memory_lab [folder].

Writes a training of each network on the memory pair, the tutorials' way, and memory_lab.json, which says how they came
about. Run again on the same versions it gives the same weights; tests/training/test_assets.py does that.
"""

import json
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from lstm_viz.models import ASSETS
from lstm_viz.tasks import canonical, memory_pair
from lstm_viz.training import NETWORKS, Run, Settings, new_run, train
from lstm_viz.training.settings import DEFAULT_EPOCHS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, DEFAULT_UNITS

SNAPSHOT_EVERY = 10
PACKAGES = ("keras", "tensorflow-cpu", "numpy")


def trained(network: str, epochs: int = DEFAULT_EPOCHS) -> Run:
    """A network after some epochs with the default settings."""
    settings = Settings(network, DEFAULT_UNITS, DEFAULT_LEARNING_RATE, DEFAULT_SEED, "steps")
    run = new_run(settings, memory_pair())
    return run.extended(train(settings, run.task, run.state, epochs, SNAPSHOT_EVERY))


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
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
