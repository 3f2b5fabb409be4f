"""The package as people install it: what is in it, what it needs, and that the command serves the app."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import venv
import zipfile

import pytest
from packaging.requirements import Requirement

import lstm_viz
from tests.support.server import free_port, is_healthy
from tests.support.source import ROOT
from tests.worker.support import wait_for

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LIBRARY = """
import json, sys
import numpy as np
import lstm_viz
from lstm_viz.engine.models import trained_pair

trace = lstm_viz.trace_layer(trained_pair(8).weights, np.eye(5, dtype="float32")[[3, 0, 1, 2]][None])
path = lstm_viz.save_html(trace, sys.argv[1])
korean = "유닛 8개" in path.read_text("utf-8")
print(json.dumps([lstm_viz.__file__, float(trace.cell[0, -1, 3]), korean, len(lstm_viz.check_up(trace))]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", f"--outdir={folder}", str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """An environment that has the wheel and what it says it needs; the path of its Python."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", f"--python={python}", "--disable-pip-version-check", "install", "-q"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return python


def test_what_the_package_asks_for_is_what_hosts_install():
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    extras = PROJECT["optional-dependencies"]
    asked = {line for name in ("app", "keras", "models") for line in extras[name]}
    pinned = {str(Requirement(line)) for line in lines}
    own = {str(Requirement(line)).partition("==")[0]: Requirement(line) for line in lines}
    assert {str(Requirement(line)) for line in asked} == {
        line for line in pinned if Requirement(line).name not in ("numpy", "babel")
    }
    for library in map(Requirement, PROJECT["dependencies"]):
        assert library.specifier.contains(str(own[library.name].specifier).removeprefix("=="))


def test_the_wheel_has_the_app_and_nothing_of_ours_that_it_does_not_need(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.stat().st_size < 4_000_000
    assert {name.split("/")[0] for name in names} == {"lstm_viz", f"lstm_viz-{lstm_viz.__version__}.dist-info"}
    served = {name.removeprefix("lstm_viz/streamlit_app/") for name in names if "streamlit_app" in name}
    pages = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert served == {"app.py", ".streamlit/config.toml"} | pages
    inside = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lstm_viz").rglob("*") if path.is_file()}
    assert {name for name in inside if "__pycache__" not in name} <= set(names)
    assert not [name for name in names if re.search(r"test|__pycache__", name)]


@pytest.mark.slow
def test_the_library_works_with_nothing_else(environment, tmp_path):
    done = subprocess.run(
        [environment, "-c", LIBRARY, str(tmp_path / "page.html")], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    file, cell, speaks_korean, checks = json.loads(done.stdout)
    assert str(environment.parents[1]) in file
    assert speaks_korean
    assert cell == pytest.approx(1.26, abs=0.005)
    assert checks > 10


def add_what_the_extras_install(environment):
    """It is here already, and would take minutes."""
    packages = next(environment.parents[1].glob("lib/*/site-packages"))
    (packages / "here.pth").write_text(sysconfig.get_paths()["purelib"])


@pytest.mark.slow
def test_the_command_says_what_it_needs_and_serves_the_app(environment, tmp_path):
    command, port = environment.with_name("lstm-viz"), free_port()
    alone = subprocess.run([command], cwd=tmp_path, capture_output=True, text=True)
    assert (alone.returncode, alone.stderr) == (1, 'The app needs more than the library: pip install "lstm-viz[all]"\n')
    add_what_the_extras_install(environment)
    server = subprocess.Popen([command, f"--port={port}", "--no-open"], cwd=tmp_path, stderr=subprocess.STDOUT)
    try:
        assert wait_for(lambda: is_healthy(f"http://127.0.0.1:{port}"), seconds=60)
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/stateful", timeout=10).status == 200
    finally:
        server.terminate()
        assert server.wait(timeout=20) in (0, -15)


@pytest.mark.slow
def test_the_notebook_example_runs_with_the_wheel(environment, tmp_path):
    add_what_the_extras_install(environment)
    cells = json.loads((ROOT / "docs" / "notebook.ipynb").read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    script = "\n".join([*code, "import lstm_viz", "print(lstm_viz.__file__)"])
    done = subprocess.run([environment, "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert str(environment.parents[1]) in done.stdout.splitlines()[-1]
