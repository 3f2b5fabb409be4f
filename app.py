"""The entry point of the app, for `streamlit run app.py` and for hosts that run plain Streamlit scripts."""

import os
import runpy
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.runtime.scriptrunner import get_script_run_ctx

# numpy's products of the size of a layer take less of the processor with one thread than with several: for 512 units a
# fourth, on two cores. It reads this when it is first imported, which is later.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
FIRST = "step_through"
FIRST_PAGE = f"lstm_viz.lessons.{FIRST}.ui.first_page"
# Found without importing the package, which would take time before the server answers.
PACKAGE = Path(str(find_spec("lstm_viz").origin)).parent  # type: ignore[union-attr]
ROUTER = PACKAGE / "main.py"


@asynccontextmanager
async def get_ready(_app: st.App) -> AsyncIterator[None]:
    """Imports what the first page needs before the server answers.

    Afterwards, the imports and the files that the first visitor's browser loads would wait for each other: the first
    page stood no sooner after the start of the server, and 0.2 s later after the first request.

    In the end it ends the processes that run Keras: after this, SIGTERM ends the server without Python's exit hooks.
    """
    os.environ["LSTM_VIZ_SERVES_MODULES"] = "1"  # as lstm_viz.javascript calls it, which is not imported yet
    import_first_page()
    yield
    from lstm_viz.imports import load

    load("lstm_viz.worker").end_shared()


def import_first_page() -> None:
    """Imports what the first page needs."""
    from streamlit.delta_generator import _maybe_print_use_warning

    from lstm_viz.imports import load

    # With the first element that it draws, Streamlit asks once whether this is a notebook. It looks through the source
    # of all that is imported, for 0.1 s: so it is asked now, before anybody waits for it.
    _maybe_print_use_warning()
    load(FIRST_PAGE)


async def send_module(request: Request) -> Response:
    """Sends a module of JavaScript. A browser asks for it once: its name changes with its text."""
    from lstm_viz.imports import load

    module = load("lstm_viz.javascript").modules.get(request.path_params["name"])
    if module is None:
        return PlainTextResponse("There is no such module.", status_code=404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Encoding": "gzip"}
    return Response(module, media_type="text/javascript", headers=headers)


async def lead_to_first_page(request: Request) -> Response:
    """Leads from the address that the first page would have, if it were like the others, to its own."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


def load_alone(name: str) -> ModuleType:
    """Imports a module of the package without the package. Whoever imports it later gets the same one."""
    if name not in sys.modules:
        spec = spec_from_file_location(name, PACKAGE.parent.joinpath(*name.split(".")).with_suffix(".py"))
        sys.modules[name] = module_from_spec(spec)  # type: ignore[arg-type]
        spec.loader.exec_module(sys.modules[name])  # type: ignore[union-attr]
    return sys.modules[name]


if get_script_run_ctx(suppress_warning=True) is None:
    # The router is a separate file because of Streamlit 1.67: if a folder pages/ is next to the main script, the first
    # deep link on a new server opens the page alone, without navigation.
    base = st.get_option("server.baseUrlPath").strip("/")
    root = f"/{base}" if base else ""
    routes = [Route(f"{root}/modules/{{name}}", send_module), Route(f"{root}/{FIRST}", lead_to_first_page)]
    layers = load_alone("lstm_viz.app.connections").Connections, load_alone("lstm_viz.app.preload").Preload
    app = st.App(ROUTER, lifespan=get_ready, routes=routes, middleware=[Middleware(layer) for layer in layers])
else:
    runpy.run_path(str(ROUTER), run_name="__main__")
