"""What the browser gets: a component's JavaScript, from small files, and JSON values."""

import gzip
import hashlib
import json
import math
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = "modules"
SERVES_MODULES = "LSTM_VIZ_SERVES_MODULES"
"""The environment variable that a server sets if it sends `modules` from its folder FOLDER."""

# Streamlit's own scripts are in the folder static/js of the server, whatever page is open.
LOADER = """const streamlit = document.querySelector('script[src*="/static/js/"]').src;
const loading = import(new URL("../../%s", streamlit));
export default async (component) => {
  const { default: show, css } = await loading;
  const place = component.parentElement;
  if (!place.querySelector("style.loaded")) {
    place.append(Object.assign(document.createElement("style"), { className: "loaded", textContent: css }));
  }
  return show(component);
};
"""

modules: dict[str, bytes] = {}
"""The modules that browsers may ask for: file name → its text, compressed by gzip. A name never gets another text."""


def joined(files: Iterable[Path]) -> str:
    """Joins the files to one module: drops their imports of each other, and all exports except the default export.

    Args:
        files: Paths in an order in which each file comes after the files that it imports.
    """
    source = "\n".join(file.read_text("utf-8") for file in files)
    source = re.sub(r'^import (?:\{[^}]*\}|\w+) from "\.{1,2}/[\w./]+";\n', "", source, flags=re.MULTILINE)
    return re.sub(r"^export (?!default)", "", source, flags=re.MULTILINE)


def sources(name: str, module: str, css: str) -> dict[str, str]:
    """The script and the style sheet of a component, as Streamlit registers them.

    A few lines load both as one module, so that Streamlit does not send them with all data. If this server sends no
    modules, as a host that runs plain Streamlit scripts, Streamlit gets them as they are.

    Args:
        name: The name of the component.
        module: The module.
        css: The style sheet.
    """
    if SERVES_MODULES not in os.environ:
        return {"js": module, "css": css}
    text = f"{module}\nexport const css = {json.dumps(css)};\n".encode()
    file = f"{name}-{hashlib.blake2b(text, digest_size=8).hexdigest()}.js"
    modules[file] = gzip.compress(text)
    return {"js": LOADER % f"{FOLDER}/{file}"}


def json_values(contents: Any) -> Any:
    """The contents with None for each number that JSON does not know: NaN and the infinite ones.

    Python would write these as words that a browser cannot read, and nothing would be drawn.
    """
    try:
        json.dumps(contents, allow_nan=False)
    except ValueError:
        return _finite(contents)
    return contents


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _finite(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def digest(contents: Any) -> str:
    """A text that is the same for the same contents, so that the browser does not draw them again."""
    return hashlib.blake2b(json.dumps(contents).encode(), digest_size=12).hexdigest()
