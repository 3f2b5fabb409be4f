"""A visitor who speaks Streamlit's websocket as a browser does, for small pages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


class Visitor:
    """One session. `told` is every text and every message box that it was sent so far, in order."""

    def __init__(self, socket: ClientConnection):
        self._socket = socket
        self.told: list[str] = []

    def send(self, message: BackMsg) -> None:
        self._socket.send(message.SerializeToString())

    def ask(self, query: str = "") -> None:
        """Asks for a run of the page."""
        message = BackMsg()
        message.rerun_script.query_string = query
        self.send(message)

    def wait_for(self, words: str, seconds: float = 30) -> None:
        """Receives until these words were told."""
        while words not in self.told:
            self._receive(seconds)

    def run(self, query: str = "", seconds: float = 30) -> list[str]:
        """A run of the page to its end, and what it told."""
        before = len(self.told)
        self.ask(query)
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
def visitor(url: str) -> Iterator[Visitor]:
    """A visitor, connected to the server at `url` until the block ends."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"]) as socket:
        yield Visitor(socket)
