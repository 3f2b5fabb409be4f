"""The viewer's markup, style sheet and JavaScript, wherever it is shown."""

from pathlib import Path

from lstm_viz.javascript import joined

_FOLDER = Path(__file__).parent
HTML = _FOLDER.joinpath("viewer.html").read_text("utf-8")
CSS = _FOLDER.joinpath("viewer.css").read_text("utf-8")
MODULES = (
    "text", "dom", "light", "numbers", "colors", "marks", "outcomes", "model", "cursor", "layout", "paint", "heatmaps",
    "diagrams", "scene", "levels", "digits", "equations", "words", "header", "tokens", "link", "player", "panel",
    "chrome", "viewer",
)  # fmt: skip
"""The modules of the viewer's JavaScript, each after the modules that it imports."""


def join_modules(*hosts: str) -> str:
    """The viewer's JavaScript as one module.

    Args:
        *hosts: The paths of the modules that show the viewer, the last of which does; without one the module's default
            export shows it.
    """
    source = joined(_FOLDER.joinpath(f"{name}.js") for name in MODULES)
    if not hosts:
        return source
    host = joined(_FOLDER.joinpath(f"{name}.js") for name in hosts)
    return source.replace("export default function show", "function show") + host
