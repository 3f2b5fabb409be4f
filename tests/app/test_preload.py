"""The first page's HTML names the scripts that its elements need, and the server imports what it needs beforehand."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

from lstm_viz.app import preload
from tests.support.browser import wait_until_settled
from tests.support.source import ROOT


def test_no_script_of_the_first_page_is_asked_for_only_when_its_element_has_come(server, new_page):
    page = new_page()
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    answer = page.goto(f"{server}/?lesson=0")
    wait_until_settled(page)
    scripts = {path.rpartition("/")[2] for path in asked if path.startswith("/static/js/")}
    assert scripts > set(preload.scripts())
    assert {name for name in scripts if name not in answer.headers["link"] and name not in answer.text()} == set()


def test_only_pages_have_the_header(server, new_page):
    page = new_page()
    with page.expect_response("**/_stcore/health") as health, page.expect_response("**/static/js/*") as script:
        page.goto(f"{server}/shapes")
    assert "link" not in health.value.headers
    assert "link" not in script.value.headers


def test_charts_load_nothing_that_only_jupyterlab_brings(tmp_path):
    (tmp_path / "rfc3987_syntax.py").write_text("raise SystemExit('a second, for what no chart needs')")
    page = "lstm_viz.lessons.attention.ui.lesson"  # a page may be the first to import them, before the libraries are
    code = f"import sys; from lstm_viz.imports import load; load('{page}'); print('rfc3987_syntax' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert ran.stdout == "False\n"
