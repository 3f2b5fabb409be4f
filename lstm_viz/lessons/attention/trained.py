"""The trained weights that tools/train_attention.py has written, and the results of their training."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.engine.models import ASSETS, list_of_arrays
from lstm_viz.lessons.attention.decoding import EncoderDecoder
from lstm_viz.lessons.attention.tasks import TASKS

WEIGHTS = ASSETS / "attention.npz"
STORY = ASSETS / "attention.json"


@dataclass(frozen=True)
class Story:
    """The results of a training, as measured after it.

    Attributes:
        parameters: The number of parameters.
        updates: The number of weight updates by Adam.
        samples: The number of held-out examples.
        right: The share of them whose answer is right to its last symbol, in free running.
        evenly: The same with equal weights over all input steps in place of the attention's.
    """

    parameters: int
    updates: int
    samples: int
    right: float
    evenly: float


@cache
def trained_weights(task: str) -> tuple[np.ndarray, ...]:
    """The weights of a task's model, read-only, in the order of `keras.Model.set_weights`."""
    return list_of_arrays(WEIGHTS, task)


@cache
def model_of(task: str) -> EncoderDecoder:
    """The trained model of one of `tasks.TASKS`."""
    return EncoderDecoder(TASKS[task], trained_weights(task))


@cache
def story(task: str) -> Story:
    """The results of a task's training."""
    return Story(**json.loads(STORY.read_text(encoding="utf-8"))["tasks"][task])
