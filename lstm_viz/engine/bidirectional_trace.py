"""What a pass over a `keras.layers.Bidirectional` recorded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.trace import Trace

MERGE_MODES = ("concat", "sum", "mul", "ave", None)


@dataclass(frozen=True, eq=False)
class BidirectionalTrace:
    """The traces of the two layers inside a `keras.layers.Bidirectional`, both in the input's order of time.

    Attributes:
        forward: Of the layer that was given.
        backward: Of its twin that reads the other way.
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
        """Exactly what the Keras layer returns.

        Args:
            return_sequences: The output at each step; the backward half is turned to the input's order.
            return_state: Also the forward states, then the backward states.

        Returns:
            The merged output (for `merge_mode=None` two), followed by the states with `return_state`: one array, or a
            list where there are several. A merged output is (batch, time, 2 * units) for "concat", (batch, time, units)
            otherwise, without the time axis unless `return_sequences`.
        """
        ahead, back = (_outputs(trace, return_sequences) for trace in self)
        if return_sequences:
            back = back[:, ::-1]
        outputs = [ahead, back] if self.merge_mode is None else [_merge(ahead, back, self.merge_mode)]
        if return_state:
            outputs += [*self.forward.final_state, *self.backward.final_state]
        return outputs if len(outputs) > 1 else outputs[0]


def _outputs(trace: Trace, return_sequences: bool) -> np.ndarray:
    # Whatever its layers were told, a Bidirectional gives zeros at masked steps of a sequence, and only there.
    weights = replace(trace.weights, zero_output_for_mask=return_sequences)
    return replace(trace, weights=weights).keras_outputs(return_sequences=return_sequences)


def _merge(ahead: np.ndarray, back: np.ndarray, merge_mode: str) -> np.ndarray:
    if merge_mode == "concat":
        return np.concatenate([ahead, back], axis=-1)
    if merge_mode == "mul":
        return ahead * back
    total = ahead + back
    return total / 2 if merge_mode == "ave" else total
