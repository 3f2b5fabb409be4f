"""The trace of a `keras.layers.Bidirectional`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import MERGE_MODES


@dataclass(frozen=True, eq=False)
class BidirectionalTrace:
    """The traces of the two layers inside a `keras.layers.Bidirectional`, both in the input's order.

    Attributes:
        forward: Trace of the layer that was given.
        backward: Trace of its copy, which reads in the opposite direction.
        merge_mode: "concat", "sum", "mul", "ave" or None, as in Keras.
    """

    forward: Trace
    backward: Trace
    merge_mode: str | None = "concat"

    def __post_init__(self):
        if self.merge_mode not in MERGE_MODES:
            raise ValueError(f"merge_mode must be one of {MERGE_MODES}, not {self.merge_mode!r}.")

    def __iter__(self) -> Iterator[Trace]:
        return iter((self.forward, self.backward))

    def keras_outputs(self, *, return_sequences: bool = False, return_state: bool = False):
        """The outputs of the Keras layer, in the structure in which Keras returns them.

        Args:
            return_sequences: Whether to return the output at each step. The outputs of the backward layer are reversed
                to the input's order.
            return_state: Whether to also return the forward states, then the backward states.

        Returns:
            The merged output, or two outputs for `merge_mode=None`, followed by the states with `return_state`: one
            array, or a list of several arrays. A merged output is (batch, time, 2 * units) for "concat" and
            (batch, time, units) otherwise, without the time axis unless `return_sequences`.
        """
        ahead, back = (_outputs(trace, return_sequences) for trace in self)
        if return_sequences:
            back = back[:, ::-1]
        outputs = [ahead, back] if self.merge_mode is None else [merged(ahead, back, self.merge_mode)]
        if return_state:
            outputs += [*self.forward.final_state, *self.backward.final_state]
        return outputs if len(outputs) > 1 else outputs[0]


def _outputs(trace: Trace, return_sequences: bool) -> np.ndarray:
    # A Bidirectional returns zeros at masked steps of an output sequence and only there, whatever its layers' settings.
    weights = replace(trace.weights, zero_output_for_mask=return_sequences)
    return replace(trace, weights=weights).keras_outputs(return_sequences=return_sequences)


def merged(ahead: np.ndarray, back: np.ndarray, merge_mode: str) -> np.ndarray:
    """The output that a Bidirectional makes of those of its two layers."""
    if merge_mode == "concat":
        return np.concatenate([ahead, back], axis=-1)
    if merge_mode == "mul":
        return ahead * back
    total = ahead + back
    return total / 2 if merge_mode == "ave" else total
