"""Trains the Memory lab's networks in chunks: a chunk takes a state, trains some epochs, and returns the new state.

Importing this package imports only numpy. `train` imports Keras, in the process that runs it.
"""

from lstm_viz.training.chunk import Chunk, Snapshot, epochs_for, train
from lstm_viz.training.run import Run, model_of, new_run, predictions, recorded
from lstm_viz.training.settings import NETWORKS, REGIMES, TrainingSettings, TrainingState, start

__all__ = [
    "NETWORKS",
    "REGIMES",
    "Chunk",
    "Run",
    "Snapshot",
    "TrainingSettings",
    "TrainingState",
    "epochs_for",
    "model_of",
    "new_run",
    "predictions",
    "recorded",
    "start",
    "train",
]
