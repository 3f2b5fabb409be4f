"""What stands between the visitors' connections and Streamlit. `app.py` loads it without importing the package."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# Keras starts after a visitor has come and has their first page, if the server has memory to spare.
WARM_UP_SECONDS = 2
SPARE_MEMORY = 2 << 30
TURN_SECONDS = 0.1  # by then most runs have ended, or wait for Keras
WHOLE_PAGE = "whole page"  # where a message names a fragment; the ids of Streamlit's fragments are hexadecimal
LOOK_SECONDS = 0.005
ASK_SECONDS = 0.1
HANDSHAKE = 2  # the subprotocols that every browser names; one that comes back names its session, too
SHORT_MESSAGE = 1000  # in bytes; the message that ends a run is shorter
DRAWING = threading.Lock()


class Connections:
    """Stands between the visitors' connections and Streamlit.

    It starts Keras when a visitor comes, and lets the visitors' runs begin one after another. It keeps Streamlit's
    message `clear_cache` away from it: any visitor can send it, and it empties what the server keeps for all. A browser
    that comes back is asked to run its page.
    """

    def __init__(self, app: ASGIApp):
        self._app = app
        self._queue = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request, as ASGI wants it."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        loop.call_later(WARM_UP_SECONDS, loop.run_in_executor, None, warm_up)
        if len(scope["subprotocols"]) > HANDSHAKE:
            receive, send = running_first(receive, send)
        turn = Turn(self._queue)
        try:
            await self._app(scope, *in_turn(turn, receive, send))
        finally:
            turn.end()


class Turn:
    """A connection's turn to run its page: the runs of all visitors begin one after another, as they were asked for.

    Python runs one thread at a time. Of runs that begin together each would take as long as all of them, and they would
    end together: the visitors of a class, each of whom reads for a while and goes on, would stay in step.

    A run that waits for another process (`let_others_run`), or takes longer than `TURN_SECONDS`, goes on but keeps
    nobody waiting any more.

    Args:
        queue: The lock that all connections of a server share. It serves them in their order.
    """

    current: ClassVar["Turn | None"] = None

    def __init__(self, queue: asyncio.Lock):
        self.loop = asyncio.get_running_loop()
        self._queue = queue
        self._timer: asyncio.TimerHandle | None = None
        self._is_running = False

    async def begin(self) -> None:
        """Waits for the turn, unless a run of this connection goes on: the new one takes its place at once."""
        if self._is_running:
            return
        await self._queue.acquire()
        self._is_running = True
        self._timer = self.loop.call_later(TURN_SECONDS, self.end)
        Turn.current = self

    def end_run(self) -> None:
        """Ends the run, and the turn with it."""
        self._is_running = False
        self.end()

    def end(self) -> None:
        """Ends the turn, if it has not ended. The run may go on."""
        if self._timer is not None:
            Turn.current = None
            self._timer.cancel()
            self._timer = None
            self._queue.release()


def let_others_run() -> None:
    """Ends the turn of the run that calls it, since it is about to wait for another process.

    A run that has no turn any more may end that of another one. Then these two run together.
    """
    if (turn := Turn.current) is not None:
        turn.loop.call_soon_threadsafe(turn.end)


@contextmanager
def between_turns() -> Iterator[None]:
    """For a drawing that a clock asks for: it waits for other drawings and for the current turn, but not for long."""
    end = time.monotonic() + TURN_SECONDS
    is_alone = DRAWING.acquire(timeout=TURN_SECONDS)
    try:
        while Turn.current is not None and time.monotonic() < end:
            time.sleep(LOOK_SECONDS)
        yield
    finally:
        if is_alone:
            DRAWING.release()


def in_turn(turn: Turn, receive: Receive, send: Send) -> tuple[Receive, Send]:
    """The two ends of a connection on which each run waits for its turn, and `clear_cache` does not arrive.

    Runs that a clock asks for do not wait: they watch a training, and whoever clicks would wait behind a class of them.
    What they draw waits (`between_turns`).
    """

    async def receive_in_turn() -> Message:
        while (said := back_message(message := await receive())).WhichOneof("type") == "clear_cache":
            pass
        if said.WhichOneof("type") == "rerun_script" and not said.rerun_script.is_auto_rerun:
            await turn.begin()
        return message

    async def send_and_end(message: Message) -> None:
        await send(message)
        if ends_run(message):
            turn.end_run()

    return receive_in_turn, send_and_end


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


def ends_run(message: Message) -> bool:
    """Whether a message to a browser ends a run, after which no other one begins by itself."""
    data = message.get("bytes") or b""
    if len(data) > SHORT_MESSAGE:
        return False
    said = ForwardMsg.FromString(data)
    return said.WhichOneof("type") == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def warm_up() -> None:
    """Starts the process that runs Keras, if it is not running and there is memory to spare."""
    from lstm_viz.imports import load

    available = load("lstm_viz.worker.memory").available_memory()
    if available is None or available > SPARE_MEMORY:
        load("lstm_viz.worker").shared_worker().warm_up()
