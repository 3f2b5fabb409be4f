"""Explains Keras errors in plain words.

The messages are those of Keras 3.15 on TensorFlow, each of which `tests/keras_errors` causes, and some that Keras 2
worded differently. Only numbers and shapes are read from a message, because a pasted message can hold anything.
"""

import re
from collections.abc import Callable

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import arrays, bidirectional, calling, fitting, old_words, states
from lstm_viz.keras_errors.explanation import Explanation

LONGEST_MESSAGE = 20_000
TERMINAL_COLOURS = re.compile(r"\x1b?\[\d*m")

Rule = tuple[str, Callable[[re.Match[str], Translate], Explanation]]
RULES: tuple[Rule, ...] = (
    *bidirectional.RULES,
    *states.RULES,
    *fitting.RULES,
    *calling.RULES,
    *arrays.RULES,
    *old_words.RULES,
)


def explain(message: str, gettext: Translate) -> Explanation | None:
    """What an error means, and how to fix it.

    Args:
        message: The message of Keras, TensorFlow or numpy. It may be inside a pasted traceback.
        gettext: Translates a sentence.

    Returns:
        The explanation; None if the message is not known.
    """
    text = plain(message[-LONGEST_MESSAGE:])
    for pattern, tell in RULES:
        if found := re.search(pattern, text):
            return tell(found, gettext)
    return None


def plain(message: str) -> str:
    """The message without the codes that make parts of it bold in a terminal."""
    return TERMINAL_COLOURS.sub("", message)
