"""The configuration that Keras writes beside the weights, in all its forms, as a tree of `Spec`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

import numpy as np

from lstm_viz.i18n import N_
from lstm_viz.model_files.sentences import FileError

MOST_LAYERS, DEEPEST = 2000, 12
LONGEST_TEXT = 2**22
Json = dict[str, Any]
Constants = dict[str, np.ndarray]
Source = tuple[str, int, int]  # the layer's name, which of its calls, which of the outputs of that call

IN_CALL = "call."
CONSTANT = "_CONSTANT_VALUE"
CONSTANTS = ("__tensor__", "__numpy__")
MORE_INPUTS = ("query", "value", "key")  # of a MultiHeadAttention
PACKAGES = ("keras", "keras_core", "tf_keras", "tensorflow")
"""The packages whose classes are Keras's own."""
OWN, UNREGISTERED = ">", "Custom"
"""What stands after the package of a class of the author's own, and the package that Keras takes if none is said."""
UNREADABLE = N_("The file's description of the model cannot be read.")


@dataclass(eq=False)
class Call:
    """One call of a layer: outputs of other layers, numbers, or names of the constants of its layer."""

    inputs: list[Source | float | str] = field(default_factory=list)
    states: list[Source] = field(default_factory=list)
    mask: Source | None = None
    masks: list[Source | None] = field(default_factory=list)  # of several inputs, each its own

    @property
    def sources(self) -> list[Source]:
        """All outputs that the call needs."""
        masks = [mask for mask in (self.mask, *self.masks) if mask is not None]
        return [*(item for item in self.inputs if isinstance(item, tuple)), *self.states, *masks]


