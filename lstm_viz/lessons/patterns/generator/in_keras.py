"""Generates a text with the trained model: each word is drawn from the model's probabilities, and then read by it."""

import keras
import numpy as np

from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.generator.results import Generation
from lstm_viz.lessons.patterns.generator.sampling import choose
from lstm_viz.lessons.patterns.in_keras import compiled_pattern, run


def generate(ids: tuple[int, ...], generated: int, temperature: float, seed: int) -> Generation:
    """Continues a text word by word. Each call reads the whole text so far.

    Args:
        ids: The ids of the beginning's words.
        generated: The number of words to generate.
        temperature: See `sampling.with_temperature`.
        seed: The seed from which the words are drawn.
    """
    model, record, _ = compiled_pattern(PATTERNS[GENERATOR], GENERATOR)
    draw, read, each = np.random.default_rng(seed), list(ids), []
    for _ in range(generated):
        recorded = record(keras.ops.convert_to_tensor(np.array([read], "int32")))
        each.append(np.asarray(recorded.outputs[-1])[0, -1])
        read.append(choose(each[-1], temperature, draw))
    whole = run(model, np.array([read[:-1]], "int32"), record)
    return Generation(tuple(read), len(ids), np.stack(each), whole)
