"""A visitor who speaks Streamlit's websocket as a browser does, for small pages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol


class Visitor:
    """One session. `told` is every text and every message box that it was sent so far, in order."""

    def __init__(self, socket: ClientConnection):
        self._socket = socket
        self.told: list[str] = []

    def send(self, message: BackMsg) -> None:
        self._socket.send(message.SerializeToString())

    def ask(self, query: str = "", *, fragment: str = "") -> None:
        """Asks for a run of the page, or of a fragment of it."""
        message = BackMsg()
        message.rerun_script.query_string, message.rerun_script.fragment_id = query, fragment
        self.send(message)

    def wait_for_clock(self, seconds: float = 30) -> str:
        """Receives until the server sets a clock; the fragment that the browser then asks for."""
        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=seconds))
            if message.WhichOneof("type") == "auto_rerun":
                return message.auto_rerun.fragment_id

    def wait_for(self, words: str, seconds: float = 30) -> None:
        """Receives until these words were told."""
        while words not in self.told:
            self._receive(seconds)

    def run(self, query: str = "", seconds: float = 30, *, fragment: str = "") -> list[str]:
        """A run to its end, and what it told."""
        before = len(self.told)
        self.ask(query, fragment=fragment)
        while self._receive(seconds) != "script_finished":
            pass
        return self.told[before:]

    def _receive(self, seconds: float) -> str:
        message = ForwardMsg.FromString(self._socket.recv(timeout=seconds))
        element = message.delta.new_element
        if element.WhichOneof("type") in ("text", "alert"):
            self.told.append(element.text.body or element.alert.body)
        return str(message.WhichOneof("type"))


@contextlib.contextmanager
def visitor(url: str, *, session: str = "") -> Iterator[Visitor]:
    """A visitor, connected to the server at `url` until the block ends; one who comes back names an earlier session."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    named = ["streamlit", "token", session] if session else ["streamlit", "token"]
    with connect(address, subprotocols=[Subprotocol(name) for name in named]) as socket:
        yield Visitor(socket)
