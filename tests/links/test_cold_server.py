"""A shared link is often the first thing a server sees after it woke up."""

from __future__ import annotations

import os
import runpy
import socket
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

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
