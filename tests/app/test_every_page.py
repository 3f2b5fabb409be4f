"""What holds for every page: it opens, in both languages, and the language goes along from page to page."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import open_app
from tests.support.server import ROOT

PAGES = sorted((ROOT / "pages").glob("*.py"))


def go_to(app: AppTest, page) -> AppTest:
    app.query_params.clear()  # as the browser does it
    app.switch_page(str(page))
    app.run()
    assert not app.exception
    return app


HEADINGS = {"en": ["What to look for"], "ko": ["눈여겨볼 점"]}

pytestmark = pytest.mark.usefixtures("keras_here")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_says_what_it_is_for_in_the_language_that_was_chosen_before(page):
    app = go_to(open_app(), page)
    english = app.title[0].value
    assert [heading.value for heading in app.header] == HEADINGS["en"]
    app.button_group(key="lang").set_value("ko").run()
    assert app.query_params["lang"] == "ko"
    assert [heading.value for heading in app.header] == HEADINGS["ko"]
    assert len(app.title) == 1
    assert app.title[0].value != english
    assert app.caption[0].value
    # The language goes along to another page, which is another widget to Streamlit.
    other = go_to(app, PAGES[PAGES.index(page) - 1])
    assert other.button_group(key="lang").value == "ko"
    assert other.query_params["lang"] == "ko"
