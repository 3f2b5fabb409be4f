"""A Plotly figure that does not change any more."""

from typing import Any

import plotly.graph_objects as go


class FixedFigure(go.Figure):
    """A copy of a figure, with its JSON values computed once: Streamlit asks for them in each run."""

    def __init__(self, figure: go.Figure):
        super().__init__(figure)
        self._fixed = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """The JSON values of the figure."""
        return self._fixed
