"""Finds what cannot be rewritten: old names in dictionaries of arguments, and functions of Keras 2's backend."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.script import Script, dotted

OLD_ARGUMENTS = ("batch_input_shape", "input_length", "inner_activation", "nb_epoch", "samples_per_epoch")
# The functions that keras.backend still has in Keras 3.15.
BACKEND = (
    "backend",
    "clear_session",
    "epsilon",
    "floatx",
    "get_uid",
    "image_data_format",
    "is_float_dtype",
    "is_int_dtype",
    "is_keras_tensor",
    "result_type",
    "set_epsilon",
    "set_floatx",
    "set_image_data_format",
    "standardize_dtype",
)


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


def backend_functions(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Functions such as K.int_shape, whatever name the script gives the backend."""
    words = gettext("A function of `keras.backend` that Keras 3 no longer has: look for it in `keras.ops`.")
    known = _backends(script)
    for node in script.walk(ast.Attribute):
        if dotted(node.value) in known and node.attr not in BACKEND:
            yield Finding(node.lineno, words, is_rewritten=False)


def _backends(script: Script) -> set[str]:
    plain = {
        alias.asname or alias.name
        for node in script.walk(ast.Import)
        for alias in node.names
        if _is_backend(alias.name)
    }
    parts = {
        alias.asname or alias.name
        for node in script.walk(ast.ImportFrom)
        for alias in node.names
        if _is_backend(f"{node.module}.{alias.name}")
    }
    return {"keras.backend", "tf.keras.backend", *plain, *parts}


def _is_backend(module: str) -> bool:
    return module in ("keras.backend", "tensorflow.keras.backend")
