"""A component's JavaScript: small files in the repository, one module in the browser."""

import re
from collections.abc import Iterable
from pathlib import Path


def joined(files: Iterable[Path]) -> str:
    """Joins the files to one module: drops their imports of each other, and all exports except the default export.

    Args:
        files: Paths in an order in which each file comes after the files that it imports.
    """
    source = "\n".join(file.read_text("utf-8") for file in files)
    source = re.sub(r'^import \{[^}]*\} from "\.{1,2}/[\w./]+";\n', "", source, flags=re.MULTILINE)
    return re.sub(r"^export (?!default)", "", source, flags=re.MULTILINE)
