"""The list of findings as a notebook shows it."""

from __future__ import annotations

from html.parser import HTMLParser

import numpy as np

from lstm_viz import check_up
from tests.checks.made import X, chain, dense, layer


class Read(HTMLParser):
    """The elements and the text of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        assert not attributes
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def findings(**options):
    file = chain(layer(name="<img src=x onerror=alert(1)>"), dense(4, 1, "softmax"))
    return check_up(file, X * 1000, targets=np.ones((30, 1)), **options)


def test_they_are_a_list_and_show_alarms_with_what_to_change():
    found = findings()
    assert isinstance(found, list)
    shown = Read(found._repr_html_())
    alarms = {one.check: one for one in found if one.is_alarm}
    assert shown.tags.count("section") == len(alarms) > 0
    for one in alarms.values():
        assert one.advice.change in shown.text
        assert one.advice.code in shown.text
    assert shown.tags.count("tr") == len([one for one in found if not one.is_alarm]) + 2


def test_names_from_a_file_are_text():
    shown = Read(findings()._repr_html_())
    assert "img" not in shown.tags
    assert "<img src=x onerror=alert(1)>" in shown.text


def test_they_speak_korean():
    shown = Read(findings(language="ko")._repr_html_())
    assert shown.text.startswith("경고 4개")
    assert "Why it matters" not in shown.text
