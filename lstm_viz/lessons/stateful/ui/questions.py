"""The questions of the page Stateful. The arrays that Keras returned decide which answers are right."""

from collections.abc import Hashable, Mapping

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question
from lstm_viz.comparison import Claim
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful.history import Walk, is_read, origins
from lstm_viz.lessons.stateful.ui.origin_words import OriginWords


def next_state_question(walk: Walk) -> Question | None:
    """Asks which state a tank started from in the last batch; None if there is no batch or its origin is unknown."""
    at = len(walk.events) - 1
    if at < 1 or not is_read(walk.actions[at - 1]):
        return None
    words = OriginWords(walk.actions)
    row = min(1, walk.settings.tanks - 1)
    origin = origins(walk.events)[at][row]
    if origin is None:
        return None
    earlier = [event for event in range(1, at) if is_read(walk.actions[event - 1])]
    reasons = {_("Zeros"): _why_zeros(words.is_carried(origin))}
    if earlier:
        batch = walk.actions[earlier[-1] - 1]
        own = _("What {tank} held after batch {batch}").format(tank=words.tank(row), batch=batch)
        reasons[own] = _why_own(words.is_carried(origin))
        if walk.settings.tanks > 1:
            other = _("What {tank} held after batch {batch}").format(tank=words.tank(0), batch=batch)
            reasons[other] = _("Each sample of a batch has a state of its own: row 2 goes on from row 2.")
    options = tuple(reasons)
    text = _("Which state did {tank} start from when batch {batch} was read?")
    return Question(
        about=(walk.settings, walk.actions),
        text=text.format(tank=words.tank(row), batch=walk.actions[at - 1]),
        options=options,
        answer=options[0 if not words.is_carried(origin) else 1 if origin.row == row else 2],
        why=reasons,
    )


def _why_zeros(is_carried: bool) -> str:
    if is_carried:
        return _("Only building the layer and reset_states() set its states to zero; a batch was read after both.")
    return _("The layer had read nothing since it was built or reset.")


def _why_own(is_carried: bool) -> str:
    if is_carried:
        return _("A stateful layer keeps the state of each row until the next call or a reset.")
    return _("That was lost when the states were reset.")


def ways_question(about: Hashable, claims: Mapping[str, Claim]) -> Question:
    """Asks which ways of cutting give the same outputs as one long sequence.

    Args:
        about: The value on which the outputs depend.
        claims: The claims "stateful" and "stateless", each a comparison with the sequence.
    """
    by_equal = {
        (True, False): _("Only the one with stateful=True"),
        (False, True): _("Only the one without"),
        (True, True): _("Both"),
        (False, False): _("Neither"),
    }
    why = (
        _(
            "stateful=True passes the state of each batch to the next, as in one long sequence; without it "
            "every batch starts from zeros."
        ),
        _("Without stateful=True every batch starts from zeros, and what was before it is lost."),
        _("That holds only where there is a single batch, or where the state before a batch makes no difference."),
        _("stateful=True passes the state of each batch to the next, as in one long sequence."),
    )
    return Question(
        about=("ways", about),
        text=_("Two layers read the batches in turn. Which gives what one layer gives for the whole sequence?"),
        options=tuple(by_equal.values()),
        answer=by_equal[claims["stateful"].equal, claims["stateless"].equal],
        why=dict(zip(by_equal.values(), why, strict=True)),
    )


def same_question(about: Hashable, claim: Claim) -> Question:
    """Asks whether the outputs stay the same in spite of a mistake."""
    yes, no = _("Yes, the largest difference is 0"), _("No, they differ")
    is_equal, is_not = _why_same(claim)
    return Question(
        about=about,
        text=_("Are the outputs what they should be?"),
        options=(yes, no),
        answer=yes if claim.equal else no,
        why={yes: is_equal, no: is_not},
    )


def _why_same(claim: Claim) -> tuple[str, str]:
    if claim.equal:
        same = _("There was no state that could have been the wrong one.")
        return same, same
    wrong = _("Some batches start from a different state than they should, and a layer's outputs depend on its state.")
    return wrong, wrong


def rows_question(about: Hashable, predicted: np.ndarray | KerasError, rows: int) -> Question:
    """Asks what a model returns for a batch of another size, after it has predicted a batch of its own size."""
    refused, fitting, other = (
        _("An error"),
        _("As many outputs as rows: {rows}").format(rows=rows),
        _("A different number of outputs, without an error"),
    )
    outcomes = {
        refused: _("The sizes of the states and of the rows do not match."),
        fitting: _("That needs a state for each row, and a row for each state."),
        other: _(
            "A single row fits any number of states: it is broadcast, as in NumPy. Keras checks the batch "
            "size only where it knows it, and a compiled function leaves it open."
        ),
    }
    answer = refused if isinstance(predicted, KerasError) else fitting if len(predicted) == rows else other
    return Question(
        about=("rows", about),
        text=_("What does model.predict return for these rows, after it has predicted a batch of its own size?"),
        options=tuple(outcomes),
        answer=answer,
        why=outcomes,
    )
