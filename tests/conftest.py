"""Fixtures that several test files share."""

from __future__ import annotations

import functools
import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import local_script_runner

from tests.support.browser import ARGUMENTS, Contexts, NewPage, killed_if_it_hangs, open_page
from tests.support.page_fixtures import (  # noqa: F401
    fresh,
    imdb_filled,
    imdb_missing,
    imdb_worker,
    keras_here,
    no_worker,
    pretends,
    returns_worker,
)
from tests.support.server import run_server
from tools.browser import find

# As in the worker: TensorFlow's threads wait for each other longer than they compute, and the tests run side by side.
os.environ.update(dict.fromkeys(("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"))
# Altair loads jsonschema, and that loads this package where JupyterLab has brought it: 1.5 s to check addresses.
sys.modules.setdefault("rfc3987_syntax", None)

# A shared machine may pause for longer than hypothesis allows one example to take.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that need a browser or a server."""
    for item in items:
        if {"browser", "server"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish() -> None:
    """Spares the garbage collector what has been imported: with Keras, half a million objects in each full walk."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def keras_is_not_in_the_server() -> Iterator[None]:
    """After each run of a page Streamlit clears Keras's session where Keras is loaded: here it is, by other tests.

    That takes 0.2 s a run, and is nothing that the server does: `test_architecture` holds that it never loads Keras.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(script_runner, "_clean_problem_modules", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def installed_components_are_looked_for_once() -> Iterator[None]:
    """A server looks through all installed packages once; AppTest does so for every app, which takes 0.1 s."""
    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_end_of_a_run_is_waited_for() -> Iterator[None]:
    """AppTest looks each millisecond whether the page is drawn, through all that was sent so far."""
    look = local_script_runner.require_widgets_deltas

    def wait(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
        runner._script_thread.join(timeout)
        look(runner, 0 if runner._script_thread.is_alive() else timeout)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", wait)
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The base URL of a server shared by the tests of this run."""
    with run_server() as running:
        yield running.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one these tests are skipped, unless LSTM_VIZ_REQUIRE_BROWSER is set, as in CI."""
    executable = find()
    if not executable:
        missing = pytest.fail if os.environ.get("LSTM_VIZ_REQUIRE_BROWSER") else pytest.skip
        missing("No Chromium found: python -m tools.browser says what to do.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        with killed_if_it_hangs(chromium):
            chromium.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """The contexts that the tests of this run use one after the other."""
    return Contexts(browser)


@pytest.fixture
def new_page(contexts: Contexts) -> Iterator[NewPage]:
    """Opens a page in a context of its own: `new_page(width=390, height=844, locale="ko-KR", color_scheme="dark")`.

    Closes all of them in the end, and fails the test if the browser's console has an error of the app's own.
    """
    pages: list[Page] = []
    console_errors: list[str] = []

    def new(**options) -> Page:
        pages.append(open_page(contexts, console_errors, **options))
        return pages[-1]

    yield new
    for page in pages:
        contexts.give_back(page.context)
    assert console_errors == []


@pytest.fixture(scope="session")
def kept() -> dict[tuple, tuple[Page, list[str]]]:
    """The pages that tests share, by their options, each with the errors in its console."""
    return {}


@pytest.fixture
def kept_page(request: pytest.FixtureRequest, contexts: Contexts, kept: dict) -> Iterator[NewPage]:
    """Like `new_page`, but gives tests with the same options the same page, in which the app may be open already.

    So `visit` need not load Streamlit again. After a test that failed the next one gets another page. Nothing fades or
    slides on these pages, which would take a fifth of the processor's time.
    """
    used = set()

    def keep(**options) -> Page:
        key = tuple(sorted(options.items()))
        if key not in kept:
            errors: list[str] = []
            kept[key] = open_page(contexts, errors, reduced_motion="reduce", **options), errors
        used.add(key)
        return kept[key][0]

    failed = request.session.testsfailed
    yield keep
    console_errors = [error for key in used for error in kept[key][1]]
    if console_errors or request.session.testsfailed > failed:
        for key in used:
            contexts.give_back(kept.pop(key)[0].context)
    assert console_errors == []


@pytest.fixture
def page(kept_page: NewPage) -> Page:
    """A desktop page, 1400 × 900, English, light, which tests share."""
    return kept_page()


@pytest.fixture
def other_page(kept_page: NewPage) -> Page:
    """Such a page of somebody else, who goes on in the app, too: a link that is sent to them is no new visit."""
    return kept_page(locale="en-US")
