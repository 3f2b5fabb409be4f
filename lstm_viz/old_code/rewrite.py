"""Rewrites old code, and reports what was done line by line."""

import ast
from dataclasses import dataclass

from lstm_viz.data import InputError
from lstm_viz.i18n import Translate
from lstm_viz.old_code import arguments, imports, inputs, methods, out_of_reach
from lstm_viz.old_code.finding import Finding, Rule, applied, settled
from lstm_viz.old_code.prepare import REFUSED, prepare

RULES: tuple[Rule, ...] = (
    imports.moved_modules,
    imports.renamed,
    imports.gone,
    inputs.inputs,
    arguments.renamed_arguments,
    arguments.dropped_arguments,
    arguments.arguments_for_a_person,
    methods.reset_models,
    methods.predicted_classes,
    methods.predicted_probabilities,
    methods.renamed_methods,
    methods.weight_files,
    methods.python_2_names,
    out_of_reach.arguments_in_dictionaries,
    out_of_reach.backend_functions,
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


def rewrite(text: str, gettext: Translate) -> Rewritten:
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
        ast.parse(new)
    except REFUSED:
        raise InputError("These lines cannot be rewritten together. Paste fewer of them at a time.") from None
    return Rewritten(new, tuple(sorted(findings, key=lambda finding: finding.line)))
