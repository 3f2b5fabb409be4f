"""Keras's own error messages in plain words.

The messages are those of Keras 3.15 on TensorFlow, each provoked in `tests/keras_errors`, and some that Keras 2 worded
otherwise. What is read out of a message is numbers and shapes alone: a message may be pasted, and hold anything.
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
    """What an error means and what mends it.

    Args:
        message: As Keras, TensorFlow or numpy raised it; a pasted traceback around it does no harm.
        gettext: Translates what is written.

    Returns:
        None if the message is none of those that are known.
    """
    text = plain(message[-LONGEST_MESSAGE:])
    for pattern, tell in RULES:
        if found := re.search(pattern, text):
            return tell(found, gettext)
    return None


def plain(message: str) -> str:
    """The message without the codes by which Keras makes a part of it bold."""
    return TERMINAL_COLOURS.sub("", message)
