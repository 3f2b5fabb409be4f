"""What a call is compared with on the page What it returns: other layers of the same weights, on the same input."""

from dataclasses import replace

import numpy as np
from keras import layers

from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.in_keras import Arrays, made_dense, made_layer, tensors_of


def others(call: Call, inputs: np.ndarray) -> Arrays:
    """What the weights of a call give beside it.

    Args:
        call: One that Keras takes.
        inputs: x, (samples, timesteps, features).

    Returns:
        Whatever the call itself asks for: "output" and "sequence", as without and with return_sequences, and every
        state; of a Bidirectional the forward and the backward sequence too. Then what each of `claims` needs, under the
        code that names it: "forwards(x)".
    """
    plain = replace(call, stateful=False, return_state=True)
    found = tensors_of(replace(plain, return_sequences=False), inputs)
    found |= tensors_of(replace(plain, return_sequences=True), inputs)
    if call.bidirectional and not call.has_two_outputs:
        apart = tensors_of(replace(plain, return_sequences=True, merge_mode="None"), inputs)
        found |= {name: apart[name] for name in ("forward_sequence", "backward_sequence")}
    if call.go_backwards:
        found |= _forwards(call, inputs)
    if call.stateful:
        found |= _by_hand(call, inputs, found)
    if call.behind != "nothing" and not call.has_two_outputs:
        found |= _behind(call, found)
    return found


def _forwards(call: Call, inputs: np.ndarray) -> Arrays:
    # Called twice: a stateful layer would begin the second call where the first ended.
    once = replace(call, go_backwards=False, stateful=False, return_sequences=True, return_state=False)
    layer = made_layer(once, inputs)
    turned = np.ascontiguousarray(inputs[:, ::-1])
    return {"forwards(x)": np.asarray(layer(inputs)), "forwards(x[:, ::-1])": np.asarray(layer(turned))}


def _by_hand(call: Call, inputs: np.ndarray, known: Arrays) -> Arrays:
    """A second call that is handed the states of the first."""
    layer = made_layer(replace(call, stateful=False, return_state=True), inputs)
    given = layer(inputs, initial_state=[known[name] for name in call.state_names])
    code = f"stateless(x, initial_state=[{', '.join(call.state_names)}])"
    return {f"{code}[{position}]": np.asarray(given[position]) for position in range(len(call.output_names))}


def _behind(call: Call, known: Arrays) -> Arrays:
    output, sequence = known["output"], known["sequence"]
    dense = made_dense(call, sequence.shape[-1])
    found = {
        "dense(output)": dense(output),
        "dense(sequence)": dense(sequence),
        "TimeDistributed(dense)(sequence)": layers.TimeDistributed(dense)(sequence),
    }
    return {code: np.asarray(tensor) for code, tensor in found.items()}
