"""The page names, in the header of its answer, the modules of the elements that every page has."""

import runpy
from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import file_util

from tests.support.app import open_app
from tests.support.server import ROOT

OURS = runpy.run_path(str(ROOT / "app.py"))
MODULES = OURS["modules_of"](OURS["ELEMENTS"])
# How Streamlit calls an element in a message → the module that draws it, where the page's own module does not.
DRAWN_BY = {
    "bidi_component": "BidiComponent",
    "button": "Button",
    "button_group": "ButtonGroup",
    "toggle": "Checkbox",
    "download_button": "DownloadButton",
    "html": "Html",
    "page_link": "PageLink",
    "text_input": "TextInput",
}


def test_every_element_of_the_first_page_is_named():
    app = open_app()
    there = {kind for kind in DRAWN_BY if app.get(kind)}
    assert {DRAWN_BY[kind] for kind in there} == set(OURS["ELEMENTS"])


def test_each_module_is_a_file_that_the_page_itself_does_not_name():
    static = file_util.get_static_dir()
    page = (Path(static) / "index.html").read_text("utf-8")
    for element in OURS["ELEMENTS"]:
        assert [name for name in MODULES if name.startswith(f"{element}.")]
    assert not [name for name in MODULES if name in page]
    assert len(set(MODULES)) == len(MODULES)


def test_only_a_page_has_the_header():
    routes = [Route("/", lambda _: HTMLResponse("<p>")), Route("/health", lambda _: PlainTextResponse("ok"))]
    client = TestClient(OURS["Preloads"](Starlette(routes=routes)))
    link = client.get("/").headers["link"]
    assert link.split(", ") == [f"<./static/js/{name}>; rel=modulepreload" for name in MODULES]
    assert "link" not in client.get("/health").headers
