"""The files that `Trace.save` writes."""

import io

from lstm_viz.engine.export import OPTIONS, load_weights
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import Graph, Node
from lstm_viz.model_files.recurrent_layer import recurrent_layer
from lstm_viz.model_files.writer import Writer

MOST_BYTES = 2**27


def read(content: bytes) -> Description:
    """The layer of a saved trace.

    Raises:
        InputError: If it is none.
    """
    weights = load_weights(io.BytesIO(content), MOST_BYTES)
    arrays = {"kernel": weights.kernel, "recurrent_kernel": weights.recurrent_kernel}
    if weights.bias is not None:
        arrays["bias"] = weights.bias
    options = {name: getattr(weights, name) for name in OPTIONS}
    layer = recurrent_layer("layer", weights.kind, [(options, arrays)], return_sequences=True, return_state=False)
    return Description("LSTM Explorer NPZ", Writer("LSTM Explorer"), Graph((layer,), (Node(0),), (), ()))
