"""The files that `Trace.save` writes."""

import io

from lstm_viz.engine.export import load_weights
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import Graph, Layer, Node
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
    names = (
        "kind",
        "activation",
        "recurrent_activation",
        "reset_after",
        "go_backwards",
        "zero_output_for_mask",
        "unroll",
    )
    options = {
        "weights": {name: getattr(weights, name) for name in names},
        "return_sequences": True,
        "return_state": False,
    }
    size = sum(array.size for array in arrays.values())
    layer = Layer("layer", weights.kind, "recurrent", options, arrays, parameters=size)
    return Description("LSTM Explorer NPZ", Writer("LSTM Explorer"), Graph((layer,), (Node(0),), (), ()))
