"""Makes the graph of a Keras model: models inside of it are laid open, and each layer that is known becomes numpy."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

import numpy as np

from lstm_viz.engine.weights import MERGE_MODES
from lstm_viz.i18n import N_
from lstm_viz.model_files import recurrent
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Node, Ref
from lstm_viz.model_files.keras_config import IN_CALL, Call, Spec, has_constant, is_shape
from lstm_viz.model_files.keras_layers import (
    CELLS,
    CONVOLUTION,
    CUSTOM,
    MERGE_CLASSES,
    READERS,
    RECURRENT,
    SIGNS,
    Json,
    Known,
    NotUnderstoodError,
    not_understood,
    precision,
)
from lstm_viz.model_files.keras_operations import OF_TENSORFLOW, OPERATIONS
from lstm_viz.model_files.sentences import MIXED, FileError
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

MOST_NODES = 2000
Place = tuple[str, int]  # a layer's name, and which of its calls
CELLS_IN_BOTH = N_("Several cells on each other are computed in an RNN, but not in a Bidirectional.")
UNCONNECTED = N_("The file's description of the model connects layers that are not there.")


def graph_of(model: Spec, writer: Writer) -> Graph:
    """The graph of a model whose layers have their weights.

    Raises:
        InputError: If its layers do not fit together, or weights are missing.
    """
    builder = _Builder(writer)
    outputs = builder.model(model, [], "", precision(model.config))
    return builder.graph(outputs)


class _Outputs:
    """The outputs of a call: of a layer one node's, of a model or of stacked cells those of several."""

    def __init__(self, node: int | None = None, refs: Sequence[Ref] = ()):
        self._node, self._refs = node, tuple(refs)

    def __getitem__(self, number: int) -> Ref:
        if self._node is not None:
            return (self._node, number)
        if not 0 <= number < len(self._refs):
            raise FileError(UNCONNECTED)
        return self._refs[number]

    def all(self) -> tuple[Ref, ...]:
        """Those that are known to be there."""
        return ((self._node, 0),) if self._node is not None else self._refs


