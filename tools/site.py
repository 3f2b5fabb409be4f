"""Writes a static site of the lessons and of a few views, which any web server or the disk serves: `make site`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lstm_viz.app.from_keras import answer_for_file
from lstm_viz.app.guide import Guide
from lstm_viz.app.language import _, speaking
from lstm_viz.app.pages import PLACES
from lstm_viz.app.saved_lesson import Part, Scene, chart_parts, scenes_page
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import LANGUAGES, N_
from lstm_viz.lessons.gradient_flow.settings import DEFAULT as FLOW
from lstm_viz.lessons.gradient_flow.ui import lesson as gradient_flow
from lstm_viz.lessons.gradient_flow.ui.loaders import load_flows
from lstm_viz.lessons.gradient_flow.ui.panels import flow_charts
from lstm_viz.lessons.stateful.ui.guide import GUIDE as STATEFUL
from lstm_viz.lessons.step_through.settings import SETTINGS
from lstm_viz.lessons.step_through.ui.guide import GUIDE as STEP_THROUGH
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.viewer import contents_of
from lstm_viz.lessons.step_through.view import traces_of, view_of
from lstm_viz.lessons.what_it_returns.ui.guide import GUIDE as RETURNS
from lstm_viz.viewer import Cursor
from lstm_viz.viewer.html_page import Link
from lstm_viz.viewer.saved_page import saved_page
from lstm_viz.worker import end_shared

LESSONS: dict[str, Guide] = {"step_through": STEP_THROUGH, "what_it_returns": RETURNS, "stateful": STATEFUL}
VIEWS: dict[str, tuple[dict[str, str], str]] = {
    "memory_pair": ({}, N_("A trained LSTM reads two sequences. Which unit remembers how they began?")),
    "gru": (
        {"model": "untrained", "layer": "gru", "step": "2"},
        N_("The same two sequences, read by a GRU before any training."),
    ),
    "simple_rnn": (
        {"model": "untrained", "layer": "simple_rnn", "step": "2"},
        N_("The same two sequences, read by a SimpleRNN before any training."),
    ),
}
"""Name of a page → the settings of Step through that it shows, and a sentence about it."""
ABOUT = N_(
    "Lessons and views that need no server. The whole app also trains networks, runs Keras while you wait, and opens "
    "your own sequences and models."
)
LESSON_ABOUT = N_("A lesson of {count} stops, with the figures of the page {page}.")


def write_site(folder: Path) -> None:
    """Writes all pages into a folder, which is made if it is not there.

    Raises:
        WorkerError: If Keras is not available.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages: dict[str, Callable[[], str]] = {"gradient_flow": _gradient_flow, "index": _index}
    pages |= {name: partial(guide.saved, answer_for_file, _back) for name, guide in LESSONS.items()}
    pages |= {name: partial(_view, link) for name, (link, _about) in VIEWS.items()}
    for name, make in pages.items():
        (folder / _file(name)).write_text(make(), "utf-8")


def _file(name: str) -> str:
    return f"{name}.html"


def _back() -> list[Link]:
    return [Link(href=_file("index"), title=_("All pages"), about="")]


def _view(link: dict[str, str]) -> str:
    """A view of Step through, in the viewer."""
    values, _ignored = SETTINGS.read(link)
    told, links = {}, {}
    for language in LANGUAGES:
        with speaking(language):
            (traces, told[language]), links[language] = _shown(values), _back()
    texts = {name: {language: each[name] for language, each in told.items()} for name in ("title", "subtitle")}
    cursor = Cursor(values["step"] - 1, values["unit"] - 1, values["show"])
    return saved_page(traces, cursor=cursor, links=links, **told["en"] | texts)


def _shown(values: dict[str, Any]) -> tuple[dict[str, Trace], dict[str, Any]]:
    """The traces of a view of Step through, and what the viewer shows beside them."""
    view, _problems = view_of(values)
    assert view is not None
    model, passes = load_passes(view)
    return traces_of(passes), contents_of(view, model, passes)


def _gradient_flow() -> str:
    """The first view of Gradient flow."""
    lesson = gradient_flow.LESSON

    def scenes() -> list[Scene]:
        charts = chart_parts(partial(flow_charts, load_flows(FLOW)))
        lines = (Part("text", line) for line in lesson.hints.lines(FLOW))
        return [Scene([Part("text", _(lesson.purpose)), *charts, *lines])]

    return scenes_page(lambda: _(lesson.title), scenes, _back)


def _index() -> str:
    return scenes_page(lambda: "LSTM Explorer", lambda: [Scene([Part("text", _(ABOUT))])], _links)


def _links() -> list[Link]:
    links = []
    for name, guide in LESSONS.items():
        about = _(LESSON_ABOUT).format(count=len(guide.stops), page=_(PLACES[name].title))
        links.append(Link(href=_file(name), title=_(guide.stops[0].title), about=about))
    for name, (link, about) in VIEWS.items():
        _traces, contents = _shown(SETTINGS.read(link)[0])
        links.append(Link(href=_file(name), title=contents["title"], about=_(about)))
    lesson = gradient_flow.LESSON
    return [*links, Link(href=_file("gradient_flow"), title=_(lesson.title), about=_(lesson.purpose))]


if __name__ == "__main__":
    write_site(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
    end_shared()
