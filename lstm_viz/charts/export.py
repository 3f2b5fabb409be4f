"""Charts as files, made without a browser and without internet access."""

import json
from typing import Any

import vl_convert

from lstm_viz.charts.base import spec

Chart = Any  # an Altair chart, or its specification as `base.spec` makes it


def png(chart: Chart, scale: float = 2) -> bytes:
    """A PNG picture with `scale` pixels for each pixel of the chart."""
    return vl_convert.vegalite_to_png(_json(chart), scale=scale)


def svg(chart: Chart) -> bytes:
    """An SVG drawing in which text stays text."""
    return vl_convert.vegalite_to_svg(_json(chart)).encode()


def html(chart: Chart) -> bytes:
    """An HTML page with tooltips that needs no other file."""
    return vl_convert.vegalite_to_html(_json(chart), bundle=True).encode()


def _json(chart: Chart) -> str:
    return json.dumps(chart if isinstance(chart, dict) else spec(chart))
