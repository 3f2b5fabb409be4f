"""A school's address: two replicas behind HAProxy. A replica that ends takes nobody's view with it."""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import threading
from collections import Counter

import pytest
from playwright.sync_api import Page

from benchmarks.walks import WALKS
from tests.support.browser import SHOWN, wait_until_settled
from tests.support.loops import result_of
from tests.support.pupil import Pupil
from tests.support.replicas import COOKIE, NAMES, Replicas, run_replicas
from tests.support.viewer import Viewer, open_viewer

pytestmark = pytest.mark.slow
PANELS = 3  # of each page; the last one of Stateful is a link to another page
PUPILS = PANELS * len(WALKS)  # one in each panel
AT_ONCE = 10  # pupils who open their page at the same time


@pytest.fixture(scope="module")
def replicas(tmp_path_factory):
    proxy = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if not proxy:
        missing = pytest.fail if os.environ.get("LSTM_VIZ_REQUIRE_BROWSER") else pytest.skip
        missing("No HAProxy found (Debian and Ubuntu: sudo apt-get install haproxy).")
    with run_replicas(proxy, tmp_path_factory.mktemp("school")) as running:
        yield running


class PageLoads(threading.Thread):
    """Somebody who loads the page again and again, with the cookie of each replica and without one.

    Attributes:
        answers: How often each status or error came.
    """

    def __init__(self, port: int):
        super().__init__()
        self._port = port
        self._over = threading.Event()
        self.answers: Counter[str] = Counter()

    def run(self) -> None:
        while not self._over.wait(0.3):
            for name in ("", *NAMES):
                self.answers[self._load(name)] += 1

    def _load(self, replica: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request("GET", "/", headers={"Cookie": f"{COOKIE}={replica}"} if replica else {})
            answer = connection.getresponse()
            answer.read()
            return str(answer.status)
        except (OSError, http.client.HTTPException) as error:
            return repr(error)
        finally:
            connection.close()

    def __enter__(self) -> PageLoads:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()


async def arrive(url: str) -> list[Pupil]:
    """Pupils spread over all pages, two of three in another panel than the one that is open at first."""
    pupils = [Pupil(url, WALKS[number % len(WALKS)]) for number in range(PUPILS)]
    turns = asyncio.Semaphore(AT_ONCE)

    async def settle(number: int, pupil: Pupil) -> None:
        async with turns:
            await pupil.connect()
            await pupil.open(page=pupil.walk.page)
            await pupil.keep_running()
            if chosen := number // len(WALKS) % PANELS:
                await pupil.change(pupil.walk.panel, pupil.controls[pupil.walk.panel].titles[chosen])
                await pupil.keep_running()

    await asyncio.gather(*(settle(number, pupil) for number, pupil in enumerate(pupils)))
    return pupils


async def lose(pupils: list[Pupil], name: str, end) -> None:
    """Ends a replica; its pupils come back on the other, and see what they saw."""
    hit = [pupil for pupil in pupils if pupil.replica == name]
    before = [(pupil.link, pupil.view()) for pupil in hit]
    ending = asyncio.create_task(asyncio.to_thread(end, name))
    await asyncio.gather(*(pupil.come_back() for pupil in hit))
    await ending
    assert {pupil.replica for pupil in pupils} == set(NAMES) - {name}
    for pupil, (link, view) in zip(hit, before, strict=True):
        assert pupil.link == link
        assert pupil.view() == view != {}, pupil.walk.name


async def stay(pupils: list[Pupil]) -> None:
    """Whoever loses the connection alone is with the same replica afterwards, which still has their session."""
    before = [(pupil.replica, pupil.session) for pupil in pupils]
    await asyncio.gather(*(pupil.leave() for pupil in pupils))
    await asyncio.gather(*(pupil.come_back() for pupil in pupils))
    assert [(pupil.replica, pupil.session) for pupil in pupils] == before


async def a_day(replicas: Replicas) -> None:
    pupils = await arrive(replicas.url)
    assert Counter(pupil.replica for pupil in pupils).keys() == set(NAMES)
    await stay(pupils[: len(WALKS)])
    await lose(pupils, "1", replicas.kill)
    for restarted, next_one in (("1", "2"), ("2", "1")):
        await asyncio.to_thread(replicas.start, restarted)
        await asyncio.to_thread(replicas.wait_until_used, restarted)
        await lose(pupils, next_one, replicas.stop)
    for pupil in pupils:
        await pupil.leave()


def test_a_class_keeps_its_views_while_one_replica_dies_and_all_are_restarted(replicas):
    with PageLoads(replicas.port) as loads:
        result_of(a_day(replicas))
    assert loads.answers.keys() == {"200"}


def replica_of(page: Page) -> str:
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE)


def asked_after_reconnecting(page: Page) -> list:
    """What the page asks for on its next connection, as it comes."""
    asked: list = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda sent: asked.append(sent)))
    return asked


def shown(page: Page) -> list[str]:
    return page.get_by_test_id("stMain").evaluate(SHOWN)


def test_an_open_page_comes_back_by_itself_and_goes_on(replicas, new_page):
    """After a step Streamlit asks for a run by itself; on a page that nobody has touched it does not. Here are both."""
    for name in NAMES:
        replicas.start(name)
        replicas.wait_until_used(name)
    stepped = new_page()
    untouched = stepped.context.new_page()  # with the same cookie
    for page in (stepped, untouched):
        open_viewer(page, f"{replicas.url}/?lesson=0&step=2&panel=memory&lang=en")
        page.evaluate("window.isStillOpen = true")
    Viewer(stepped).root.press("ArrowRight")
    Viewer(stepped).wait_until_linked(step="3")
    wait_until_settled(stepped)
    before = [(page, asked_after_reconnecting(page), page.url, shown(page)) for page in (stepped, untouched)]
    replicas.kill(replica_of(stepped))
    for page, asked, link, seen in before:
        for _ in range(600):
            page.wait_for_timeout(50)  # in which events come in
            if asked:
                break
        assert asked, "the page came back, and asked for nothing"
        wait_until_settled(page)
        assert page.url == link
        assert shown(page) == seen
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a page").click()
        assert download.value.failure() is None
        page.get_by_role("radio", name="Arithmetic").click()
        Viewer(page).wait_until_linked(panel="arithmetic")
        assert page.evaluate("window.isStillOpen")
