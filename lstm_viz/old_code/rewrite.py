"""Rewrites old code, and reports what was done line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from lstm_viz.data import InputError
from lstm_viz.i18n import Translate
from lstm_viz.old_code import (
    accuracy,
    arguments,
    backend,
    changed,
    files_of_models,
    imports,
    inputs,
    libraries,
    logged,
    merging,
    methods,
    models,
    numbered,
    optimizers,
    out_of_reach,
    sessions,
    several_models,
    slices,
    tensors,
)
from lstm_viz.old_code.finding import Finding, Rule, applied, before, settled
from lstm_viz.old_code.prepare import REFUSED, prepare
from lstm_viz.old_code.script import Replacement, Script
from lstm_viz.old_code.unjudged import unjudged

RULES: tuple[Rule, ...] = (
    imports.moved_modules,
    imports.renamed,
    inputs.inputs,
    merging.merged_layers,
    backend.backend_functions,
    tensors.functions,
    tensors.ends_of_sequential,
    tensors.shapes_of_layers,
    sessions.session_lines,
    backend.dtypes,
    backend.backends,
    arguments.renamed_arguments,
    arguments.dropped_arguments,
    arguments.arguments_for_a_person,
    accuracy.accuracies,
    accuracy.class_modes,
    methods.reset_models,
    methods.predicted_classes,
    methods.predicted_probabilities,
    methods.renamed_methods,
    methods.yaml_models,
    files_of_models.file_names,
    files_of_models.latest_checkpoints,
    files_of_models.loaded_lambdas,
    methods.python_2_names,
    methods.python_2_modules,
    methods.python_2_dictionaries,
    methods.python_2_iterators,
    methods.python_2_numbers,
    methods.fractions,
    methods.numpy_numbers,
    methods.other_libraries,
    libraries.renamed_in_tensorflow,
    libraries.gone_from_libraries,
    changed.kernels,
    changed.generators,
    changed.orders,
    changed.learning_rates,
    optimizers.learning_rates,
    slices.slices,
    changed.activations,
    changed.defaults,
    changed.epochs,
    logged.logged_names,
    changed.values,
    models.batches,
    models.states_in_lists,
    models.callbacks,
    models.own_layers,
    models.own_initializers,
    models.other_results,
    models.own_metrics,
    models.metrics_of_outputs,
    models.own_losses,
    models.names_of_layers,
    numbered.numbered_names,
    several_models.frozen_models,
    several_models.shared_optimizers,
    models.old_shapes,
    out_of_reach.arguments_in_dictionaries,
)


@dataclass(frozen=True)
class Rewritten:
    """The result of rewriting a script.

    Attributes:
        text: The new script: valid Python, with the comments and the layout of the old script.
        findings: What was rewritten and what could not be, in the order of the old script's lines.
    """

    text: str
    findings: tuple[Finding, ...]


def rewrite(text: str, gettext: Translate = str) -> Rewritten:
    """Rewrites a Keras 2 script for Keras 3. It is parsed, never run.

    Args:
        text: The script, or a part of one. It can have commands of a notebook and print of Python 2.
        gettext: Translates the findings' sentences.

    Raises:
        InputError: If the script is empty, too long or not valid Python. The message names the line.
    """
    script, findings = prepare(text, gettext)
    for rule in RULES:
        findings += rule(script, gettext)
    findings, edits = settled(script, findings)
    new = applied(script.text, edits)
    try:
        findings += _left(Script(new), script, findings, edits, gettext)
    except REFUSED:
        raise InputError("These lines cannot be rewritten together. Paste fewer of them at a time.") from None
    return Rewritten(new, tuple(sorted(findings, key=lambda finding: finding.line)))


def _left(
    new: Script, old: Script, findings: list[Finding], edits: list[Replacement], gettext: Translate
) -> Iterator[Finding]:
    """What Keras 3 does not have in the new script, each once, in the line of the old script that it is from."""
    told = {(finding.line, finding.sentence) for finding in findings if not finding.is_rewritten}
    for node, name, sentence in unjudged(new, gettext):
        line = old.text.count("\n", 0, before(new.start(node), edits)) + 1
        if not any(at == line and f"`{name}" in said for at, said in told):
            told.add((line, sentence))
            yield Finding(line, sentence, is_rewritten=False)
