"""A visitor behind a school's proxy, who keeps its cookie and comes back when the connection is lost."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidMessage

from benchmarks.visitor import RUN_SECONDS, STATE, Visitor
from benchmarks.walks import Walk
from tests.support.replicas import COOKIE, cookie_in

TRIES, AGAIN_SECONDS = 6, 0.5
# What a page sends of these is another with each session: what they are set to is in the link.
OF_THE_SESSION = (STATE.keys() - {"bidi_component"}) | {"download_button"}


class Pupil(Visitor):
    """One of a class. `connect` first.

    Attributes:
        replica: The replica to which the proxy has assigned them, by the cookie's value.
        link: The link to what they see.
    """

    def __init__(self, url: str, walk: Walk):
        super().__init__(None)  # type: ignore[arg-type]
        self._address = url.replace("http", "ws", 1) + "/_stcore/stream"
        self.walk = walk
        self.replica = ""
        self._shown: dict[tuple[int, ...], Delta] = {}

    @property
    def link(self) -> str:
        """The link that the page has written."""
        return self._query

    async def connect(self) -> None:
        """Connects as a browser does: with the cookie, and with the session that was lost."""
        subprotocols: list[Any] = ["streamlit", "token"] + [self.session] * bool(self.session)
        headers = {"Cookie": f"{COOKIE}={self.replica}"} if self.replica else {}
        self._socket = await connect(
            self._address,
            subprotocols=subprotocols,
            additional_headers=headers,
            max_size=None,
            open_timeout=RUN_SECONDS,
        )
        response = self._socket.response
        assert response is not None
        self.replica = cookie_in(response.headers.get_all("Set-Cookie")) or self.replica

    async def leave(self) -> None:
        """Closes the connection."""
        await self._socket.close()

    async def come_back(self) -> None:
        """Waits until the connection is lost, connects again, and runs the page.

        When the proxy finds that a replica has ended, it closes the connections that it was about to make, too. The
        page in a browser tries again then.
        """
        await self._socket.wait_closed()
        for _again in range(TRIES):
            with contextlib.suppress(InvalidMessage, ConnectionError):
                await self.connect()
                break
            await asyncio.sleep(AGAIN_SECONDS)
        else:
            raise ConnectionError(f"No connection in {TRIES} tries.")
        await self.rerun()

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