class _Builder:
    def __init__(self, writer: Writer):
        self._writer = writer
        self._layers: list[Layer] = []
        self._places: dict[int, int] = {}  # the spec's id → its layer
        self._nodes: list[Node] = []
        self._inputs: list[int] = []

    def graph(self, outputs: _Outputs) -> Graph:
        return Graph(tuple(self._layers), tuple(self._nodes), tuple(self._inputs), outputs.all())

    def model(self, spec: Spec, inputs: Sequence[Ref], prefix: str, mixed: str | None) -> _Outputs:
        """The layers of a model, called on these inputs; without inputs it gets inputs of its own."""
        if spec.is_sequence:
            return self._sequence(spec, list(inputs), prefix, mixed)
        by_name = {part.name: part for part in spec.parts}
        given = {name: ref for (name, _, _), ref in zip(spec.inputs, inputs, strict=False)}
        done: dict[Place, _Outputs] = {}
        for place in _ordered(spec):
            part = by_name[place[0]]
            if part.name in given:
                done[place] = _Outputs(refs=[given[part.name]])
                continue
            call = part.calls[place[1]] if place[1] < len(part.calls) else Call()
            done[place] = self._call(part, _resolved(call, done), prefix, mixed)
        if not inputs:
            own = [_found(done, source)[0] for source in spec.inputs]
            self._inputs = own + [node for node in self._inputs if node not in own]
        return _Outputs(refs=[_found(done, source) for source in spec.outputs])

    def _sequence(self, spec: Spec, inputs: list[Ref], prefix: str, mixed: str | None) -> _Outputs:
        parts = list(spec.parts)
        if not parts:
            return _Outputs(refs=inputs)
        current = _Outputs(refs=inputs)
        if inputs and parts[0].class_name == "InputLayer":
            parts = parts[1:]
        elif not inputs and parts[0].class_name != "InputLayer" and not _brings_inputs(parts[0]):
            options = {"shape": _input_shape(parts[0], spec.build_shape), "batch_size": _batch_size(parts[0].config)}
            node = self._add(Layer(f"{prefix}{parts[0].name}_input", "InputLayer", "input", options), Node(0))
            self._inputs.append(node)
            current = _Outputs(node)
        for part in parts:
            current = self._call(part, Node(0, inputs=current.all()), prefix, mixed)
        return current

    def _call(self, spec: Spec, node: Node, prefix: str, mixed: str | None) -> _Outputs:
        own = mixed or precision(spec.config)
        if spec.is_model:
            refs = [ref for ref in node.inputs if isinstance(ref, tuple)]
            return self.model(spec, refs, f"{prefix}{spec.name}/", own)
        if spec.class_name == "Merge" and spec.parts:
            branches = [self._call(part, Node(0), prefix, own) for part in spec.parts]
            node = Node(0, tuple(ref for branch in branches for ref in branch.all()))
        if spec.class_name in ("RNN", "Bidirectional") or spec.class_name in RECURRENT:
            # Keras 1 and 2 list initial states after the input.
            states = tuple(ref for ref in node.inputs[1:] if isinstance(ref, tuple))
            node = Node(0, node.inputs[:1], node.states or states, node.mask)
        if spec.class_name == "RNN" and len(spec.parts) > 1 and all(part.class_name in CELLS for part in spec.parts):
            return self._stacked(spec, node, prefix, own)
        place = self._places.get(id(spec))
        layer = self._layers[place] if place is not None else self._layer(spec, prefix, own)
        if constants := {item: array for item, array in spec.constants.items() if item in node.inputs}:
            layer, place = replace(layer, arrays={**layer.arrays, **constants}), None
        added = self._add(layer, node, place)
        self._places[id(spec)] = self._nodes[added].layer
        if layer.kind == "input":
            self._inputs.append(added)
        return _Outputs(added)

    def _add(self, layer: Layer, node: Node, place: int | None = None) -> int:
        if len(self._nodes) >= MOST_NODES:
            raise FileError("The model has more than {most} layers.", most=MOST_NODES)
        if place is None:
            place = len(self._layers)
            self._layers.append(layer)
        masks = () if layer.kind in TRACED else node.masks
        self._nodes.append(Node(place, node.inputs, node.states, node.mask, masks))
        return len(self._nodes) - 1

    def _stacked(self, spec: Spec, node: Node, prefix: str, mixed: str | None) -> _Outputs:
        """An RNN of several cells equals layers of these cells, one on the other."""
        states: list[Ref] = []
        given = list(node.states)
        current = node
        is_turned = bool(spec.config.get("go_backwards"))
        for number, cell in enumerate(spec.parts):
            last = number == len(spec.parts) - 1
            config = {**spec.config, "return_sequences": not last or spec.config.get("return_sequences")}
            config |= {"return_state": True, "dtype": cell.config.get("dtype")}
            config["go_backwards"] = is_turned and not number  # the others read what the first has turned
            whole = Spec(cell.name, cell.class_name, {**config, **cell.config, "name": cell.name})
            whole.arrays, whole.parameters = cell.arrays, cell.parameters
            count = 2 if RECURRENT[cell.class_name] == "lstm" else 1
            own, given = given[:count], given[count:]
            layer = self._layer(whole, f"{prefix}{spec.name}/", mixed)
            if is_turned and number:
                layer = replace(layer, options={**layer.options, "turns_mask": True})
            added = self._add(layer, Node(0, current.inputs, tuple(own), current.mask))
            states += [(added, 1 + state) for state in range(count)]
            current = Node(0, ((added, 0),), mask=node.mask)
        output = [ref for ref in current.inputs if isinstance(ref, tuple)]
        return _Outputs(refs=[*output, *(states if spec.config.get("return_state") else ())])

    def _layer(self, spec: Spec, prefix: str, mixed: str | None) -> Layer:
        """The layer of a spec, or an opaque box with the reason why it is none."""
        name = f"{prefix}{spec.name}"
        try:
            if mixed is None:
                mixed = next((found for part in spec.parts if (found := _precision_inside(part))), None)
            if mixed is not None:
                raise NotUnderstoodError(Note(MIXED, name=name, policy=mixed))
            return self._known(spec, name, prefix)
        except NotUnderstoodError as error:
            return Layer(name, spec.class_name, None, parameters=spec.parameters, reason=error.note)

    def _known(self, spec: Spec, name: str, prefix: str) -> Layer:
        spec = _of_keras_3(spec)
        if has_constant(spec.config.get(f"{IN_CALL}initial_state")):
            raise not_understood("initial_state")
        if spec.class_name == "Bidirectional" and len(spec.parts) == 2:
            return self._bidirectional(spec, name)
        if (recurrent_spec := _around_cell(spec)).class_name in RECURRENT:
            return self._recurrent(recurrent_spec, name, spec.class_name)
        if spec.class_name == "TimeDistributed" and len(spec.parts) == 1:
            inside = _Builder(self._writer)
            start = inside._add(Layer("", "InputLayer", "input", {"shape": None}), Node(0))
            inside._inputs.append(start)
            outputs = inside._call(spec.parts[0], Node(0, ((start, 0),)), f"{name}/", None)
            return Layer(
                name, spec.class_name, "time_distributed", inner=inside.graph(outputs), parameters=spec.parameters
            )
        is_operation = spec.is_operation or (spec.class_name in OPERATIONS and "trainable" not in spec.config)
        readers = OPERATIONS if is_operation else READERS
        sign = SIGNS.get(spec.class_name)
        if spec.class_name not in readers or (sign and sign not in spec.config):
            raise NotUnderstoodError(_unknown(spec))
        known = readers[spec.class_name](spec.config, self._writer)
        options = {**known.options, "without_mask": is_operation}
        if known.kind == "input":
            options |= {"shape": _shape(spec.config), "batch_size": _batch_size(spec.config)}
        return Layer(name, spec.class_name, known.kind, options, _arrays(spec, known), parameters=spec.parameters)

    def _recurrent(self, spec: Spec, name: str, class_name: str) -> Layer:
        arrays = recurrent.named(name, spec.class_name, list(spec.arrays.values()))
        values = recurrent.options(spec.class_name, spec.config, self._writer, arrays)
        recurrent.check(name, spec.config, values, arrays)
        options = {"weights": values, **self._returns(spec.config)}
        return Layer(name, class_name, "recurrent", options, arrays, parameters=spec.parameters)

    def _returns(self, config: Json) -> Json:
        options = {name: bool(config.get(name, False)) for name in ("return_sequences", "return_state", "stateful")}
        # Keras 3 uses the mask that comes with the inputs only where no initial state is given.
        return {**options, "mask_with_states": self._writer.keras < (3, 0)}

    def _bidirectional(self, spec: Spec, name: str) -> Layer:
        config = spec.parts[0].config
        arrays: dict[str, np.ndarray] = {}
        options: Json = {"merge_mode": spec.config.get("merge_mode", "concat"), **self._returns(config)}
        for part, half in zip(spec.parts, ("forward", "backward"), strict=True):
            part = _around_cell(part)
            if part.class_name not in RECURRENT:
                raise NotUnderstoodError(_unknown(part))
            own = recurrent.named(name, part.class_name, list(part.arrays.values()))
            values = recurrent.options(part.class_name, part.config, self._writer, own)
            # The Keras inside of TensorFlow, and Keras 3, return zeros at masked steps of a sequence.
            values["zero_output_for_mask"] = options["return_sequences"] and self._writer.is_tf_keras
            recurrent.check(name, part.config, values, own)
            options[half] = values
            arrays |= {f"{half}.{key}": array for key, array in own.items()}
        if options["forward"]["go_backwards"] == options["backward"]["go_backwards"]:
            options["backward"]["go_backwards"] = not options["forward"]["go_backwards"]
        if options["merge_mode"] not in MERGE_MODES:
            raise not_understood("merge_mode")
        return Layer(name, spec.class_name, "bidirectional", options, arrays, parameters=spec.parameters)


