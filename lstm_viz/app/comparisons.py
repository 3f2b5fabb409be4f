"""What equals what, and what does not, as lines on a page."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, Comparison


def show_claims(claims: Iterable[Claim]) -> None:
    """One line each: both expressions, whether they are equal, by how much they differ, and what that means."""
    show_comparisons((claim.comparison, _(claim.sentence)) for claim in claims)


def show_comparisons(compared: Iterable[tuple[Comparison, str]]) -> None:
    """One line each: both expressions, whether they are equal, and by how much they differ.

    Args:
        compared: Each with a sentence of what it means, or an empty one. The sentence is Markdown of ours.
    """
    for comparison, note in compared:
        sign = "=" if comparison.equal else "≠"
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _badge(comparison)
            st.markdown(f"`{comparison.left} {sign} {comparison.right}`", width="content")
            st.markdown(f"{difference(comparison)} {note}".strip(), width="content")


def _badge(comparison: Comparison) -> None:
    if comparison.equal:
        st.badge(_("equal"), icon=":material/check:", color="green")
    else:
        st.badge(_("different"), icon=":material/close:", color="orange")


def difference(comparison: Comparison) -> str:
    """How far apart the two are, as a sentence."""
    if comparison.difference is None:
        return _("The shapes differ: {left} and {right}.").format(
            left=comparison.left_shape, right=comparison.right_shape
        )
    if comparison.difference == 0:
        return _("Equal to the last bit.")
    if comparison.equal:
        return _("Equal: the largest difference is {difference}, float32's rounding.").format(
            difference=f"{comparison.difference:.1e}"
        )
    return _("Different, by up to {difference}.").format(difference=f"{comparison.difference:.4g}")
