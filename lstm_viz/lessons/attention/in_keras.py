"""Builds the encoder–decoder with attention of the page Attention, and runs it."""

from functools import cache

import keras
import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.lessons.attention.results import LayerOutputs
from lstm_viz.lessons.attention.tasks import TASKS, Task
from lstm_viz.lessons.attention.trained import model_of, trained_weights


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


def run_layers(name: str, text: str, before: tuple[int, ...]) -> LayerOutputs:
    """Gives each layer of a trained model what it reads on the page, and returns what it makes of it.

    Args:
        name: One of `tasks.TASKS`.
        text: What the encoder reads.
        before: The positions that the decoder reads.
    """
    task, model = TASKS[name], trained(name)
    encoder, decoder, attention, answer = (
        model.get_layer(each) for each in ("encoder", "decoder", "attention", "answer")
    )
    decoded = model_of(name).reading(text, before)
    states = encoder(one_hot(task.read(text), len(task.reads))[None])[0]
    # Each step is a sample that starts from the page's state before it: so no rounding adds up over the steps.
    steps = one_hot(decoded.before, task.marks)[:, None]
    hidden = decoder(steps, initial_state=[keras.ops.convert_to_tensor(each) for each in decoded.starts])
    both = [keras.ops.convert_to_tensor(each[None]) for each in (decoded.hidden, decoded.states)]
    context, weights = attention(both, return_attention_scores=True)
    probabilities = answer(np.concatenate([decoded.context, decoded.hidden], axis=-1)[None])
    outputs = states, keras.ops.swapaxes(hidden, 0, 1), weights, context, probabilities
    return LayerOutputs(*(np.asarray(output)[0] for output in outputs))


@cache
def trained(name: str) -> keras.Model:
    """The trained model of a task."""
    model = build(TASKS[name])
    model.set_weights(trained_weights(name))
    return model
