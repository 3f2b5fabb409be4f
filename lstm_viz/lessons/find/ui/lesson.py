"""The page Find: what is typed, and what answers it."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints
from lstm_viz.app.language import _, language
from lstm_viz.app.lesson import Lesson
from lstm_viz.app.pages import PLACES, link_to
from lstm_viz.i18n import N_
from lstm_viz.keras_errors import explain
from lstm_viz.lessons.find.index import ANSWERS, LONGEST_QUERY, NEAR, NEAR_PAGE, Entry
from lstm_viz.lessons.find.questions import PAGES, QUESTIONS
from lstm_viz.lessons.find.ui.entries import index, page_entry, whole_link
from lstm_viz.lessons.find.ui.page import PAGE

MOST_RESULTS = 8
MOST_NEAR = 3

HINTS: Hints[str] = Hints(
    look=(
        N_(
            "**Ask as you would ask a person.** An answer is one sentence, and the link below it opens the "
            "page that shows it."
        ),
        N_("**Paste an error message** as it is: its first line is enough."),
    ),
    tries=(
        (N_("expected ndim=3, found ndim=2"), {"q": "expected ndim=3, found ndim=2"}),
        (N_("number of parameters"), {"q": "number of parameters"}),
        (N_("forecast shifted by one step"), {"q": "forecast shifted by one step"}),
        (N_("online prediction"), {"q": "online prediction"}),
    ),
)


def _choose() -> str:
    text: str = PAGE.draw("q", max_chars=LONGEST_QUERY)
    return text.strip()


def _show(query: str) -> None:
    if query:
        _show_results(query)
    else:
        _show_questions()
    session.write_link(PAGE)


def _show_results(query: str) -> None:
    if explain(query):
        _lead_to_explanation(query)
    found = index(language()).search(query)
    results = [entry for entry, share in found if share >= ANSWERS][:MOST_RESULTS]
    for entry in results:
        _show_entry(entry)
    least = {} if results else {"page": NEAR_PAGE}
    near = [entry for entry, share in found if share >= least.get(entry.kind, NEAR) and entry not in results]
    near = near[: max(0, MOST_NEAR - len(results))]
    if near:
        st.markdown(_("Close to it:") if results else _("Nothing here answers this. The closest entries are:"))
    elif not results:
        st.markdown(_("Nothing here answers this, and no page is close to it. These are all the pages:"))
        near = list(map(page_entry, PAGES))
    for entry in near:
        _show_entry(entry)


def _lead_to_explanation(query: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_("**This error is known.** What it means, and what to change:"), width="content")
        link_to("fix_my_code", {"example": "own", "text": query, "kind": "error"})


def _show_entry(entry: Entry) -> None:
    """Draws what was found: what it is, its answer or meaning, and the link to the state that shows it."""
    with st.container(gap=None):
        # The link's own label would not wrap on a phone.
        st.markdown(f"**{_(entry.title)}**")
        if entry.text:
            st.markdown(_(entry.text))
        if entry.page:
            link_to(entry.page, whole_link(entry))


def _show_questions() -> None:
    """Draws the questions about one page. Each is a search for itself."""
    page = PAGE.draw("page", titles={name: _(PLACES[name].title) for name in PAGES}, required=True)
    with st.container(gap="xxsmall"):
        for number, entry in enumerate(each for each in QUESTIONS if each.page == page):
            title = _(entry.title)
            key, args = PAGE.key(f"ask_{number}"), (PAGE, {"q": title})
            st.button(title, key=key, type="tertiary", on_click=session.open_link, args=args)


LESSON = Lesson(
    PAGE,
    title=N_("Find"),
    purpose=N_("Ask a question, and open the state of the app that answers it."),
    choose=_choose,
    show=_show,
    hints=HINTS,
)
