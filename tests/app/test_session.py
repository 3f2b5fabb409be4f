"""A link is taken once, and whole, also by a run that is cut short."""

import time

from streamlit.testing.v1 import AppTest

from lstm_viz.app import session


def page() -> None:
    import streamlit as st

    from lstm_viz.app.page import Page
    from lstm_viz.app.session import adopt_link, write_link
    from lstm_viz.links import Text, Whole
    from lstm_viz.settings import Setting, Settings

    st.session_state["lang"] = "en"
    some = Page(Settings({"text": Setting(Text("first")), "step": Setting(Whole(1, 9, 1))}), "some_")
    adopt_link(some)
    some.draw("text", label="Text")
    if st.session_state.get("cut_short"):
        st.stop()
    write_link(some)


def open_page(**query: str) -> AppTest:
    app = AppTest.from_function(page)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def shown(app: AppTest) -> tuple[str, int]:
    return app.text_input[0].value, app.session_state["some_step"]


def go_back_in_a_run_that_is_cut_short(app: AppTest) -> AppTest:
    app.query_params["text"], app.query_params["step"] = "second", "2"
    app.session_state["cut_short"] = True
    app.run()
    app.session_state["cut_short"] = False
    return app


def test_a_link_is_taken_when_the_page_opens_and_when_it_changes():
    app = open_page(text="third", step="3")
    assert shown(app) == ("third", 3)
    app.query_params["text"] = "fourth"
    assert shown(app.run()) == ("fourth", 3)


def test_a_run_that_was_cut_short_is_taken_up_by_the_next():
    app = go_back_in_a_run_that_is_cut_short(open_page())
    app.text_input[0].set_value("first").run()  # the browser still has what was there before
    assert shown(app) == ("second", 2)
    assert app.query_params["text"] == "second"


def test_a_message_from_before_going_back_that_comes_after_it_undoes_nothing(monkeypatch):
    app = open_page()
    app.query_params["text"], app.query_params["step"] = "second", "2"
    app.run()
    app.text_input[0].set_value("first").run()  # sent before the browser had drawn "second"
    assert shown(app) == ("second", 2)
    later = time.monotonic() + 2 * session.LATE_SECONDS
    monkeypatch.setattr(session.time, "monotonic", lambda: later)
    app.text_input[0].set_value("first").run()
    assert shown(app) == ("first", 2)


def test_what_a_link_opened_can_be_changed_at_once():
    app = open_page(text="third")
    app.text_input[0].set_value("first").run()
    assert shown(app) == ("first", 1)


def test_what_is_typed_meanwhile_stays():
    app = go_back_in_a_run_that_is_cut_short(open_page())
    app.text_input[0].set_value("typed").run()
    assert shown(app) == ("typed", 2)
    assert app.query_params["text"] == "typed"
