"""A thing has one ceiling on all pages, unless a page has a reason for another."""

from importlib import import_module

import pytest

from lstm_viz import ceilings
from lstm_viz.links import Whole
from lstm_viz.settings import Settings

MODULES = {"memory_lab": "view"}  # the other pages declare their settings in `settings`
PAGES = (
    "step_through",
    "memory_lab",
    "gradient_flow",
    "shapes",
    "what_it_returns",
    "stateful",
    "patterns",
    "attention",
    "time_series",
    "text",
)
CEILINGS = {
    "seed": {ceilings.MAX_SEED},
    "tanks": {ceilings.MAX_SAMPLES},
    "units": {ceilings.MAX_UNITS, ceilings.MAX_PRINTED_UNITS},
    "outputs": {ceilings.MAX_DENSE_UNITS},
    "dense_units": {ceilings.MAX_DENSE_UNITS},
    "known": {ceilings.MAX_PRINTED_STEPS},
    "continued": {ceilings.MAX_PRINTED_STEPS},
}
# Each has its reason where it is declared.
REASONS = {("stateful", "units"): 8, ("shapes", "units"): 8}


def settings_of(page: str) -> Settings:
    return import_module(f"lstm_viz.lessons.{page}.{MODULES.get(page, 'settings')}").SETTINGS


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_ceilings_of_all_pages(page):
    declared = {name: each.field.high for name, each in settings_of(page).items() if isinstance(each.field, Whole)}
    other = {
        (page, name): high
        for name, high in declared.items()
        if name in CEILINGS and high not in CEILINGS[name] and REASONS.get((page, name)) != high
    }
    assert other == {}


def test_the_two_pages_about_tanks_have_as_many():
    assert {settings_of(page)["tanks"].field.high for page in ("shapes", "stateful")} == {10}
