"""The trace of a recurrent layer, with its shapes checked."""

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from lstm_viz.engine import export
from lstm_viz.engine.cell import SIGNALS, STATES
from lstm_viz.engine.weights import RecurrentWeights, read_only

if TYPE_CHECKING:
    import pandas
    import xarray


@dataclass(frozen=True, eq=False)
class Trace:
    """Every gate and state of one layer at every step.

    The time axis is in the input's order, also for a layer that reads backwards. Arrays are float32 and read-only.

    Attributes:
        weights: The layer.
        inputs: Shape (batch, time, features).
        signals: Name → array of shape (batch, time, units), in the order of `cell.SIGNALS`. Each signal is also an
            attribute: `trace.forget_gate`. At a masked step the gates are those that Keras computes and discards.
        initial_state: One array of shape (batch, units) for each state: hidden, and cell for an LSTM.
        mask: Shape (batch, time), False at a step that is skipped; None without a mask.

    Raises:
        ValueError: If a signal is missing or a shape does not fit.
    """

    weights: RecurrentWeights
    inputs: np.ndarray
    signals: Mapping[str, np.ndarray]
    initial_state: tuple[np.ndarray, ...]
    mask: np.ndarray | None = None

    def __post_init__(self):
        names = SIGNALS[self.kind]
        if set(self.signals) != set(names):
            raise ValueError(f"signals of this {self.kind} must be {names}, not {tuple(self.signals)}.")
        keep = {
            "inputs": read_only(self.inputs),
            "signals": MappingProxyType({name: read_only(self.signals[name]) for name in names}),
            "initial_state": tuple(read_only(state) for state in self.initial_state),
            "mask": None if self.mask is None else read_only(np.asarray(self.mask, bool)),
        }
        for name, value in keep.items():
            object.__setattr__(self, name, value)
        self._check_shapes()

    def _repr_mimebundle_(self, **options):
        """The viewer, in a notebook that has anywidget; else the text that `repr` gives."""
        if importlib.util.find_spec("anywidget") is None:
            return {"text/plain": repr(self)}
        return importlib.import_module("lstm_viz").show(self)._repr_mimebundle_(**options)

    def _check_shapes(self):
        if self.inputs.ndim != 3 or self.inputs.shape[2] != self.weights.features:
            expected = f"(batch, time, {self.weights.features})"
            raise ValueError(f"inputs must have shape {expected}, not {self.inputs.shape}.")
        batch, time = self.inputs.shape[:2]
        if not time:
            raise ValueError("inputs must hold at least one step.")
        for name, array in self.signals.items():
            _check_shape(name, array, (batch, time, self.units))
        if len(self.initial_state) != len(STATES[self.kind]):
            expected = " and ".join(STATES[self.kind])
            raise ValueError(f"initial_state must hold {expected}, not {len(self.initial_state)} arrays.")
        for name, state in zip(STATES[self.kind], self.initial_state, strict=True):
            _check_shape(f"initial {name} state", state, (batch, self.units))
        if self.mask is not None:
            _check_shape("mask", self.mask, (batch, time))

    def __getattr__(self, name: str) -> np.ndarray:
        if not name.startswith("_") and name in (signals := self.__dict__.get("signals", {})):
            return signals[name]
        kind = self.__dict__["weights"].kind if "weights" in self.__dict__ else "trace"
        raise AttributeError(f"A trace of this {kind} has no {name!r}; it has {', '.join(SIGNALS.get(kind, ()))}.")

    def __reduce__(self):
        return Trace, (self.weights, self.inputs, dict(self.signals), self.initial_state, self.mask)

    @property
    def kind(self) -> str:
        """The layer's kind: "lstm", "gru" or "simple_rnn"."""
        return self.weights.kind

    @property
    def units(self) -> int:
        """Size of the state."""
        return self.weights.units

    @property
    def go_backwards(self) -> bool:
        """Whether the layer read its input from the last step to the first."""
        return self.weights.go_backwards

    @property
    def steps(self) -> int:
        """Number of steps."""
        return self.inputs.shape[1]

    @cached_property
    def final_state(self) -> tuple[np.ndarray, ...]:
        """The states after the last step that was read, each (batch, units)."""
        last = 0 if self.go_backwards else -1
        return tuple(self.signals[name][:, last] for name in STATES[self.kind])

    def before(self, state: str) -> np.ndarray:
        """A state before each step.

        Args:
            state: "hidden", or "cell" for an LSTM.

        Returns:
            Shape (batch, time, units): the state before the step was read, with steps in the input's order.

        Raises:
            ValueError: If the layer has no such state.
        """
        if state not in STATES[self.kind]:
            raise ValueError(f"state must be one of {', '.join(STATES[self.kind])}, not {state!r}.")
        first = self.initial_state[STATES[self.kind].index(state)][:, None]
        if self.go_backwards:
            return np.concatenate([self.signals[state][:, 1:], first], axis=1)
        return np.concatenate([first, self.signals[state][:, :-1]], axis=1)

    def keras_outputs(self, *, return_sequences: bool = False, return_state: bool = False):
        """The outputs of the Keras layer, in the structure in which Keras returns them.

        Args:
            return_sequences: Whether to return the output at each step, in the order in which the layer read the steps.
            return_state: Whether to also return the states after the last step.

        Returns:
            The output, (batch, units) or (batch, time, units); with `return_state` a list of the output and each state.
        """
        outputs = self._outputs_as_read(return_sequences)
        output = outputs if return_sequences else outputs[:, -1]
        return [output, *self.final_state] if return_state else output

    def _outputs_as_read(self, return_sequences: bool) -> np.ndarray:
        order = slice(None, None, -1) if self.go_backwards else slice(None)
        hidden = self.signals["hidden"][:, order]
        if self.mask is None:
            return hidden
        # A masked step repeats the previous output. Before the first step that is read, this is zeros, not the initial
        # state.
        mask = self.mask[:, order, None]
        shown = np.maximum.accumulate(mask, axis=1)
        if self.weights.zero_output_for_mask:
            # Keras 3.15 does not reverse the mask for the output sequence of an unrolled layer.
            shown = shown & (self.mask[..., None] if self.weights.unroll and return_sequences else mask)
        return np.where(shown, hidden, np.float32(0))

    def to_dataframe(self) -> "pandas.DataFrame":
        """One row for each value, with the columns sample, time, unit, signal and value; indices start at 0."""
        return export.to_dataframe(self)

    def to_xarray(self) -> "xarray.Dataset":
        """A Dataset of the signals over sample, time and unit, and of the inputs over sample, time and feature.

        Raises:
            ImportError: If xarray is not installed.
        """
        return export.to_xarray(self)

    def save(self, path: str | Path | BinaryIO) -> None:
        """Writes the trace to a compressed npz file without pickle. No suffix is added to the name.

        Args:
            path: The path of the file, or a file that is open for writing bytes.
        """
        export.save(self, path)

    @staticmethod
    def load(path: str | Path) -> "Trace":
        """Reads a file that `save` wrote.

        Raises:
            ValueError: If the file is not a saved trace.
            FileNotFoundError: If the file does not exist.
        """
        return export.load(path, Trace)


def _check_shape(name: str, array: np.ndarray, expected: tuple[int, ...]) -> None:
    if array.shape != expected:
        raise ValueError(f"{name} must have shape {expected}, not {array.shape}.")
