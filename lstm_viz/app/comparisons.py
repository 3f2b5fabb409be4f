"""Shows claims and comparisons as lines on a page."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, Comparison


def show_claims(claims: Iterable[Claim]) -> None:
    """Draws a line for each claim: both expressions, whether they are equal, their difference, and what it means."""
    for claim in claims:
        comparison, sign = claim.comparison, "=" if claim.equal else "≠"
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _badge(comparison)
            st.markdown(f"`{comparison.left} {sign} {comparison.right}`", width="content")
            st.markdown(
                f"{difference(comparison)} {_(claim.sentence) if claim.sentence else ''}".strip(), width="content"
            )


def _badge(comparison: Comparison) -> None:
    if comparison.equal:
        st.badge(_("equal"), icon=":material/check:", color="green")
    else:
        st.badge(_("different"), icon=":material/close:", color="orange")


def difference(comparison: Comparison) -> str:
    """The largest difference between the two arrays, as a sentence."""
    if comparison.difference is None:
        return _("The shapes differ: {left} and {right}.").format(
            left=comparison.left_shape, right=comparison.right_shape
        )
    if comparison.difference == 0:
        return _("Equal to the last bit.")
    if comparison.equal:
        return _("Equal: the largest difference is {difference}, which is float32 rounding.").format(
            difference=f"{comparison.difference:.1e}"
        )
    return _("Different, by up to {difference}.").format(difference=f"{comparison.difference:.4g}")
