"""The command `lstm-viz`, which serves the app."""

import argparse
import importlib.util
import runpy
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Sequence

from lstm_viz.app.home import HOME
from lstm_viz.i18n import LANGUAGES

EVERYWHERE = ("0.0.0.0", "::")
ASKS_EVERY = 0.1  # seconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves the app until it is stopped.

    Args:
        arguments: The arguments of the command; those of this process if None.
    """
    given = _parser().parse_args(arguments)
    if importlib.util.find_spec("streamlit") is None:
        sys.exit('The app needs more than the library: pip install "lstm-viz[all]"')
    if given.open:
        threading.Thread(target=_open_when_served, args=(given.host, given.port, given.lang), daemon=True).start()
    script = HOME / "app.py"
    sys.argv = [str(script)]  # Streamlit reads .streamlit/config.toml beside this script
    app = runpy.run_path(str(script))["app"]
    app.run(config={"server.port": given.port, "server.address": given.host, "server.headless": True})


def _open_when_served(host: str, port: int, language: str | None) -> None:
    """Opens a browser as soon as the server answers."""
    reached = "localhost" if host in EVERYWHERE else host
    while True:
        try:
            socket.create_connection((reached, port), timeout=1).close()
            break
        except OSError:
            time.sleep(ASKS_EVERY)
    written = f"[{reached}]" if ":" in reached else reached  # an address of IPv6
    webbrowser.open(f"http://{written}:{port}/{f'?lang={language}' if language else ''}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lstm-viz", description="Serves the LSTM Explorer.")
    parser.add_argument("--port", type=int, default=8501, help="the port (default: 8501)")
    parser.add_argument("--host", default="localhost", help="the address to listen on; 0.0.0.0 serves your network")
    parser.add_argument("--lang", choices=list(LANGUAGES), help="the language in which the browser opens it")
    parser.add_argument("--open", action=argparse.BooleanOptionalAction, default=True, help="open a browser")
    return parser
