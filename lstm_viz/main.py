"""The router: it draws the navigation and runs the page that is open."""

from pathlib import Path

import streamlit as st

from lstm_viz.imports import load, load_libraries

HERE = Path(__file__).resolve().parent
NAME = "LSTM Explorer"

pages = load("lstm_viz.app.pages")
page = st.navigation(pages.navigation(), position="top")
st.set_page_config(page_title=f"{page.title} · {NAME}", page_icon=str(HERE / "icon.svg"), layout="wide")
st.logo(str(HERE / "name.svg"), size="large")
load(f"lstm_viz.lessons.{page.url_path or pages.FIRST}.ui.lesson")
if page.url_path:  # the first page draws tables and charts only in panels that are not open at first
    load_libraries()
page.run()
