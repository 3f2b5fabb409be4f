"""The Keras script of the page Text. This module writes Keras code; it does not import Keras."""

import textwrap
from collections.abc import Mapping

from lstm_viz.keras_code import DECODE, expression, expressions
from lstm_viz.lessons.text.encode import FIRST_WORD
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.sentence import Sentence

SCRIPT = """import base64

import keras
import numpy as np
{decode}

# Number 0 is padding, not a word; 1 is any word that is not in this list.
vocabulary = {vocabulary}
sentences = {{
{sentences}
}}

model = keras.Sequential(
    [
        keras.Input((None,), dtype="int32"),
        keras.layers.Embedding({size}, {features}, mask_zero=True),
        keras.layers.LSTM({units}),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.set_weights([{weights}])

# Beside it a bag of words: logistic regression on how often each word occurs.
bag = keras.Sequential([keras.Input(({size},)), keras.layers.Dense(1, activation="sigmoid")])
bag.set_weights([{bag}])

for name, words in sentences.items():
    ids = np.array([vocabulary.index(word) + {first} if word in vocabulary else 1 for word in words], "int32")
    for step in range(1, len(ids) + 1):
        # The sentiment so far is what the model says of the words so far.
        positive = float(model(ids[None, :step])[0, 0])
        print(name, "step", step, words[step - 1], f"{{positive:.6f}}")
    counts = np.bincount(ids, minlength={size}).astype("float32")
    print(name, "bag", f"{{float(bag(counts[None])[0, 0]):.6f}}")
"""


def reviews_code(sentences: Mapping[str, Sentence]) -> str:
    """A script that needs only keras and numpy.

    Args:
        sentences: Name → sentence, all in one language.

    Returns:
        Python source that prints, for each sentence, the probability of "positive" after each word, then the
        probability by the bag of words. The weights are exact.
    """
    model = review_model(next(iter(sentences.values())).language)
    lstm = model.weights
    arrays = [model.embedding, lstm.kernel, lstm.recurrent_kernel, lstm.input_bias, model.head_kernel, model.head_bias]
    return SCRIPT.format(
        decode=DECODE,
        vocabulary=_listed(model.words),
        sentences="\n".join(f"    {name!r}: {list(each.words)!r}," for name, each in sentences.items()),
        size=model.size,
        features=model.embedding.shape[1],
        units=lstm.units,
        weights=expressions(arrays),
        bag=", ".join(expression(array) for array in (model.bag_kernel, model.bag_bias)),
        first=FIRST_WORD,
    )


def _listed(words: tuple[str, ...]) -> str:
    lines = textwrap.wrap(", ".join(map(repr, words)), 110, break_on_hyphens=False)
    return "[\n" + "".join(f"    {line}\n" for line in lines) + "]"
