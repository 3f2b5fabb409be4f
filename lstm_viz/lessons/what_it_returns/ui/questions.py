"""The questions of the page What it returns: which shapes come back, and which of two equations is true."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.call import Call, layer_code
from lstm_viz.lessons.what_it_returns.combinations import FLAGS, Shapes, calls_of, wrap_of
from lstm_viz.lessons.what_it_returns.rules import KerasRule
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


def shapes_may_be_shown(chosen: ChosenCall) -> bool:
    """Asks which tensors come back, or whether Keras raises an error, if "Predict first" is on.

    Returns:
        Whether the page may show the answer.
    """
    if not PAGE.get("predict"):
        return True
    call = chosen.call
    # The options must not give away an error. So they come from a similar layer that Keras accepts.
    taken = replace(call, go_backwards=False, stateful=False)
    calls = (call, *calls_of(taken, call.layer, wrap_of(taken)))
    found = ask_keras(remote.shapes, calls, chosen.inputs.x)
    if found is None:
        return True  # Keras is not available
    made, *likely = found
    shapes = [each for each in likely if not isinstance(each, KerasError)]
    return predict_first(PAGE, shapes_question((chosen, "shapes"), call, made, shapes))


def equality_may_be_shown(chosen: ChosenCall, rules: Sequence[KerasRule]) -> bool:
    """Asks which of two equations is true, if "Predict first" is on.

    Returns:
        Whether the page may show the answer.
    """
    return not PAGE.get("predict") or predict_first(PAGE, equality_question((chosen, "equal"), rules))


def shapes_question(about: Hashable, call: Call, made: Shapes | KerasError, shapes: Sequence[Shapes]) -> Question:
    """Asks which tensors come back from a call.

    Args:
        about: See `Question`.
        call: The call.
        made: The shapes of the returned tensors, or the error that Keras raises.
        shapes: The shapes of the returned tensors with each of FLAGS.
    """
    option = _("{count}: {shapes}")
    options = [option.format(count=len(each), shapes=", ".join(map(str, each))) for each in shapes]
    refuses = _("No tensor: Keras raises an error")
    text = _("How many tensors come back, and with which shapes?")
    if isinstance(made, KerasError):
        nothing = _("Called just now: Keras raises an error ({kind}), so nothing comes back.").format(kind=made.kind)
        return Question(about, text, (*options, refuses), refuses, dict.fromkeys((*options, refuses), nothing))
    wrong = _("That is what {layer} returns.")
    why = {
        text: wrong.format(layer=layer_code(call, return_sequences=sequences, return_state=state))
        for text, (sequences, state) in zip(options, FLAGS, strict=True)
    }
    answer = option.format(count=len(made), shapes=", ".join(map(str, made)))
    why[answer] = _why_these(call)
    why[refuses] = _("Called just now: Keras accepts it.")
    return Question(about, text, tuple(why), answer, why)


def _why_these(call: Call) -> str:
    if call.return_sequences:
        output = _("`return_sequences=True` keeps an output for each step, so there is an axis of timesteps.")
    else:
        output = _("Without `return_sequences` only one output of each sample is kept: no axis of timesteps.")
    if not call.return_state:
        return output
    states = _("`return_state=True` adds the last states: {names}.").format(names=", ".join(call.state_names))
    return f"{output} {states}"


def equality_question(about: Hashable, rules: Sequence[KerasRule]) -> Question:
    """Asks which of two equations is true: one that is a rule of Keras, and one that is not, if there is one.

    Raises:
        ValueError: If there are fewer than two rules.
    """
    if len(rules) < 2:
        raise ValueError(f"rules must be two at least, not {len(rules)}.")
    tempting = next((rule for rule in rules if not rule.equal), rules[1])
    others = [rule for rule in rules if rule.equal and rule is not tempting]
    about_the_same = [rule for rule in others if rule.comparison.left == tempting.comparison.left]
    other = (about_the_same or others)[0]
    first, second = (f"`{each.comparison.left} = {each.comparison.right}`" for each in (tempting, other))
    options = {
        (True, False): _("Only {equation}").format(equation=first),
        (False, True): _("Only {equation}").format(equation=second),
        (True, True): _("Both"),
        (False, False): _("Neither"),
    }
    found = (tempting.comparison.equal, other.comparison.equal)
    notes = (tempting.note(_), other.note(_))
    why = {
        text: " ".join(note for note, said, is_so in zip(notes, chosen, found, strict=True) if said != is_so)
        for chosen, text in options.items()
    }
    why[options[found]] = " ".join(notes)
    text = _("Which is true: {first}, or {second}?").format(first=first, second=second)
    return Question(about, text, tuple(options.values()), options[found], why)
