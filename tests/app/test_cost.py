"""A run in which nothing has changed makes nothing again."""

import pytest

from lstm_viz.app import cached
from lstm_viz.charts import base, fixed_figure
from tests.support.app import open_app, open_page

# Pages with charts or figures, and panels with some.
VIEWS = [
    ("", {"panel": "gates"}),
    ("memory_lab", {"panel": "carry"}),
    ("memory_lab", {"panel": "space"}),
    ("gradient_flow", {"panel": "flow"}),
    ("what_it_returns", {"panel": "weights"}),
    ("stateful", {"panel": "ways"}),
    ("patterns", {"pattern": "autoencoder"}),
    ("attention", {"task": "reverse"}),
    ("attention", {"panel": "forcing"}),
    ("time_series", {"panel": "forecast"}),
    ("time_series", {"panel": "gates"}),
    ("time_series", {"panel": "lags"}),
    ("text", {"panel": "words"}),
    ("text", {"panel": "mattered"}),
    ("text", {"panel": "models"}),
]

pytestmark = pytest.mark.usefixtures("keras_here")


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """What Altair and Plotly have made."""
    found: list[str] = []
    spec, fix = base.spec, fixed_figure.FixedFigure.__init__

    def count_charts(chart):
        found.append("a chart")
        return spec(chart)

    def count_figures(self, figure) -> None:
        found.append("a figure")
        fix(self, figure)

    monkeypatch.setattr(base, "spec", count_charts)
    monkeypatch.setattr(fixed_figure.FixedFigure, "__init__", count_figures)
    return found


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_charts_and_figures_are_made_once(page, query, made, keras_here):
    cached.load_charts.clear()
    cached.load_figure.clear()
    app = open_page(page, **query) if page else open_app(**query)
    shown = [each.proto.SerializeToString() for kind in ("vega_lite_chart", "plotly_chart") for each in app.get(kind)]
    assert shown
    made.clear()
    keras_here.asked.clear()
    app.run()
    assert made == []
    assert keras_here.asked == []  # Keras is not asked again, either
    again = [each.proto.SerializeToString() for kind in ("vega_lite_chart", "plotly_chart") for each in app.get(kind)]
    assert again == shown
