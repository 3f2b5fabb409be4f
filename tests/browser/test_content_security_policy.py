"""The Content-Security-Policy that docs/deploy.md recommends."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.support.browser import visit
from tests.support.server import ROOT

POLICY = re.search(r'Content-Security-Policy "(.+?)"', (ROOT / "docs" / "deploy.md").read_text("utf-8"))[1]


@pytest.mark.parametrize("link", ["?panel=gates", "memory_lab?panel=space", "shapes"])
def test_a_page_shows_everything_under_the_recommended_policy(new_page, server, link):
    """What the policy blocks is an error in the console, which `new_page` does not let pass."""
    page = new_page()

    def protect(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": POLICY})

    page.route(f"{server}/{link}", protect)
    visit(page, f"{server}/{link}", seconds=30)
    expect(page.locator("canvas, svg.main-svg, .block svg").first).to_be_visible(timeout=20_000)
