"""The stepping viewer as a person meets it in the browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import POLLING_MILLISECONDS, visit


class Viewer:
    """The viewer on a page: what it says, and what can be done with it."""

    def __init__(self, page: Page):
        self.page = page
        self.root: Locator = page.locator(".viewer")

    @property
    def heading(self) -> str:
        """Which unit and step the diagram shows."""
        return self.root.locator(".heading").inner_text()

    def expect_heading(self, text: str, *, seconds: float = 10) -> None:
        """Waits until the diagram shows this unit and step."""
        expect(self.root.locator(".heading")).to_have_text(text, timeout=seconds * 1000)

    def values(self) -> dict[str, str]:
        """Each signal's name and the number at the cursor, as shown."""
        captions = self.root.locator("figcaption")
        return {
            caption.locator(".name").inner_text(): caption.locator(".value").inner_text() for caption in captions.all()
        }

    def tokens(self) -> list[str]:
        """What the sequences read, A's row first at each step."""
        return self.root.locator(".token").all_inner_texts()

    def click_cell(self, signal: int, *, time: int, unit: int, steps: int, units: int) -> None:
        """Clicks a heatmap's cell."""
        window = self.root.locator(".window").nth(signal)
        box = window.bounding_box()
        column, row = box["width"] / steps, box["height"] / units
        window.click(position={"x": column * (time + 0.5), "y": row * (unit + 0.5)})

    def wait_until_linked(self, **parts: str) -> None:
        """Waits until the address in the browser has these parts: the server has followed."""
        for name, value in parts.items():
            self.page.wait_for_function(
                "([name, value]) => new URLSearchParams(location.search).get(name) === value",
                arg=[name, value],
                polling=POLLING_MILLISECONDS,
            )


def open_viewer(page: Page, url: str) -> Viewer:
    """Opens `url`, the whole page if it names no setting, and waits until the viewer is there.

    The browser loads it after Streamlit's run has ended.
    """
    viewer = Viewer(visit(page, url if "?" in url else f"{url}/?lesson=0"))
    expect(viewer.root.locator(".heading")).not_to_be_empty(timeout=30_000)
    return viewer


def query(url: str) -> dict[str, str]:
    """A link's parts."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(url).query, keep_blank_values=True).items()}