def _around_cell(spec: Spec) -> Spec:
    """An RNN of one cell as the layer of that cell."""
    if spec.class_name != "RNN" or len(spec.parts) != 1 or spec.parts[0].class_name not in CELLS:
        return spec
    cell = spec.parts[0]
    whole = Spec(spec.name, cell.class_name, {**cell.config, **spec.config})
    whole.arrays, whole.parameters = cell.arrays, cell.parameters
    return whole


def _of_keras_3(spec: Spec) -> Spec:
    """An operation of TensorFlow between layers of Keras 2 as that of Keras 3, if there is one."""
    class_name = OF_TENSORFLOW.get(str(spec.config.get("function")), "")
    is_whole = class_name not in MERGE_CLASSES or all(len(call.inputs) == 2 for call in spec.calls)
    if spec.class_name not in ("TFOpLambda", "SlicingOpLambda") or not class_name or not is_whole:
        return spec
    said = {name.removeprefix(IN_CALL): value for name, value in spec.config.items() if name.startswith(IN_CALL)}
    config: Json = {name: said[name] for name in ("axis", "keepdims") if name in said}
    return replace(
        spec, class_name=class_name, config={**config, f"{IN_CALL}1": said.get("slice_spec")}, is_operation=True
    )


def _precision_inside(spec: Spec) -> str | None:
    return precision(spec.config) or next((found for part in spec.parts if (found := _precision_inside(part))), None)


