"""Visitors of a real server.

One cannot empty what is kept for all, who asks again does not hold others up, and who comes back to a server that does
not know them sees the whole page.
"""

import contextlib
import functools

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.support.server import ROOT, run_server
from tests.support.visitor import visitor

# A small page in place of ours, in a server that is otherwise ours. A turn ends when the run ends or waits for Keras.
APP = f"""
import runpy
import streamlit as st
from starlette.middleware import Middleware

ours = runpy.run_path("{ROOT / "app.py"}")
connections = ours["load_alone"]("lstm_viz.app.connections")
connections.TURN_SECONDS = 3600
app = st.App("page.py", lifespan=ours["get_ready"], middleware=[Middleware(connections.Connections)])
"""
KEEPS = """
import time
import streamlit as st

@st.cache_resource
def kept():
    return time.time_ns()

st.text(kept())
"""
HAS_A_PART = """
import streamlit as st

@st.fragment
def part():
    st.text("a part")

st.text(st.query_params["view"])
part()
"""
# Its worker does not load Keras.
ASKS = """
import streamlit as st
from tests.support import light_worker
from lstm_viz.app.from_keras import answer_to, question_to
from lstm_viz.remote import Remote

path, text, gate = st.query_params["path"], st.query_params["text"], st.query_params.get("gate", "")
answer_to(question_to(Remote("tests.worker.support:note_when_there"), path, text, gate))
st.text(f"{text} was answered")
"""


@pytest.fixture(scope="module")
def serve(tmp_path_factory):
    """`serve(page)`: the address of a server with this page, the same one for all who ask for it."""
    with contextlib.ExitStack() as running:

        @functools.cache
        def start(page: str) -> str:
            folder = tmp_path_factory.mktemp("served")
            (folder / "page.py").write_text(page)
            (folder / "app.py").write_text(APP)
            environment = {"PYTHONPATH": str(ROOT)}
            return running.enter_context(run_server("app.py", folder=folder, environment=environment)).url

        yield start


def test_a_visitor_cannot_empty_what_is_kept_for_all(serve):
    url = serve(KEEPS)
    with visitor(url) as one, visitor(url) as other:
        kept = one.run()
        other.send(BackMsg(clear_cache=True))
        assert other.run() == kept  # the server reads the messages of a visitor in their order
        assert one.run() == kept


def test_who_waits_sees_their_place_and_who_asks_again_leaves_it(serve, tmp_path):
    url, path, gate = serve(ASKS), tmp_path / "answered", tmp_path / "gate"
    with visitor(url) as first, visitor(url) as second:
        first.ask(f"path={path}&text=a&gate={gate}")
        first.wait_for("Keras is computing …")
        for text in "bc":
            second.told.clear()
            second.ask(f"path={path}&text={text}")
            second.wait_for("Keras is busy: 1 ahead of you")
        gate.touch()
        second.wait_for("c was answered")
        first.wait_for("a was answered")
    assert path.read_text() == "ac"


def test_who_comes_back_to_a_server_that_does_not_know_them_is_asked_for_the_page(serve):
    url = serve(HAS_A_PART)
    with visitor(url, session="gone") as back:
        clock = back.wait_for_clock()
        assert back.run("view=mine", fragment=clock) == ["mine", "a part"]
        back.ask("view=mine", fragment=clock)  # the clock has come round before the run has stopped it
        assert back.run("view=next") == ["next", "a part"]


def test_who_comes_back_and_clicks_before_being_asked_sees_the_page(serve):
    with visitor(serve(HAS_A_PART), session="gone") as back:
        assert back.run("view=mine", fragment="gone") == ["mine", "a part"]


def test_who_comes_for_the_first_time_is_not_asked(serve):
    with visitor(serve(HAS_A_PART)) as new, pytest.raises(TimeoutError):
        new.wait_for_clock(seconds=0.5)
