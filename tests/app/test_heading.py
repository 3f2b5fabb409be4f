"""What every page has: one heading, the way to the search, the way back to its start, and links to pages like it."""

import numpy as np
import pytest

from lstm_viz.app.pages import PLACES
from lstm_viz.app.related import SUBJECTS
from lstm_viz.engine.models import trained_pair
from lstm_viz.imports import load
from lstm_viz.tasks import memory_pair
from lstm_viz.training import recorded
from lstm_viz.training.settings import pair_settings
from tests.support.app import open_app, open_page
from tests.support.server import ROOT

pytestmark = pytest.mark.usefixtures("keras_here")

NAMES = sorted(PLACES)
SHARED = [(subject, name) for subject in SUBJECTS for name in subject.links]


def opened(name: str, **query: str):
    return open_app(**query) if name == "step_through" else open_page(name, **query)


def test_every_page_has_its_place():
    assert sorted(path.stem for path in (ROOT / "pages").glob("*.py")) == NAMES
    assert all(load(f"lstm_viz.lessons.{name}.ui.page").PAGE.name == name for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_search_and_the_start_are_one_click_away(name):
    app = opened(name, lang="ko")
    assert len(app.title) == 1
    assert app.main.get("page_link")[0].proto.page == "find"
    (script,) = [each.proto.body for each in app.get("html") if each.proto.unsafe_allow_javascript]
    assert 'document.documentElement.lang = "ko";' in script


@pytest.mark.parametrize(
    ("name", "query", "start"),
    [
        ("shapes", {"panel": "helper", "shape": "(5, 120, 2)"}, {"panel": "journey", "shape": "(30, 5)"}),
        ("step_through", {"panel": "gates", "unit": "2"}, {"lesson": "1"}),
    ],
)
def test_back_to_the_start_shows_the_page_as_an_address_without_settings_does(name, query, start):
    app = opened(name, **query)
    next(button for button in app.button if button.label == "Back to start").click().run()
    assert {setting: app.query_params[setting] for setting in start} == start


def test_a_subject_is_on_several_pages():
    assert [subject.title for subject in SUBJECTS if len(subject.links) < 2] == []


@pytest.mark.parametrize(("subject", "name"), SHARED, ids=lambda each: each if isinstance(each, str) else each.title)
def test_a_subjects_link_is_read_as_it_stands(subject, name):
    page = load(f"lstm_viz.lessons.{name}.ui.page").PAGE
    values, ignored = page.read(subject.links[name])
    assert ignored == []
    assert subject.links[name].items() <= page.settings.link(values).items()


def test_pages_that_share_a_subject_link_to_each_other():
    for subject, name in SHARED:
        shown = {each.proto.page or "step_through" for each in opened(name).main.get("page_link")}
        assert set(subject.links) - {name} <= shown


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if {"step_through", "memory_lab"} <= each.links.keys()])
def test_step_through_leads_to_its_own_network_in_the_memory_lab(subject):
    pages = {name: load(f"lstm_viz.lessons.{name}.ui.page").PAGE for name in ("step_through", "memory_lab")}
    looked_at, lab = (page.read(subject.links[name])[0] for name, page in pages.items())
    run = recorded(pair_settings("lstm", lab["units"]), memory_pair())
    assert (lab["seed"], lab["regime"]) == (run.settings.seed, run.settings.regime)
    np.testing.assert_array_equal(run.state.weights[0], trained_pair(looked_at["units"]).weights.kernel)
    assert lab["unit"] == looked_at["unit"]
