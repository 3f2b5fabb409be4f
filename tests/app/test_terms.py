"""The terms of a page open their sentence in the glossary."""

import pytest

from lstm_viz.app.pages import PLACES
from lstm_viz.app.terms import USED
from lstm_viz.glossary import TERMS
from tests.support.app import open_page, words


def test_every_page_but_the_search_has_terms_of_the_glossary():
    assert set(USED) == set(PLACES) - {"find"}
    assert {name for names in USED.values() for name in names} <= set(TERMS)
    hard = {"candidate", "nat", "spectral_norm", "ledger", "mase"}
    assert hard <= {name for names in USED.values() for name in names}, "terms that a newcomer does not know"


@pytest.mark.usefixtures("keras_here")
def test_a_term_opens_its_sentence():
    app = open_page("gradient_flow")
    meaning = TERMS["spectral_norm"].meaning
    assert meaning not in words(app)
    app.pills(key="flow_term").set_value("spectral_norm").run()
    assert meaning in words(app)
