"""Trains the app's own networks of the memory pair: python -m tools.train_memory_lab [folder].

For 8 units, as in the guided lesson, and for 20, as in the tutorials, it writes the training of each network, which the
Memory lab shows at once, and the LSTM with what Keras computes for the pair, which Step through shows. A JSON file says
how they came about. Run again on the same versions it gives the same weights; tests/training/test_assets.py does that.

`python -m tools.train_memory_lab seeds` writes nothing and counts the seeds with which each network solves the pair.
"""

import json
import sys
from dataclasses import asdict, replace
from importlib.metadata import version
from itertools import product
from pathlib import Path
from typing import Any

import keras
import numpy as np

from lstm_viz.data import MEMORY_PAIR, one_hot
from lstm_viz.engine.models import ASSETS, TRAINED_UNITS
from lstm_viz.tasks import canonical, memory_pair
from lstm_viz.training import NETWORKS, Run, TrainingSettings, new_run, predictions, train
from lstm_viz.training.settings import DEFAULT_EPOCHS, DEFAULT_UNITS, pair_settings

SNAPSHOT_EVERY = 10
SEEDS = range(30)
PACKAGES = ("keras", "tensorflow-cpu", "numpy")


def trained(settings: TrainingSettings) -> Run:
    """A network after the default number of epochs."""
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
    """Prints with how many of SEEDS each network solves the pair, the tutorials' way."""
    for units, network in product((8, DEFAULT_UNITS), NETWORKS):
        settings = replace(pair_settings(network, DEFAULT_UNITS), units=units)
        solved = sum(is_solved(trained(replace(settings, seed=seed))) for seed in SEEDS)
        print(f"{network} with {units} units: {solved} of {len(SEEDS)} seeds")


def story(runs: list[Run]) -> dict:
    """How the trainings came about, and what came of them."""
    results = {
        run.settings.network: {"loss": round(float(run.losses[-1]), 6), "accuracy": float(run.accuracies[-1])}
        for run in runs
    }
    how = asdict(runs[0].settings) | {"network": list(results), "epochs": runs[0].epoch, "optimizer": "adam"}
    return how | {"task": canonical(runs[0].task), "results": results}


def recorded(weights: tuple[np.ndarray, ...]) -> dict[str, np.ndarray]:
    """What Keras computes for the pair with an LSTM's weights; the app's own engine is compared with it."""
    inputs = one_hot(np.array(MEMORY_PAIR)[:, :-1], 5)
    layer = keras.layers.LSTM(len(weights[1]), return_sequences=True, return_state=True)
    head = keras.layers.Dense(5, activation="softmax")
    layer.build(inputs.shape)
    head.build((None, None, len(weights[1])))
    layer.set_weights(weights[:3])
    head.set_weights(weights[3:])
    hidden, _, cell = layer(inputs)
    arrays = {"keras_hidden": hidden, "keras_cell": cell, "keras_probabilities": head(hidden)}
    return {name: np.asarray(array) for name, array in arrays.items()}


def main(folder: Path) -> None:
    """Writes every training, the LSTMs, and their story."""
    stories = {}
    for units in TRAINED_UNITS:
        runs = [trained(pair_settings(network, units)) for network in NETWORKS]
        for run in runs:
            run.save(folder / f"memory_lab_{run.settings.network}_{units}.npz")
        lstm = runs[0]
        arrays: dict[str, Any] = dict(zip(lstm.settings.weight_names, lstm.state.weights, strict=True))
        arrays |= recorded(lstm.state.weights)
        np.savez(folder / f"memory_pair_{units}.npz", **arrays)
        stories[f"{units} units"] = story(runs)
    made_by = {"script": "tools/train_memory_lab.py"} | {name: version(name) for name in PACKAGES}
    (folder / "memory_lab.json").write_text(json.dumps(stories | made_by, indent=2) + "\n")
    print(json.dumps(stories, indent=2))


if __name__ == "__main__":
    if sys.argv[1:] == ["seeds"]:
        count_seeds()
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
