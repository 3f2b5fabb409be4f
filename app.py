"""The entry point of the app, for `streamlit run app.py` and for hosts that run plain Streamlit scripts."""

import asyncio
import contextlib
import os
import runpy
import socket
import stat
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

# numpy's products of the size of a layer take less of the processor with one thread than with several: for 512 units a
# fourth, on two cores. It reads this when it is first imported, which is later.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
FIRST_PAGE = "lstm_viz.lessons.step_through.ui.first_page"
# Without an import, which would take time before the server answers.
ROUTER = Path(str(find_spec("lstm_viz").origin)).with_name("main.py")  # type: ignore[union-attr]
# Keras starts after a visitor has come and has their first page, if the server has memory to spare.
WARM_UP_SECONDS = 2
SPARE_MEMORY = 2 << 30
WHOLE_PAGE = "whole page"  # where a message names a fragment; the ids of Streamlit's fragments are hexadecimal
ASK_SECONDS = 0.1
HANDSHAKE = 2  # the subprotocols that every browser names; one that comes back names its session, too


def send_at_once() -> None:
    """Turns Nagle's algorithm off on the server's socket, and so on every connection that the socket accepts.

    Streamlit 1.67 leaves it on. Then a small response may wait 40 ms until the browser confirms the previous one.
    """
    with contextlib.suppress(FileNotFoundError):  # Windows has no /dev/fd
        for descriptor in map(int, os.listdir("/dev/fd")):
            with contextlib.suppress(OSError):  # the descriptor is closed, or is not a TCP socket
                # For a pipe, fromfd would leave a copy open, and the reader of the pipe would never see its end.
                if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                    with socket.fromfd(descriptor, socket.AF_INET, socket.SOCK_STREAM) as twin:
                        twin.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Connections:
    """Stands between the visitors' connections and Streamlit.

    It starts Keras when a visitor comes, and keeps Streamlit's message `clear_cache` away from it: any visitor can send
    it, and it empties what the server keeps for all. A browser that comes back is asked to run its page.
    """

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request, as ASGI wants it."""
        if scope["type"] == "websocket":
            loop = asyncio.get_running_loop()
            loop.call_later(WARM_UP_SECONDS, loop.run_in_executor, None, warm_up)
            if len(scope["subprotocols"]) > HANDSHAKE:
                receive, send = running_first(receive, send)

        async def receive_allowed() -> Message:
            while clears_cache(message := await receive()):
                pass
            return message

        await self._app(scope, receive_allowed, send)


def running_first(receive: Receive, send: Send) -> tuple[Receive, Send]:
    """The two ends of a connection on which the whole page runs before any of its fragments.

    A browser whose connection was lost may come back to a server that does not know its page: another one, or the same
    started anew. Streamlit 1.67 leaves what was drawn, but the files behind it are gone and no fragment runs. So the
    browser is asked for a run, as it asks for the run of a fragment by a clock, with its link and its controls.
    """
    has_run = False

    async def receive_whole_first() -> Message:
        nonlocal has_run
        while True:
            message = await receive()
            said = back_message(message)
            if said.WhichOneof("type") != "rerun_script":
                return message
            if not has_run:
                has_run, said.rerun_script.fragment_id, said.rerun_script.is_auto_rerun = True, "", False
                return {**message, "bytes": said.SerializeToString()}
            if said.rerun_script.fragment_id != WHOLE_PAGE:  # the clock, before the run has stopped it
                return message

    async def ask_after_accepting(message: Message) -> None:
        await send(message)
        if message["type"] == "websocket.accept":
            ask = ForwardMsg()
            ask.auto_rerun.fragment_id, ask.auto_rerun.interval = WHOLE_PAGE, ASK_SECONDS
            await send({"type": "websocket.send", "bytes": ask.SerializeToString()})

    return receive_whole_first, ask_after_accepting


def back_message(message: Message) -> BackMsg:
    """What a browser says; an empty message if it says nothing that Streamlit understands."""
    try:
        return BackMsg.FromString(message.get("bytes") or b"")
    except DecodeError:
        return BackMsg()  # Streamlit closes such a connection


def clears_cache(message: Message) -> bool:
    """Whether a message of a connection is Streamlit's `clear_cache`."""
    return back_message(message).WhichOneof("type") == "clear_cache"


def warm_up() -> None:
    """Starts the process that runs Keras, if it is not running and there is memory to spare."""
    from lstm_viz.imports import load

    available = load("lstm_viz.worker.memory").available_memory()
    if available is None or available > SPARE_MEMORY:
        load("lstm_viz.worker").shared_worker().warm_up()


@asynccontextmanager
async def get_ready(_app: st.App) -> AsyncIterator[None]:
    """Imports what the first page needs while the first visitor's browser is still loading Streamlit.

    In the end it ends the processes that run Keras: after this, SIGTERM ends the server without Python's exit hooks.
    """
    send_at_once()
    os.environ["LSTM_VIZ_SERVES_MODULES"] = "1"  # as lstm_viz.javascript calls it, which is not imported yet
    threading.Thread(target=import_first_page, daemon=True).start()
    yield
    from lstm_viz.imports import load

    load("lstm_viz.worker").end_shared()


def import_first_page() -> None:
    """Imports what the first page needs. A visitor who comes meanwhile waits for it: see `lstm_viz.imports`."""
    from streamlit.delta_generator import _maybe_print_use_warning

    from lstm_viz.imports import load

    # With the first element that it draws, Streamlit asks once whether this is a notebook. It looks through the source
    # of all that is imported, for 0.1 s: so it is asked now, before anybody waits for it.
    _maybe_print_use_warning()
    load(FIRST_PAGE)


async def send_module(request: Request) -> Response:
    """Sends a module of JavaScript. A browser asks for it once: its name changes with its text."""
    from lstm_viz.imports import load

    module = load("lstm_viz.javascript").modules.get(request.path_params["name"])
    if module is None:
        return PlainTextResponse("There is no such module.", status_code=404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Encoding": "gzip"}
    return Response(module, media_type="text/javascript", headers=headers)


if get_script_run_ctx(suppress_warning=True) is None:
    # The router is a separate file because of Streamlit 1.67: if a folder pages/ is next to the main script, the first
    # deep link on a new server opens the page alone, without navigation.
    base = st.get_option("server.baseUrlPath").strip("/")
    modules = Route(f"/{base}/modules/{{name}}" if base else "/modules/{name}", send_module)
    app = st.App(ROUTER, lifespan=get_ready, routes=[modules], middleware=[Middleware(Connections)])
else:
    runpy.run_path(str(ROUTER), run_name="__main__")
