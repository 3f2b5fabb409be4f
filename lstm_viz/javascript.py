"""A component's JavaScript: small files in the repository, one module in the browser."""

import gzip
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "modules"
SERVES_MODULES = "LSTM_VIZ_SERVES_MODULES"
"""The environment variable that a server sets if it sends `modules` from its folder FOLDER."""

# Streamlit's own scripts are in the folder static/js of the server, whatever page is open.
LOADER = """const streamlit = document.querySelector('script[src*="/static/js/"]').src;
const loading = import(new URL("../../%s", streamlit));
export default async (component) => (await loading).default(component);
"""

modules: dict[str, bytes] = {}
"""The modules that browsers may ask for: file name → its text, compressed by gzip. A name never gets another text."""


def joined(files: Iterable[Path]) -> str:
    """Joins the files to one module: drops their imports of each other, and all exports except the default export.

    Args:
        files: Paths in an order in which each file comes after the files that it imports.
    """
    source = "\n".join(file.read_text("utf-8") for file in files)
    source = re.sub(r'^import \{[^}]*\} from "\.{1,2}/[\w./]+";\n', "", source, flags=re.MULTILINE)
    return re.sub(r"^export (?!default)", "", source, flags=re.MULTILINE)


def script(name: str, module: str) -> str:
    """The script of a component: a few lines that load its module, so that Streamlit does not send it with all data.

    Args:
        name: The name of the component.
        module: The module.

    Returns:
        The script; or the module itself if this server sends no modules, as a host that runs plain Streamlit scripts.
    """
    if SERVES_MODULES not in os.environ:
        return module
    file = f"{name}-{hashlib.blake2b(module.encode(), digest_size=8).hexdigest()}.js"
    modules[file] = gzip.compress(module.encode())
    return LOADER % f"{FOLDER}/{file}"
