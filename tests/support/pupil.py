"""A visitor behind a school's proxy, who keeps its cookie and comes back when the connection is lost."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidMessage

from benchmarks.visitor import RUN_SECONDS
from benchmarks.walks import Walk
from tests.support.onlooker import Onlooker
from tests.support.replicas import COOKIE, cookie_in

TRIES, AGAIN_SECONDS = 6, 0.5


class Pupil(Onlooker):
    """One of a class. `connect` first.

    Attributes:
        replica: The replica to which the proxy has assigned them, by the cookie's value.
    """

    def __init__(self, url: str, walk: Walk):
        super().__init__(None)  # type: ignore[arg-type]
        self._address = url.replace("http", "ws", 1) + "/_stcore/stream"
        self.walk = walk
        self.replica = ""

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
