"""Training the memory lab's networks, in chunks: state in, some epochs, state out.

Importing this imports numpy alone; Keras is imported by `train`, in the process that runs it.
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
