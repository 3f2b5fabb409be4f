"""Imports what the first page needs. `app.py` imports this module before the server answers."""

# Streamlit imports these with the icon of the page, with the first label, and with the first script that it runs.
import PIL.ImageFile  # noqa: F401
import streamlit.emojis
import streamlit.material_icon_names
import streamlit.runtime.scriptrunner.magic_funcs  # noqa: F401

import lstm_viz.lessons.step_through.ui.lesson  # noqa: F401
