"""A Playwright page that reaches this machine alone and remembers the app's errors."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    # No other machine can be reached, by name or by address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    # A page whose headers a test has changed may still open its WebSocket.
    "--disable-features=LocalNetworkAccessChecks",
    # The pages of a context share a process, which keeps what it has compiled of Streamlit's JavaScript.
    "--process-per-site",
]
# Streamlit reports a slider's value 200 ms after the last key.
QUIET_MILLISECONDS = 250
POLLING_MILLISECONDS = 50
# Notes when the page asks the server for something, and when it hears from it.
LISTEN = """(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
        if (!this.heard) this.addEventListener('message', () => { window.isAsking = false; });
        this.heard = window.isAsking = true;
        send.call(this, data);
    };
})();"""
# The script is idle, and has been for a while: a click takes some milliseconds to reach the server.
IS_SETTLED = """([quiet, wait]) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const idle = app?.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
        && !window.isAsking && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && app.querySelector('[data-testid="stElementContainer"]');
    const now = performance.now();
    if (!idle || window.idle?.wait !== wait) window.idle = { wait, since: now };
    return idle && now - window.idle.since > quiet;
}"""
# As Back and Forward do it, with the focus and the scrolling of a page that has just been opened.
FOLLOW = """url => {
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    focus?.blur();
    document.querySelector('[data-testid="stMain"]').scrollTop = 0;
    history.pushState({}, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
}"""
# Every text of a part of the page, also in the drawings, and what a screen reader is told of each chart.
SHOWN = """root => {
    const inside = node => [...(node.shadowRoot ?? node).childNodes].flatMap(texts);
    const texts = node => node.nodeType === Node.TEXT_NODE ? [node.data.trim()]
        : node.matches?.('style') ? [] : [node.ariaLabel ?? '', ...inside(node)];
    return texts(root).filter(text => text);
}"""

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
NewPage = Callable[..., Page]


def is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "localhost") or urlsplit(url).scheme in ("data", "blob")


def is_our_fault(message: ConsoleMessage) -> bool:
    """Whether it is an error, or a warning of Vega's about a chart, that Streamlit did not cause.

    On a deep link Streamlit asks for its endpoints below the page's path first, in vain.
    """
    url = message.location["url"]
    if message.type == "error":
        return "/_stcore/" not in url and (is_loopback(url) or url.startswith("file:"))
    return message.type == "warning" and message.text.startswith("WARN")


class Contexts:
    """Contexts of a browser. One that was given back serves the next visitor with the same options, as if it were new.

    A context keeps its process, with the JavaScript that was compiled there, and its cache of files.
    """

    def __init__(self, browser: Browser):
        self._browser = browser
        self._free: dict[tuple, list[BrowserContext]] = defaultdict(list)
        self._options: dict[BrowserContext, tuple] = {}

    def new_context(self, **options: Any) -> BrowserContext:
        """A context that nobody uses; options as `Browser.new_context` takes them."""
        wanted = tuple(sorted(options.items()))
        if not self._free[wanted]:
            context = self._browser.new_context(**options)
            keep_process(context)
            self._options[context] = wanted
            return context
        return self._free[wanted].pop()

    def give_back(self, context: BrowserContext) -> None:
        """Closes the pages of a context, and empties what they have stored."""
        for page in context.pages[1:]:
            if is_loopback(page.url):
                page.evaluate("localStorage.clear()")
            page.close()
        context.clear_cookies()
        context.clear_permissions()
        self._free[self._options[context]].append(context)


def keep_process(context: BrowserContext) -> None:
    """Opens an empty page of this machine's, whose process the context's other pages share."""
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=""))
    page.goto("http://127.0.0.1/")


def open_page(
    contexts: Browser | Contexts,
    errors: list[str],
    *,
    width: int = 1400,
    height: int = 900,
    color_scheme: str = "light",
    reduced_motion: str = "no-preference",
    **options,
) -> Page:
    """A page in a context of its own, its errors appended to `errors`; options as `Browser.new_context` takes them."""
    page = contexts.new_context(**({"locale": "en-US"} | options)).new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
    page.add_init_script(LISTEN)
    page.on("pageerror", lambda error: errors.append(f"{error.name}: {error.message}"))
    page.on("console", lambda message: errors.append(message.text) if is_our_fault(message) else None)
    return page


def wait_until_settled(page: Page, *, seconds: float = 60) -> None:
    """Waits until Streamlit is connected, has finished its run and has drawn it."""
    wait = [QUIET_MILLISECONDS, time.monotonic()]
    page.wait_for_function(IS_SETTLED, arg=wait, timeout=seconds * 1000, polling=POLLING_MILLISECONDS)


def visit(page: Page, url: str, *, seconds: float = 60, anew: bool = False) -> Page:
    """Opens `url` and waits for the end of its first run.

    A link with a query is shown in the app that the page has open, as Back and Forward show it: the app takes all
    settings from it, and Streamlit is not loaded again. Otherwise, or `anew`, the app is loaded, by a new visitor.
    """
    if urlsplit(url).query and urlsplit(url).netloc == urlsplit(page.url).netloc and not anew:
        wait_until_settled(page, seconds=seconds)
        page.mouse.move(0, 0)
        page.evaluate(FOLLOW, url)
    else:
        page.goto(url, wait_until="domcontentloaded")
    wait_until_settled(page, seconds=seconds)
    return page


def run_again(page: Page) -> None:
    """Changes the language and changes it back: twice the server draws the whole page from what it keeps for it."""
    for language in ("한국어", "English"):
        page.get_by_role("radio", name=language, exact=True).click()
        wait_until_settled(page)


def open_controls(page: Page) -> None:
    """Opens the controls of a page, if they are folded."""
    line = page.locator("[class*='fold'] details:not([open]) summary")
    if line.count():
        line.click()
        wait_until_settled(page)


def try_this(page: Page, title: str) -> None:
    """Chooses a link to try, if need be after asking for all of them."""
    row = page.get_by_role("radiogroup", name="Try this")
    if not row.get_by_role("radio", name=title).count():
        row.get_by_role("radio", name="more").click()
        wait_until_settled(page)
    row.get_by_role("radio", name=title).click()


def leave(pages: Iterable[Page]) -> None:
    """Closes the app in these pages, before its server ends."""
    for page in pages:
        page.goto("about:blank")


@contextlib.contextmanager
def killed_if_it_hangs(browser: Browser, *, seconds: float = 30) -> Iterator[None]:
    """Closing a browser has no time limit of its own: after this one its process is killed."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    main = next(process["id"] for process in processes if process["type"] == "browser")

    def kill() -> None:
        warnings.warn(f"Chromium did not close within {seconds} s and was killed", stacklevel=1)
        os.kill(main, signal.SIGKILL)

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
