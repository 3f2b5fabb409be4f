"""What equals what among the tensors of a Bidirectional."""

from collections.abc import Iterator

import numpy as np

from lstm_viz.lessons.what_it_returns.claim import About, Claim, equal, not_equal
from lstm_viz.lessons.what_it_returns.expression import Expression, concatenated


def of_two_directions(about: About) -> Iterator[Claim]:
    """Every claim about a Bidirectional's output and states."""
    yield from _of_halves(about)
    yield from _of_two_outputs(about) if about.call.has_two_outputs else _of_a_merged_output(about)
    if about.call.layer == "lstm":
        yield from _of_cells(about)


def _of_halves(about: About) -> Iterator[Claim]:
    """Each direction's last h, and where in its sequence that is."""
    gettext = about.gettext
    yield equal(
        about["forward_h"],
        _at(about, "forward", -1),
        gettext("The forward layer reads the input's last step last."),
    )
    yield equal(
        about["backward_h"],
        _at(about, "backward", 0),
        gettext("The backward layer reads the input's first step last. Its sequence is turned to the input's order."),
    )
    yield not_equal(
        about["backward_h"],
        _at(about, "backward", -1),
        gettext("At the input's last step the backward layer has read that one step alone."),
    )


def _at(about: About, way: str, step: int) -> Expression:
    """What a direction shows at a step of the input."""
    if about.call.merge_mode != "concat":
        return about[f"{way}_sequence"][:, step]
    half = np.s_[: about.units] if way == "forward" else np.s_[about.units :]
    return about["sequence"][:, step, half]


def _of_two_outputs(about: About) -> Iterator[Claim]:
    why = about.gettext("`merge_mode=None` leaves the two outputs apart: each is its layer's last h.")
    for way in about.call.directions:
        yield equal(about[f"{way}_output"], about[f"{way}_h"], why)


def _of_a_merged_output(about: About) -> Iterator[Claim]:
    gettext = about.gettext
    why = gettext('`merge_mode="{mode}"` makes one output of what the two layers showed at the same step of the input.')
    rule = why.format(mode=about.call.merge_mode)
    yield equal(about["sequence"], _merged(about, "sequence"), rule)
    yield equal(
        about["output"],
        _merged(about, "h"),
        gettext("Without `return_sequences` each direction gives its own last h."),
    )
    yield not_equal(
        about["output"],
        about["sequence"][:, -1],
        gettext("The single output takes each direction where it ends: ahead at the last step, back at the first."),
    )


def _merged(about: About, name: str) -> Expression:
    """Both directions' tensors of that name, merged by hand."""
    ahead, back = (about[f"{way}_{name}"] for way in about.call.directions)
    merge = {
        "concat": lambda: concatenated(ahead, back),
        "sum": lambda: ahead + back,
        "mul": lambda: ahead * back,
        "ave": lambda: (ahead + back) / 2,
    }
    return merge[about.call.merge_mode]()


def _of_cells(about: About) -> Iterator[Claim]:
    why = about.gettext("c is the cell state of that direction; what is shown of it is h = o · tanh(c).")
    for way in about.call.directions:
        yield not_equal(about[f"{way}_c"], about[f"{way}_h"], why)
