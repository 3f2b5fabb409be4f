"""Charts as files, made without a browser and without internet access."""

import html as markup
import json
from typing import Any

import vl_convert

from lstm_viz.charts.base import spec

Chart = Any  # an Altair chart, or its specification as `base.spec` makes it


def png(chart: Chart, scale: float = 2) -> bytes:
    """A PNG picture with `scale` pixels for each pixel of the chart."""
    return vl_convert.vegalite_to_png(_json(chart), scale=scale)


def svg(chart: Chart, language: str) -> bytes:
    """An SVG drawing in which text stays text. It says its title and the code of its language."""
    drawing = vl_convert.vegalite_to_svg(_json(chart))
    before, after = drawing.split(">", 1)
    return f'{before} lang="{language}"><title>{_title(chart)}</title>{after}'.encode()


def html(chart: Chart, language: str) -> bytes:
    """An HTML page with tooltips that needs no other file. It says its title and the code of its language."""
    page = vl_convert.vegalite_to_html(_json(chart), bundle=True)
    page = page.replace("<html>", f'<html lang="{language}">', 1)
    return page.replace("<title>Chart</title>", f"<title>{_title(chart)}</title>", 1).encode()


def _title(chart: Chart) -> str:
    """The title of a chart, for a page."""
    return markup.escape((chart if isinstance(chart, dict) else spec(chart))["title"]["text"])


def _json(chart: Chart) -> str:
    return json.dumps(chart if isinstance(chart, dict) else spec(chart))
