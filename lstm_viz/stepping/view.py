"""What the page Step through shows: read from its controls and run through the model."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz import models, numpy_engine
from lstm_viz.data import ALPHABET, SAMPLE_ROWS, InputError, canonical, inputs_of, parse_symbols
from lstm_viz.models import Model
from lstm_viz.trace import Trace

INPUTS = ("symbols", "series", "rows")
TRAINED = {"trained-8": 8, "trained-20": 20}
MODELS = (*TRAINED, "untrained", "constant")
LAYERS = ("lstm", "gru", "simple_rnn")
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
        layer: One of LAYERS; "lstm" for a trained model.
        units: 1 … MAX_UNITS; the trained model's own.
        seed: Of an untrained model; 0 for the others.
    """

    input: str
    a: str
    b: str
    model: str
    layer: str
    units: int
    seed: int

    def link(self) -> dict[str, str]:
        """This view in the words of a link."""
        return {name: str(getattr(self, name)) for name in ("input", "a", "b", "model", "layer", "units", "seed")}


@dataclass(frozen=True, eq=False)
class Pass:
    """One sequence on its way through the model.

    Attributes:
        tokens: What each step reads, for people; "" where a row has no short form.
        targets: The symbol that should follow each step, as a position in the alphabet; None for numbers.
        trace: Of the recurrent layer, one sample.
        probabilities: Shape (time, symbols), or None where the model predicts nothing.
    """

    tokens: tuple[str, ...]
    targets: tuple[int, ...] | None
    trace: Trace
    probabilities: np.ndarray | None


def view_of(values: Mapping[str, object]) -> tuple[SteppingView | None, dict[str, InputError]]:
    """The view that the controls ask for.

    Args:
        values: A value for each of the view's attributes, as the controls hold them.

    Returns:
        The view, or None if a sequence is wrong; and what is wrong, under "a" and "b".
    """
    kind = str(values["input"])
    problems: dict[str, InputError] = {}
    texts = {"b": ""}
    for name in ("a", "b") if str(values["b"]).strip() else ("a",):
        try:
            texts[name] = canonical(kind, str(values[name]))
        except InputError as problem:
            problems[name] = problem
    if not problems and texts["b"] and (different := _different_widths(kind, texts["a"], texts["b"])):
        problems["b"] = different
    return (None if problems else settled({**values, **texts})), problems


def settled(values: Mapping[str, object]) -> SteppingView:
    """The view of values that are valid, without those that have no part in it."""
    model, layer, units = str(values["model"]), str(values["layer"]), int(str(values["units"]))
    seed = int(str(values["seed"])) if model == "untrained" else 0
    if model in TRAINED:
        layer, units = "lstm", TRAINED[model]
    return SteppingView(str(values["input"]), str(values["a"]), str(values["b"]), model, layer, units, seed)


def models_for(kind: str) -> tuple[str, ...]:
    """The models that can read this kind of input: the trained ones know symbols alone."""
    return MODELS if kind == "symbols" else tuple(name for name in MODELS if name not in TRAINED)


def steps_of(view: SteppingView, show: str) -> int:
    """How many steps there are to see of "A", of "B", or of their difference "A-B": those that both have."""
    return min(len(inputs_of(view.input, getattr(view, name.lower()))) for name in show.split("-"))


def _different_widths(kind: str, a: str, b: str) -> InputError | None:
    width_a, width_b = (inputs_of(kind, text).shape[1] for text in (a, b))
    if width_a == width_b:
        return None
    return InputError("B's rows have {b} numbers, A's have {a}. Both need the same.", a=width_a, b=width_b)


def predicts(view: SteppingView) -> bool:
    """Whether the model has a layer that predicts the next symbol."""
    return view.input == "symbols" and view.model != "constant"


def model_of(view: SteppingView) -> Model:
    """The model of a view."""
    if view.model in TRAINED:
        return models.trained_pair(TRAINED[view.model])
    features = inputs_of(view.input, view.a).shape[1]
    if view.model == "constant":
        return models.constant(view.layer, view.units, features)
    symbols = len(ALPHABET) if predicts(view) else None
    return models.untrained(view.layer, view.units, features, view.seed, symbols=symbols)


def passes_of(view: SteppingView, model: Model) -> dict[str, Pass]:
    """Each sequence of a view on its way through the model, under "A" and, if there is one, "B"."""
    return {name: _pass(view.input, text, model) for name, text in (("A", view.a), ("B", view.b)) if text}


def _pass(kind: str, text: str, model: Model) -> Pass:
    inputs = inputs_of(kind, text)
    trace = numpy_engine.run(model.weights, inputs[None])
    probabilities = model.probabilities(trace)
    targets = None
    if kind == "symbols":
        *read, _last = positions = parse_symbols(text)
        tokens, targets = tuple(ALPHABET[position] for position in read), positions[1:]
    elif kind == "series":
        tokens = tuple(f"{value:.3g}" for value in inputs[:, 0])
    else:
        tokens = ("",) * len(inputs)
    return Pass(tokens, targets, trace, None if probabilities is None else probabilities[0])
