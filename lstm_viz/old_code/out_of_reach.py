"""Finds what cannot be rewritten: old names in dictionaries of arguments."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.script import Script, dotted

OLD_ARGUMENTS = ("batch_input_shape", "input_length", "inner_activation", "nb_epoch", "samples_per_epoch")


def arguments_in_dictionaries(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Old arguments in dictionaries, which any call may get by **."""
    words = gettext(
        "`{name}` in a dictionary: if it reaches Keras, Keras raises an error. Write it as an argument "
        "of the call to have it rewritten."
    )
    for call in script.walk(ast.Call):
        if dotted(call.func) == "dict":
            for keyword in call.keywords:
                if keyword.arg in OLD_ARGUMENTS:
                    yield Finding(keyword.lineno, words.format(name=keyword.arg), is_rewritten=False)
    for node in script.walk(ast.Dict):
        for key in node.keys:
            if isinstance(key, ast.Constant) and key.value in OLD_ARGUMENTS:
                yield Finding(key.lineno, words.format(name=key.value), is_rewritten=False)
