"""What the worker is asked for. Keras is imported only where this runs."""

from dataclasses import replace

import numpy as np

from lstm_viz.keras_errors import KerasError, attempt
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build, Change
from lstm_viz.lessons.patterns.results import Continuation, LayerError, PatternRun, Shape


def run_trained(pattern: str, inputs: np.ndarray) -> PatternRun:
    """A pattern's trained model over (samples, …) inputs; not for the loop, which has a state."""
    from lstm_viz.lessons.patterns import in_keras

    return in_keras.run_trained(pattern, inputs)


def continue_series(known: np.ndarray, steps: int) -> Continuation:
    """The trained loop over known values, (known, 1), and so many values of its own."""
    from lstm_viz.lessons.patterns import in_keras

    return in_keras.continuation(known, steps)


def run_built(build: Build) -> PatternRun | LayerError:
    """A model put together by a visitor, over a sample drawn from its seed; or why Keras refuses it."""
    from lstm_viz.lessons.patterns import in_keras

    made = attempt(in_keras.drawn, build.blueprint(), build.seed)
    return _refusal(build.blueprint()) if isinstance(made, KerasError) else in_keras.run_drawn(*made)


def _refusal(blueprint: Blueprint) -> LayerError:
    """Which layer of a model Keras refuses: it is asked for the first alone, for the first two, and so on."""
    from lstm_viz.lessons.patterns import in_keras

    reads: Shape = (blueprint.batch_size, *blueprint.input_shape)
    for at in range(len(blueprint.layers)):
        made = attempt(in_keras.build, replace(blueprint, layers=blueprint.layers[: at + 1]))
        if isinstance(made, KerasError):
            return LayerError(made.kind, made.message, at, reads)
        reads = tuple(made.output_shape)
    raise ValueError(f"blueprint must be of a model that Keras refuses, not {blueprint}.")


def output_shape(blueprint: Blueprint) -> Shape | LayerError:
    """The shape of a model's output as Keras tells it; or why Keras refuses the model."""
    from lstm_viz.lessons.patterns import in_keras

    made = attempt(in_keras.build, blueprint)
    return _refusal(blueprint) if isinstance(made, KerasError) else tuple(made.output_shape)


def switched(blueprint: Blueprint) -> dict[tuple[bool, ...], Shape | LayerError]:
    """What Keras makes of a model for each setting of its LSTM layers' `return_sequences`."""
    return {switches: output_shape(changed) for switches, changed in blueprint.switched().items()}


def mends(build: Build) -> tuple[tuple[Change, Shape], ...]:
    """The small changes after which Keras builds the model, each with the shape that then comes out."""
    from lstm_viz.lessons.patterns import in_keras

    tried = [(change, attempt(in_keras.build, changed.blueprint())) for change, changed in build.changes()]
    return tuple((change, tuple(made.output_shape)) for change, made in tried if not isinstance(made, KerasError))
