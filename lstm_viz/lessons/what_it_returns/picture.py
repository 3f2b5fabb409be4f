"""The unrolled drawing of a call: the states and outputs at each step, and where each returned tensor is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import Call, layer_code, next_layer_code
from lstm_viz.lessons.what_it_returns.inputs import Inputs
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.words import next_layer_note, tensor_note

SIGNALS = {"h": "hidden", "c": "cell"}
INPUT, MERGED, NEXT_LAYER = "x", "merged", "y"


@dataclass(frozen=True, eq=False)
class DrawnCall:
    """The part of a call that is drawn.

    Attributes:
        call: The call.
        result: The tensors that Keras returned.
        inputs: The input of the call.
        sample: The position of the drawn sample, from 0.
        gettext: Translates the texts.
    """

    call: Call
    result: Returned
    inputs: Inputs
    sample: int
    gettext: Translate

    @property
    def steps(self) -> int:
        """The number of steps."""
        return self.inputs.x.shape[1]

    @property
    def has_merged_lane(self) -> bool:
        """Whether there is a lane for an output that is merged from both directions."""
        return self.call.bidirectional and not self.call.has_two_outputs

    def of_sample(self, array: np.ndarray) -> np.ndarray:
        """The part of a tensor that belongs to the drawn sample."""
        return array[self.sample]

    def is_backwards(self, name: str) -> bool:
        """Whether a state or output belongs to a backward layer."""
        return name.startswith("backward_") or self.call.go_backwards

    def last_read(self, name: str) -> int:
        """The step of the input that the layer of a state or output reads last."""
        return 0 if self.is_backwards(name) else self.steps - 1


def picture(drawn: DrawnCall) -> Unrolled:
    """Draws the call, from the input at the bottom to the output at the top, with a lane for each direction."""
    tensors = tuple(_tensors(drawn))
    held = {node for tensor in tensors for node in tensor.nodes}
    return Unrolled(
        title=drawn.gettext("{layer}, timesteps = {steps}").format(layer=layer_code(drawn.call), steps=drawn.steps),
        columns=tuple(_column(drawn, step) for step in range(drawn.steps)),
        lanes=tuple(_lanes(drawn)),
        nodes=(*_input_nodes(drawn), *_state_nodes(drawn, held), *_output_nodes(drawn)),
        edges=(*_state_edges(drawn), *_output_edges(drawn)),
        tensors=tensors,
    )


def _column(drawn: DrawnCall, step: int) -> str:
    """The title of a column: the step, counted from 1, and its symbol if there is one."""
    tokens = drawn.inputs.tokens
    return f"{step + 1} ({tokens[drawn.sample][step]})" if tokens else str(step + 1)


def _lanes(drawn: DrawnCall) -> Iterator[Lane]:
    gettext, call = drawn.gettext, drawn.call
    yield Lane(INPUT, gettext("Input x"))
    states = {"h": gettext("hidden state h"), "c": gettext("cell state c")}
    ways = {"": "", "forward": gettext("forward"), "backward": gettext("backward")}
    for name in _lanes_upwards(call):
        *way, letter = name.split("_")
        layer = f"{ways[''.join(way)]} {KERAS_NAMES[call.layer]}".strip()
        yield Lane(name, f"{layer} · {states[letter]}")
    if drawn.has_merged_lane:
        yield Lane(MERGED, f'merge_mode="{call.merge_mode}"')
    if isinstance(drawn.result.next_layer, np.ndarray):
        yield Lane(NEXT_LAYER, next_layer_code(call))


def _lanes_upwards(call: Call) -> list[str]:
    """The names of the states, from the bottom lane to the top: the cell state below the hidden state of its layer."""
    names, states = call.state_names, len(call.state_names) // len(call.directions)
    return [name for start in range(0, len(names), states) for name in reversed(names[start : start + states])]


def _input_nodes(drawn: DrawnCall) -> Iterator[Node]:
    title = drawn.gettext("input at step {step}")
    for step, values in enumerate(drawn.of_sample(drawn.inputs.x)):
        yield Node(f"{INPUT} {step}", INPUT, step, "x", title.format(step=step + 1), values)


def _state_nodes(drawn: DrawnCall, held: set[str]) -> Iterator[Node]:
    title = drawn.gettext("{name} after step {step}")
    for name, array in drawn.result.steps.items():
        letter = name[-1]
        for step, values in enumerate(drawn.of_sample(array)):
            node, full = f"{name} {step}", title.format(name=name, step=step + 1)
            yield Node(node, name, step, letter, full, values, SIGNALS[letter], faint=node not in held)


def _output_nodes(drawn: DrawnCall) -> Iterator[Node]:
    """The nodes of the merged output and of the next layer's output."""
    result = drawn.result
    if drawn.has_merged_lane:
        (name,) = drawn.call.output_names
        yield from _per_step(drawn, MERGED, name, result.tensors[name], label="out", signal="hidden")
    if isinstance(result.next_layer, np.ndarray):
        yield from _per_step(drawn, NEXT_LAYER, "y", result.next_layer, label="y", signal=None)


