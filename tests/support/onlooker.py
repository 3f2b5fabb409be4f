"""A visitor who keeps what is on the page, to see later whether it is the same."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.visitor import RUN_SECONDS, STATE, Visitor

# What a page sends of these is another with each session: what they are set to is in the link.
OF_THE_SESSION = (STATE.keys() - {"bidi_component"}) | {"download_button"}


class Onlooker(Visitor):
    """One session.

    Attributes:
        link: The link to what they see.
    """

    def __init__(self, socket: ClientConnection):
        super().__init__(socket)
        self._shown: dict[tuple[int, ...], Delta] = {}

    @property
    def link(self) -> str:
        """The link that the page has written."""
        return self._query

    def view(self) -> dict[tuple[int, ...], str]:
        """What is on the page, by place: everything but what belongs to the session."""
        return {place: seen for place, delta in self._shown.items() if (seen := _seen(delta))}

    async def _run(self, *, fragment: str = "", by_itself: bool = False) -> float:
        self._cached.clear()  # so the server sends everything, and nothing by its hash
        inside = [place for place, delta in self._shown.items() if not fragment or delta.fragment_id == fragment]
        self._shown = {
            place: delta
            for place, delta in self._shown.items()
            if not any(place[: len(outer)] == outer for outer in inside)
        }
        return await super()._run(fragment=fragment, by_itself=by_itself)

    def _keep(self, message: ForwardMsg) -> None:
        super()._keep(message)
        self._shown[tuple(message.metadata.delta_path)] = message.delta


def _seen(delta: Delta) -> str:
    element = delta.new_element
    kind = element.WhichOneof("type")
    if kind == "bidi_component":
        data = json.loads(element.bidi_component.json)[0]
        # The browser has the cursor, and the link.
        return json.dumps({name: value for name, value in data.items() if not name.startswith("cursor")})
    return "" if kind is None or kind in OF_THE_SESSION else str(element)


@asynccontextmanager
async def onlooker(url: str) -> AsyncIterator[Onlooker]:
    """An onlooker, connected to the server at `url` until the block ends."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    named = [Subprotocol("streamlit")]
    async with connect(address, subprotocols=named, max_size=None, open_timeout=RUN_SECONDS) as socket:
        yield Onlooker(socket)
