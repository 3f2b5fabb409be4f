"""The view of the page Step through: it is made from the controls, and its sequences run through the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from lstm_viz.data import ALPHABET, SAMPLE_ROWS, InputError, canonical, inputs_of, parse_symbols
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.intervene import intervene
from lstm_viz.engine.models import Model
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.changes import changed_cells
from lstm_viz.explain.planned_edits import PlannedEdit, edited_cells, fitting_edits
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
DEFAULT_SEQUENCES = {
    "symbols": ("3, 0, 1, 2, 3", "4, 0, 1, 2, 4"),
    "series": ("0.0, 0.6, 1.0, 0.6, 0.0, -0.6, -1.0, -0.6", ""),
    "rows": (SAMPLE_ROWS, ""),
}


@dataclass(frozen=True)
class SteppingView:
    """A model and its sequences. All attributes are valid, and the same view always gives the same numbers.

    Attributes:
        input: The kind of `a` and `b`: "symbols", "series" or "rows".
        a: The sequence, with commas between values and semicolons between rows.
        b: The sequence to compare with, or "".
        model: One of MODELS.
        layer: "lstm", "gru" or "simple_rnn"; for a trained model, its layer.
        units: The number of units, 1 … MAX_UNITS; for a trained model, its units.
        seed: The seed of an untrained model; 0 for other models.
        lab: The recipe of a network of the Memory lab, as `training.trained.Trained` writes it; "" for other models.
        edits: The interventions, as `explain.planned_edits` writes them. All of them fit the passes.
    """

    input: str
    a: str
    b: str
    model: str
    layer: str
    units: int
    seed: int
    lab: str = ""
    edits: str = ""

    @property
    def trained(self) -> Trained:
        """The network of the Memory lab.

        Raises:
            InputError: If the view has another model.
        """
        return Trained.parse(self.lab)

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The symbols that the model reads."""
        return alphabet_of(self.model, self.lab)

    def link(self) -> dict[str, str]:
        """The names and values of a link to this view."""
        return {name: str(value) for name, value in vars(self).items()}


@dataclass(frozen=True, eq=False)
class Pass:
    """The pass of one sequence through the model.

    Attributes:
        tokens: A text for what each step reads; "" for a row that has no short form.
        symbols: The alphabet of the inputs and predictions.
        targets: The position in the alphabet of the symbol that should follow each step; None for numbers.
        trace: The trace of the recurrent layer, with one sample.
        probabilities: The probability of each symbol after each step, (time, symbols); None if the model does not
            predict.
        edited: The numbers that interventions have set, as `planned_edits.edited_cells` returns them.
        changed: The numbers that this has changed, as `changes.changed_cells` returns them.
    """

    tokens: tuple[str, ...]
    symbols: tuple[str, ...]
    targets: tuple[int, ...] | None
    trace: Trace
    probabilities: np.ndarray | None
    edited: Mapping[str, np.ndarray] = field(default_factory=dict)
    changed: Mapping[str, np.ndarray] = field(default_factory=dict)


def view_of(values: Mapping[str, Any]) -> tuple[SteppingView | None, dict[str, InputError]]:
    """The view for the values of the controls.

    Args:
        values: A value for each attribute of the view.

    Returns:
        The view, or None if a sequence is invalid; and the errors of the sequences, by "a" and "b".
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
    """The view for valid values. Values that the view does not use are replaced."""
    model, layer, units = values["model"], values["layer"], values["units"]
    seed = values["seed"] if model == "untrained" else 0
    lab = values["lab"] if model == LAB else ""
    if model in TRAINED:
        layer, units = "lstm", TRAINED[model]
    elif lab:
        settings = Trained.parse(lab).settings
        layer, units = settings.network, settings.units
    edits = "" if lab else values.get("edits", "")
    return SteppingView(values["input"], values["a"], values["b"], model, layer, units, seed, lab, edits)


def alphabet_of(model: str, lab: str) -> tuple[str, ...]:
    """The symbols that a model reads."""
    return Trained.parse(lab).task.alphabet if model == LAB else ALPHABET


def examples_for(kind: str, model: str, lab: str) -> dict[str, str]:
    """Example sequences for the model, by "a" and "b". For a network of the Memory lab, they are from its task."""
    if model != LAB:
        return dict(zip(("a", "b"), DEFAULT_SEQUENCES[kind], strict=True))
    task = Trained.parse(lab).task
    return dict(zip(("a", "b"), (", ".join(task.names(sequence)) for sequence in task.sequences), strict=False))


def models_for(kind: str, lab: str) -> tuple[str, ...]:
    """The models that can read this kind of input. Trained models read only symbols, and "lab" needs a network."""
    return tuple(name for name in MODELS if (kind == "symbols" or name not in (*TRAINED, LAB)) and (lab or name != LAB))


def steps_of(view: SteppingView, show: str) -> int:
    """The number of steps of "A" or "B"; for the difference "A-B", the number of steps that both have."""
    texts = [getattr(view, name.lower()) for name in show.split("-")]
    return min(len(inputs_of(view.input, text, view.alphabet)) for text in texts)


def _different_widths(a: str, b: str) -> InputError | None:
    width_a, width_b = (inputs_of("rows", text).shape[1] for text in (a, b))
    if width_a == width_b:
        return None
    return InputError("B's rows have {b} numbers, A's have {a}. Both need the same.", a=width_a, b=width_b)


def predicts(view: SteppingView) -> bool:
    """Whether the model has a head, which predicts the next symbol."""
    return view.input == "symbols" and view.model != "constant"


def model_of(view: SteppingView) -> Model:
    """The model of a view. It must not be a network of the Memory lab, which has to be trained first."""
    if view.model in TRAINED:
        return models.trained_pair(TRAINED[view.model])
    features = inputs_of(view.input, view.a).shape[1]
    if view.model == "constant":
        return models.constant(view.layer, view.units, features)
    symbols = len(ALPHABET) if predicts(view) else None
    return models.untrained(view.layer, view.units, features, view.seed, symbols=symbols)


def passes_of(view: SteppingView, model: Model) -> dict[str, Pass]:
    """The pass of each sequence of a view, by "A" and, if there is one, "B", with the interventions that fit.

    The numbers before an intervention are those of the pass without it.
    """
    passes = {name: _pass(view, text, model) for name, text in (("A", view.a), ("B", view.b)) if text}
    edits = fitting_edits(view.edits, traces_of(passes))
    return {name: _with(each, name, edits, passes, model) for name, each in passes.items()}


def _with(each: Pass, name: str, edits: list[PlannedEdit], passes: Mapping[str, Pass], model: Model) -> Pass:
    """The pass with its interventions."""
    other = next((passes[key].trace for key in passes if key != name), None)
    own = [edit.edit(other) for edit in edits if edit.sequence == name]
    if not own:
        return each
    trace = intervene(each.trace, own)
    probabilities = model.probabilities(trace)
    return replace(
        each,
        trace=trace,
        probabilities=None if probabilities is None else probabilities[0],
        edited=edited_cells(edits, name, trace),
        changed=changed_cells(each.trace, trace),
    )


def traces_of(passes: Mapping[str, Pass]) -> dict[str, Trace]:
    """The trace of each pass."""
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
