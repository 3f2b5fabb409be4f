"""What the worker is asked for. Keras is imported only where this runs."""

import numpy as np

from lstm_viz.keras_errors import KerasError, attempt
from lstm_viz.patterns.blueprint import Blueprint
from lstm_viz.patterns.builder import Build, Change
from lstm_viz.patterns.results import Continuation, PatternRun, Shape


def run_trained(pattern: str, inputs: np.ndarray) -> PatternRun:
    """A pattern's trained model over (samples, …) inputs; not for the loop, which has a state."""
    from lstm_viz.keras_engine import patterns

    return patterns.run_trained(pattern, inputs)


def continue_series(known: np.ndarray, steps: int) -> Continuation:
    """The trained loop over known values, (known, 1), and so many values of its own."""
    from lstm_viz.keras_engine import patterns

    return patterns.continuation(known, steps)


def run_built(build: Build) -> PatternRun | KerasError:
    """A model put together by a visitor, over a sample drawn from its seed; or why Keras refuses it."""
    from lstm_viz.keras_engine import patterns

    made = attempt(patterns.drawn, build.blueprint(), build.seed)
    return made if isinstance(made, KerasError) else patterns.run_drawn(*made)


def output_shape(blueprint: Blueprint) -> Shape | KerasError:
    """The shape of a model's output as Keras tells it; or why Keras refuses the model."""
    from lstm_viz.keras_engine import patterns

    made = attempt(patterns.build, blueprint)
    return made if isinstance(made, KerasError) else tuple(made.output_shape)


def switched(blueprint: Blueprint) -> dict[tuple[bool, ...], Shape | KerasError]:
    """What Keras makes of a model for each setting of its LSTM layers' `return_sequences`."""
    return {switches: output_shape(changed) for switches, changed in blueprint.switched().items()}


def mends(build: Build) -> tuple[tuple[Change, Shape], ...]:
    """The small changes after which Keras builds the model, each with the shape that then comes out."""
    tried = [(change, output_shape(changed.blueprint())) for change, changed in build.changes()]
    return tuple((change, shape) for change, shape in tried if not isinstance(shape, KerasError))
