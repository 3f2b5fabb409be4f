"""The way of sentences into padded ids."""

import numpy as np

from lstm_viz.drawings.array_block import MADE_UP, Raw
from lstm_viz.i18n import Translate
from lstm_viz.lessons.shapes.parsing import Sentence
from lstm_viz.lessons.shapes.steps import Journey, Step, lines, numbered

VOCABULARY = """words = dict.fromkeys(word for text in sentences for word in text.split())
vocabulary = {word: number for number, word in enumerate(words, start=1)}"""
IDS = "ids = [[vocabulary[word] for word in text.split()] for text in sentences]"


def vocabulary_of(sentences: tuple[Sentence, ...]) -> dict[str, int]:
    """Word → id, from 1 in the order of first use; 0 is for padding."""
    words = dict.fromkeys(word for said, _ in sentences for word in said)
    return {word: number for number, word in enumerate(words, start=1)}


def ids_of(sentences: tuple[Sentence, ...]) -> tuple[tuple[int, ...], ...]:
    """The ids of each sentence's words."""
    vocabulary = vocabulary_of(sentences)
    return tuple(tuple(vocabulary[word] for word in words) for words, _ in sentences)


def text_journey(sentences: tuple[Sentence, ...], padding: str, gettext: Translate) -> Journey:
    """Words become ids, and ids an array padded to the longest sentence."""
    vocabulary, ids = vocabulary_of(sentences), ids_of(sentences)
    longest = max(map(len, ids))
    x = np.zeros((len(ids), longest), "int32")
    source = np.full((len(ids), longest, 1), MADE_UP)
    for sample, each in enumerate(ids):
        at = slice(longest - len(each), longest) if padding == "pre" else slice(0, len(each))
        x[sample, at] = each
        source[sample, at, 0] = sample * longest + np.arange(len(each))
    texts = [" ".join(words) for words, _ in sentences]
    labels = np.array([label for _, label in sentences])
    steps = (
        Step("raw_text", "sentences", f"sentences = {lines(texts)}", shown="\n".join(texts)),
        Step("vocabulary", "vocabulary", VOCABULARY, shown=", ".join(f"{word} {n}" for word, n in vocabulary.items())),
        Step("ids", "ids", IDS, shown="\n".join(str(list(each)) for each in ids)),
        Step("x_padded", "X", f'X = keras.utils.pad_sequences(ids, padding="{padding}")', x),
        Step("y_text", "y", f"y = np.array({labels.tolist()})", labels),
    )
    labels_of_raw = tuple(numbered(gettext("word {number}"), range(1, longest + 1)))
    raw = Raw(labels_of_raw, tuple((*words, *[""] * (longest - len(words))) for words, _ in sentences))
    return Journey(steps, raw, source)
