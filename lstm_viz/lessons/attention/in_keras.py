"""Builds the encoder–decoder with attention of the page Attention, and runs it."""

from functools import cache

import keras
import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.lessons.attention.results import KerasRun
from lstm_viz.lessons.attention.tasks import TASKS, Task
from lstm_viz.lessons.attention.trained import trained_weights


def build(task: Task) -> keras.Model:
    """The encoder–decoder with random weights.

    Its inputs are what the encoder reads, (samples, time read, symbols), and what the decoder reads, (samples, time
    said, marks). Its outputs are the probabilities of what the decoder says, (samples, time said, marks), and the
    weights of the attention, (samples, time said, time read).
    """
    read = keras.Input((None, len(task.reads)), name="read")
    before = keras.Input((None, task.marks), name="before")
    states, *last = keras.layers.LSTM(task.units, return_sequences=True, return_state=True, name="encoder")(read)
    hidden = keras.layers.LSTM(task.units, return_sequences=True, name="decoder")(before, initial_state=last)
    context, weights = keras.layers.Attention(name="attention")([hidden, states], return_attention_scores=True)
    both = keras.layers.Concatenate(name="both")([context, hidden])
    answer = keras.layers.Dense(task.marks, activation="softmax", name="answer")(both)
    return keras.Model([read, before], [answer, weights])


def run_model(name: str, text: str, before: tuple[int, ...]) -> KerasRun:
    """Runs the trained model of a task.

    Args:
        name: One of `tasks.TASKS`.
        text: What the encoder reads.
        before: The positions that the decoder reads.
    """
    task = TASKS[name]
    read = one_hot(task.read(text), len(task.reads))[None], one_hot(np.array(before), task.marks)[None]
    # Called as a function, in whole arrays: `predict` would compile it anew for each length.
    return KerasRun(*(np.asarray(output)[0] for output in _trained(name)(list(read))))


@cache
def _trained(name: str) -> keras.Model:
    """The trained model with the outputs of its layers, in the order of `KerasRun`."""
    model = build(TASKS[name])
    model.set_weights(trained_weights(name))
    states, hidden = (model.get_layer(layer).output for layer in ("encoder", "decoder"))
    scores = keras.layers.Dot(axes=2)([hidden, states[0]])
    context, weights = model.get_layer("attention").output
    return keras.Model(model.inputs, [states[0], hidden, scores, weights, context, model.outputs[0]])
