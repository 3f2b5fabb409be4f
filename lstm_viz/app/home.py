"""The folder from which Streamlit runs the app."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "streamlit_app"
HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
"""It has app.py, pages/ and .streamlit/: the repository, or a folder of the package that a wheel has installed."""
