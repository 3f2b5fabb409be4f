"""axe-core's rules."""

from __future__ import annotations

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page


def serious_violations(page: Page) -> list[str]:
    """Each serious or critical violation on the page as it is now: the rule, and the first elements that break it."""
    # Of what passes only the first element is reported: that halves the time.
    found = Axe().run(page, options={"resultTypes": ["violations"]})["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:5]]}" for one in serious]
