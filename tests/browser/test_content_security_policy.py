"""The Content-Security-Policy that docs/deploy.md recommends."""

import re

from playwright.sync_api import Route, expect

from tests.support.browser import visit
from tests.support.server import ROOT

POLICY = re.search(r'Content-Security-Policy "(.+?)"', (ROOT / "docs" / "deploy.md").read_text("utf-8"))[1]
LINKS = ("?panel=gates", "memory_lab?panel=space", "shapes?lang=en")


def test_pages_show_everything_under_the_recommended_policy(new_page, server):
    """What the policy blocks is an error in the console, which `new_page` does not let pass.

    The policy comes with the first address, and holds until the app is loaded again: the others are opened in it.
    """
    page = new_page()

    def protect(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": POLICY})

    page.route(f"{server}/{LINKS[0]}", protect)
    for link in LINKS:
        visit(page, f"{server}/{link}", seconds=30)
        expect(page.locator("canvas, svg.main-svg, .block svg").first).to_be_visible(timeout=20_000)
        assert page.evaluate("window.isProtected ??= location.search.includes('gates')")
