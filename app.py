"""What `streamlit run app.py` starts, and what a host that knows only plain Streamlit scripts runs."""

import contextlib
import importlib
import os
import runpy
import socket
import stat
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

FIRST_PAGE = "lstm_viz.lessons.step_through.ui.first_page"
ROUTER = Path(__file__).resolve().parent / "lstm_viz" / "main.py"


def send_at_once() -> None:
    """Turns Nagle's algorithm off on the server's socket, and so on every connection that it accepts.

    Streamlit 1.67 leaves it on: a small answer may then wait 40 ms for the browser to confirm the one before.
    """
    with contextlib.suppress(FileNotFoundError):  # Windows has no such folder
        for descriptor in map(int, os.listdir("/dev/fd")):
            with contextlib.suppress(OSError):  # closed since, or not of TCP
                # Of a pipe fromfd would leave a copy open, and whoever reads from it would never see its end.
                if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                    with socket.fromfd(descriptor, socket.AF_INET, socket.SOCK_STREAM) as twin:
                        twin.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@asynccontextmanager
async def get_ready(_app: st.App) -> AsyncIterator[None]:
    """Imports what the first page needs while the first visitor's browser is still loading Streamlit."""
    send_at_once()
    threading.Thread(target=importlib.import_module, args=[FIRST_PAGE], daemon=True).start()
    yield


if get_script_run_ctx(suppress_warning=True) is None:
    # The router is not this file: with pages/ beside the main script, Streamlit 1.67 opens the first deep
    # link of a new server as the page alone, without navigation.
    app = st.App(ROUTER, lifespan=get_ready)
else:
    runpy.run_path(str(ROUTER), run_name="__main__")
