"""The table of all checks, and `check_up`, which runs them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from lstm_viz.checks import inputs, layers, outputs, structure, weights
from lstm_viz.checks.advice import ADVICE
from lstm_viz.checks.finding import STATUSES, Finding, Result, unknown
from lstm_viz.checks.findings import Findings
from lstm_viz.checks.subject import Part, Subject, subject_of
from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.model_files import ModelFile
from lstm_viz.problem import Note


class Check(NamedTuple):
    """A check.

    Attributes:
        function: What computes it, of a `Part` or a `Subject`; its name is the name of the check.
        needs: What must be there, of `NEEDS`.
    """

    function: Callable[[Any], Result]
    needs: tuple[str, ...] = ()


def _are_weights_finite(part: Part) -> bool:
    own = (part.weights.kernel, part.weights.recurrent_kernel, part.weights.bias)
    return all(np.isfinite(array).all() for array in own if array is not None)


LAYER_NEEDS: dict[str, tuple[Callable[[Part], bool], str]] = {
    "trace": (
        lambda part: part.trace is not None,
        N_("Give inputs that the model can read: this is measured over them."),
    ),
    "finite": (lambda part: part.is_finite, N_("Not all of its numbers are finite.")),
    "finite_weights": (_are_weights_finite, N_("Not all of its numbers are finite.")),
    "steps": (lambda part: bool(part.read.any()), N_("Every step is masked.")),
}
MODEL_NEEDS: dict[str, tuple[Callable[[Subject], bool], str]] = {
    "graph": (
        lambda subject: subject.file is not None,
        N_("Only a model that was read from a file says how its layers are connected."),
    ),
    "inputs": (
        lambda subject: bool(subject.inputs),
        N_("Give inputs that the model can read: this is measured over them."),
    ),
    "values": (
        lambda subject: bool(subject.values),
        N_("Give inputs that the model can read: this is measured over them."),
    ),
    "outputs": (
        lambda subject: subject.outputs is not None,
        N_("The outputs of the model are not known, or there are several."),
    ),
    "targets": (lambda subject: subject.targets is not None, N_("Give targets: answers are compared with them.")),
    "finite": (
        lambda subject: all(np.isfinite(one).all() for one in (subject.outputs, subject.targets) if one is not None),
        N_("Not all of its numbers are finite."),
    ),
}
"""What a check needs → whether it is there, and what is said if not."""

TRACED = ("trace", "finite", "steps")
MODEL_CHECKS = (
    Check(inputs.not_a_number),
    Check(inputs.ids_beyond_embedding, ("graph", "inputs")),
    Check(inputs.mask_lost, ("graph", "values")),
    Check(structure.stateful_without_batch_size, ("graph",)),
    Check(structure.one_step_left, ("graph",)),
    Check(structure.sequences_for_one_answer, ("graph",)),
    Check(structure.states_not_passed, ("graph",)),
    Check(outputs.softmax_of_one, ("graph",)),
    Check(outputs.sigmoid_of_many, ("graph", "targets")),
    Check(outputs.missing_classes, ("graph", "targets")),
    Check(outputs.constant_answer, ("outputs", "targets", "finite")),
    Check(outputs.echo, ("outputs", "targets", "finite")),
)
LAYER_CHECKS = (
    Check(inputs.unscaled_features, TRACED),
    Check(inputs.constant_features, TRACED),
    Check(inputs.padding_read_last, TRACED),
    Check(layers.saturated_gates, TRACED),
    Check(layers.candidates_at_one, TRACED),
    Check(layers.forgets_at_once, TRACED),
    Check(layers.forgets_never, TRACED),
    Check(layers.memory_length, TRACED),
    Check(layers.dead_units, TRACED),
    Check(layers.copies, TRACED),
    Check(layers.vanishing, TRACED),
    Check(layers.exploding, TRACED),
    Check(weights.dominated_kernel, ("finite_weights",)),
    Check(weights.never_trained, ("finite_weights",)),
    Check(weights.forget_bias, ("finite_weights",)),
)


def check_up(
    trace_or_model: Trace | BidirectionalTrace | ModelTrace | ModelFile,
    inputs: Any = None,
    *,
    targets: Any = None,
    language: str = "en",
) -> Findings:
    """Says what ails a model, and what is sound.

    Args:
        trace_or_model: A trace, the traces of a model, or a model that `read_model` has read.
        inputs: For a model that was read: what it reads, as `ModelFile.run` takes it. Without them, only its weights
            and the way its layers are connected are checked.
        targets: What the model should have returned: values, one-hot vectors or the numbers of classes. Without them,
            its answers are not judged.
        language: "en" or "ko", in which a notebook shows the findings.

    Returns:
        The findings as a list that shows itself in a notebook: alarms first, then what is sound, then what does not
        apply or is not known. Each is of one check and one layer, or of the whole model. The two halves of a
        Bidirectional are checked by themselves.

    Raises:
        TypeError: If it is nothing that can be checked.
        InputError: If the inputs do not fit the model.
    """
    subject = subject_of(trace_or_model, inputs, targets)
    with np.errstate(invalid="ignore", over="ignore"):
        found = [*_of_model(subject), *(finding for part in subject.parts for finding in _of_layer(part))]
    return Findings(sorted(found, key=lambda finding: STATUSES.index(finding.status)), language)


def _of_model(subject: Subject) -> Iterator[Finding]:
    for check in MODEL_CHECKS:
        missing = next((MODEL_NEEDS[need][1] for need in check.needs if not MODEL_NEEDS[need][0](subject)), None)
        result = check.function(subject) if missing is None else unknown(_why(subject, missing))
        yield _finding(check, None, result, "lstm")


def _why(subject: Subject, missing: str) -> Note:
    return Note(missing) if subject.problem is None else Note("{problem}", problem=subject.problem)


def _of_layer(part: Part) -> Iterator[Finding]:
    for check in LAYER_CHECKS:
        missing = next((LAYER_NEEDS[need][1] for need in check.needs if not LAYER_NEEDS[need][0](part)), None)
        result = check.function(part) if missing is None else unknown(Note(missing))
        yield _finding(check, part.name or None, result, part.weights.kind)


def _finding(check: Check, layer: str | None, result: Result, kind: str) -> Finding:
    name = check.function.__name__
    advice = ADVICE[name]
    code = advice.code.replace("LAYER", f"keras.layers.{LAYERS[kind]}")
    return Finding(**vars(result), check=name, layer=layer, advice=replace(advice, code=code))


CHECKS = tuple(check.function.__name__ for check in (*MODEL_CHECKS, *LAYER_CHECKS))
"""The names of all checks."""
