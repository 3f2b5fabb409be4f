"""A shared link is often the first thing a server sees after it woke up."""

from __future__ import annotations

import asyncio
import gzip
import re
import runpy
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest
from streamlit.web import bootstrap

from benchmarks.crowd import together
from benchmarks.visitor import visitor
from benchmarks.walks import OFFLINE, WALKS, unfold
from lstm_viz.app.pages import SECTIONS
from tests.support.browser import leave, visit
from tests.support.loops import result_of
from tests.support.onlooker import onlooker
from tests.support.server import ROOT, run_server

# The first layer starts TensorFlow.
PATIENCE = 90
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# The first to come waits for a training, or for an answer of Keras. What stands there when all is drawn.
TRAINING_FIRST = {
    "memory_lab?units=4&networks=gru&epochs=10&seed=41&trained=10&epoch=10&panel=break&edits=A.hidden.2.2-.clamp=0.5": (
        "text=GRU after epoch 10"
    ),
    "?a=3,0,1,1,2,3&b=4,0,1,1,2,4&model=untrained&layer=gru&units=6&seed=5&step=5&show=A-B&panel=arithmetic": (
        ".viewer [aria-live]:not(:empty)"
    ),
    "time_series?panel=lags&moment=990": "[aria-label^='Memory ledger']",
    "fix_my_code?text=model.reset_states()": "text=for layer in model._flatten_layers()",
    "find?q=vanishing+gradient": "text=What is a vanishing gradient?",
    "your_model?source=prices&layer=lstm_short&step=12&unit=3&panel=memory": "[aria-label^='When the cell state']",
    "text?a=the+film+was+not+good&panel=padding&length=9": ".strip .skipped >> nth=3",
}
KERAS_FIRST = {
    "attention?task=reverse&input=ABBA&panel=equal": "text=h_encoder =",
    "stateful?actions=1,r,2&kind=gru&tanks=2&units=2&steps=7&length=3": "[aria-label^='The state that each tank']",
    "shapes?source=text&padding=post&panel=padding&sentences=so good|1%0Abad|0": "text=without_mask ≠ unpadded",
    "what_it_returns?bidirectional=True&return_sequences=False&tensor=backward_h": ".chip[aria-pressed='true']",
    "patterns?pattern=encoder_decoder&input=4,4,0,1,2&tensor=lstm": ".chip[aria-pressed='true']",
    "gradient_flow?recurrent_scale=0.5&steps=145": "[aria-label*='SimpleRNN 1']",
}


def has_navigation(page) -> bool:
    """Whether the router has run: a page that runs alone has no sections, and no title of the app's."""
    return page.title().endswith("LSTM Explorer") and page.get_by_test_id("stTopNavSection").count() == len(SECTIONS)


async def seen(url: str, link: str) -> tuple[str, dict]:
    """The link and everything that somebody new is sent, when the server is done with what the link asks for."""
    name, _, query = link.partition("?")
    async with onlooker(url) as person:
        await person.open(query, page=name)
        await person.keep_running()
        assert [*filter(None, person.sections)] == [*SECTIONS]
        assert person.title.endswith("LSTM Explorer")
        return person.link, person.view()


def test_each_page_has_a_link_here():
    names = [link.split("?")[0] or "step_through" for link in TRAINING_FIRST | KERAS_FIRST]
    assert sorted(names) == PAGES


@pytest.mark.parametrize("links", [TRAINING_FIRST, KERAS_FIRST], ids=["a training first", "a question to Keras first"])
def test_links_show_the_same_on_a_server_nobody_has_visited(links, new_page, server):
    """Who comes to each link first is told the same as elsewhere; then a browser shows that there, too."""
    page = new_page()
    with run_server() as cold:
        for link, sign in links.items():
            told, elsewhere = result_of(seen(cold.url, link)), result_of(seen(server, link))
            assert told == elsewhere
            visit(page, f"{cold.url}/{link}", seconds=PATIENCE)
            expect(page.locator(sign).first).to_be_attached(timeout=PATIENCE * 1000)
            assert page.get_by_test_id("stException").count() == 0
            assert has_navigation(page)
        leave([page])


@pytest.mark.slow
def test_nobody_meets_an_error_while_a_class_opens_all_pages_of_a_new_server():
    """While pages came one by one, two threads that imported the same modules found them half there."""
    with run_server(environment=OFFLINE) as running:
        times = result_of(together(running.url, range(30), time.time(), steps=0))
        log = running.log.read_text()
    assert times.failures == []
    assert len(times.opened) == 30
    assert "Traceback" not in log


async def sent_by(url: str) -> dict[str, int]:
    """The bytes that each page sends when it is opened, and then for a change of one control."""
    sent = {}
    for walk in WALKS:
        async with visitor(url) as person:
            await person.open("lesson=0&lang=en", page=walk.page)
            sent[f"{walk.name}, opened"] = person.received
            await unfold(person, walk)
            await person.change(walk.control, walk.values[0])
            sent[f"{walk.name}, changed"] = person.received
    return sent


@pytest.mark.slow
def test_no_page_sends_more_than_a_school_can_take(server):
    assert {what: size for what, size in result_of(sent_by(server)).items() if size > 100_000} == {}


def test_a_components_module_is_sent_once_and_kept_by_the_browser(server):
    async def scripts() -> list[str]:
        async with visitor(server) as person:
            await person.open()
            return person.scripts

    (script,) = result_of(scripts())
    path = re.search(r"modules/stepping_viewer-\w+\.js", script)[0]
    request = urllib.request.Request(f"{server}/{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        module = gzip.decompress(answer.read())
        assert b"export default function" in module
        assert b"export const css" in module
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert "immutable" in answer.headers["Cache-Control"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server}/modules/app.py", timeout=10)


def test_the_first_page_has_an_address_like_the_others_too(server):
    for query in ("?a=0,1,2&step=2", ""):
        with urllib.request.urlopen(f"{server}/step_through{query}", timeout=10) as answer:
            assert answer.url == f"{server}/{query}"


@pytest.mark.parametrize("script", ["app.py", "lstm_viz/main.py"])
def test_a_plain_streamlit_host_shows_the_app(script):
    page = AppTest.from_file(ROOT / script, default_timeout=60).run()
    assert not page.exception
    assert [*page.title, *page.header]


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop does not run on Windows")
def test_small_answers_are_sent_at_once():
    """With asyncio's own loop a small answer may wait 40 ms until the browser confirms the previous one."""

    async def accept() -> bool:
        connected = asyncio.get_running_loop().create_future()

        def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connected.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            async with await asyncio.start_server(greet, sock=listening):
                _reader, writer = await asyncio.open_connection(*listening.getsockname())
                writer.close()
                return bool(await connected)

    assert result_of(accept(), bootstrap._get_uvloop_loop_factory())


def test_an_asgi_host_finds_the_app():
    import streamlit as st

    names = runpy.run_path(str(ROOT / "app.py"))
    assert isinstance(names["app"], st.App)
    assert Path(names["app"].script_path) == ROOT / "lstm_viz" / "main.py"
