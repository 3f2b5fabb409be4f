"""The list of pages and their router."""

from pathlib import Path

import streamlit as st

from lstm_viz.app.language import translator

HERE = Path(__file__).resolve().parent
PAGES = HERE.parent / "pages"

st.set_page_config(page_title="LSTM Explorer", page_icon=str(HERE / "icon.svg"), layout="wide")
gettext = translator()
st.navigation(
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
).run()
