"""Errors with a Bidirectional, and with what it returns."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import Explanation


def _one_direction(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "A Bidirectional makes its backward layer itself, as a copy with go_backwards=True. If the "
        "layer already reads backwards, no layer is left that reads forwards."
    )
    cure = gettext("Leave go_backwards out of the layer that is wrapped.")
    return Explanation(meaning, cure, "Bidirectional(LSTM(units))")


def _states_of_a_stateful_one(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "Keras 3.15 has a bug here: it cannot make the masks of the states that a stateful "
        "Bidirectional with return_state=True returns. Your call is correct."
    )
    cure = gettext("Leave stateful out, and pass the states from call to call yourself.")
    ways = ("output, *states = layer(x)", "forward_output, backward_output, *states = layer(x)  # merge_mode=None")
    return Explanation(meaning, cure, "\n".join([*ways, "layer(x, initial_state=states)"]))


def _two_outputs(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("TimeDistributed was given several tensors. It applies a layer to each timestep of one tensor.")
    cure = gettext("With merge_mode=None a Bidirectional returns two outputs: merge them, or give each its own layer.")
    return Explanation(meaning, cure, 'Bidirectional(LSTM(units, return_sequences=True), merge_mode="concat")')


RULES = (
    (r"Forward layer and backward layer should have different `go_backwards`", _one_direction),
    (r"unsupported operand type\(s\) for \*: 'generator' and 'int'", _states_of_a_stateful_one),
    (r"`input_shape` with at least 3 dimensions, received: [\[(]\s{0,4}\(", _two_outputs),
)
