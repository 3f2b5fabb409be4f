"""The functions of `in_keras.py` and `in_keras_dropout.py`, by name and type."""

import numpy as np

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.combinations import Shapes
from lstm_viz.lessons.what_it_returns.dropout import DropoutLayer, Dropped
from lstm_viz.lessons.what_it_returns.parameters import LayerSize
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.what_it_returns.in_keras"

returned: Remote[[Call, np.ndarray], Returned | KerasError] = Remote(f"{HERE}:returned")
others: Remote[[Call, np.ndarray], dict[str, np.ndarray]] = Remote(f"{HERE}:others")
shapes: Remote[[tuple[Call, ...], np.ndarray], tuple[Shapes | KerasError, ...]] = Remote(f"{HERE}:shapes")
output_shapes: Remote[[tuple[Call, ...], tuple[int, int, int]], tuple[Shapes | KerasError, ...]] = Remote(
    f"{HERE}:output_shapes"
)
count_params: Remote[[LayerSize], int] = Remote(f"{HERE}:count_params")
dropped: Remote[[DropoutLayer, np.ndarray], Dropped] = Remote(f"{HERE}_dropout:dropped")