def _per_step(
    drawn: DrawnCall, lane: str, name: str, tensor: np.ndarray, *, label: str, signal: str | None
) -> Iterator[Node]:
    """A node for each step of an output sequence, in the order of the input; one wide node for a single output."""
    array = drawn.of_sample(tensor)
    if array.ndim == 1:
        yield Node(lane, lane, None, name, name, array, signal)
        return
    title = drawn.gettext("{name} at step {step}")
    for position, values in enumerate(array):
        step = drawn.steps - 1 - position if drawn.call.go_backwards else position
        yield Node(f"{lane} {step}", lane, step, label, title.format(name=name, step=step + 1), values, signal)


def _state_edges(drawn: DrawnCall) -> Iterator[Edge]:
    states = len(drawn.call.state_names) // len(drawn.call.directions)
    for position, name in enumerate(_lanes_upwards(drawn.call)):
        below = INPUT if position % states == 0 else _lanes_upwards(drawn.call)[position - 1]
        for step in range(drawn.steps):
            yield Edge(f"{below} {step}", f"{name} {step}", "data")
            before = step + (1 if drawn.is_backwards(name) else -1)
            if 0 <= before < drawn.steps:
                yield Edge(f"{name} {before}", f"{name} {step}", "state")


def _output_edges(drawn: DrawnCall) -> Iterator[Edge]:
    call = drawn.call
    shows = [name for name in call.state_names if name.endswith("h")]
    steps = range(drawn.steps) if call.return_sequences else [None]
    is_read = isinstance(drawn.result.next_layer, np.ndarray)
    for step in steps:
        if drawn.has_merged_lane:
            for name in shows:
                start = f"{name} {drawn.last_read(name) if step is None else step}"
                yield Edge(start, _at(MERGED, step), "data")
        if is_read and drawn.has_merged_lane:
            yield Edge(_at(MERGED, step), _at(NEXT_LAYER, step), "data")
        elif is_read:
            yield Edge(
                f"{shows[0]} {drawn.last_read(shows[0]) if step is None else step}", _at(NEXT_LAYER, step), "data"
            )


def _at(lane: str, step: int | None) -> str:
    return lane if step is None else f"{lane} {step}"


def _tensors(drawn: DrawnCall) -> Iterator[Tensor]:
    for name, array in drawn.result.tensors.items():
        yield Tensor(name, array, tuple(_nodes_of(drawn, name)), tensor_note(drawn.call, name, drawn.gettext))
    y = drawn.result.next_layer
    if isinstance(y, np.ndarray):
        steps: Sequence[int | None] = range(drawn.steps) if y.ndim == 3 else [None]
        nodes = tuple(_at(NEXT_LAYER, step) for step in steps)
        yield Tensor("y", y, nodes, next_layer_note(drawn.call, drawn.gettext))


def _nodes_of(drawn: DrawnCall, name: str) -> list[str]:
    """The ids of the nodes that hold a returned tensor."""
    call, every = drawn.call, range(drawn.steps)
    if name in call.state_names:
        return [f"{name} {drawn.last_read(name)}"]
    shows = f"{name.rpartition('_')[0]}_h".lstrip("_")
    if not drawn.has_merged_lane:
        return [f"{shows} {step}" for step in every] if call.return_sequences else [f"{shows} {drawn.last_read(name)}"]
    merged = [_at(MERGED, step) for step in (every if call.return_sequences else [None])]
    if call.merge_mode != "concat":
        return merged
    halves = [letter for letter in call.state_names if letter.endswith("h")]
    if call.return_sequences:
        return merged + [f"{half} {step}" for half in halves for step in every]
    return merged + [f"{half} {drawn.last_read(half)}" for half in halves]