def _unknown(spec: Spec) -> Note:
    class_name = spec.class_name
    if class_name.startswith("ConvLSTM"):
        return Note(CONVOLUTION, class_name=class_name)
    if class_name in ("RNN", "StackedRNNCells") and all(part.class_name in CELLS for part in spec.parts):
        return Note(CELLS_IN_BOTH)
    if class_name == "RNN":
        return Note(CUSTOM, class_name=", ".join(part.class_name for part in spec.parts) or class_name)
    if any(word in class_name.lower() for word in ("lstm", "gru", "rnn")):
        return Note(CUSTOM, class_name=class_name)
    if class_name == "Lambda":
        return Note("A Lambda holds Python code, which is never run.")
    return Note("What {class_name} computes is not known here.", class_name=class_name)


def _arrays(spec: Spec, known: Known) -> dict[str, np.ndarray]:
    """The weights of a layer by their names.

    Raises:
        NotUnderstoodError: If there are not as many as the layer has.
    """
    names = (*known.trained, *known.fixed)
    if len(spec.arrays) != len(names):
        text = N_("It has {count} arrays of weights in the file, not {expected}.")
        raise NotUnderstoodError(Note(text, count=len(spec.arrays), expected=len(names)))
    arrays = dict(zip(names, spec.arrays.values(), strict=True))
    if known.kind == "convolution":
        kernel = arrays["kernel"]
        if spec.class_name in ("Conv1D", "Convolution1D") and kernel.ndim == 4:
            kernel = kernel[:, 0]  # Keras 1: (width, 1, features, filters)
        if known.options["turned"]:
            kernel = kernel[tuple(slice(None, None, -1) for _ in kernel.shape[:-2])]
        arrays["kernel"] = kernel
    return arrays


def _resolved(call: Call, done: Mapping[Place, _Outputs]) -> Node:
    inputs = tuple(_found(done, item) if isinstance(item, tuple) else item for item in call.inputs)
    states = tuple(_found(done, source) for source in call.states)
    masks = tuple(None if mask is None else _found(done, mask) for mask in call.masks)
    return Node(0, inputs, states, None if call.mask is None else _found(done, call.mask), masks)


def _found(done: Mapping[Place, _Outputs], source: tuple[str, int, int]) -> Ref:
    name, call, output = source
    if (name, call) not in done:
        raise FileError(UNCONNECTED)
    return done[name, call][output]


def _ordered(spec: Spec) -> list[Place]:
    """The calls of a functional model, each after those that it needs."""
    calls = {(part.name, n): call for part in spec.parts for n, call in enumerate(part.calls or [Call()])}
    needs: dict[Place, list[Place]] = {}
    for place, call in calls.items():
        needs[place] = [(name, number) for name, number, _ in call.sources]
        if any(need not in calls for need in needs[place]):
            raise FileError(UNCONNECTED)
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise FileError("The file's description of the model goes in a circle.") from error


def _brings_inputs(spec: Spec) -> bool:
    """Whether the first layer of a Sequential has inputs of its own: a model, or a Merge of Keras 1."""
    return spec.is_model or (spec.class_name == "Merge" and bool(spec.parts))


def _shape(config: Json) -> list[int | None] | None:
    """The shape of one sample that the arguments of a layer say."""
    for name in ("batch_shape", "batch_input_shape"):
        if is_shape(shape := config.get(name)):
            return list(shape[1:])
    shape = config.get("input_shape", config.get("shape"))
    return list(shape) if is_shape(shape) else None


def _batch_size(config: Json) -> int | None:
    """The number of samples in a batch, if the arguments of a layer fix it."""
    shapes = [config.get(name) for name in ("batch_shape", "batch_input_shape")]
    return next((shape[0] for shape in shapes if is_shape(shape) and shape), None)


def _input_shape(first: Spec, built: list[int | None] | None) -> list[int | None] | None:
    """The shape of one sample of a Sequential without an input layer: said, or derived from the first weights."""
    said = _shape(first.config)
    if said is not None:
        return said
    if shape := built or first.build_shape:
        return list(shape[1:])
    kernel = next((array for leaf in first.leaves() for array in leaf.arrays.values()), None)
    if first.class_name == "Embedding":
        return [None]
    if kernel is None or kernel.ndim < 2:
        return None
    inner = first.parts[0].class_name if first.class_name == "Bidirectional" else first.class_name
    if inner in RECURRENT or inner == "Conv1D":
        return [None, int(kernel.shape[-2])]
    return [int(kernel.shape[0])] if inner == "Dense" else None
