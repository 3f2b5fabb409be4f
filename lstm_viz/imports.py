"""Imports modules while the server serves several visitors: one thread at a time, and the others wait.

Python locks each module separately. Two threads that enter a circle of modules, such as those of pandas, at two places
would wait for each other for ever. So Python lets one of them go on with a module that is only half there. And Altair
looks for pandas among the loaded modules, where it finds one that another thread is still importing.
"""

import gc
import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

# What draws tables and charts. It takes half a second, which the first view of the first page does not wait for.
# Plotly and vl_convert import parts of themselves when they are first used.
LIBRARIES = (
    "pandas",
    "pyarrow.compute",
    "pyarrow.parquet",
    "altair",
    "plotly.graph_objs._figure",
    "plotly.graph_objs._scatter",
    "plotly.graph_objs._heatmap",
    "plotly.graph_objs._scatter3d",
    "plotly.io",
    "plotly.subplots",
    "plotly.tools",
    "vl_convert",
)

_LOCK = threading.RLock()
_loaded: dict[str, ModuleType] = {}


@contextmanager
def _doing_without(package: str) -> Iterator[None]:
    """Lets the libraries that are imported meanwhile do without a package that they use if it is there.

    Altair imports jsonschema. Where JupyterLab has brought rfc3987_syntax, that one takes a second or more to make a
    grammar of addresses, which no chart needs.
    """
    is_missing = package not in sys.modules
    if is_missing:
        sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if is_missing:
            del sys.modules[package]


def load(name: str) -> ModuleType:
    """Imports a module, or waits until another thread has imported it.

    Args:
        name: The name of the module.
    """
    if name not in _loaded:
        with _LOCK:
            importlib.import_module("lstm_viz")  # waits for a thread that imports this package, and so this module
            with _doing_without("rfc3987_syntax"):
                _loaded[name] = importlib.import_module(name)
            # The garbage collector need not walk what a library has made: that takes 0.1 s, in which nobody is served.
            gc.freeze()
    return _loaded[name]


def load_libraries() -> None:
    """Imports all that draws tables and charts."""
    for name in LIBRARIES:
        load(name)
    # Altair would validate each part of a chart, which takes a fifth of the time to make it. The tests validate charts.
    load("altair.utils.schemapi").disable_debug_mode()
