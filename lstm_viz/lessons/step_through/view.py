"""What the page Step through shows: read from its controls and run through the model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.data import ALPHABET, SAMPLE_ROWS, InputError, canonical, inputs_of, parse_symbols
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.models import Model
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import N_
from lstm_viz.training.trained import Trained

INPUTS = {"symbols": N_("Symbols"), "series": N_("Numbers"), "rows": N_("Rows")}
TRAINED = {"trained-8": 8, "trained-20": 20}
LAB = "lab"
MODELS = {
    "trained-8": N_("Trained on the memory pair, 8 units"),
    "trained-20": N_("Trained on the memory pair, 20 units"),
    "untrained": N_("Untrained, from a seed"),
    "constant": N_("Constant kernels 0.1"),
    LAB: N_("Trained in the Memory lab"),
}
MAX_UNITS = 64
DEFAULT_SEQUENCES = {
    "symbols": ("3, 0, 1, 2, 3", "4, 0, 1, 2, 4"),
    "series": ("0.0, 0.6, 1.0, 0.6, 0.0, -0.6, -1.0, -0.6", ""),
    "rows": (SAMPLE_ROWS, ""),
}


@dataclass(frozen=True)
class SteppingView:
    """A model and what it reads. Everything is valid, and the same view always gives the same numbers.

    Attributes:
        input: What `a` and `b` are: "symbols", "series" or "rows".
        a: The sequence, values parted by commas, rows by semicolons.
        b: The sequence to compare with, or "".
        model: One of MODELS.
        layer: "lstm", "gru" or "simple_rnn"; a trained model's own.
        units: 1 … MAX_UNITS; the trained model's own.
        seed: Of an untrained model; 0 for the others.
        lab: The recipe of a network that the Memory lab trained, as `training.trained.Trained` writes it; else "".
    """

    input: str
    a: str
    b: str
    model: str
    layer: str
    units: int
    seed: int
    lab: str = ""

    @property
    def trained(self) -> Trained:
        """What the Memory lab trained.

        Raises:
            InputError: If the model is another.
        """
        return Trained.parse(self.lab)

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The symbols that the model reads."""
        return alphabet_of(self.model, self.lab)

    def link(self) -> dict[str, str]:
        """This view in the words of a link."""
        return {name: str(value) for name, value in vars(self).items()}


@dataclass(frozen=True, eq=False)
class Pass:
    """One sequence on its way through the model.

    Attributes:
        tokens: What each step reads, for people; "" where a row has no short form.
        symbols: The alphabet that it is read and predicted in.
        targets: The symbol that should follow each step, as a position in the alphabet; None for numbers.
        trace: Of the recurrent layer, one sample.
        probabilities: Shape (time, symbols), or None where the model predicts nothing.
    """

    tokens: tuple[str, ...]
    symbols: tuple[str, ...]
    targets: tuple[int, ...] | None
    trace: Trace
    probabilities: np.ndarray | None


def view_of(values: Mapping[str, Any]) -> tuple[SteppingView | None, dict[str, InputError]]:
    """The view that the controls ask for.

    Args:
        values: A value for each of the view's attributes, as the controls hold them.

    Returns:
        The view, or None if a sequence is wrong; and what is wrong, under "a" and "b".
    """
    kind, alphabet = values["input"], alphabet_of(values["model"], values["lab"])
    problems: dict[str, InputError] = {}
    texts = {"b": ""}
    for name in ("a", "b") if values["b"].strip() else ("a",):
        try:
            texts[name] = canonical(kind, values[name], alphabet)
        except InputError as problem:
            problems[name] = problem
    if not problems and kind == "rows" and texts["b"] and (different := _different_widths(texts["a"], texts["b"])):
        problems["b"] = different
    return (None if problems else settled({**values, **texts})), problems


def settled(values: Mapping[str, Any]) -> SteppingView:
    """The view of values that are valid, without those that have no part in it."""
    model, layer, units = values["model"], values["layer"], values["units"]
    seed = values["seed"] if model == "untrained" else 0
    lab = values["lab"] if model == LAB else ""
    if model in TRAINED:
        layer, units = "lstm", TRAINED[model]
    elif lab:
        settings = Trained.parse(lab).settings
        layer, units = settings.network, settings.units
    return SteppingView(values["input"], values["a"], values["b"], model, layer, units, seed, lab)


def alphabet_of(model: str, lab: str) -> tuple[str, ...]:
    """The symbols that a model reads."""
    return Trained.parse(lab).task.alphabet if model == LAB else ALPHABET


def examples_for(kind: str, model: str, lab: str) -> dict[str, str]:
    """Sequences that the model can read, under "a" and "b": for a network of the lab two that it has learned."""
    if model != LAB:
        return dict(zip(("a", "b"), DEFAULT_SEQUENCES[kind], strict=True))
    task = Trained.parse(lab).task
    return dict(zip(("a", "b"), (", ".join(task.names(sequence)) for sequence in task.sequences), strict=False))


def models_for(kind: str, lab: str) -> tuple[str, ...]:
    """The models that can read this kind of input: the trained ones know symbols alone, and the lab's must be one."""
    return tuple(name for name in MODELS if (kind == "symbols" or name not in (*TRAINED, LAB)) and (lab or name != LAB))


def steps_of(view: SteppingView, show: str) -> int:
    """How many steps there are to see of "A", of "B", or of their difference "A-B": those that both have."""
    texts = [getattr(view, name.lower()) for name in show.split("-")]
    return min(len(inputs_of(view.input, text, view.alphabet)) for text in texts)


def _different_widths(a: str, b: str) -> InputError | None:
    width_a, width_b = (inputs_of("rows", text).shape[1] for text in (a, b))
    if width_a == width_b:
        return None
    return InputError("B's rows have {b} numbers, A's have {a}. Both need the same.", a=width_a, b=width_b)


def predicts(view: SteppingView) -> bool:
    """Whether the model has a layer that predicts the next symbol."""
    return view.input == "symbols" and view.model != "constant"


def model_of(view: SteppingView) -> Model:
    """The model of a view, if it is not one of the lab's, which must be trained first."""
    if view.model in TRAINED:
        return models.trained_pair(TRAINED[view.model])
    features = inputs_of(view.input, view.a).shape[1]
    if view.model == "constant":
        return models.constant(view.layer, view.units, features)
    symbols = len(ALPHABET) if predicts(view) else None
    return models.untrained(view.layer, view.units, features, view.seed, symbols=symbols)


def passes_of(view: SteppingView, model: Model) -> dict[str, Pass]:
    """Each sequence of a view on its way through the model, under "A" and, if there is one, "B"."""
    return {name: _pass(view, text, model) for name, text in (("A", view.a), ("B", view.b)) if text}


def traces_of(passes: Mapping[str, Pass]) -> dict[str, Trace]:
    """The trace of each sequence."""
    return {name: each.trace for name, each in passes.items()}


def _pass(view: SteppingView, text: str, model: Model) -> Pass:
    kind, alphabet = view.input, view.alphabet
    inputs = inputs_of(kind, text, alphabet)
    trace = numpy_engine.run(model.weights, inputs[None])
    probabilities = model.probabilities(trace)
    targets = None
    if kind == "symbols":
        *read, _last = positions = parse_symbols(text, alphabet)
        tokens, targets = tuple(alphabet[position] for position in read), positions[1:]
    elif kind == "series":
        tokens = tuple(f"{value:.3g}" for value in inputs[:, 0])
    else:
        tokens = ("",) * len(inputs)
    return Pass(tokens, alphabet, targets, trace, None if probabilities is None else probabilities[0])
