"""The guided lesson of the page: what does `return_state` give me?"""

from lstm_viz.guided_lesson import Stop
from lstm_viz.i18n import N_

NO, YES = "False", "True"
ONE = {"return_sequences": NO, "return_state": NO}
THREE = {"return_sequences": NO, "return_state": YES}

STOPS = (
    Stop(
        N_("What does return_state give me?"),
        N_(
            "LSTM(3) reads one [sample](sample) of 4 [steps](step). As it is, it returns one tensor, which "
            "the picture shows. With return_state=True it also returns its last states. How many tensors "
            "does it return then?"
        ),
        ONE,
        question=(
            ("2", N_("This is right for a GRU and a SimpleRNN, which have one state. An LSTM has two.")),
            ("3", N_("The output, the last hidden state h and the last cell state c.")),
            (N_("4, one for each step"), N_("Steps are rows inside a tensor; return_sequences=True returns them.")),
        ),
        answer=1,
    ),
    Stop(
        N_("Without it: the output alone"),
        N_(
            "The output has the shape {output_shape}: for each [sample](sample) a number for each "
            "[unit](unit). It is the [hidden state](hidden) after the last step, {output}. The earlier "
            "hidden states are not returned."
        ),
        ONE,
    ),
    Stop(
        N_("With it: output, h and c"),
        N_(
            "Now there are three: output, h = {h}, which is the last [hidden state](hidden), and c = {c}, the last "
            "[cell state](cell). Keras always returns them in this order. A GRU and a SimpleRNN have no cell state, "
            "so they return two tensors."
        ),
        THREE,
    ),
    Stop(
        N_("output and h are the same numbers"),
        N_(
            "Compare output, {output}, with h, {h}: the largest difference is {difference}. Without "
            "return_sequences the output is the last [hidden state](hidden), so Keras returns it twice. c "
            "is different: h is only what the output gate shows of it."
        ),
        {**THREE, "tensor": "h"},
    ),
    Stop(
        N_("With return_sequences they differ"),
        N_(
            "return_sequences=True changes only the first tensor. It is now {sequence_shape}: the [hidden "
            "state](hidden) after every [step](step). h is still the one after the last step, and so is c. "
            "The [cell states](cell) of the earlier steps are never returned; the page Step through shows "
            "them."
        ),
        {"return_sequences": YES, "return_state": YES, "tensor": "h"},
    ),
    Stop(
        N_("What it is for: going on from there"),
        N_(
            "h and c are all that a layer remembers. Another layer that starts with initial_state=[h, c] "
            "goes on where this one ended: this is how an encoder hands over to a decoder. h alone would "
            "not be enough, because the [cell state](cell) cannot be computed from it. Now change the "
            "switches yourself."
        ),
        {"return_sequences": YES, "return_state": YES, "tensor": "c"},
    ),
)
