"""What a link may hold, field by field."""

import pytest

from lstm_viz import links
from lstm_viz.app.pages import PLACES
from lstm_viz.imports import load
from lstm_viz.links import Several, Switch


@pytest.mark.parametrize(("text", "on"), [("True", True), ("false", False), ("1", True), ("0", False)])
def test_a_switch_is_read_as_python_writes_it(text, on):
    assert links.read({"stateful": Switch(not on)}, {"stateful": text}) == ({"stateful": on}, {})


def test_a_switch_that_says_neither_stays_as_it_was_and_is_told():
    values, ignored = links.read({"stateful": Switch(True)}, {"stateful": "yes?"})
    assert values == {"stateful": True}
    assert str(ignored["stateful"]) == "The link's “stateful” cannot be “yes?”; it is True or False. Shown: True."


def test_a_switch_that_is_not_named_has_its_default():
    assert links.read({"stateful": Switch(False)}, {}) == ({"stateful": False}, {})


def test_none_of_several_is_read_where_none_is_the_default():
    assert links.read({"without": Several(("words", "maps"), ())}, {"without": ""}) == ({"without": []}, {})
    values, ignored = links.read({"networks": Several(("lstm", "gru"), ("lstm",))}, {"networks": ""})
    assert values == {"networks": ["lstm"]}
    assert list(ignored) == ["networks"]


@pytest.mark.parametrize("name", sorted(PLACES))
def test_the_link_that_a_page_writes_is_read_as_it_stands(name):
    page = load(f"lstm_viz.lessons.{name}.ui.page").PAGE
    values, ignored = page.read(page.first)
    assert ignored == []
    assert page.read(page.settings.link(values)) == (values, [])
