"""A visitor of a Streamlit server who speaks its websocket as a browser does, without drawing."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
RUN_SECONDS = 120


class PageError(RuntimeError):
    """The page showed an exception, or did not finish its run."""


class Visitor:
    """One session. `open` it, then `step` or `click`; each gives the seconds until the server had sent everything.

    Attributes:
        elements: How many elements the last run sent.
        again: The fragment that the page wants to run by itself, and after how many seconds; None if there is none.
    """

    def __init__(self, socket: ClientConnection):
        self._socket = socket
        self._page = ""
        self._cached: set[str] = set()
        self._widgets: dict[str, WidgetState] = {}
        self._ids: dict[str, str] = {}
        self._cursor_key = ""
        self._name = ""
        self.elements = 0
        self.again: tuple[str, float] | None = None

    async def open(self, query: str = "", *, page: str = "") -> float:
        """A page, the first one if it is not named, with a link's query or none."""
        self._name = page
        return await self._run(query)

    async def step(self, *, step: int, unit: int, show: str = "A") -> float:
        """The viewer's cursor settles, all counted from 0."""
        cursor = {"show": show, "time": step, "unit": unit, "key": self._cursor_key}
        widget = self._ids["viewer"]
        self._widgets[widget] = WidgetState(id=widget, json_value=json.dumps({"cursor": cursor}))
        return await self._run()

    async def click(self, label: str) -> float:
        """Presses a button."""
        widget = self._ids[label]
        self._widgets[widget] = WidgetState(id=widget, trigger_value=True)
        try:
            return await self._run()
        finally:
            del self._widgets[widget]

    async def keep_running(self) -> None:
        """Runs the fragment that the page wants to run by itself for as long as it wants that."""
        while self.again is not None:
            fragment, seconds = self.again
            await asyncio.sleep(seconds)
            await self._run(fragment=fragment)

    async def _run(self, query: str = "", *, fragment: str = "") -> float:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.fragment_id = query, self._page, fragment
        state.page_name, state.is_auto_rerun = "" if self._page else self._name, bool(fragment)
        state.widget_states.widgets.extend(self._widgets.values())
        state.cached_message_hashes.extend(self._cached)
        state.context_info.locale, state.context_info.timezone = "en-US", "UTC"
        state.context_info.color_scheme = "light"
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(RUN_SECONDS):
            await self._receive()
        return time.perf_counter() - start

    async def _receive(self) -> None:
        self.elements = 0
        again: tuple[str, float] | None = None
        async for data in self._socket:
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page = message.new_session.page_script_hash
                again = None
            elif kind == "auto_rerun":
                again = (message.auto_rerun.fragment_id, message.auto_rerun.interval)
            elif kind == "delta":
                self._keep(message)
            elif kind == "script_finished" and message.script_finished in FINISHED:
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:  # the whole page, not a fragment
                    self.again = again
                return
        raise PageError("the server closed the connection")

    def _keep(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        self.elements += 1
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        match element.WhichOneof("type"):
            case "bidi_component":
                self._ids["viewer"] = element.bidi_component.id
                self._cursor_key = json.loads(element.bidi_component.json)[0]["cursor_key"]
            case "button":
                self._ids[element.button.label] = element.button.id
            case "exception":
                raise PageError(f"{element.exception.type}: {element.exception.message}")


@asynccontextmanager
async def visitor(url: str) -> AsyncIterator[Visitor]:
    """A visitor, connected to the server at `url` until the block ends."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=RUN_SECONDS) as socket:
        yield Visitor(socket)
