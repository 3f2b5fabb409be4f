"""Charts as files, without a browser and without a network."""

import json
from typing import Any

import vl_convert

from lstm_viz.charts.base import spec

Chart = Any  # an Altair chart, or its specification as `base.spec` makes it


def png(chart: Chart, scale: float = 2) -> bytes:
    """A picture of `scale` pixels for each of the chart's own."""
    return vl_convert.vegalite_to_png(_json(chart), scale=scale)


def svg(chart: Chart) -> bytes:
    """A drawing whose words stay words."""
    return vl_convert.vegalite_to_svg(_json(chart)).encode()


def html(chart: Chart) -> bytes:
    """A page with tooltips that needs nothing beside itself."""
    return vl_convert.vegalite_to_html(_json(chart), bundle=True).encode()


def _json(chart: Chart) -> str:
    return json.dumps(chart if isinstance(chart, dict) else spec(chart))
