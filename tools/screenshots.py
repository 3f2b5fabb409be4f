"""Renews the pictures in docs/: `make screenshots`."""

from __future__ import annotations

from itertools import product

from playwright.sync_api import Browser, sync_playwright

from tests.support.browser import ARGUMENTS, open_page, visit
from tests.support.server import ROOT, run_server
from tools.browser import MISSING, find

SIZES = {"desktop": (1400, 900), "phone": (390, 844)}
LANGUAGES = ("en", "ko")
SCHEMES = ("light", "dark")
VIEWER_SECONDS = 1.0
# The top of one of them opens the README.
README_OF, README_HEIGHT = "step-through-light-desktop-en.png", 990


def picture(browser: Browser, url: str, scheme: str, size: str, language: str) -> None:
    """Writes docs/step-through-<scheme>-<size>-<language>.png, the whole page from top to bottom."""
    errors: list[str] = []
    width, height = SIZES[size]
    page = open_page(browser, errors, width=width, height=height, color_scheme=scheme)
    visit(page, f"{url}/?lang={language}")
    page.locator(".viewer [aria-live]").wait_for(state="attached")
    if errors or page.get_by_test_id("stException").count():
        raise SystemExit(f"No picture is taken of a page with an error: {errors or page.url}")
    # Streamlit scrolls its own container, not the document: the window grows to what it holds.
    inside = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, inside)})
    page.wait_for_timeout(VIEWER_SECONDS * 1000)
    name = f"step-through-{scheme}-{size}-{language}.png"
    page.screenshot(path=ROOT / "docs" / name)
    if name == README_OF:
        top = {"x": 0, "y": 0, "width": width, "height": README_HEIGHT}
        page.screenshot(path=ROOT / "docs" / "step-through.png", clip=top)
    print(f"docs/{name}")
    page.context.close()


def main() -> None:
    """One picture for each colour scheme, size and language."""
    executable = find()
    if not executable:
        raise SystemExit(MISSING)
    with run_server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for scheme, size, language in product(SCHEMES, SIZES, LANGUAGES):
            picture(browser, server.url, scheme, size, language)
        browser.close()


if __name__ == "__main__":
    main()
