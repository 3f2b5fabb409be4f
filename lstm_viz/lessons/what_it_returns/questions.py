"""What is asked first: which shapes come back, and which of two equations holds. Keras's numbers give the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import Call, layer_code
from lstm_viz.lessons.what_it_returns.claim import Claim
from lstm_viz.lessons.what_it_returns.combinations import FLAGS, Shapes


@dataclass(frozen=True)
class Asked:
    """A question with its answers.

    Attributes:
        text: The question.
        options: What one may answer.
        answer: The right one.
        why: Of each option, why it is right, or what it mixes up.
    """

    text: str
    options: tuple[str, ...]
    answer: str
    why: dict[str, str]


def about_shapes(call: Call, made: Shapes | KerasError, shapes: Sequence[Shapes], gettext: Translate) -> Asked:
    """Which tensors come back from a call.

    Args:
        call: What is called.
        made: What comes back from it, or what Keras has against it.
        shapes: What comes back with each of `board.FLAGS`.
        gettext: Translates.
    """
    option = gettext("{count}: {shapes}")
    options = [option.format(count=len(each), shapes=", ".join(map(str, each))) for each in shapes]
    refuses = gettext("No tensor: Keras refuses the call")
    text = gettext("How many tensors come back, and with which shapes?")
    if isinstance(made, KerasError):
        nothing = gettext("Called just now, Keras refuses: {kind}. Nothing comes back.").format(kind=made.kind)
        return Asked(text, (*options, refuses), refuses, dict.fromkeys((*options, refuses), nothing))
    wrong = gettext("That is what {layer} returns.")
    why = {
        text: wrong.format(layer=layer_code(call, return_sequences=sequences, return_state=state))
        for text, (sequences, state) in zip(options, FLAGS, strict=True)
    }
    answer = option.format(count=len(made), shapes=", ".join(map(str, made)))
    why[answer] = _why_these(call, gettext)
    why[refuses] = gettext("Called just now, Keras takes it.")
    return Asked(text, tuple(why), answer, why)


def _why_these(call: Call, gettext: Translate) -> str:
    if call.return_sequences:
        output = gettext("`return_sequences=True` keeps an output for each step, so there is an axis of timesteps.")
    else:
        output = gettext("Without `return_sequences` only one output is kept of each sample: no axis of timesteps.")
    if not call.return_state:
        return output
    states = gettext("`return_state=True` adds the last states: {names}.").format(names=", ".join(call.state_names))
    return f"{output} {states}"


def about_equality(claims: Sequence[Claim], gettext: Translate) -> Asked:
    """Which of two equations holds: one that Keras's rules ask for, and one that they do not, if there is one.

    Raises:
        ValueError: If there are fewer than two claims.
    """
    if len(claims) < 2:
        raise ValueError(f"claims must be two at least, not {len(claims)}.")
    tempting = next((claim for claim in claims if not claim.holds), claims[1])
    others = [claim for claim in claims if claim.holds and claim is not tempting]
    about_the_same = [claim for claim in others if claim.comparison.left == tempting.comparison.left]
    other = (about_the_same or others)[0]
    first, second = (f"`{each.comparison.left} = {each.comparison.right}`" for each in (tempting, other))
    options = {
        (True, False): gettext("Only {equation}").format(equation=first),
        (False, True): gettext("Only {equation}").format(equation=second),
        (True, True): gettext("Both"),
        (False, False): gettext("Neither"),
    }
    found = (tempting.comparison.equal, other.comparison.equal)
    notes = (tempting.note(gettext), other.note(gettext))
    why = {
        text: " ".join(note for note, said, is_so in zip(notes, chosen, found, strict=True) if said != is_so)
        for chosen, text in options.items()
    }
    why[options[found]] = " ".join(notes)
    text = gettext("Which holds: {first}, or {second}?").format(first=first, second=second)
    return Asked(text, tuple(options.values()), options[found], why)
