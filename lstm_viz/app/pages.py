"""The pages of the app, in the order of the navigation, and links to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lstm_viz.app.home import HOME
from lstm_viz.app.language import _, language
from lstm_viz.i18n import N_

NAME = "LSTM Explorer"
ICON, LOGO = (Path(__file__).parents[1].joinpath(file).read_text("utf-8") for file in ("icon.svg", "name.svg"))
"""The icon of the app and its name, as SVG."""


@dataclass(frozen=True)
class Place:
    """A page in the navigation. Its title is English, marked for the catalogue with `N_`."""

    title: str
    icon: str


FIRST = "step_through"
SECTIONS: dict[str, dict[str, Place]] = {
    N_("Inside an LSTM"): {
        FIRST: Place(N_("Step through"), ":material/play_circle:"),
        "memory_lab": Place(N_("Memory lab"), ":material/science:"),
        "gradient_flow": Place(N_("Gradient flow"), ":material/trending_down:"),
        "text": Place(N_("Text"), ":material/notes:"),
    },
    N_("In Keras"): {
        "shapes": Place(N_("Shapes"), ":material/view_in_ar:"),
        "what_it_returns": Place(N_("What it returns"), ":material/output:"),
        "stateful": Place(N_("Stateful"), ":material/history:"),
        "patterns": Place(N_("Patterns"), ":material/account_tree:"),
        "attention": Place(N_("Attention"), ":material/center_focus_strong:"),
        "fix_my_code": Place(N_("Fix my code"), ":material/build:"),
    },
    N_("With your data"): {
        "time_series": Place(N_("Time series"), ":material/timeline:"),
        "your_model": Place(N_("Your model"), ":material/upload_file:"),
    },
}
"""Title of a section → its pages by name, which is that of the script in the folder pages/."""
FIND = {"find": Place(N_("Find"), ":material/search:")}
"""The page that is not in the navigation: every page has a link to it beside its heading."""
NAVIGATION = "navigation"
"""The key under which a session keeps its language and the pages of the navigation."""
PLACES = {name: place for places in (*SECTIONS.values(), FIND) for name, place in places.items()}


def script(name: str) -> Path:
    """The script of a page."""
    return HOME / "pages" / f"{name}.py"


def link_to(name: str, link: Mapping[str, str] | None = None) -> None:
    """Draws a link to a page. It opens in the same session, and "Back" leads back.

    Args:
        name: The name of the page.
        link: The settings that the link names.
    """
    st.page_link(_registered()[name], query_params=_query(link))


def open_page(name: str, link: Mapping[str, str]) -> None:
    """Ends the run, and opens another page, as its link would; see `link_to`."""
    st.switch_page(_registered()[name], query_params=_query(link))


def _query(link: Mapping[str, str] | None) -> dict[str, str]:
    return {**(link or {}), "lang": language()}


def navigation() -> dict[str, list[st.Page]]:
    """The pages as `st.navigation` takes them, in the session's language."""
    pages = _registered()
    shown = {_(section): [pages[name] for name in places] for section, places in SECTIONS.items()}
    return {**shown, "": [pages[name] for name in FIND]}


def _registered() -> dict[str, st.Page]:
    # Making them takes a tenth of a run. Two sessions cannot share one: Streamlit marks a page as the one to run.
    if NAVIGATION not in st.session_state or st.session_state[NAVIGATION][0] != language():
        st.session_state[NAVIGATION] = language(), {name: _page(name, place) for name, place in PLACES.items()}
    return st.session_state[NAVIGATION][1]


def _page(name: str, place: Place) -> st.Page:
    visibility = "hidden" if name in FIND else "visible"
    return st.Page(script(name), title=_(place.title), icon=place.icon, default=name == FIRST, visibility=visibility)
