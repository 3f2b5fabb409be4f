"""A Playwright page that reaches this machine alone and remembers the app's errors."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
QUIET_MILLISECONDS = 300
# The script is idle, and has been for a while: a click takes some milliseconds to reach the server.
IS_SETTLED = """quiet => {
    const app = document.querySelector('[data-testid="stApp"]');
    const idle = app?.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
        && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && app.querySelector('[data-testid="stElementContainer"]');
    if (!idle) { window.idleSince = null; return false; }
    window.idleSince ??= performance.now();
    return performance.now() - window.idleSince > quiet;
}"""

NewPage = Callable[..., Page]


def is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "localhost") or urlsplit(url).scheme in ("data", "blob")


def block_other_hosts(route: Route) -> None:
    if is_loopback(route.request.url):
        route.continue_()
    else:
        route.abort()


def is_streamlits_own(message: ConsoleMessage) -> bool:
    """Whether Streamlit caused it: on a deep link it asks for its endpoints below the page's path first, in vain."""
    url = message.location["url"]
    return "/_stcore/" in url or not is_loopback(url)


def open_page(browser: Browser, errors: list[str], *, width: int = 1400, height: int = 900, **options) -> Page:
    """A page in a context of its own, its errors appended to `errors`; options as `Browser.new_context` takes them."""
    context = browser.new_context(viewport={"width": width, "height": height}, **({"locale": "en-US"} | options))
    context.route("**/*", block_other_hosts)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(f"{error.name}: {error.message}"))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if message.type == "error" and not is_streamlits_own(message) else None
        ),
    )
    return page


def wait_until_settled(page: Page, *, seconds: float = 60) -> None:
    """Waits until Streamlit is connected, has finished its run and has drawn it."""
    page.wait_for_function(IS_SETTLED, arg=QUIET_MILLISECONDS, timeout=seconds * 1000)


def visit(page: Page, url: str, *, seconds: float = 60) -> Page:
    """Opens `url` and waits for the end of its first run."""
    page.goto(url, wait_until="domcontentloaded")
    wait_until_settled(page, seconds=seconds)
    return page


@contextlib.contextmanager
def killed_if_it_hangs(mark: str, *, seconds: float = 30) -> Iterator[None]:
    """Closing a browser has no time limit of its own: afterwards its processes, found by an argument, are killed."""

    def kill() -> None:
        warnings.warn(f"Chromium did not close within {seconds} s and was killed", stacklevel=1)
        subprocess.run(["pkill", "-KILL", "-f", "--", mark], check=False)

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
