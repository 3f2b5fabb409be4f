"""Trains the models of the page Patterns, except the text generator: python -m tools.train_patterns [folder].

Writes patterns.npz, the weights of each, and patterns.json, how they came about and how they answer what they never
saw. All randomness comes from SEED. Run again on the same versions it gives the same weights.
"""

import json
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS, RIVALS
from lstm_viz.lessons.patterns.in_keras import advance, build, continued, with_weights
from lstm_viz.lessons.patterns.score import Score, score
from lstm_viz.lessons.patterns.tasks import CONTINUED, EXAMPLES, KNOWN, Examples, random_sines
from lstm_viz.lessons.patterns.trained import STORY, WEIGHTS

SEED = 1
BATCH = 64
LEARNING_RATE = 0.01
UPDATES = {
    "one_to_one": 3000,
    "many_to_one": 4000,
    "many_to_many": 1000,
    "encoder_decoder": 6000,
    "one_to_many": 6000,
    "feed_back": 8000,
    "stacked": 5000,
    "bidirectional": 4000,
    "autoencoder": 6000,
}
LOSSES = {
    "many_to_many": "binary_crossentropy",
    "encoder_decoder": "sparse_categorical_crossentropy",
    "stacked": "binary_crossentropy",
    "bidirectional": "binary_crossentropy",
}  # of the others: the mean squared error
LISTENING = 8  # predictions of a sine that do not count: the first values do not tell its period yet


def seeded(model: keras.Model, seed: int) -> None:
    """Keras's default initialisers, drawn from a seed."""
    for number, weight in enumerate(model.trainable_variables):
        if weight.name == "kernel":
            weight.assign(keras.initializers.GlorotUniform(100 * seed + number)(weight.shape))
        elif weight.name == "recurrent_kernel":
            weight.assign(keras.initializers.Orthogonal(seed=100 * seed + number)(weight.shape))


def adam(updates: int, rate: float, **options: float) -> keras.optimizers.Optimizer:
    """Adam, whose learning rate falls to 0 along a cosine."""
    return keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(rate, updates), **options)


def fitted(pattern: str, blueprint: Blueprint, examples: Examples) -> keras.Model:
    """A model trained on the examples, in an order drawn from SEED."""
    model, updates = build(blueprint), UPDATES[pattern]
    seeded(model, SEED)
    model.compile(adam(updates, LEARNING_RATE), LOSSES.get(pattern, "mean_squared_error"))
    inputs, answers = examples.for_training
    order = np.random.default_rng(SEED).integers(len(inputs), size=updates * BATCH)
    model.fit(inputs[order], answers[order], batch_size=BATCH, epochs=1, shuffle=False, verbose=0)
    return model


def fed_back() -> keras.Model:
    """The loop, trained as it is used: it reads KNOWN values, then its own, and is told how far off it was."""
    model, updates = build(PATTERNS[FEED_BACK]), UPDATES[FEED_BACK]
    seeded(model, SEED)
    lstm, dense = model.layers
    optimizer = adam(updates, LEARNING_RATE / 2, clipnorm=1.0)
    optimizer.build(model.trainable_variables)

    @tf.function
    def update(series):
        with tf.GradientTape() as tape:
            states, predicted = [tf.zeros((BATCH, lstm.units))] * 2, list[tf.Tensor]()
            for step in range(KNOWN + CONTINUED - 1):
                read = series[:, step : step + 1] if step < KNOWN else predicted[-1]
                output, states = lstm.cell(read, states)
                predicted.append(dense(output))
            off = tf.concat(predicted, axis=1) - series[:, 1:]
            loss = tf.reduce_mean(off[:, LISTENING:] ** 2)
        optimizer.apply(tape.gradient(loss, model.trainable_variables))

    draw = np.random.default_rng(SEED + 1)  # not that of the held-out sines
    for _ in range(updates):
        update(random_sines(draw, BATCH, KNOWN + CONTINUED))
    return model


def held_out(pattern: str, model: keras.Model, examples: Examples) -> Score:
    """How the model answers what it never saw."""
    inputs, answers = examples.held_out
    if pattern == FEED_BACK:
        all_at_once = with_weights(replace(PATTERNS[FEED_BACK], batch_size=len(inputs)), model.get_weights())
        return score(pattern, continued(all_at_once, inputs, CONTINUED, advance(all_at_once)), answers)
    return score(pattern, model.predict(inputs, verbose=0), answers)


def guessing(pattern: str, examples: Examples) -> float | None:
    """The error of who always gives the mean of all right answers, where these are numbers."""
    _, answers = examples.held_out
    return score(pattern, np.full_like(answers, answers.mean()), answers).error if answers.dtype.kind == "f" else None


def story(pattern: str, model: keras.Model, examples: Examples) -> dict:
    """What is told of a training."""
    told = {"updates": UPDATES[pattern], "weights": model.count_params()}
    told |= {"held_out": asdict(held_out(pattern, model, examples)), "error_of_the_mean": guessing(pattern, examples)}
    if pattern in RIVALS:
        rival = fitted(pattern, RIVALS[pattern], examples)
        told["rival"] = {"weights": rival.count_params(), "held_out": asdict(held_out(pattern, rival, examples))}
    if pattern == "autoencoder":
        noise = np.random.default_rng(SEED).uniform(-1, 1, examples.held_out[0].shape).astype("float32")
        told["noise"] = asdict(score(pattern, model.predict(noise, verbose=0), noise))
    return told


def main(folder: Path) -> None:
    """Trains each model and writes what came of it."""
    weights: dict[str, np.ndarray] = {}
    stories: dict[str, dict] = {}
    how = {"seed": SEED, "batch_size": BATCH, "learning_rate": LEARNING_RATE, "optimizer": "adam, cosine decay"}
    how |= {"script": "tools/train_patterns.py"}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__, "patterns": stories}
    for pattern, make in EXAMPLES.items():
        started, examples = time.monotonic(), make()
        model = fed_back() if pattern == FEED_BACK else fitted(pattern, PATTERNS[pattern], examples)
        weights |= {f"{pattern}_{number}": array for number, array in enumerate(model.get_weights())}
        stories[pattern] = story(pattern, model, examples)
        print(f"{pattern}, {time.monotonic() - started:.0f} s: {stories[pattern]}", flush=True)
    np.savez(folder / WEIGHTS.name, allow_pickle=False, **weights)
    (folder / STORY.name).write_text(json.dumps(how, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
