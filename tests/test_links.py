"""What a link may hold, field by field."""

import pytest

from lstm_viz import links
from lstm_viz.links import Switch


@pytest.mark.parametrize(("text", "on"), [("True", True), ("false", False), ("1", True), ("0", False)])
def test_a_switch_is_read_as_python_writes_it(text, on):
    assert links.read({"stateful": Switch(not on)}, {"stateful": text}) == ({"stateful": on}, {})


def test_a_switch_that_says_neither_stays_as_it_was_and_is_told():
    values, ignored = links.read({"stateful": Switch(True)}, {"stateful": "yes?"})
    assert values == {"stateful": True}
    assert str(ignored["stateful"]) == "The link's “stateful” cannot be “yes?”; it is True or False. Shown: True."


def test_a_switch_that_is_not_named_has_its_default():
    assert links.read({"stateful": Switch(False)}, {}) == ({"stateful": False}, {})
