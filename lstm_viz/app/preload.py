"""Tells a browser which of Streamlit's scripts the page will need. `app.py` loads it without importing the package."""

import re
from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(streamlit.__file__).with_name("static")
ELEMENTS = (
    "BidiComponent",
    "Button",
    "ButtonGroup",
    "Checkbox",
    "DownloadButton",
    "Html",
    "PageLink",
    "TextInput",
)
"""What the first page draws, as Streamlit names the scripts that draw it; most of it is on every page."""


class Preload:
    """Adds to each HTML page a header that names the scripts of ELEMENTS.

    Otherwise the browser would ask for them only when it has the elements: for three dozen files, while nothing is on
    the screen. They come after what draws the empty page, which they must not delay.
    """

    def __init__(self, app: ASGIApp):
        self._app = app
        self._link = ", ".join(f"<static/js/{name}>; rel=modulepreload; fetchpriority=low" for name in scripts())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request, as ASGI wants it."""

        async def send_with_link(message: Message) -> None:
            headers = message.get("headers", [])
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in headers):
                message = {**message, "headers": [*headers, (b"link", self._link.encode())]}
            await send(message)

        await self._app(scope, receive, send_with_link if scope["type"] == "http" else send)


def scripts() -> list[str]:
    """The files in Streamlit's folder static/js that draw ELEMENTS, without those that its HTML page names itself.

    Streamlit's main script has a list of files, and for each element those that it needs as places in this list.
    """
    page = (STATIC / "index.html").read_text("utf-8")
    main = (STATIC / re.findall(r"static/js/index\.[\w-]+\.js", page)[0]).read_text("utf-8")
    files = re.findall(r'"\.{1,2}/([^"]+)"', re.findall(r"\.f=\[([^\]]+)\]", main)[0])
    lists = re.findall(r"import\(`\./(\w+)\.[\w-]+\.js`\),__vite__mapDeps\(\[([\d,]+)\]\)", main)
    needed = [files[int(place)] for element, places in lists if element in ELEMENTS for place in places.split(",")]
    return [name for name in dict.fromkeys(needed) if name.endswith(".js") and name not in page]
