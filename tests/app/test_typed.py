"""What is typed wrong on a page leaves what was there."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from lstm_viz.app.messages import show_problem
    from lstm_viz.app.page import Page
    from lstm_viz.app.typed import last_valid
    from lstm_viz.data import parse_symbols
    from lstm_viz.links import Text
    from lstm_viz.settings import Setting, Settings

    page = Page(Settings({"word": Setting(Text("0,9"), "Word")}), "some_")
    page.draw("word")
    # Of each first symbol there is a value of its own.
    name = f"word_{page.get('word')[:1]}"
    value, problem = last_valid(page, name, lambda: parse_symbols(page.get("word")), (4,))
    st.text(f"value {tuple(map(int, value))}")
    show_problem(problem)


def said(app: AppTest) -> list[str]:
    return [each.value for each in app.text]


def test_what_was_right_last_stays_and_before_that_the_fallback():
    app = AppTest.from_function(page).run()
    app.text_input[0].set_value("0,9").run()
    value, problem = said(app)
    assert value == "value (4,)"
    assert "“9” at position 2" in problem
    assert said(app.text_input[0].set_value("0,1").run()) == ["value (0, 1)"]
    assert said(app.text_input[0].set_value("0,x").run())[0] == "value (0, 1)"


def test_what_cannot_stand_for_it_does_not():
    app = AppTest.from_function(page).run()
    app.text_input[0].set_value("0,1").run()
    app.text_input[0].set_value("1,x").run()
    assert said(app)[0] == "value (4,)"
