"""A link of yesterday opens today: 250 links, most of them from before the pages were declared anew."""

from collections import Counter

import pytest

from tests.links.promise import opened, promise, recorded

PAGES = sorted({each["page"] for each in recorded()})


def test_there_are_links_to_every_page_and_panel():
    assert len(recorded()) >= 200
    assert len(PAGES) == 10


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_links_show_what_they_showed(page, keras_here):
    different = {}
    for wanted in recorded():
        if wanted["page"] == page:
            app = opened(page, wanted["query"])
            shown = promise(app, page, wanted["query"])
            # A page may have got a setting since, which is then in every link with its default.
            shown["link"] = {name: shown["link"].get(name) for name in wanted["link"]}
            # So may it have got a control, or a button.
            shown["controls"] = {name: shown["controls"].get(name) for name in wanted["controls"]}
            if not Counter(wanted["buttons"]) - Counter(shown["buttons"]):
                shown["buttons"] = wanted["buttons"]
            changed = {name: (shown[name], wanted[name]) for name in wanted if shown[name] != wanted[name]}
            if changed or app.exception:
                different[str(wanted["query"])] = changed or [each.value for each in app.exception]
    assert different == {}
