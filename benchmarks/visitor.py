"""A visitor of a Streamlit server who speaks its websocket as a browser does, without drawing."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
RUN_SECONDS = 120
KEPT_RUNS = 2  # for which the browser keeps a message that it does not see again
# Kind of control → the part of its state that the browser sends.
STATE = {
    "bidi_component": "json_value",
    "button": "trigger_value",
    "button_group": "string_array_value",
    "checkbox": "bool_value",
    "number_input": "double_value",
    "selectbox": "string_value",
    "slider": "double_array_value",
    "text_area": "string_value",
    "text_input": "string_value",
}


class PageError(RuntimeError):
    """The page showed an exception, or did not finish its run."""


class Control(NamedTuple):
    """A control of the page.

    Attributes:
        id: Its id in the run.
        state: The part of its state that holds its value.
        fragment: The fragment that runs when it is changed; "" for the whole page.
        titles: The titles among which it chooses; none for other controls.
    """

    id: str
    state: str
    fragment: str
    titles: tuple[str, ...]


class Visitor:
    """One session. `open` it, then use it; each step gives the seconds until the server had sent everything.

    Attributes:
        elements: How many elements the last run sent.
        received: How many bytes the last run sent.
        scripts: The scripts of the components on the page.
        controls: The controls of the page, by key; the buttons without a key by label.
        session: The name by which the server knows the session; "" before the first run.
        title: The title of the page, which the browser's window has.
        sections: The sections of the navigation; none if the page ran alone.
        again: The fragment that the page wants to run by itself, and after how many seconds; None if there is none.
    """

    def __init__(self, socket: ClientConnection):
        self._socket = socket
        self._page = ""
        self._cached: dict[str, tuple[int, str]] = {}  # message → the run that used it last, its fragment
        self._runs = 0
        self._widgets: dict[str, WidgetState] = {}
        self._cursors: dict[str, str] = {}
        self._query = ""
        self._name = ""
        self.elements = 0
        self.received = 0
        self.scripts: list[str] = []
        self.controls: dict[str, Control] = {}
        self.session = ""
        self.title = ""
        self.sections: list[str] = []
        self.again: tuple[str, float] | None = None

    async def open(self, query: str = "lesson=0", *, page: str = "") -> float:
        """A page, the first one if it is not named, with a link's query; without one it opens as a whole."""
        self._name, self._query = page, query
        return await self.rerun()

    async def rerun(self) -> float:
        """Runs the whole page again, with nothing changed."""
        return await self._run()

    async def step(self, *, step: int, unit: int, show: str = "A", key: str = "viewer") -> float:
        """The viewer's cursor settles, all counted from 0."""
        cursor = {"show": show, "time": step, "unit": unit, "key": self._cursors[key]}
        return await self.change(key, json.dumps({"cursor": cursor}))

    async def click(self, label: str) -> float:
        """Presses a button."""
        try:
            return await self.change(label, True)
        finally:
            del self._widgets[self.controls[label].id]

    async def change(self, key: str, value: str | float) -> float:
        """Gives a control a new value: a number, a text, or one of its titles."""
        control = self.controls[key]
        state = self._widgets[control.id] = WidgetState(id=control.id)
        if control.state.endswith("array_value"):
            getattr(state, control.state).data[:] = [value]
        else:
            setattr(state, control.state, value)
        return await self._run(fragment=control.fragment)

    async def keep_running(self) -> None:
        """Runs the fragment that the page wants to run by itself for as long as it wants that."""
        while self.again is not None:
            fragment, seconds = self.again
            await asyncio.sleep(seconds)
            await self._run(fragment=fragment, by_itself=True)

    async def _run(self, *, fragment: str = "", by_itself: bool = False) -> float:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.fragment_id = self._query, self._page, fragment
        state.page_name, state.is_auto_rerun = "" if self._page else self._name, by_itself
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
        self.elements = self.received = 0
        again: tuple[str, float] | None = None
        async for data in self._socket:
            message = ForwardMsg.FromString(data)
            self.received += len(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                again, self.session = None, message.new_session.initialize.session_id
            elif kind == "navigation":
                self._page, self.sections = message.navigation.page_script_hash, list(message.navigation.sections)
            elif kind == "page_config_changed":
                self.title = message.page_config_changed.title or self.title
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "auto_rerun":
                again = (message.auto_rerun.fragment_id, message.auto_rerun.interval)
            elif kind == "ref_hash":
                self._cached[message.ref_hash] = (self._runs, self._cached[message.ref_hash][1])
            elif kind == "delta":
                self._keep(message)
            elif kind == "script_finished" and message.script_finished in FINISHED:
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:  # the whole page, not a fragment
                    self.again = again
                self._forget(list(message.metadata.run.fragment_ids))
                return
        raise PageError("the server closed the connection")

    def _forget(self, fragments: list[str]) -> None:
        """Drops the messages that the browser would drop after this run."""
        self._runs += 1
        self._cached = {
            each: (run, fragment)
            for each, (run, fragment) in self._cached.items()
            if self._runs - run <= KEPT_RUNS or (fragments and fragment not in fragments)
        }

    def _keep(self, message: ForwardMsg) -> None:
        element, fragment = message.delta.new_element, message.delta.fragment_id
        if line := message.delta.add_block.expandable.id:  # a line that unfolds
            self.controls[line.split("-", 2)[-1]] = Control(line, "bool_value", fragment, ())
        self.elements += 1
        if message.metadata.cacheable:
            self._cached[message.hash] = (self._runs, fragment)
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise PageError(f"{element.exception.type}: {element.exception.message}")
        if kind in STATE:
            shown = getattr(element, kind)
            key = shown.id.split("-", 2)[-1]
            self.controls[shown.label if key == "None" else key] = _control(kind, shown, fragment)
            if kind == "bidi_component":
                self.scripts.append(shown.js_content)
                self._cursors[key] = json.loads(shown.json)[0].get("cursor_key", "")


def _control(kind: str, shown: Any, fragment: str) -> Control:
    titles = tuple(getattr(option, "content", option) for option in getattr(shown, "options", ()))
    state = "string_array_value" if kind == "slider" and titles else STATE[kind]
    return Control(shown.id, state, fragment, titles)


@asynccontextmanager
async def visitor(url: str) -> AsyncIterator[Visitor]:
    """A visitor, connected to the server at `url` until the block ends."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=RUN_SECONDS) as socket:
        yield Visitor(socket)