@dataclass(eq=False)
class Spec:
    """A layer, or a model that is used as one.

    Attributes:
        name: Its own name.
        class_name: Its class.
        config: Its arguments, and those of its calls by names that begin with `IN_CALL`.
        calls: Its calls in a functional model.
        parts: What is inside: the layers of a model, the layer in a wrapper, the branches of a Merge of Keras 1.
        is_sequence: Whether each layer of this model reads what the one before it returns.
        inputs: The input layers of a functional model.
        outputs: The outputs of a functional model.
        is_operation: Whether it is an operation of Keras 3 between layers, such as x + y.
        build_shape: The shape for which the file says that it was built, with the batch.
        arrays: Its own weights by name, as soon as they are found.
        parameters: How many numbers its weights hold.
        constants: The constant arrays that its calls read, by the names that stand for them there.
    """

    name: str
    class_name: str
    config: Json
    calls: list[Call] = field(default_factory=list)
    parts: list["Spec"] = field(default_factory=list)
    is_sequence: bool = False
    inputs: list[Source] = field(default_factory=list)
    outputs: list[Source] = field(default_factory=list)
    is_operation: bool = False
    build_shape: list[int | None] | None = None
    arrays: dict[str, Any] = field(default_factory=dict)
    parameters: int = 0
    constants: Constants = field(default_factory=dict)

    @property
    def is_model(self) -> bool:
        """Whether it is a model with layers of its own."""
        return self.is_sequence or bool(self.inputs or self.outputs)

    def leaves(self) -> Iterator["Spec"]:
        """The layers in it that have weights of their own, or itself."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def parse(text: str) -> Spec:
    """The model that a configuration describes.

    Raises:
        InputError: If it cannot be read, is nested too deep, or has too many layers.
    """
    if len(text) > LONGEST_TEXT:
        raise FileError("The file's description of the model is longer than can be read.")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(UNREADABLE) from error
    return _Parser().spec(values, 0)


class _Parser:
    """Builds specs, and counts them."""

    def __init__(self) -> None:
        self._count = 0

    def spec(self, values: Any, depth: int) -> Spec:
        self._count += 1
        if self._count > MOST_LAYERS:
            raise FileError("The model has more than {most} layers.", most=MOST_LAYERS)
        if depth > DEEPEST:
            raise FileError("The model has models nested in each other more than {most} deep.", most=DEEPEST)
        if not isinstance(values, dict) or not isinstance(class_name := values.get("class_name"), str):
            raise FileError(UNREADABLE)
        config = values.get("config")
        if isinstance(config, list):  # a Sequential of Keras 1 and of Keras 2 before 2.2.3
            config = {"name": values.get("name", "sequential"), "layers": config}
        if not isinstance(config, dict):
            config = {}
        name = values.get("name") or config.get("name") or ""
        spec = Spec(str(name), _full_name(class_name, values), config)
        spec.is_operation = str(values.get("module")).startswith("keras.src.ops")
        build = values.get("build_config")
        shape = build.get("input_shape") if isinstance(build, dict) else None
        spec.build_shape = shape if is_shape(shape) else None
        nodes = _listed(values.get("inbound_nodes"))
        spec.calls = [_call(node, spec.constants) for node in nodes]
        for node in nodes:
            spec.config = {**spec.config, **_said_in_call(node)}
        self._add_parts(spec, depth + 1)
        return spec

    def _add_parts(self, spec: Spec, depth: int) -> None:
        config = spec.config
        if isinstance(layers := config.get("layers"), list):
            spec.parts = [self.spec(part, depth) for part in layers]
            if "output_layers" in config:
                spec.inputs = _sources(config.get("input_layers"))
                spec.outputs = _sources(config.get("output_layers"))
                _count_calls_from_0(spec)
            else:
                spec.is_sequence = spec.class_name != "Merge"
                shape = config.get("build_input_shape")
                spec.build_shape = shape if is_shape(shape) else spec.build_shape
            _name_parts(spec.parts)
        elif spec.class_name == "Bidirectional":
            spec.parts = self._halves(config, depth)
        elif isinstance(inner := config.get("layer"), dict):
            spec.parts = [self.spec(inner, depth)]
        elif isinstance(cell := config.get("cell"), dict):
            cell_config = cell.get("config") or {}
            stacked = cell_config.get("cells") if isinstance(cell_config, dict) else None
            spec.parts = [self.spec(one, depth) for one in (stacked if isinstance(stacked, list) else [cell])]
            _name_parts(spec.parts)

    def _halves(self, config: Json, depth: int) -> list[Spec]:
        forward = self.spec(config.get("layer"), depth)
        if isinstance(given := config.get("backward_layer"), dict):
            return [forward, self.spec(given, depth)]
        backward = self.spec(config.get("layer"), depth)
        backward.config = {**backward.config, "go_backwards": not backward.config.get("go_backwards", False)}
        return [forward, backward]


def _full_name(class_name: str, values: Json) -> str:
    """The name of a class; of one of the author's own with what is before it, as it may have the name of Keras's."""
    module, registered = values.get("module"), values.get("registered_name")
    is_of_keras = isinstance(module, str) and module.partition(".")[0] in PACKAGES
    if is_of_keras or not isinstance(registered, str):
        return class_name
    return registered if OWN in registered else f"{UNREGISTERED}{OWN}{class_name}"


def _count_calls_from_0(spec: Spec) -> None:
    """In Keras 2, a model that is used as a layer counts its own making as a call."""
    calls = [call for part in spec.parts for call in part.calls]
    most: dict[str, int] = {}
    for name, number, _ in (*spec.outputs, *(source for call in calls for source in call.sources)):
        most[name] = max(number, most.get(name, 0))
    first = {part.name: max(most.get(part.name, 0) - max(len(part.calls) - 1, 0), 0) for part in spec.parts}
    if not any(first.values()):
        return

    def counted(source: Any) -> Any:
        name, number, output = source
        return (name, number - first.get(name, 0), output)

    spec.outputs = [counted(source) for source in spec.outputs]
    for call in calls:
        call.inputs = [counted(item) if isinstance(item, tuple) else item for item in call.inputs]
        call.states = [counted(source) for source in call.states]
        call.mask = None if call.mask is None else counted(call.mask)
        call.masks = [None if mask is None else counted(mask) for mask in call.masks]


def _name_parts(parts: list[Spec]) -> None:
    """Gives a name of its own to each part: cells have none in some forms."""
    taken: set[str] = set()
    for number, part in enumerate(parts):
        part.name = part.name or f"{part.class_name.lower()}_{number + 1}"
        while part.name in taken:
            part.name = f"{part.name}_{number}"
        taken.add(part.name)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def is_shape(value: Any) -> TypeGuard[list[int | None]]:
    """Whether it is a list of sizes, in which None is a size that is open."""
    return isinstance(value, list) and all(size is None or _is_whole(size) for size in value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**31


def _is_source(value: Any) -> bool:
    """Whether it is [layer, call, output] or, in Keras 1 and 2, [layer, call, output, arguments]."""
    return (
        isinstance(value, list)
        and len(value) in (3, 4)
        and isinstance(value[0], str)
        and all(isinstance(number, int) for number in value[1:3])
    )


def _sources(value: Any) -> list[Source]:
    """All outputs that a structure of lists and dicts names, in its order."""
    if _is_source(value):
        return [(value[0], value[1], value[2])]
    if isinstance(value, dict):
        if value.get("class_name") == "__keras_tensor__":
            return _sources((value.get("config") or {}).get("keras_history"))
        value = list(value.values())
    return [source for item in _listed(value) for source in _sources(item)]


def _said_in_call(node: Any) -> Json:
    """What a call says beside its inputs, such as the index of x[:, -1], by names that begin with `IN_CALL`."""
    if not isinstance(node, dict):
        return _named_in_call(*(entry[3] for entry in _entries(node) if len(entry) == 4))
    args = node.get("args")
    return _named_in_call(dict(enumerate(args)) if isinstance(args, list) else {}, node.get("kwargs"))


def _named_in_call(*given: Any) -> Json:
    each = (item for values in given if isinstance(values, dict) for item in values.items())
    return {f"{IN_CALL}{name}": value for name, value in each if value}


def _call(node: Any, constants: Constants) -> Call:
    """One entry of `inbound_nodes`: of Keras 3 a dict, before that a list of sources."""
    if isinstance(node, dict):
        return _new_call(node, constants)
    call = Call()
    for entry in _entries(node):
        given: Mapping[str, Any] = entry[3] if len(entry) == 4 and isinstance(entry[3], dict) else {}
        # The second operand of an operation of TensorFlow, such as x * y, is said as an argument.
        others = [source for name in MORE_INPUTS for source in _sources(given.get(name))]
        call.inputs += [*_operands(entry, constants), *_operands(given.get("y"), constants), *others]
        call.states += _sources(given.get("initial_state"))
        call.mask = next(iter(_sources(given.get("mask"))), call.mask)
    return call


def _entries(node: Any) -> list[Any]:
    """What is listed in a node of Keras 1 or 2; a node may be such an entry itself."""
    entries = [node] if _is_entry(node) else _listed(node)
    return [entry for entry in entries if _is_entry(entry)]


def _is_entry(value: Any) -> bool:
    return _is_source(value) or (isinstance(value, list) and len(value) in (3, 4) and value[0] == CONSTANT)


def _operands(value: Any, constants: Constants) -> list[Source | float | str]:
    """A number, the name of a constant array, which is added to the others, or the outputs that a structure names."""
    if isinstance(value, dict) and value.get("class_name") in CONSTANTS:
        name = f"constant_{len(constants) + 1}"
        constants[name] = _constant(value.get("config"))
        return [name]
    if isinstance(value, list) and has_constant(value):
        return [operand for each in value for operand in _operands(each, constants)]
    if isinstance(value, list) and len(value) > 2 and value[0] == CONSTANT:
        value = value[2]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [float(value)]
    return list(_sources(value))


def _constant(config: Any) -> np.ndarray:
    try:
        return np.asarray(config["value"], np.float32)
    except (KeyError, TypeError, ValueError) as error:
        raise FileError(UNREADABLE) from error


def _new_call(node: Json, constants: Constants) -> Call:
    arguments = node.get("kwargs")
    given: Json = arguments if isinstance(arguments, dict) else {}
    inputs: list[Source | float | str] = []
    for item in _listed(node.get("args")):
        inputs += _operands(item, constants)
    for name in ("inputs", "sequences", "x", *MORE_INPUTS):
        inputs += _sources(given.get(name))
    masks = _masks(given)
    return Call(inputs, _sources(given.get("initial_state")), next(filter(None, masks), None), masks)


def _masks(given: Json) -> list[Source | None]:
    """The masks with which a layer is called, one for each of its inputs."""
    value = given.get("mask")
    if any(given.get(f"{name}_mask") for name in MORE_INPUTS):
        value = [given.get(f"{name}_mask") for name in MORE_INPUTS]
    several = value if isinstance(value, list) and not _is_source(value) else [value]
    return [next(iter(_sources(each)), None) for each in several]


def has_constant(value: Any) -> bool:
    """Whether a structure of lists holds a constant array."""
    if isinstance(value, list):
        return any(map(has_constant, value))
    return isinstance(value, dict) and value.get("class_name") in CONSTANTS
