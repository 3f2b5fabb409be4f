"""What the README promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.support.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LINKED = [path for path in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in path]


@pytest.mark.slow
def test_the_notebook_snippets_run_as_they_stand_one_after_the_other(tmp_path):
    snippet = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    options = {"cwd": tmp_path, "env": os.environ | {"PYTHONPATH": str(ROOT)}, "timeout": 200}
    done = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stderr
    *_, layers, error, moved = done.stdout.strip().splitlines()
    assert "(2, 6, 4)" in done.stdout
    assert "bidirectional" in layers
    assert float(error) <= 1e-6
    assert float(moved) > 1e-3
    assert "<!doctype html>" in (tmp_path / "gates.html").read_text("utf-8")


@pytest.mark.parametrize("path", LINKED)
def test_every_file_it_links_is_there(path):
    assert (ROOT / path).is_file()


def test_every_make_target_it_names_exists():
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    assert named <= set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_path_in_where_to_change_what_exists():
    named = re.findall(r"`((?:lstm_viz|pages)/[\w/.]*)`", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
