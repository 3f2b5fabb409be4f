"""What is traced over a corpus: a recurrent layer or a whole model, without Keras, so that any process can run it."""

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.cell import SIGNALS
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.tracing import layer_weights, trace_layer
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights
from lstm_viz.model_files import ModelFile, read_model
from lstm_viz.model_files.graph import to_json

HALVES = ("forward", "backward")


class Column(NamedTuple):
    """A column of the corpus.

    Attributes:
        name: The signal; after the half of a Bidirectional, and after the layer of a model: "lstm_forward_hidden".
        layer: The layer of the model; empty if a layer is traced alone.
        half: "forward" or "backward" of a Bidirectional; else empty.
        signal: See `cell.SIGNALS`.
        units: Size of the state.
    """

    name: str
    layer: str
    half: str
    signal: str
    units: int


@dataclass(frozen=True, eq=False)
class Network:
    """A layer or a model that can be sent to another process.

    Attributes:
        model: The weights of a layer, or a model of several.
    """

    model: RecurrentWeights | BidirectionalWeights | ModelFile

    @property
    def digest(self) -> str:
        """A digest of the weights and options: the same for the same numbers."""
        arrays: list[np.ndarray] = []
        if isinstance(self.model, ModelFile):
            told: Any = to_json(self.model.network, arrays)
        else:
            told = [_options(half, arrays) for half in _halves(self.model).values()]
        digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode())
        for array in arrays:
            digest.update(repr((array.dtype.str, array.shape)).encode())
            digest.update(np.ascontiguousarray(array).tobytes())
        return digest.hexdigest()

    def columns(self, signals: Sequence[str]) -> tuple[Column, ...]:
        """The columns of these signals.

        Args:
            signals: Names of signals, for every layer that has them, or of columns.

        Raises:
            ValueError: If nothing has such a name, or none is given.
        """
        layers = self.model.layers if isinstance(self.model, ModelFile) else {"": self.model}
        known = [column for name, layer in layers.items() for column in _columns(name, layer)]
        names = dict.fromkeys(name for column in known for name in (column.signal, column.name))
        wanted = [signals] if isinstance(signals, str) else list(signals)
        if not wanted or set(wanted) - set(names):
            raise ValueError(f"signals must be some of {', '.join(names)}, not {', '.join(wanted) or 'none'}.")
        return tuple(column for column in known if {column.signal, column.name} & set(wanted))

    def arrays(self, columns: Sequence[Column], batch: np.ndarray, mask: np.ndarray | None) -> list[np.ndarray]:
        """What each column holds of a batch of sequences, each of shape (batch, steps, units).

        Args:
            columns: The columns.
            batch: The sequences, (batch, steps, features); for a model what its input reads.
            mask: Shape (batch, steps), False after the end of a shorter sequence. None for a model.

        Raises:
            ValueError: If the sequences do not fit, or a layer of a model is not reached or has another number of
                steps.
        """
        if isinstance(self.model, ModelFile):
            run = self.model.run(batch)
            traces = run.layers
            if missed := {column.layer for column in columns} & set(run.untraced):
                raise ValueError(" ".join(run.untraced[name] for name in sorted(missed)))
        else:
            traces = {"": trace_layer(self.model, batch, mask=mask)}
        arrays = [_half(traces[column.layer], column.half).signals[column.signal] for column in columns]
        for column, array in zip(columns, arrays, strict=True):
            if array.shape[1] != batch.shape[1]:
                steps = f"{array.shape[1]} steps over a sequence of {batch.shape[1]}"
                raise ValueError(f"layer {column.layer!r} has {steps}; a row of a corpus is a step of the sequence.")
        return arrays

    def checked(self, sequence: Any, number: int) -> np.ndarray:
        """A sequence as an array that `arrays` takes in a batch.

        Raises:
            ValueError: If it does not fit; the message names it by its number.
        """
        try:
            array = np.asarray(sequence)
        except ValueError as error:
            raise ValueError(f"sequence {number} must be an array, with rows of one length: {error}") from error
        if array.dtype.kind not in "biuf":
            raise ValueError(f"sequence {number} must be an array of numbers, not {array.dtype}.")
        if not isinstance(self.model, ModelFile):
            features = next(iter(_halves(self.model).values())).features
            if array.ndim != 2 or array.shape[1] != features or not len(array):
                expected = f"(steps, {features}) with at least one step"
                raise ValueError(f"sequence {number} must have shape {expected}, not {array.shape}.")
        elif not array.ndim or not len(array):
            raise ValueError(f"sequence {number} must have at least one step.")
        return array.astype(np.float32, copy=False) if array.dtype.kind == "f" else array


def network_of(layer_or_model: Any) -> Network:
    """A layer or a model without Keras.

    Args:
        layer_or_model: What `trace_layer` or `trace_model` takes, or a `ModelFile`.

    Raises:
        TypeError: If a layer cannot be traced.
        ValueError: If a layer is not built, or a model has no recurrent layer that can be traced.
    """
    if isinstance(layer_or_model, ModelFile):
        network = layer_or_model
    elif (keras := sys.modules.get("keras")) is not None and isinstance(layer_or_model, keras.Model):
        # Without Keras it need not be compiled for each length, and no process of the pool loads TensorFlow.
        with tempfile.TemporaryDirectory(prefix="lstm_viz_") as folder:
            path = Path(folder) / "model.keras"
            layer_or_model.save(path)
            network = read_model(path)
    else:
        return Network(layer_weights(layer_or_model))
    network.check()
    return Network(network)


def _columns(name: str, layer: RecurrentWeights | BidirectionalWeights) -> list[Column]:
    return [
        Column("_".join(part for part in (name, half, signal) if part), name, half, signal, weights.units)
        for half, weights in _halves(layer).items()
        for signal in SIGNALS[weights.kind]
    ]


def _halves(layer: RecurrentWeights | BidirectionalWeights) -> dict[str, RecurrentWeights]:
    return {"": layer} if isinstance(layer, RecurrentWeights) else dict(zip(HALVES, layer, strict=True))


def _half(trace: Trace | BidirectionalTrace, half: str) -> Trace:
    return trace if isinstance(trace, Trace) else getattr(trace, half)


def _options(weights: RecurrentWeights, arrays: list[np.ndarray]) -> dict[str, Any]:
    """The options as JSON values; the arrays are appended to `arrays`."""
    given = {name: value for name, value in vars(weights).items() if value is not None}
    arrays.extend(value for value in given.values() if isinstance(value, np.ndarray))
    return {name: None if isinstance(value, np.ndarray) else value for name, value in given.items()}
