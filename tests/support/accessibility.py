"""axe-core's rules."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A box of code that scrolls is reached by the keyboard from the frame on after that in which it was drawn.
DRAWN = "new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))"
# What fades, as the ends of a slider under the mouse do, has its own colour afterwards.
FADED = """Promise.all(document.getAnimations().filter(each => each instanceof CSSTransition)
    .map(each => each.finished.catch(() => null)))"""
# Of what passes only the first element is reported: that halves the time.
# On a phone Streamlit 1.67 puts the title of a section of the navigation into the list of its pages, where HTML wants
# list items alone. That list is Streamlit's own; every other rule holds for it, too.
RUN = f"""{DRAWN}.then(() => {FADED}).then(() => axe.run({{ resultTypes: ['violations'] }}))
    .then(found => found.violations.filter(rule => !['list', 'listitem'].includes(rule.id) || rule.nodes.some(node =>
        !document.querySelector(node.target[0])?.closest('[data-testid=stSidebarNavItems]'))))"""


def serious_violations(page: Page) -> list[str]:
    """Each serious or critical violation on the page as it is now: the rule, and the first elements that break it."""
    # Once it has been compiled, axe takes half the time: it stays for the other panels of a page.
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    serious = [one for one in page.evaluate(RUN) if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:5]]}" for one in serious]
