"""The viewer in real notebooks, JupyterLab and marimo, in a real Chromium. `.ci/run` installs both."""

from __future__ import annotations

import contextlib
import copy
import json
import os
import subprocess
import sys
import textwrap

import pytest
from playwright.sync_api import expect

from tests.support.server import end, free_port
from tests.support.source import ROOT
from tests.support.viewer import Viewer

pytestmark = [pytest.mark.slow, pytest.mark.browser]
MAKE = """import numpy as np
from lstm_viz import show, trace_layer
from lstm_viz.engine.models import trained_pair

weights, symbols = trained_pair(8).weights, np.eye(5, dtype="float32")
traces = {name: trace_layer(weights, symbols[[first, 0, 1, 2]][None]) for name, first in (("A", 3), ("B", 4))}
widget = show(traces, tokens={"A": "3012", "B": "4012"})
"""
PLACE = "print('the place', widget.time, widget.unit, widget.sequence)"
PATIENCE = 90_000


@contextlib.contextmanager
def serving(folder, *command):
    """Runs the server of a notebook in a folder; gives its address."""
    port = free_port()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(folder)}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, f"--port={port}"],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        end(process)


def open_when_served(page, address):
    """Opens an address as soon as somebody answers there."""
    for _ in range(120):
        with contextlib.suppress(Exception):
            return page.goto(address)
        page.wait_for_timeout(500)
    pytest.fail(f"nothing answers at {address}")


@pytest.fixture
def notebook_page(browser):
    """A page whose console may have the notebook's own errors."""
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        yield context.new_page()


def cell(source, number):
    own = {"cell_type": "code", "id": f"cell{number}", "source": source}
    return own | {"metadata": {}, "outputs": [], "execution_count": None}


def run_cell(page):
    """Runs the selected cell in JupyterLab."""
    page.evaluate("jupyterapp.commands.execute('notebook:run-cell')")


def test_in_jupyterlab_reader_and_notebook_move_the_same_place(notebook_page, tmp_path):
    pytest.importorskip("jupyterlab")
    cells = [cell(source, at) for at, source in enumerate((f"{MAKE}widget", PLACE, "widget.time = 1"))]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": cells, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "viewer.ipynb").write_text(json.dumps(notebook))
    options = ("--no-browser", "--allow-root", "--IdentityProvider.token=", "--ServerApp.password=")
    options += ("--LabApp.expose_app_in_browser=True",)
    with serving(tmp_path, "jupyterlab", *options) as address:
        page = notebook_page
        open_when_served(page, f"{address}/lab/tree/viewer.ipynb")
        page.locator(".jp-Notebook .cm-content").first.click(timeout=PATIENCE)
        # Without a kernel the command would never end.
        expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first).to_be_attached(timeout=PATIENCE)
        viewer = Viewer(page)
        run_cell(page)
        # One cell after another: when all ran at once on a busy machine, JupyterLab once missed what the last one set.
        viewer.expect_heading("Unit 1 at step 1", seconds=90)
        page.locator(".jp-CodeCell").nth(2).locator(".cm-content").click()
        run_cell(page)
        viewer.expect_heading("Unit 1 at step 2", seconds=90)
        viewer.root.focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowDown")
        viewer.expect_heading("Unit 2 at step 4")
        asks = page.locator(".jp-CodeCell").nth(1)
        asks.locator(".cm-content").click()
        told = asks.get_by_text("the place 3 1 A")
        for _ in range(20):  # the viewer tells the notebook where the reader is when they have rested there
            run_cell(page)
            if told.is_visible():
                break
        expect(told).to_be_visible()
        assert page.url.endswith("viewer.ipynb")


def test_in_marimo_it_steps_and_plays(notebook_page, tmp_path):
    pytest.importorskip("marimo")
    cell_of_it = textwrap.indent(f"{MAKE}widget", "    ")
    (tmp_path / "viewer.py").write_text(f"import marimo\n\napp = marimo.App()\n\n@app.cell\ndef _():\n{cell_of_it}\n")
    with serving(tmp_path, "marimo", "run", "viewer.py", "--headless", "--no-token") as address:
        page = notebook_page
        open_when_served(page, address)
        viewer = Viewer(page)
        viewer.expect_heading("Unit 1 at step 1", seconds=90)
        expect(viewer.root).to_have_attribute("data-mode", "light")
        page.get_by_role("button", name="Play").click()
        viewer.expect_heading("Unit 1 at step 4", seconds=20)
        page.get_by_role("button", name="A − B").click()
        expect(viewer.root.get_by_text("A − B").first).to_be_visible()


def printed(notebook):
    """What each code cell has printed."""
    outputs = [each.outputs for each in notebook.cells if each.cell_type == "code"]
    return ["".join(out.text for out in each if out.get("name") == "stdout") for each in outputs]


def test_the_notebook_of_the_docs_prints_what_it_says(tmp_path, monkeypatch):
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    saved = nbformat.read(ROOT / "docs" / "notebook.ipynb", as_version=4)
    run = nbclient.NotebookClient(copy.deepcopy(saved), timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    assert printed(run.execute()) == printed(saved)
    assert "1.26 and -1.51" in printed(saved)[0]
