"""A model that was read from a file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights
from lstm_viz.model_files.description import WEIGHTS_ALONE, Description
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Ref, Shape
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.reads import Reads, reads
from lstm_viz.model_files.running import MOST_VALUES, AnyTrace, Pass, as_value, check_size, weights_of
from lstm_viz.model_files.sentences import FileError
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

Change = Callable[[str, AnyTrace], AnyTrace]
WEIGHTS = ("weights", "forward", "backward")
"""Under which names the options of a layer hold those of its weights."""
NAMES = ("lstm", "gru", "rnn", "bidirectional")
"""What the name of a recurrent class contains."""


@dataclass(frozen=True)
class Box:
    """A layer in the drawing of the model.

    Attributes:
        name: Its name; in a model inside the model "inner/lstm". A second call is named "lstm:2".
        class_name: The class that the file names.
        inputs: The names of the boxes whose outputs it reads.
        shape: The shape of its first output, with None for the batch and for what the file leaves open; None if it is
            not known.
        parameters: How many numbers its weights hold.
        is_known: Whether its outputs are computed.
        reason: Why they are not, if they could be expected to be.
    """

    name: str
    class_name: str
    inputs: tuple[str, ...]
    shape: Shape | None
    parameters: int
    is_known: bool
    reason: Note | None = None


class ModelFile:
    """A model that was read from a file, without Keras.

    Args:
        description: What was found in the file.

    Attributes:
        format: What kind of file it is, such as "Keras 2 HDF5".
        is_weights_alone: Whether the file says nothing of the layers but their weights.
        writer: Who wrote it: the program, its version and backend, and the date, as far as the file says them.
        graph: All layers, each after those that it reads.
        network: The layers with their weights and arguments, and their calls, in the same order.
        layers: Name → what `trace_layer` takes, for each recurrent layer that can be traced.
        untraced: Name → the reason, for the recurrent layers that cannot.
        outputs: The names of the layers whose outputs are those of the model, in their order.
        alternatives: Name → other layers that the weights fit, where the file does not say which it is.
        notes: What a reader of the numbers must know: what Keras would compute differently today, what was derived,
            what was left out.
    """

    def __init__(self, description: Description):
        self._description = description
        self.network: Graph = description.graph
        self._names = _names(description.graph)
        self.format: str = description.format
        self.is_weights_alone: bool = description.format == WEIGHTS_ALONE
        self.writer: Writer = description.writer
        self.notes: tuple[Note, ...] = description.notes
        self.graph: tuple[Box, ...] = tuple(_boxes(description, self._names))
        everything = list(description.graph.all_layers())
        self.layers: Mapping[str, RecurrentWeights | BidirectionalWeights] = {
            layer.name: weights_of(layer) for layer in everything if layer.kind in TRACED
        }
        self.untraced: Mapping[str, Note] = {
            layer.name: layer.reason
            for layer in everything
            if layer.reason is not None and any(word in layer.class_name.lower() for word in NAMES)
        }
        self.outputs: tuple[str, ...] = tuple(self._names[node] for node, _number in description.graph.outputs)
        self.alternatives: Mapping[str, tuple[RecurrentWeights, ...]] = {
            name: tuple(replace(_one(self.layers[name]), **values) for values in others)
            for name, others in description.alternatives.items()
        }

    def _entries(self) -> tuple[int, ...]:
        """The nodes that read what is given: the model's inputs; where it says none, its recurrent layers."""
        return self.network.inputs or tuple(self._unreached())

    @property
    def starts(self) -> tuple[str, ...]:
        """The layers at which inputs must be given to reach all recurrent layers: those of the model, and others."""
        start = tuple(self._names[node] for node in self.network.inputs)
        return start + tuple(self._names[node] for node in self._unreached())

    def instead(self, number: int) -> "ModelFile":
        """The model if each layer of `alternatives` is the one with this number there, counted from 0."""
        others = self._description.alternatives
        return self.with_options({name: each[number] for name, each in others.items() if number < len(each)})

    def with_options(self, options: Mapping[str, Mapping[str, Any]]) -> "ModelFile":
        """The model with other options of its recurrent layers, where the file does not say them.

        Args:
            options: Name of a layer → options of `RecurrentWeights`, such as `activation`; both halves of a
                Bidirectional get them.
        """
        layers = tuple(
            replace(
                layer,
                options={
                    name: {**value, **options[layer.name]} if name in WEIGHTS else value
                    for name, value in layer.options.items()
                },
            )
            if layer.name in options and layer.kind in TRACED
            else layer
            for layer in self.network.layers
        )
        return ModelFile(replace(self._description, graph=replace(self.network, layers=layers)))

    def reads(self, name: str) -> Reads:
        """What must be given at one of `starts`.

        Args:
            name: The name of a layer, as in `graph`.

        Raises:
            FileError: If the model has no such layer.
        """
        return reads(self.network, self._place(name))

    def run(self, inputs: Any, *, change: Change | None = None, most: int = MOST_VALUES) -> ModelTrace:
        """Runs the model with numpy, and traces its recurrent layers.

        Args:
            inputs: What the model reads: an array, or a list of arrays where it has several inputs. Or a dict: the name
                of a layer → what this layer reads. So a pass can start at any layer.
            change: Gets the name of each recurrent layer, as in the result, and its trace, and returns the trace with
                which the model goes on; None to change nothing.
            most: The most numbers that a pass may hold.

        Returns:
            The traces. The outputs are None as far as they come from a layer that is not computed. `max_error` is NaN,
            because there is no Keras to compare with.

        Raises:
            InputError: If the inputs do not fit, or a recurrent layer comes after one that is not computed. The
                sentence names the layer whose input must be given.
        """
        values, traces = self.walk(inputs, change=change, most=most)
        outputs = [values[ref].array if ref in values else None for ref in self.network.outputs]
        untraced = {name: str(note) for name, note in self.untraced.items()}
        untraced |= {name: _why(name) for name in self.layers if name not in traces}
        single = outputs[0] if len(outputs) == 1 else outputs or None
        return ModelTrace(traces, single, float("nan"), untraced)

    def walk(
        self, inputs: Any, *, change: Change | None = None, most: int = MOST_VALUES
    ) -> tuple[Mapping[Ref, Value], dict[str, AnyTrace]]:
        """What each layer returns, as far as it is computed, with the traces of the recurrent layers by name.

        Args:
            inputs: As `run` takes them.
            change: As `run` takes it.
            most: As `run` takes it.

        Raises:
            InputError: As `run` raises it.
        """
        self.check()
        given = self.given(inputs)
        check_size(self.network, given, most)
        traces: dict[str, AnyTrace] = {}

        def record(layer: Layer, trace: AnyTrace) -> AnyTrace:
            count = sum(name == layer.name or name.startswith(f"{layer.name}:") for name in traces)
            name = f"{layer.name}:{count + 1}" if count else layer.name
            traces[name] = change(name, trace) if change else trace
            return traces[name]

        values = Pass(self.network, given, record).values
        if not traces:
            raise self._not_reached()
        return values, traces

    def given(self, inputs: Any) -> dict[int, Value]:
        """The node that reads it → each of the inputs, as `run` takes them.

        Raises:
            InputError: If they are not as many as the model reads, or hold no numbers.
        """
        if not isinstance(inputs, Mapping):
            entries = self._entries()
            several = list(inputs) if isinstance(inputs, list | tuple) and len(entries) > 1 else [inputs]
            if len(several) != len(entries):
                raise FileError(
                    "The model has {count} inputs: {names}. {given} were given.",
                    count=len(entries),
                    names=", ".join(self._names[node] for node in entries),
                    given=len(several),
                )
            return {node: as_value(array) for node, array in zip(entries, several, strict=True)}
        return {self._place(name): as_value(array) for name, array in inputs.items()}

    def _place(self, name: str) -> int:
        for node, known in self._names.items():
            if known == name:
                return node
        raise FileError("The model has no layer {name}.", name=str(name))

    def _unreached(self) -> list[int]:
        """The first nodes on the way to recurrent layers that a pass from the model's inputs does not reach."""
        graph = self.network
        known = set(graph.inputs)
        found: dict[int, None] = {}
        for place, node in enumerate(graph.nodes):
            layer = graph.layer(place)
            reads = any(isinstance(item, tuple) for item in node.inputs)  # and not initial states alone
            reached = place in known or (reads and all(source in known for source, _ in node.sources))
            if layer.kind in TRACED and not reached:
                found[self._first_known(place, known)] = None
                reached = True
            if reached and layer.kind is not None:
                known.add(place)
        return list(found)

    def _first_known(self, place: int, known: set[int]) -> int:
        """The first of the layers before a node that read one input each, and are computed."""
        while True:
            sources = [item[0] for item in self.network.nodes[place].inputs if isinstance(item, tuple)]
            if len(sources) != 1 or sources[0] in known or self.network.layer(sources[0]).kind in (None, "input"):
                return place
            if len(self.network.nodes[sources[0]].inputs) != 1:
                return place
            place = sources[0]

    def check(self) -> None:
        """Does nothing if the model has a recurrent layer that can be traced.

        Raises:
            FileError: If it has none.
        """
        if not self.layers:
            reasons = " ".join(map(str, self.untraced.values()))
            raise FileError("The file has no recurrent layer that can be traced. {reasons}", reasons=reasons)

    def _not_reached(self) -> FileError:
        names = [self._names[node] for node in self._unreached()]
        return FileError(
            "The model's own inputs do not reach {name}. Give what this layer reads: run({{“{name}”: …}}).",
            name=names[0] if names else next(iter(self.layers)),
        )

    def __repr__(self) -> str:
        layers = ", ".join(f"{name}: {type(weights).__name__}" for name, weights in self.layers.items())
        return f"<ModelFile {self.format} by {self.writer.program} {self.writer.version or ''}: {layers}>"


def _why(name: str) -> str:
    return f"layer {name!r} was not reached: give its input by its name."


def _one(weights: RecurrentWeights | BidirectionalWeights) -> RecurrentWeights:
    return weights.forward if isinstance(weights, BidirectionalWeights) else weights


def _names(graph: Graph) -> dict[int, str]:
    """Node → its name, each once."""
    names: dict[int, str] = {}
    counts: dict[str, int] = {}
    for place in range(len(graph.nodes)):
        name = graph.layer(place).name
        counts[name] = counts.get(name, 0) + 1
        names[place] = name if counts[name] == 1 else f"{name}:{counts[name]}"
    return names


def _boxes(description: Description, names: Mapping[int, str]) -> Iterable[Box]:
    graph = description.graph
    for place, node in enumerate(graph.nodes):
        layer = graph.layer(place)
        yield Box(
            name=names[place],
            class_name=layer.class_name,
            inputs=tuple(dict.fromkeys(names[source] for source, _ in node.sources)),
            shape=description.shapes.get((place, 0)),
            parameters=layer.parameters,
            is_known=layer.kind is not None,
            reason=layer.reason,
        )
