"""The unrolled picture of a call: what each layer holds at each step of the input, and where each tensor is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import Call, behind_code, layer_code
from lstm_viz.lessons.what_it_returns.inputs import Inputs
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.words import behind_note, tensor_note

SIGNALS = {"h": "hidden", "c": "cell"}
INPUT, MERGED, BEHIND = "x", "merged", "y"


@dataclass(frozen=True, eq=False)
class Shown:
    """What is drawn.

    Attributes:
        call: What was called.
        result: What Keras gave for it.
        inputs: On what.
        sample: Which of the samples, from 0.
        gettext: Translates what is written.
    """

    call: Call
    result: Returned
    inputs: Inputs
    sample: int
    gettext: Translate

    @property
    def steps(self) -> int:
        """How many there are."""
        return self.inputs.x.shape[1]

    @property
    def has_merged_lane(self) -> bool:
        """Whether the output is neither layer's own."""
        return self.call.bidirectional and not self.call.has_two_outputs

    def of_sample(self, array: np.ndarray) -> np.ndarray:
        """What of a tensor is drawn."""
        return array[self.sample]

    def is_backwards(self, name: str) -> bool:
        """Whether a state or output is of a layer that reads from the last step to the first."""
        return name.startswith("backward_") or self.call.go_backwards

    def last_read(self, name: str) -> int:
        """The step of the input that such a layer reads last."""
        return 0 if self.is_backwards(name) else self.steps - 1


def picture(shown: Shown) -> Unrolled:
    """The drawing, from the input below to the output above, forward and backward lanes apart."""
    tensors = tuple(_tensors(shown))
    held = {node for tensor in tensors for node in tensor.nodes}
    return Unrolled(
        title=shown.gettext("{layer}, timesteps = {steps}").format(layer=layer_code(shown.call), steps=shown.steps),
        columns=tuple(_column(shown, step) for step in range(shown.steps)),
        lanes=tuple(_lanes(shown)),
        nodes=(*_input_nodes(shown), *_state_nodes(shown, held), *_output_nodes(shown)),
        edges=(*_state_edges(shown), *_output_edges(shown)),
        tensors=tensors,
    )


def _column(shown: Shown, step: int) -> str:
    """A step as people count it, with the symbol it reads."""
    tokens = shown.inputs.tokens
    return f"{step + 1} ({tokens[shown.sample][step]})" if tokens else str(step + 1)


def _lanes(shown: Shown) -> Iterator[Lane]:
    gettext, call = shown.gettext, shown.call
    yield Lane(INPUT, gettext("Input x"))
    states = {"h": gettext("hidden state h"), "c": gettext("cell state c")}
    ways = {"": "", "forward": gettext("forward"), "backward": gettext("backward")}
    for name in _lanes_upwards(call):
        *way, letter = name.split("_")
        layer = f"{ways[''.join(way)]} {KERAS_NAMES[call.layer]}".strip()
        yield Lane(name, f"{layer} · {states[letter]}")
    if shown.has_merged_lane:
        yield Lane(MERGED, f'merge_mode="{call.merge_mode}"')
    if isinstance(shown.result.behind, np.ndarray):
        yield Lane(BEHIND, behind_code(call))


def _lanes_upwards(call: Call) -> list[str]:
    """The states' names, of each layer the cell below what it shows."""
    names, states = call.state_names, len(call.state_names) // len(call.directions)
    return [name for start in range(0, len(names), states) for name in reversed(names[start : start + states])]


def _input_nodes(shown: Shown) -> Iterator[Node]:
    title = shown.gettext("input at step {step}")
    for step, values in enumerate(shown.of_sample(shown.inputs.x)):
        yield Node(f"{INPUT} {step}", INPUT, step, "x", title.format(step=step + 1), values)


def _state_nodes(shown: Shown, held: set[str]) -> Iterator[Node]:
    title = shown.gettext("{name} after step {step}")
    for name, array in shown.result.steps.items():
        letter = name[-1]
        for step, values in enumerate(shown.of_sample(array)):
            node, full = f"{name} {step}", title.format(name=name, step=step + 1)
            yield Node(node, name, step, letter, full, values, SIGNALS[letter], faint=node not in held)


