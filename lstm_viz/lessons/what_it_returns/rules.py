"""The claims of the page What it returns: which tensors of a call are equal, as their numbers decide."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lstm_viz.comparison import Comparison
from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns.call import Call, second
from lstm_viz.lessons.what_it_returns.expression import Expression, Named, compare, concatenated
from lstm_viz.lessons.what_it_returns.results import Returned, Tensors


@dataclass(frozen=True)
class KerasRule:
    """Two expressions that are equal by a rule of Keras, or that one may expect to be equal.

    Attributes:
        comparison: The comparison of the two expressions, on the tensors of the call.
        equal: Whether the rule makes them equal. If the numbers disagree, the page shows what the numbers say.
        why: The rule, as a sentence.
    """

    comparison: Comparison
    equal: bool
    why: str

    def note(self, gettext: Translate) -> str:
        """The rule as a sentence, with a second sentence if the numbers do not agree with it."""
        if self.comparison.equal == self.equal:
            return self.why
        if self.equal:
            return gettext("{why} These numbers say otherwise.").format(why=self.why)
        return gettext("{why} Here both hold the same numbers anyway; with other numbers they may differ.").format(
            why=self.why
        )


class About:
    """The tensors of a call as expressions, by their code."""

    def __init__(self, call: Call, result: Returned, others: Tensors, gettext: Translate):
        self.call, self.gettext = call, gettext
        self.units = Named("units", call.units)
        # A tensor that the call itself returned replaces one of the same name from another layer.
        self.tensors: Tensors = {
            **others,
            **result.tensors,
            **{second(name): array for name, array in result.again.items()},
        }

    def __getitem__(self, code: str) -> Expression:
        return Expression(code, self.tensors[code])


def _equal(left: Expression, right: Expression, why: str) -> KerasRule:
    """A rule that makes two expressions equal."""
    return KerasRule(compare(left, right), True, why)


def _not_equal(left: Expression, right: Expression, why: str) -> KerasRule:
    """A rule that does not make two expressions equal, although one may expect it."""
    return KerasRule(compare(left, right), False, why)


def rules_of(call: Call, result: Returned, others: Tensors, gettext: Translate) -> list[KerasRule]:
    """All rules that apply to a call, compared on its tensors.

    Args:
        call: The call.
        result: The tensors that Keras returned for it.
        others: Further tensors from the same weights; see `in_keras.others`.
        gettext: Translates the sentences.
    """
    about = About(call, result, others, gettext)
    found = [*(_of_two_directions(about) if call.bidirectional else _of_one_direction(about))]
    if call.stateful:
        found += _of_a_second_call(about)
    if call.next_layer != "nothing" and not call.has_two_outputs:
        found += _of_a_dense(about)
    return found


def _of_one_direction(about: About) -> Iterator[KerasRule]:
    gettext, sequence = about.gettext, about["sequence"]
    yield _equal(
        about["output"],
        sequence[:, -1],
        gettext("`return_sequences=False` keeps the last step of the sequence, in the order in which it was read."),
    )
    yield _equal(about["h"], sequence[:, -1], gettext("The last h is the output at the last step that was read."))
    yield _equal(about["output"], about["h"], gettext("Without `return_sequences` a layer returns its last output."))
    if about.call.layer == "lstm":
        yield _not_equal(
            about["c"],
            about["output"],
            gettext("c is the cell state, which stays inside the layer: the output is h = o · tanh(c)."),
        )
    if about.call.go_backwards:
        yield from _of_reading_backwards(about)


def _of_reading_backwards(about: About) -> Iterator[KerasRule]:
    gettext, sequence = about.gettext, about["sequence"]
    yield _equal(
        sequence,
        about["forwards(x[:, ::-1])"],
        gettext("`go_backwards=True` reverses the input, and does not reverse the output back."),
    )
    yield _not_equal(
        sequence[:, ::-1],
        about["forwards(x)"],
        gettext("Reversed back, it fits the input's steps, but each step knows what follows it, not what came before."),
    )
    yield _not_equal(
        about["h"],
        sequence[:, 0],
        gettext(
            "The first step of the sequence belongs to the last step of the input, the last h to the first "
            "step of the input."
        ),
    )


def _of_two_directions(about: About) -> Iterator[KerasRule]:
    """The rules about a Bidirectional's output and states."""
    yield from _of_halves(about)
    yield from _of_two_outputs(about) if about.call.has_two_outputs else _of_a_merged_output(about)
    if about.call.layer == "lstm":
        yield from _of_cells(about)


