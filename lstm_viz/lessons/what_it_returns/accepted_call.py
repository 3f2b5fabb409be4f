"""For a call that raises a Keras error: a similar call that Keras accepts."""

from dataclasses import replace

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explaining import explain
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.lessons.what_it_returns.call import Call, call_code, layer_code, second


def explained(message: str, accepted: str, gettext: Translate) -> Explanation | None:
    """Explains an error, with the lines of a similar call that Keras accepts.

    Args:
        message: The message of the Keras error.
        accepted: The result of `accepted_layer` or `accepted_next_layer`.
        gettext: Translates the texts.

    Returns:
        The explanation, or None if the message is not known.
    """
    explanation = explain(message, gettext)
    return None if explanation is None else replace(explanation, code=accepted)


def accepted_layer(call: Call) -> str:
    """Code that replaces a Bidirectional for which Keras raises an error, without the next layer.

    A Bidirectional makes its backward layer from the wrapped layer, so that layer must not go backwards. Keras 3.15
    cannot return the states of a stateful Bidirectional, so the code passes the states from call to call.
    """
    accepted = replace(call, go_backwards=False, next_layer="nothing")
    if not (call.stateful and call.return_state):
        return call_code(accepted)
    outputs = ", ".join(call.output_names)
    again = ", ".join(second(name) for name in call.output_names)
    return "\n".join(
        [
            f"layer = {layer_code(accepted, stateful=False)}",
            f"{outputs}, *states = layer(x)",
            f"{again}, *states = layer(x, initial_state=states)",
        ]
    )


def accepted_next_layer(call: Call) -> str:
    """Code that replaces a call whose output the next layer cannot read.

    A layer reads one tensor, so two outputs are merged. A TimeDistributed reads an output sequence.
    """
    merge_mode = "concat" if call.has_two_outputs else call.merge_mode
    return_sequences = call.return_sequences or call.next_layer == "time_distributed"
    return call_code(replace(call, merge_mode=merge_mode, return_sequences=return_sequences))
