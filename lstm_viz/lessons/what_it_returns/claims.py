"""What equals what among the tensors of a call, and what does not though one may expect it: decided by the numbers."""

from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns.call import Call, second
from lstm_viz.lessons.what_it_returns.claim import About, Claim, equal, not_equal
from lstm_viz.lessons.what_it_returns.claims_bidirectional import of_two_directions
from lstm_viz.lessons.what_it_returns.results import Returned, Tensors


def claims_of(call: Call, result: Returned, others: Tensors, gettext: Translate) -> list[Claim]:
    """Every claim about a call, compared on its tensors.

    Args:
        call: What was called.
        result: What Keras gave for it.
        others: What Keras gave beside it; see `in_keras.others`.
        gettext: Translates why.
    """
    about = About(call, result, others, gettext)
    found = [*(of_two_directions(about) if call.bidirectional else _of_one_direction(about))]
    if call.stateful:
        found += _of_a_second_call(about)
    if call.behind != "nothing" and not call.has_two_outputs:
        found += _of_a_dense(about)
    return found


def _of_one_direction(about: About) -> Iterator[Claim]:
    gettext, sequence = about.gettext, about["sequence"]
    yield equal(
        about["output"],
        sequence[:, -1],
        gettext("`return_sequences=False` keeps the last step of the sequence, in the order in which it was read."),
    )
    yield equal(about["h"], sequence[:, -1], gettext("The last h is what was shown at the last step that was read."))
    yield equal(about["output"], about["h"], gettext("Without `return_sequences` a layer returns what it showed last."))
    if about.call.layer == "lstm":
        yield not_equal(
            about["c"],
            about["output"],
            gettext("c is the cell state, which the layer keeps to itself: what it shows of it is h = o · tanh(c)."),
        )
    if about.call.go_backwards:
        yield from _of_reading_backwards(about)


def _of_reading_backwards(about: About) -> Iterator[Claim]:
    gettext, sequence = about.gettext, about["sequence"]
    yield equal(
        sequence,
        about["forwards(x[:, ::-1])"],
        gettext("`go_backwards=True` turns the input round, and does not turn the output back."),
    )
    yield not_equal(
        sequence[:, ::-1],
        about["forwards(x)"],
        gettext("Turned back, it fits the input's steps, but each step knows what follows it, not what came before."),
    )
    yield not_equal(
        about["h"],
        sequence[:, 0],
        gettext("The first of the sequence belongs to the input's last step; the last h to the input's first."),
    )


def _of_a_second_call(about: About) -> Iterator[Claim]:
    gettext, call = about.gettext, about.call
    for position, name in enumerate(call.output_names):
        yield not_equal(
            about[second(name)],
            about[name],
            gettext("A stateful layer starts its second call from the states that the first has left."),
        )
        yield equal(
            about[second(name)],
            about[f"stateless(x, initial_state=[{', '.join(call.state_names)}])[{position}]"],
            gettext("The same by hand, without `stateful`: the first call's last states given as `initial_state`."),
        )


def _of_a_dense(about: About) -> Iterator[Claim]:
    gettext, call = about.gettext, about.call
    yield equal(
        about["dense(sequence)"],
        about["TimeDistributed(dense)(sequence)"],
        gettext("A Dense reads the last axis alone: it treats each step by itself, as a TimeDistributed makes it do."),
    )
    last = about["dense(sequence)"][:, -1]
    if call.bidirectional:
        why = gettext(
            "Behind the single output a Dense reads the forward h of the last step, the backward h of the first."
        )
        yield not_equal(about["dense(output)"], last, why)
    else:
        yield equal(about["dense(output)"], last, gettext("A Dense behind the single output reads the last step."))
