"""What holds for every page: it opens, in both languages, and the language goes along from page to page."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import open_app
from tests.support.server import ROOT

PAGES = sorted((ROOT / "pages").glob("*.py"))


def go_to(app: AppTest, page) -> AppTest:
    app.switch_page(str(page))
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_language_that_is_chosen_goes_along(page):
    app = open_app()
    app.button_group(key="lang").set_value("ko").run()
    title = go_to(app, page).header[0].value
    assert app.query_params["lang"] == "ko"
    assert title != go_to(open_app(), page).header[0].value
    assert app.button_group(key="lang").value == "ko"
    assert go_to(app, ROOT / "pages" / "step_through.py").query_params["lang"] == "ko"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_page_says_what_it_is_for_what_to_look_for_and_what_to_try(page, language):
    app = go_to(open_app(lang=language), page)
    assert len(app.header) == 1
    assert app.caption[0].value
    headings = [heading.value for heading in app.subheader]
    assert headings == {"en": ["What to look for", "Try this"], "ko": ["눈여겨볼 점", "직접 해 보기"]}[language]
