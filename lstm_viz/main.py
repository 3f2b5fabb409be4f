"""The router: it draws the navigation and runs the page that is open."""

import streamlit as st

from lstm_viz.imports import load, load_libraries

pages = load("lstm_viz.app.pages")
# Before the navigation: Streamlit would fetch a page's icon from a font server for the browser's tab.
st.set_page_config(page_icon=pages.ICON, layout="wide")
page = st.navigation(pages.navigation(), position="top")
st.set_page_config(page_title=f"{page.title} · {pages.NAME}")
st.logo(pages.LOGO, size="large")
load(f"lstm_viz.lessons.{page.url_path or pages.FIRST}.ui.lesson")
if page.url_path:  # the first page draws tables and charts only in panels that are not open at first
    load_libraries()
page.run()
