"""The files that `Trace.save` writes."""

import io

from lstm_viz.engine.export import load_weights
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import Graph, Node
from lstm_viz.model_files.recurrent_layer import half_of, recurrent_layer
from lstm_viz.model_files.writer import Writer

MOST_BYTES = 2**27


def read(content: bytes) -> Description:
    """The layer of a saved trace.

    Raises:
        InputError: If it is none.
    """
    weights = load_weights(io.BytesIO(content), MOST_BYTES)
    half = half_of(weights)
    layer = recurrent_layer("layer", weights.kind, [half], return_sequences=True, return_state=False)
    return Description("LSTM Explorer NPZ", Writer("LSTM Explorer"), Graph((layer,), (Node(0),), (), ()))
