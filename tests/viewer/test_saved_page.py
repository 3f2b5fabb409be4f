"""The viewer as one file, and as a widget: what they hold, and what they need."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys

import numpy as np
import pytest

import lstm_viz
from lstm_viz.viewer import Cursor, Prediction
from lstm_viz.viewer.saved_page import saved_page
from lstm_viz.viewer.widget import StepThrough
from tests.support.javascript import node
from tests.viewer.test_viewer import make_trace


def contents(page: str) -> dict:
    return json.loads(re.search(r'id="contents">(.*?)</script>', page)[1])


def script(page: str) -> str:
    return re.search(r'<script type="module">(.*)</script>', page, re.DOTALL)[1]


def test_the_numbers_in_the_file_are_those_of_the_traces():
    traces = {"A": make_trace(steps=4), "B": make_trace(steps=3, seed=1)}
    shared = contents(saved_page(traces, cursor=Cursor(2, 1, "B")))["shared"]
    assert (shared["cursor"], shared["shows"]) == ({"time": 2, "unit": 1, "show": "B"}, ["A", "B", "A-B"])
    for saved, trace in zip(shared["sequences"], traces.values(), strict=True):
        for name, values in trace.signals.items():
            found = np.frombuffer(base64.b64decode(saved["values"][name]), "<f4").reshape(values[0].shape)
            np.testing.assert_array_equal(found, values[0])


def test_every_text_is_there_in_both_languages():
    languages = contents(saved_page(make_trace(), title={"ko": "게이트"}))["languages"]
    assert [languages[each]["title"] for each in ("en", "ko")] == ["LSTM, 3 units, 4 steps", "게이트"]
    english, korean = (languages[each]["viewer"]["text"] for each in ("en", "ko"))
    assert english.keys() == korean.keys()
    assert (english["step_of"], korean["step_of"]) == ("step {step} of {steps}", "시점 {step} / {steps}")


def test_a_text_is_never_markup():
    evil = "</script><script>alert(1)</script>{script}"
    page = saved_page(
        make_trace(),
        title={"en": evil},
        tokens={"A": [evil] * 4},
        predictions={"A": [Prediction(evil)] * 4},
    )
    assert page.count("<script") == page.count("</script>") == 2
    assert contents(page)["shared"]["sequences"][0]["tokens"] == [evil] * 4
    assert "<title>&lt;/script&gt;" in page


def test_nothing_is_loaded_from_elsewhere_and_nothing_else_may_run():
    page = saved_page(make_trace())
    assert not re.search(r"""(?:src|href)=|url\(|@import|import\(|fetch\(|XMLHttpRequest""", page.replace("data:", ""))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
def test_the_script_of_a_page_and_of_a_widget_are_whole(kind, tmp_path):
    for name, text in (("page", script(saved_page(make_trace(kind)))), ("widget", StepThrough._esm)):
        path = tmp_path / f"{name}.mjs"
        path.write_text(text, "utf-8")
        done = node("--check", str(path))
        assert done.returncode == 0, done.stderr
        assert not re.search(r"^import ", text, re.MULTILINE)


def test_a_file_says_what_does_not_fit():
    with pytest.raises(ValueError, match="tokens of A must be one for each of 4 steps, not 2"):
        lstm_viz.save_html(make_trace(), "never.html", tokens={"A": ["1", "2"]})


def test_a_widget_has_the_place_and_no_address():
    widget = lstm_viz.show({"A": make_trace(), "B": make_trace(seed=1)}, cursor=Cursor(99, 1, "A-B"), language="ko")
    assert (widget.time, widget.unit, widget.sequence) == (3, 1, "A-B")
    assert (widget.data["link"], widget.data["hides"]) == (None, ["footer"])
    assert widget.data["text"]["step_of"] == "시점 {step} / {steps}"


def test_a_trace_shows_itself_in_a_notebook(monkeypatch):
    found, _about = make_trace()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in found
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert make_trace()._repr_mimebundle_()["text/plain"].startswith("Trace(")


def test_saving_a_page_needs_neither_streamlit_nor_keras_nor_anywidget():
    code = (
        "import sys; from lstm_viz import save_html\n"
        "print({'streamlit', 'keras', 'anywidget', 'pandas', 'altair'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
