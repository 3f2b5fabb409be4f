"""A lesson, or figures alone, as a page in one file: no server, no network, both languages."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lstm_viz.app.guide_text import CSS as GUIDE_CSS
from lstm_viz.app.guide_text import MODULES as GUIDE_MODULES
from lstm_viz.app.language import _, language, speaking
from lstm_viz.charts.theme import MODES
from lstm_viz.drawings.component import UNROLLED_MODULES, join_modules, section, style_of
from lstm_viz.i18n import LANGUAGES
from lstm_viz.javascript import json_values
from lstm_viz.viewer import parts as viewer
from lstm_viz.viewer.html_page import Link, html_page

_FOLDER = Path(__file__).parent
_HOSTS = ("../viewer/dom", "../viewer/hosts/languages", "../app/saved_lesson")
_BODY = '<div class="lesson"><div id="beside" hidden><div></div><div></div></div><div id="figure"></div></div>'
CHART_WIDTH = 760  # of the plot, in pixels: beside a text on a wide screen, with its axes

Json = dict[str, Any]


class Part(NamedTuple):
    """A part of a figure.

    Attributes:
        kind: "viewer" or "unrolled", whose data are the payload of that component; "chart", made by `chart_parts`;
            "table" with "head" and "rows" of texts; "text" in which **words** and `code` are marked; "code".
        data: JSON values.
    """

    kind: str
    data: Any


class Scene(NamedTuple):
    """What a page shows at once.

    Attributes:
        parts: The parts of the figure, from the top.
        guide: The data of `guide_text`, which stands beside it; None without a text.
        question: What is asked below that text, as saved_lesson.js draws it; None if nothing is.
    """

    parts: Sequence[Part]
    guide: Json | None = None
    question: Json | None = None


def scenes_page(
    title: Callable[[], str], scenes: Callable[[], Sequence[Scene]], links: Callable[[], list[Link]] = list
) -> str:
    """The text of a page. Each argument is called once for each language, which `_` then speaks.

    Args:
        title: Returns the title.
        scenes: Returns the scenes, each of which the address opens by its number.
        links: Returns the links to other pages.
    """
    languages: dict[str, Json] = {}
    linked: dict[str, list[Link]] = {}
    kinds: set[str] = set()
    for each in LANGUAGES:
        with speaking(each):
            made, linked[each] = scenes(), links()
            stops = [{**scene._asdict(), "parts": [part._asdict() for part in scene.parts]} for scene in made]
            languages[each] = json_values({"title": title(), "stops": stops})
        kinds |= {part.kind for scene in made for part in scene.parts}
        kinds |= {"guide_text" for scene in made if scene.guide}
    used = {kind: component for kind, component in _components().items() if kind in kinds}
    script = f"const COMPONENTS = {{{''.join(_entry(kind, *used[kind]) for kind in used)}}};\n{join_modules(_HOSTS)}"
    styles = [_FOLDER.joinpath("saved_lesson.css").read_text("utf-8"), *(css for css, _html, _module in used.values())]
    return html_page(languages, {}, body=_BODY, script=script, styles=styles, links=linked)


def chart_parts(build: Callable[..., list[Any]]) -> Iterator[Part]:
    """Charts as pictures, light and dark.

    Args:
        build: A function of `gettext=` and `mode=` that makes them.
    """
    from lstm_viz.charts.base import spec
    from lstm_viz.charts.export import svg

    for both in zip(*(map(spec, build(gettext=_, mode=mode)) for mode in MODES), strict=True):
        charts = {mode: {**chart, "width": CHART_WIDTH} for mode, chart in zip(MODES, both, strict=True)}
        drawn = {mode: svg(chart, language()).decode() for mode, chart in charts.items()}
        yield Part("chart", {**drawn, "description": both[0]["description"]})


def _components() -> Mapping[str, tuple[str, str, str]]:
    """The components: style sheet, markup and module of each."""
    return {
        "guide_text": (GUIDE_CSS, section("guide_text"), join_modules(GUIDE_MODULES)),
        "unrolled": (style_of("unrolled"), section("unrolled"), join_modules(UNROLLED_MODULES)),
        "viewer": (viewer.CSS, viewer.HTML, viewer.join_modules()),
    }


def _entry(kind: str, css: str, html: str, module: str) -> str:
    """A component in the script, in a scope of its own: two of them may have functions of one name."""
    show = module.replace("export default function", "return function")
    return f"{kind}: {{ css: {json.dumps(css)}, html: {json.dumps(html)}, show: (() => {{\n{show}\n}})() }},\n"
