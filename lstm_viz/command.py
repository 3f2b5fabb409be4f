"""The command `lstm-viz`, which serves the app."""

import argparse
import importlib.util
import runpy
import sys
import threading
import webbrowser
from collections.abc import Sequence

from lstm_viz.app.home import HOME
from lstm_viz.i18n import LANGUAGES

OPENS_AFTER = 2.0  # seconds; a browser that comes too early tries again


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves the app until it is stopped.

    Args:
        arguments: The arguments of the command; those of this process if None.
    """
    given = _parser().parse_args(arguments)
    if importlib.util.find_spec("streamlit") is None:
        sys.exit('The app needs more than the library: pip install "lstm-viz[all]"')
    address = f"http://localhost:{given.port}/{f'?lang={given.lang}' if given.lang else ''}"
    if given.open:
        opening = threading.Timer(OPENS_AFTER, webbrowser.open, [address])
        opening.daemon = True
        opening.start()
    script = HOME / "app.py"
    sys.argv = [str(script)]  # Streamlit reads .streamlit/config.toml beside this script
    app = runpy.run_path(str(script))["app"]
    options = {"server.port": given.port, "server.address": given.host, "server.headless": True}
    app.run(config={**options, "global.developmentMode": False})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lstm-viz", description="Serves the LSTM Explorer.")
    parser.add_argument("--port", type=int, default=8501, help="the port (default: 8501)")
    parser.add_argument("--host", default="localhost", help="the address to listen on; 0.0.0.0 serves your network")
    parser.add_argument("--lang", choices=list(LANGUAGES), help="the language in which the browser opens it")
    parser.add_argument("--open", action=argparse.BooleanOptionalAction, default=True, help="open a browser")
    return parser