def _output_nodes(shown: Shown) -> Iterator[Node]:
    """What is neither layer's own: the merged output, and what a Dense behind makes of it."""
    result = shown.result
    if shown.has_merged_lane:
        (name,) = shown.call.output_names
        yield from _per_step(shown, MERGED, name, result.tensors[name], label="out", signal="hidden")
    if isinstance(result.behind, np.ndarray):
        yield from _per_step(shown, BEHIND, "y", result.behind, label="y", signal=None)


def _per_step(
    shown: Shown, lane: str, name: str, tensor: np.ndarray, *, label: str, signal: str | None
) -> Iterator[Node]:
    """A node for each step of a sequence, in the input's order; one over the whole width for a single output."""
    array = shown.of_sample(tensor)
    if array.ndim == 1:
        yield Node(lane, lane, None, name, name, array, signal)
        return
    title = shown.gettext("{name} at step {step}")
    for position, values in enumerate(array):
        step = shown.steps - 1 - position if shown.call.go_backwards else position
        yield Node(f"{lane} {step}", lane, step, label, title.format(name=name, step=step + 1), values, signal)


def _state_edges(shown: Shown) -> Iterator[Edge]:
    states = len(shown.call.state_names) // len(shown.call.directions)
    for position, name in enumerate(_lanes_upwards(shown.call)):
        below = INPUT if position % states == 0 else _lanes_upwards(shown.call)[position - 1]
        for step in range(shown.steps):
            yield Edge(f"{below} {step}", f"{name} {step}", "data")
            before = step + (1 if shown.is_backwards(name) else -1)
            if 0 <= before < shown.steps:
                yield Edge(f"{name} {before}", f"{name} {step}", "state")


def _output_edges(shown: Shown) -> Iterator[Edge]:
    call = shown.call
    shows = [name for name in call.state_names if name.endswith("h")]
    steps = range(shown.steps) if call.return_sequences else [None]
    behind = isinstance(shown.result.behind, np.ndarray)
    for step in steps:
        if shown.has_merged_lane:
            for name in shows:
                start = f"{name} {shown.last_read(name) if step is None else step}"
                yield Edge(start, _at(MERGED, step), "data")
        if behind and shown.has_merged_lane:
            yield Edge(_at(MERGED, step), _at(BEHIND, step), "data")
        elif behind:
            yield Edge(f"{shows[0]} {shown.last_read(shows[0]) if step is None else step}", _at(BEHIND, step), "data")


def _at(lane: str, step: int | None) -> str:
    return lane if step is None else f"{lane} {step}"


def _tensors(shown: Shown) -> Iterator[Tensor]:
    for name, array in shown.result.tensors.items():
        yield Tensor(name, array, tuple(_nodes_of(shown, name)), tensor_note(shown.call, name, shown.gettext))
    behind = shown.result.behind
    if isinstance(behind, np.ndarray):
        steps: Sequence[int | None] = range(shown.steps) if behind.ndim == 3 else [None]
        yield Tensor("y", behind, tuple(_at(BEHIND, step) for step in steps), behind_note(shown.call, shown.gettext))


def _nodes_of(shown: Shown, name: str) -> list[str]:
    """Which boxes hold a returned tensor."""
    call, every = shown.call, range(shown.steps)
    if name in call.state_names:
        return [f"{name} {shown.last_read(name)}"]
    shows = f"{name.rpartition('_')[0]}_h".lstrip("_")
    if not shown.has_merged_lane:
        return [f"{shows} {step}" for step in every] if call.return_sequences else [f"{shows} {shown.last_read(name)}"]
    merged = [_at(MERGED, step) for step in (every if call.return_sequences else [None])]
    if call.merge_mode != "concat":
        return merged
    halves = [letter for letter in call.state_names if letter.endswith("h")]
    if call.return_sequences:
        return merged + [f"{half} {step}" for half in halves for step in every]
    return merged + [f"{half} {shown.last_read(half)}" for half in halves]