def _of_halves(about: About) -> Iterator[KerasRule]:
    """The rules about the last h of each direction, and its place in the output sequence."""
    gettext = about.gettext
    yield _equal(
        about["forward_h"],
        _at(about, "forward", -1),
        gettext("The forward layer reads the input's last step last."),
    )
    yield _equal(
        about["backward_h"],
        _at(about, "backward", 0),
        gettext(
            "The backward layer reads the input's first step last. Its sequence is put into the order of the input."
        ),
    )
    yield _not_equal(
        about["backward_h"],
        _at(about, "backward", -1),
        gettext("At the input's last step the backward layer has read only this step."),
    )


def _at(about: About, way: str, step: int) -> Expression:
    """The hidden state of one direction at a step of the input."""
    if about.call.merge_mode != "concat":
        return about[f"{way}_sequence"][:, step]
    half = np.s_[: about.units] if way == "forward" else np.s_[about.units :]
    return about["sequence"][:, step, half]


def _of_two_outputs(about: About) -> Iterator[KerasRule]:
    why = about.gettext("`merge_mode=None` keeps the two outputs separate: each is its layer's last h.")
    for way in about.call.directions:
        yield _equal(about[f"{way}_output"], about[f"{way}_h"], why)


def _of_a_merged_output(about: About) -> Iterator[KerasRule]:
    gettext = about.gettext
    why = gettext('`merge_mode="{mode}"` makes one output of the two layers\' outputs at the same step of the input.')
    rule = why.format(mode=about.call.merge_mode)
    yield _equal(about["sequence"], _merged(about, "sequence"), rule)
    yield _equal(
        about["output"],
        _merged(about, "h"),
        gettext("Without `return_sequences` each direction returns its own last h."),
    )
    yield _not_equal(
        about["output"],
        about["sequence"][:, -1],
        gettext(
            "The single output takes each direction where it ends: the forward layer at the last step, the "
            "backward layer at the first."
        ),
    )


def _merged(about: About, name: str) -> Expression:
    """The tensors of both directions with this name, merged without Keras."""
    ahead, back = (about[f"{way}_{name}"] for way in about.call.directions)
    merge = {
        "concat": lambda: concatenated(ahead, back),
        "sum": lambda: ahead + back,
        "mul": lambda: ahead * back,
        "ave": lambda: (ahead + back) / 2,
    }
    return merge[about.call.merge_mode]()


def _of_cells(about: About) -> Iterator[KerasRule]:
    why = about.gettext("c is the cell state of that direction; its output is h = o · tanh(c).")
    for way in about.call.directions:
        yield _not_equal(about[f"{way}_c"], about[f"{way}_h"], why)


def _of_a_second_call(about: About) -> Iterator[KerasRule]:
    gettext, call = about.gettext, about.call
    for position, name in enumerate(call.output_names):
        yield _not_equal(
            about[second(name)],
            about[name],
            gettext("A stateful layer starts its second call from the states that the first has left."),
        )
        yield _equal(
            about[second(name)],
            about[f"stateless(x, initial_state=[{', '.join(call.state_names)}])[{position}]"],
            gettext("The same by hand, without `stateful`: the first call's last states given as `initial_state`."),
        )


def _of_a_dense(about: About) -> Iterator[KerasRule]:
    gettext, call = about.gettext, about.call
    yield _equal(
        about["dense(sequence)"],
        about["TimeDistributed(dense)(sequence)"],
        gettext(
            "A Dense layer reads only the last axis: it is applied to each step separately, just as with "
            "TimeDistributed."
        ),
    )
    last = about["dense(sequence)"][:, -1]
    if call.bidirectional:
        why = gettext(
            "A Dense after the single output reads the forward h of the last step and the backward h of the first."
        )
        yield _not_equal(about["dense(output)"], last, why)
    else:
        yield _equal(about["dense(output)"], last, gettext("A Dense after the single output reads the last step."))
