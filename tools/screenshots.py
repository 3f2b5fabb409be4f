"""Renews the pictures in docs/: `make screenshots`."""

from __future__ import annotations

from itertools import product

from playwright.sync_api import Browser, sync_playwright

from tests.support.browser import ARGUMENTS, open_page, visit
from tests.support.server import ROOT, run_server
from tools.browser import MISSING, find

SIZES = {"desktop": (1400, 900), "phone": (390, 844)}
SCHEMES, LANGUAGES = ("light", "dark"), ("en", "ko")
ALL = tuple(product(SCHEMES, SIZES, LANGUAGES))
# Each scheme, size and language twice, and each pair of them once.
HALF = (
    ("light", "desktop", "en"),
    ("light", "phone", "ko"),
    ("dark", "desktop", "ko"),
    ("dark", "phone", "en"),
)
# Page → its link, and which pictures are taken of it.
PAGES = {
    "step-through": ("/?lesson=0&", ALL),
    "memory-lab": ("/memory_lab?", HALF),
    "gradient-flow": ("/gradient_flow?", HALF),
    "shapes": ("/shapes?panel=block&", HALF),
    "what-it-returns": ("/what_it_returns?bidirectional=True&return_sequences=False&tensor=output&", HALF),
    "stateful": ("/stateful?panel=ways&", HALF),
    "patterns": ("/patterns?pattern=encoder_decoder&", HALF),
    "attention": ("/attention?", HALF),
    "time-series": ("/time_series?panel=gates&", HALF),
    "your-model": ("/your_model?", HALF),
    "text": ("/text?", HALF),
}
DRAWN_SECONDS = 1.5
# The top of one of them opens the README.
README_OF, README_HEIGHT = "step-through-light-desktop-en.png", 990


def picture(browser: Browser, url: str, name: str, scheme: str, size: str) -> None:
    """Writes docs/<name>, the whole page from top to bottom."""
    errors: list[str] = []
    width, height = SIZES[size]
    page = open_page(browser, errors, width=width, height=height, color_scheme=scheme)
    visit(page, url)
    page.locator(".viewer [aria-live], .drawing > *, canvas").first.wait_for(state="attached")
    if errors or page.get_by_test_id("stException").count():
        raise SystemExit(f"No picture is taken of a page with an error: {errors or page.url}")
    # Streamlit scrolls its own container, not the document: the window grows to what it holds.
    inside = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, inside)})
    page.wait_for_timeout(DRAWN_SECONDS * 1000)
    page.screenshot(path=ROOT / "docs" / name)
    if name == README_OF:
        top = {"x": 0, "y": 0, "width": width, "height": README_HEIGHT}
        page.screenshot(path=ROOT / "docs" / "step-through.png", clip=top)
    print(f"docs/{name}")
    page.context.close()


def main() -> None:
    """One picture of each page for its colour schemes, sizes and languages."""
    executable = find()
    if not executable:
        raise SystemExit(MISSING)
    with run_server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for page, (link, looks) in PAGES.items():
            for scheme, size, language in looks:
                url = f"{server.url}{link}lang={language}"
                picture(browser, url, f"{page}-{scheme}-{size}-{language}.png", scheme, size)
        browser.close()


if __name__ == "__main__":
    main()
