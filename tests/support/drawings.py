"""The interactive drawings as a person meets them in the browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class UnrolledPicture:
    """An unrolled picture on a page."""

    def __init__(self, page: Page):
        self.page = page
        self.root: Locator = page.locator(".unrolled")

    def choose(self, tensor: str) -> None:
        """Clicks a tensor's chip."""
        self.root.locator(f'.chip[data-name="{tensor}"]').click()

    def tensors(self) -> dict[str, str]:
        """Each tensor's name and shape, as its chip shows them."""
        chips = self.root.locator(".chip").all()
        return {chip.locator("code").inner_text(): chip.locator(".shape").inner_text() for chip in chips}

    def lit(self) -> list[str]:
        """What a screen reader says of each lit box, up to its first number."""
        names = self.root.locator(".node.lit").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
        return [name.split(":")[0] for name in names]

    def dimmed(self) -> int:
        """How many boxes stand back."""
        faint = "all => all.filter(each => Number(each.getAttribute('opacity')) < 1).length"
        return self.root.locator(".node").evaluate_all(faint)

    def table(self) -> list[list[str]]:
        """The rows of the chosen tensor's values, without the numbers of samples and timesteps."""
        rows = self.root.locator(".details tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]

    def balloon(self) -> str:
        """What stands beside the box that is pointed at."""
        return self.root.locator(".balloon:visible").inner_text()


class Block:
    """An array beside its raw data on a page."""

    def __init__(self, page: Page):
        self.page = page
        self.root: Locator = page.locator(".array_block")

    def cell(self, index: int) -> Locator:
        """The cell of a flat index."""
        return self.root.locator(f'.value[data-index="{index}"]')

    def raw(self, source: int) -> Locator:
        """The raw value of a flat index."""
        return self.root.locator(f'[data-source="{source}"]')

    def lit(self) -> list[str]:
        """The names of the lit cells."""
        cells = self.root.locator(".value.lit")
        return cells.evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")

    def lit_raw(self) -> list[str]:
        """The raw values that are lit."""
        return self.root.locator('[data-source][aria-selected="true"]').all_inner_texts()

    def expect_words(self, text: str) -> None:
        """Waits until this is said of what is chosen."""
        expect(self.root.locator(".words")).to_have_text(text)
