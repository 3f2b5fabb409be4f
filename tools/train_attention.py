"""Trains the models of the page Attention: python -m tools.train_attention [folder].

Writes attention.npz, the weights of each, and attention.json, how they came about and how they answer what they never
saw. All randomness comes from SEED. Run again on the same versions it gives the same weights.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.data import one_hot
from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.attention.decoding import EncoderDecoder
from lstm_viz.lessons.attention.in_keras import build
from lstm_viz.lessons.attention.tasks import MARK, TASKS, Task
from lstm_viz.lessons.attention.trained import STORY, WEIGHTS
from tools.train_patterns import adam, seeded

SEED = 1
BATCH = 64
LEARNING_RATE = 0.005
UPDATES = 3000
# Both keep weights and states small, and so the rounding of float32: without them it adds up to more than 1e-6.
WEIGHT_DECAY = {"reverse": 0.3, "dates": 0.1}
ACTIVITY = 3e-5
EXAMPLES, HELD_OUT = 20_000, 1000

Arrays = tuple[np.ndarray, np.ndarray]


def drawn(task: Task) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Different examples, for the training and held out."""
    draw = np.random.default_rng(SEED)
    different = list(dict.fromkeys(task.draw(draw) for _ in range(EXAMPLES + HELD_OUT)))
    return different[HELD_OUT:], different[:HELD_OUT]


def by_length(examples: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The examples in groups of one length, so that nothing needs padding."""
    groups = defaultdict(list)
    for text, answer in examples:
        groups[len(text), len(answer)].append((text, answer))
    return list(groups.values())


def arrays(task: Task, examples: list[tuple[str, str]]) -> tuple[Arrays, np.ndarray]:
    """What the model reads, one-hot, and the positions it should say."""
    read = np.stack([task.read(text) for text, _ in examples])
    said = np.stack([task.said(answer) for _, answer in examples])
    before = np.concatenate([np.full_like(said[:, :1], MARK), said[:, :-1]], axis=1)
    return (one_hot(read, len(task.reads)), one_hot(before, task.marks)), said


def fitted(name: str) -> keras.Model:
    """A model trained with teacher forcing: at each step the decoder reads the right answer to the step before."""
    task, draw = TASKS[name], np.random.default_rng(SEED)
    model = build(task)
    seeded(model, SEED)
    for layer in ("encoder", "decoder"):
        model.get_layer(layer).activity_regularizer = keras.regularizers.L2(ACTIVITY)
    trained = keras.Model(model.inputs, model.outputs[0])
    optimizer = adam(UPDATES, LEARNING_RATE, weight_decay=WEIGHT_DECAY[name], clipnorm=1.0)
    trained.compile(optimizer, "sparse_categorical_crossentropy")
    groups = [arrays(task, group) for group in by_length(drawn(task)[0])]
    for update in range(UPDATES):
        inputs, said = groups[draw.integers(len(groups))]  # each length equally often
        chosen = draw.integers(len(said), size=BATCH)
        loss = trained.train_on_batch([each[chosen] for each in inputs], said[chosen])
        if update % 500 == 0:
            print(name, update, float(loss), flush=True)
    return model


class Even(EncoderDecoder):
    """The same decoder with equal weights over all input steps."""

    def attend(self, states: np.ndarray, hidden: np.ndarray) -> tuple[np.ndarray, ...]:
        """See `EncoderDecoder.attend`."""
        scores = np.zeros((len(hidden), len(states)), "float32")
        weights = np.full_like(scores, 1 / len(states))
        context = weights @ states
        return scores, weights, context, self.answer.probabilities(np.concatenate([context, hidden], axis=-1))


def share_right(model: EncoderDecoder, examples: list[tuple[str, str]]) -> float:
    """The share of the examples whose answer is right to its last symbol, in free running."""
    answers = [model.task.text(np.array(model.greedy(text, model.task.most_said).said)) for text, _ in examples]
    return float(np.mean([answer == right for answer, (_, right) in zip(answers, examples, strict=True)]))


def story(name: str, weights: Sequence[np.ndarray]) -> dict:
    """What is told of a training."""
    task, (_, held_out) = TASKS[name], drawn(TASKS[name])
    told = {"parameters": sum(each.size for each in weights), "updates": UPDATES, "samples": len(held_out)}
    kinds = {"right": EncoderDecoder, "evenly": Even}
    return told | {kind: share_right(made(task, weights), held_out) for kind, made in kinds.items()}


def main(folder: Path) -> None:
    """Trains each model and writes what came of it."""
    tf.config.threading.set_intra_op_parallelism_threads(1)  # several threads add up in another order each time
    weights: dict[str, np.ndarray] = {}
    stories: dict[str, dict] = {}
    how = {"seed": SEED, "batch_size": BATCH, "learning_rate": LEARNING_RATE, "optimizer": "adam, cosine decay"}
    how |= {"script": "tools/train_attention.py"}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__, "tasks": stories}
    for name in TASKS:
        started, learned = time.monotonic(), fitted(name).get_weights()
        weights |= {f"{name}_{number}": array for number, array in enumerate(learned)}
        stories[name] = story(name, learned)
        print(f"{name}, {time.monotonic() - started:.0f} s: {stories[name]}", flush=True)
    np.savez(folder / WEIGHTS.name, allow_pickle=False, **weights)
    (folder / STORY.name).write_text(json.dumps(how, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
