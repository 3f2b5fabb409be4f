"""What the worker is asked for. Keras is imported only where this runs."""

import numpy as np

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.combinations import Shapes
from lstm_viz.lessons.what_it_returns.results import Returned


def returned_by_keras(call: Call, inputs: np.ndarray) -> Returned | KerasError:
    """Every tensor of a call; see `keras_engine.returned`."""
    from lstm_viz.lessons.what_it_returns.in_keras import returned

    return returned(call, inputs)


def others_by_keras(call: Call, inputs: np.ndarray) -> dict[str, np.ndarray]:
    """What a call is compared with; see `keras_engine.returned_others`."""
    from lstm_viz.lessons.what_it_returns.in_keras_others import others

    return others(call, inputs)


def shapes_by_keras(calls: tuple[Call, ...], inputs: np.ndarray) -> tuple[Shapes | KerasError, ...]:
    """The shapes of what each call returns; see `keras_engine.returned`."""
    from lstm_viz.lessons.what_it_returns.in_keras import returned_shapes

    return tuple(returned_shapes(call, inputs) for call in calls)
