"""What Keras 3 has: its names, their arguments, and the attributes of its models and layers.

The facts are recorded from the installed Keras by `tools/keras_table.py`, so that no page has to load Keras for them.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

ANYWHERE = (
    *("layers", "models", "callbacks", "optimizers", "losses", "metrics", "initializers", "regularizers"),
    *("constraints", "activations", "utils", "preprocessing.sequence", "datasets", "wrappers", "saving"),
)
"""The modules below keras in which a name of an old module is looked for, the usual one first."""


@cache
def table() -> dict[str, Any]:
    """The recorded facts."""
    return json.loads(files("lstm_viz.old_code").joinpath("keras_3.json").read_text(encoding="utf-8"))


def members(module: str) -> dict[str, list[str] | None] | None:
    """The names of a module with their arguments (None: any); None if the module was not recorded.

    The names of "keras" are also those of "tf.keras", which has some more.
    """
    names = table()["names"]
    if module.startswith("tf.keras"):
        plain, more = names.get(module[3:]), names.get(module)
        return None if plain is None and more is None else {**(more or {}), **(plain or {})}
    return names.get(module)


def has(name: str) -> bool:
    """Whether Keras 3 or TensorFlow 2 has a dotted name. What is below a class or an unrecorded module is not asked.

    A name such as __version__ is not recorded: there is one.
    """
    module, *parts = name.split(".")
    for part in parts:
        known = members(module)
        if known is None or part.startswith("__"):
            return True
        if part not in known:
            return False
        module = f"{module}.{part}"
    return True


def has_module(name: str) -> bool:
    """Whether a dotted name can be a module of Keras 3 or TensorFlow 2."""
    return members(name) is not None or (has(name) and not has_arguments(name))


def has_arguments(name: str) -> bool:
    """Whether a dotted name is something to call."""
    return arguments(name) is not None


def arguments(name: str) -> tuple[int, list[str]] | None:
    """How many arguments something takes by position, and all it takes by name; None if that was not recorded."""
    module, _dot, last = name.rpartition(".")
    known = (members(module) or {}).get(last)
    return None if known is None else (known.index("*"), known)


def home(name: str, usual: str) -> str | None:
    """The module below keras that has a name, the usual one if that has it; None if none has it."""
    return next((each for each in (usual, *ANYWHERE) if name in (members(f"keras.{each}".rstrip(".")) or {})), None)


@cache
def layer_arguments() -> frozenset[str]:
    """The names of all arguments of layers."""
    return frozenset(name for taken in (members("keras.layers") or {}).values() for name in taken or ())


@cache
def layers() -> frozenset[str]:
    """The names of the layers that can begin a model."""
    named = (name for name in members("keras.layers") or {} if name[0].isupper())
    return frozenset(named) - {"Input", "InputLayer", "InputSpec"}
