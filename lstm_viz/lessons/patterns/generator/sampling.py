"""The choice of the next word from its probabilities."""

import numpy as np


def with_temperature(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """What is drawn from: softmax(logits / temperature), computed from softmax(logits) as a power of it.

    Args:
        probabilities: The probabilities of the words, (…, words). They add up to 1 over the last axis.
        temperature: 1 changes nothing, below 1 probable words become more probable, above 1 less. At 0 the most
            probable word has 1.

    Returns:
        Probabilities of the same shape, float64.
    """
    given = np.asarray(probabilities, "float64")
    if temperature == 0:
        return (np.arange(given.shape[-1]) == given.argmax(-1)[..., None]).astype("float64")
    power = given ** (1 / temperature)
    return power / power.sum(-1, keepdims=True)


def choose(probabilities: np.ndarray, temperature: float, draw: np.random.Generator) -> int:
    """The id of the next word, drawn from its probabilities (words,) at a temperature."""
    return int(draw.choice(len(probabilities), p=with_temperature(probabilities, temperature)))
