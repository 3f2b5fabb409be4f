"""A shared link is often the first thing a server sees after it woke up."""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import runpy
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from benchmarks.crowd import crowd
from benchmarks.visitor import visitor
from benchmarks.walks import OFFLINE, WALKS
from tests.support.browser import visit
from tests.support.server import ROOT, run_server

HOME = "step_through"
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def path_of(page: str) -> str:
    return "/" if page == HOME else f"/{page}"


def has_navigation(page) -> bool:
    """With a single page Streamlit shows no navigation; the router's title tells it has run all the same."""
    links = page.get_by_test_id("stTopNavLink").count()
    return page.title().endswith("LSTM Explorer") and (links >= len(PAGES) or len(PAGES) == 1)


@pytest.mark.parametrize("name", PAGES)
def test_every_pages_link_opens_on_a_server_nobody_has_visited(name, page, fresh_server):
    visit(page, fresh_server + path_of(name))
    assert page.get_by_test_id("stMain").get_by_role("heading").count() > 0
    assert page.get_by_test_id("stException").count() == 0
    assert has_navigation(page)


def test_a_link_shows_the_same_on_two_servers_nobody_has_visited(new_page):
    link = "/?lang=ko&a=4,0,1,2,4&b=&model=trained-20&step=4&unit=7&panel=arithmetic"
    shown = []
    for _ in range(2):
        with run_server() as running:
            page = visit(new_page(), running.url + link)
            expect(page.locator(".viewer .heading")).to_have_text("시점 4의 유닛 7")
            # What a screen reader is told comes last, a moment after the drawing.
            expect(page.locator(".viewer [aria-live]")).not_to_be_empty()
            shown.append((page.get_by_test_id("stMain").inner_text(), page.locator(".viewer").inner_text()))
            page.context.close()
    assert shown[0] == shown[1]


@pytest.mark.slow
def test_nobody_meets_an_error_while_a_class_opens_all_pages_of_a_new_server():
    """While pages came one by one, two threads that imported the same modules found them half there."""
    with run_server(environment=OFFLINE) as running:
        times = crowd(running.url, 30, steps=0)
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
            await person.change(walk.control, walk.values[0])
            sent[f"{walk.name}, changed"] = person.received
    return sent


@pytest.mark.slow
def test_no_page_sends_more_than_a_school_can_take(server):
    assert {what: size for what, size in asyncio.run(sent_by(server)).items() if size > 100_000} == {}


def test_a_components_module_is_sent_once_and_kept_by_the_browser(server):
    async def scripts() -> list[str]:
        async with visitor(server) as person:
            await person.open()
            return person.scripts

    (script,) = asyncio.run(scripts())
    path = re.search(r"modules/viewer-\w+\.js", script)[0]
    request = urllib.request.Request(f"{server}/{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert b"export default function" in gzip.decompress(answer.read())
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert "immutable" in answer.headers["Cache-Control"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server}/modules/app.py", timeout=10)


@pytest.mark.parametrize("script", ["app.py", "lstm_viz/main.py"])
def test_a_plain_streamlit_host_shows_the_app(script):
    page = AppTest.from_file(ROOT / script, default_timeout=60).run()
    assert not page.exception
    assert [*page.title, *page.header]


def test_small_answers_are_sent_at_once():
    send_at_once = runpy.run_path(str(ROOT / "app.py"))["send_at_once"]
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        send_at_once()
        listening.listen()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="looks at open files as Unix shows them")
def test_nothing_is_left_open_by_it():
    send_at_once = runpy.run_path(str(ROOT / "app.py"))["send_at_once"]
    reading, writing = os.pipe()
    send_at_once()
    os.close(writing)
    assert os.read(reading, 1) == b""  # a copy left open would keep this waiting
    os.close(reading)


def test_an_asgi_host_finds_the_app():
    import streamlit as st

    names = runpy.run_path(str(ROOT / "app.py"))
    assert isinstance(names["app"], st.App)
    assert Path(names["app"].script_path) == ROOT / "lstm_viz" / "main.py"
