"""Shows claims and comparisons as lines on a page."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, Comparison


def show_claims(claims: Iterable[Claim]) -> None:
    """Draws a line for each claim: whether its expressions are equal, both, their difference, and what it means."""
    for claim in claims:
        comparison, sign = claim.comparison, "=" if claim.equal else "≠"
        # One element for a line, since each element costs the server and the browser.
        parts = [_badge(comparison), f"`{comparison.left} {sign} {comparison.right}`", difference(comparison)]
        st.markdown(" ".join([*parts, _(claim.sentence)] if claim.sentence else parts))


def _badge(comparison: Comparison) -> str:
    icon, color, told = ("check", "green", _("equal")) if comparison.equal else ("close", "orange", _("different"))
    return f":{color}-badge[:material/{icon}: {told}]"


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
