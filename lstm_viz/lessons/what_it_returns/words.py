"""Texts of the page What it returns: what each returned tensor holds."""

import numpy as np

from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns.call import Call


def tensor_axes(array: np.ndarray, gettext: Translate) -> tuple[str, ...]:
    """The names of a tensor's axes."""
    samples, timesteps, units = gettext("samples"), gettext("timesteps"), gettext("units")
    return (samples, timesteps, units) if array.ndim == 3 else (samples, units)


def tensor_note(call: Call, name: str, gettext: Translate) -> str:
    """A sentence on what a tensor of the call holds.

    Args:
        call: The call.
        name: The name of the tensor, one of `call.names`.
        gettext: Translates the sentence.

    Raises:
        KeyError: If the call returns no tensor of that name.
    """
    if name in call.state_names:
        return _of_state(name, gettext)
    if name not in call.output_names:
        raise KeyError(name)
    if call.bidirectional and not call.has_two_outputs:
        return _of_merged(call, gettext)
    return _of_output(call, name, gettext)


def _of_state(name: str, gettext: Translate) -> str:
    if name.endswith("c"):
        return gettext("The cell state after the last step that was read.")
    return gettext("The hidden state after the last step that was read.")


def _of_output(call: Call, name: str, gettext: Translate) -> str:
    if name.startswith("backward"):
        if call.return_sequences:
            return gettext("The backward layer's hidden state at each step, in the order of the input.")
        return gettext("The backward layer's hidden state at the input's first step, which it reads last.")
    if not call.return_sequences:
        return gettext("The hidden state after the last step that was read.")
    if call.go_backwards:
        return gettext("The hidden state at each step in the order of reading: the input's last step comes first.")
    return gettext("The hidden state at each step.")


def _of_merged(call: Call, gettext: Translate) -> str:
    if call.merge_mode == "concat":
        if call.return_sequences:
            return gettext(
                "At each step of the input the forward layer's hidden state, then the backward layer's: "
                "[..., :units] and [..., units:]."
            )
        return gettext(
            "The forward layer's hidden state at the input's last step, then the backward layer's at its first: "
            "[:, :units] and [:, units:]."
        )
    if call.return_sequences:
        template = gettext("At each step of the input the two layers' hidden states, merged by “{mode}”.")
    else:
        template = gettext(
            "The forward layer's hidden state at the input's last step and the backward layer's at its first, "
            "merged by “{mode}”."
        )
    return template.format(mode=call.merge_mode)


def second_note(name: str, gettext: Translate) -> str:
    """A sentence on the tensor that the second call of a stateful layer returns for `name`."""
    words = gettext("What the second call returns in place of {name}: it goes on from the states that were kept.")
    return words.format(name=name)


def next_layer_note(call: Call, gettext: Translate) -> str:
    """A sentence on what the next layer returns."""
    if call.return_sequences:
        return gettext("The same Dense applied to each step separately.")
    return gettext("The Dense applied to the output.")
