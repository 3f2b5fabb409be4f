"""Terms that a page explains where it uses them: a sentence for each, in plain words."""

from dataclasses import dataclass

from lstm_viz.i18n import N_


@dataclass(frozen=True)
class Term:
    """A term. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        name: The term.
        meaning: What it is, in a sentence.
    """

    name: str
    meaning: str


TERMS = {
    "step": Term(
        N_("step"),
        N_("One position in a sequence. The layer reads one symbol or row there, and computes its state once."),
    ),
    "unit": Term(N_("unit"), N_("One element of the layer's state. It has weights of its own for every gate.")),
    "cell": Term(
        N_("cell state"),
        N_("The memory of an LSTM, one number for each unit. The gates decide what is kept, written and shown of it."),
    ),
    "hidden": Term(
        N_("hidden state"),
        N_("What a unit shows of its cell state: to the layers behind it, and to all units at the next step."),
    ),
    "forget_gate": Term(
        N_("forget gate"),
        N_("The share of the cell state that is kept, from 0 to 1: near 1 it keeps, near 0 it erases."),
    ),
    "input_gate": Term(
        N_("input gate"), N_("The share of the candidate that is added to the cell state, from 0 to 1.")
    ),
    "candidate": Term(
        N_("candidate"), N_("A new value from −1 to 1, made of the input and the hidden state of the step before.")
    ),
    "output_gate": Term(
        N_("output gate"), N_("The share of tanh(cell state) that becomes the hidden state, from 0 to 1.")
    ),
    "sample": Term(N_("sample"), N_("One example, the first axis of an input. Samples do not influence each other.")),
    "batch": Term(N_("batch"), N_("The samples that a layer reads in one call.")),
    "prediction": Term(
        N_("prediction"), N_("The most probable next symbol, computed from the hidden states of all units.")
    ),
}
