"""Writes the Keras script of the text generator. This module does not import Keras."""

import textwrap

from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.code import learned, script
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.sentences import vocabulary
from lstm_viz.lessons.patterns.generator.tables import MOST

GENERATE = """
temperature = {temperature:g}
draw = np.random.default_rng({seed})
ids = [words.index(word) for word in {beginning!r}.split()]
for _ in range({generated}):
    # The probabilities of the word after the last one. Each call reads the whole text so far.
    # Not model.predict: compiled for any number of steps, TimeDistributed of Keras 3.15 gives too few of them.
    given = np.asarray(model(np.array([ids])))[0, -1].astype("float64")
    if temperature == 0:
        p = np.eye(len(words))[given.argmax()]
    else:
        # The same as softmax(logits / temperature).
        p = given ** (1 / temperature)
        p = p / p.sum()
    ids.append(draw.choice(len(words), p=p))
    top = np.argsort(-given, kind="stable")[:{most}]
    print(words[ids[-1]], "<-", *(f"{{words[at]}} {{given[at]:.6f}} {{p[at]:.6f}}," for at in top))

print(" ".join(words[at] for at in ids))
"""


def generator_code(request: Request) -> str:
    """Writes a script that generates the same text. It needs only Keras and numpy.

    Returns:
        Python code that prints each word after the most probable ones, with their probabilities without and with the
        temperature, and then the text.
    """
    known = "\n".join(f'    "{line} "' for line in textwrap.wrap(" ".join(vocabulary()), 90))
    words = f"# The words of the vocabulary. The place of a word is its id.\nwords = (\n{known}\n).split()"
    end = GENERATE.format(
        temperature=request.temperature,
        seed=request.seed,
        beginning=request.text,
        generated=request.generated,
        most=MOST,
    )
    return script(PATTERNS[GENERATOR], f"{learned(GENERATOR)}\n\n{words}", end)
