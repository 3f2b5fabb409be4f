"""What the tutorials hold is in the app, where docs/coverage.md says so: each link shows the words that it promises."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pytest

from lstm_viz.app.pages import PLACES
from tests.links.promise import opened
from tests.links.shown import everything
from tests.support.server import ROOT

LINES = (ROOT / "docs" / "coverage.md").read_text("utf-8").splitlines()
ROW = re.compile(r"\| (\d+) \| (\d{3}) \| (.+) \| ([O△X]) \| (`/.*?`|–) \| (.+) \|")


@dataclass(frozen=True)
class Item:
    """An item of the table; `link` is "" if nothing shows it."""

    number: int
    state: str
    link: str
    shows: str

    @property
    def page(self) -> str:
        return self.link.split("?")[0].strip("/")


ROWS = [found.groups() for line in LINES if (found := ROW.fullmatch(line))]
ITEMS = [Item(int(number), state, link.strip("`–"), shows.strip("`")) for number, _, _, state, link, shows in ROWS]
THERE: defaultdict[str, dict[str, list[Item]]] = defaultdict(dict)
for item in ITEMS:
    if item.state == "O":
        THERE[item.page].setdefault(item.link, []).append(item)


def test_it_has_84_items_and_counts_them():
    assert [item.number for item in ITEMS] == list(range(1, 85))
    counts = {state: sum(item.state == state for item in ITEMS) for state in "O△X"}
    assert ", ".join(f"{state} {count}" for state, count in counts.items()) + ", of 84." in LINES


def test_every_item_that_is_there_has_a_link_to_a_page():
    assert set(THERE) <= {"", *PLACES}
    assert [item.number for item in ITEMS if item.state != "X" and not item.link] == []


@pytest.mark.slow
@pytest.mark.parametrize("page", sorted(THERE))
def test_each_link_shows_what_it_promises(page, keras_here):
    missing = []
    for link, items in THERE[page].items():
        app = opened(page, {"lang": "en"} | dict(parse_qsl(link.partition("?")[2])))
        shown = everything(app)
        missing += [(item.number, item.shows) for item in items if item.shows not in shown]
        assert not app.exception, link
    assert missing == []
