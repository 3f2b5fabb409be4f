"""Which unit decides: the memory of each unit is kept at 0, and the model answers again."""

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.lessons.your_model.passes import MOST_NUMBERS, Place
from lstm_viz.model_files import ModelFile
from lstm_viz.model_files.model_file import Change
from lstm_viz.model_files.running import AnyTrace

MOST_PASSES = 64
"""The most passes that run together."""


def answers_without(
    model: ModelFile, inputs: Mapping[str, np.ndarray], place: Place, units: Sequence[int], output: int
) -> np.ndarray:
    """What the model answers if the memory of one unit is 0 at every step, for each of several units.

    The memory is the cell state of an LSTM, and the hidden state of other layers.

    Args:
        model: The model.
        inputs: One sample, (1, …) for each input.
        place: The layer. It reads the sample once: it is not inside a TimeDistributed.
        units: The units, counted from 0.
        output: Which output of the model.

    Returns:
        The output for each unit, (units, …).

    Raises:
        InputError: If the pass would be too large.
    """
    found = []
    own = place.of(model.run(inputs, most=MOST_NUMBERS).layers)
    together = max(1, min(MOST_PASSES, MOST_NUMBERS // max(1, own.steps * own.units * 2 * len(own.signals))))
    for start in range(0, len(units), together):
        part = units[start : start + together]
        repeated = {name: np.repeat(array, len(part), axis=0) for name, array in inputs.items()}
        outputs = model.run(repeated, change=_erasing(place, part), most=4 * MOST_NUMBERS).outputs
        found.append((outputs if isinstance(outputs, list) else [outputs])[output])
    return np.concatenate(found)


def _erasing(place: Place, units: Sequence[int]) -> Change:
    """Erases unit k of `units` in sample k, in the layer that is looked at."""
    samples = np.arange(len(units))

    def change(layer: str, found: AnyTrace) -> AnyTrace:
        return place.put(found, erased(place.of({layer: found}))) if layer == place.layer else found

    def erased(trace: Trace) -> Trace:
        memory = memory_name(trace.kind)

        def erase(_time: int, name: str, signal: np.ndarray) -> np.ndarray:
            if name == memory:
                signal = signal.copy()
                signal[samples, list(units)] = 0
            return signal

        return numpy_engine.run(
            trace.weights, trace.inputs, initial_state=trace.initial_state, mask=trace.mask, change=erase
        )

    return change
