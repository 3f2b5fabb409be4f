"""The list of pages and their router."""

from pathlib import Path

import streamlit as st

from lstm_viz.imports import load, load_libraries

HERE = Path(__file__).resolve().parent
PAGES = HERE.parent / "pages"
FIRST = "step_through"

st.set_page_config(page_title="LSTM Explorer", page_icon=str(HERE / "icon.svg"), layout="wide")
gettext = load("lstm_viz.app.language").translator()
page = st.navigation(
    [
        st.Page(PAGES / "step_through.py", title=gettext("Step through"), icon=":material/play_circle:", default=True),
        st.Page(PAGES / "memory_lab.py", title=gettext("Memory lab"), icon=":material/science:"),
        st.Page(PAGES / "gradient_flow.py", title=gettext("Gradient flow"), icon=":material/trending_down:"),
        st.Page(PAGES / "shapes.py", title=gettext("Shapes"), icon=":material/view_in_ar:"),
        st.Page(PAGES / "what_it_returns.py", title=gettext("What it returns"), icon=":material/output:"),
        st.Page(PAGES / "stateful.py", title=gettext("Stateful"), icon=":material/history:"),
        st.Page(PAGES / "patterns.py", title=gettext("Patterns"), icon=":material/account_tree:"),
        st.Page(PAGES / "time_series.py", title=gettext("Time series"), icon=":material/timeline:"),
        st.Page(PAGES / "text.py", title=gettext("Text"), icon=":material/notes:"),
    ],
    position="top",
)
load(f"lstm_viz.lessons.{page.url_path or FIRST}.ui.lesson")
if page.url_path:  # the first page draws tables and charts only in panels that are not open at first
    load_libraries()
page.run()
