"""Every sentence of the viewer, as templates whose {placeholders} the browser fills."""

from collections.abc import Callable

from lstm_viz.charts.words import signal_titles
from lstm_viz.judging import LEAD


def texts(gettext: Callable[[str], str]) -> dict[str, str]:
    """The name that the viewer's JavaScript uses → text."""
    return {
        **_controls(gettext),
        **_steps(gettext),
        **_diagram(gettext),
        **_rows(gettext),
        **_words(gettext),
        **_pair_words(gettext),
    }


def edit_texts(gettext: Callable[[str], str]) -> dict[str, str]:
    """The texts that only a pass with edits needs."""
    return {
        "equation_edited": gettext("{assignment}, set by hand instead of {equation}"),
        "words_edited": gettext("Unit {unit}'s {signal} was set to {value} by hand."),
        "words_edited_made": gettext("Unit {unit}'s {signal} was set to {value} by hand; its equation gives {made}."),
        "words_edited_in": gettext("In {name}, unit {unit}'s {signal} was set to {value} by hand."),
        "words_pair_edited": gettext("At least one of the two was changed by an intervention."),
        "cell_edited": gettext("{label}, set by hand"),
        "cell_changed": gettext("{label}, changed by an intervention"),
        "legend_edited": gettext("set by hand"),
        "legend_changed": gettext("changed by an intervention"),
        "legend_thinned": gettext("one mark stands for its neighbours too"),
    }


def _controls(gettext: Callable[[str], str]) -> dict[str, str]:
    return {
        "viewer_label": gettext("Viewer: gates and states of the layer, step by step"),
        "transport_label": gettext("Move through the steps"),
        "first": gettext("First step (Home)"),
        "previous": gettext("Step back (←)"),
        "play": gettext("Play (Space)"),
        "pause": gettext("Pause (Space)"),
        "next": gettext("Step forward (→)"),
        "last": gettext("Last step (End)"),
        "keys": gettext("← → Home End Space, ↑ ↓ unit"),
        "speed": gettext("speed"),
        "show": gettext("show"),
        "copy_link": gettext("Copy link"),
        "copied": gettext("Copied"),
        "copy_yourself": gettext("Copy this address:"),
        "fullscreen": gettext("Full screen"),
    }


def _steps(gettext: Callable[[str], str]) -> dict[str, str]:
    return {
        "steps_label": gettext("Steps of the sequence"),
        "step_of": gettext("step {step} of {steps}"),
        "step_button": gettext("Step {step}."),
        "step_reads": gettext("{name} reads {token}"),
        "step_reads_as": gettext("{name} reads {token} as {vector}"),
        "step_masked": gettext("{name} skips {token} (masked)"),
        "step_predicts": gettext("{reads}, predicts {label}"),
        "right": gettext("right"),
        "wrong": gettext("wrong"),
        "percent": gettext("{value}%"),
        "heading": gettext("Unit {unit} at step {step}"),
        "in_words": gettext("In words"),
        "tooltip": gettext("unit {unit}, step {step}: {value}"),
        "heatmap_label": gettext("{signal}: {value} for unit {unit} at step {step}"),
        "chance": gettext(
            "Probability of the predicted symbol; ✓ it is the one that follows, ✗ it is not; no mark: undecided, less "
            "than {points} percentage points more probable than the next"
        ).format(points=round(100 * LEAD)),
        "note": gettext(
            "rows: units, dashed frame: the chosen unit · columns: steps, solid frame: this step · click a "
            "cell to choose"
        ),
        "note_pair": gettext("scales are the same for A and B"),
        "note_difference": gettext("A's colour: A is larger, B's colour: B is larger"),
    }


def _diagram(gettext: Callable[[str], str]) -> dict[str, str]:
    return {
        "forget_gate": gettext("forget"),
        "input_gate": gettext("input"),
        "update_gate": gettext("update"),
        "reset_gate": gettext("reset"),
        "candidate": gettext("candidate"),
        "output_gate": gettext("output"),
        "kept": gettext("kept"),
        "written": gettext("written"),
        "recalled": gettext("recalled"),
        "from_input": gettext("from input"),
        "from_hidden": gettext("from memory"),
        "bar_open": gettext("Filled as far as the gate is open"),
        "bar_signed": gettext("Filled upwards if positive, downwards if negative"),
    }


def _rows(gettext: Callable[[str], str]) -> dict[str, str]:
    rows = {f"row_{name}": label for name, label in signal_titles(gettext).items()}
    return {
        **rows,
        "row_cell_before": gettext("previous cell state"),
        "row_hidden_before": gettext("previous hidden state"),
        "row_kept": gettext("kept"),
        "row_written": gettext("written"),
        "row_from_input": gettext("from input"),
        "row_from_hidden": gettext("from memory"),
    }


def _words(gettext: Callable[[str], str]) -> dict[str, str]:
    return {
        "words_masked": gettext("This step is masked: the layer skips it, and unit {unit} keeps what it had, {state}."),
        "words_lstm": gettext(
            "Unit {unit} keeps {kept} of its memory of {cell_before} (forget gate {keep}), adds {written} "
            "and now holds {cell}."
        ),
        "words_lstm_less": gettext(
            "Unit {unit} keeps {kept} of its memory of {cell_before} (forget gate {keep}), takes away "
            "{amount} and now holds {cell}."
        ),
        "words_lstm_empty_less": gettext(
            "Unit {unit} starts with an empty memory, takes away {amount} and now holds {cell}."
        ),
        "words_lstm_empty": gettext("Unit {unit} starts with an empty memory, adds {written} and now holds {cell}."),
        "words_shows": gettext("Its output gate is {open}, so it shows {hidden}."),
        "words_gru": gettext(
            "Unit {unit} keeps {kept} of its {hidden_before} (update gate {keep}), adds {written} of the "
            "candidate {candidate} and now holds {hidden}."
        ),
        "words_gru_empty": gettext(
            "Unit {unit} starts empty (update gate {keep}), adds {written} of the candidate {candidate} "
            "and now holds {hidden}."
        ),
        "words_rnn": gettext(
            "Unit {unit} adds {from_input} from the input and {from_hidden} from the previous states; the "
            "activation of that sum is its new state, {hidden}."
        ),
        "words_alike": gettext("In {other} it holds nearly the same, {value}."),
        "words_other_input": gettext("In {other}, which reads something else here, it holds {value}."),
        "words_remembers": gettext(
            "In {other} it holds {value} although both read the same here: the difference comes from what "
            "was read before."
        ),
        "words_differs": gettext("In {other} it holds {value}."),
        "words_ended": gettext("{other} has no such step."),
    }


def _pair_words(gettext: Callable[[str], str]) -> dict[str, str]:
    return {
        "words_pair": gettext("Unit {unit} holds {a} in A and {b} in B."),
        "words_pair_alike": gettext("That is nearly the same."),
        "words_pair_other_input": gettext("The two read different things at this step."),
        "words_pair_remembers": gettext("Both read the same here: the difference comes from what was read before."),
        "words_pair_differs": gettext("Both have read the same so far: they started from different states."),
    }
