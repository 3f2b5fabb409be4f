"""What a host or a newcomer's first command depends on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.support.source import ROOT, app_files, imports
from tools import browser

# Pillow comes with Streamlit, which imports it first.
IMPORT_NAMES = {"google": "protobuf", "vl_convert": "vl-convert-python", "PIL": "streamlit"}

# Each is imported when it is needed, and named if it is not installed.
EXTRAS = {"xarray", "anywidget", "traitlets", "duckdb", "distributed"}


def requirements() -> list[Requirement]:
    return [Requirement(line) for line in (ROOT / "requirements.txt").read_text().splitlines()]


def test_everything_the_app_imports_is_pinned():
    modules = {name.split(".")[0] for path in app_files() for name in imports(path)} - sys.stdlib_module_names
    needed = {IMPORT_NAMES.get(name, name) for name in modules - {"", "lstm_viz", "pages"} - EXTRAS}
    assert needed - {requirement.name for requirement in requirements()} == set()


def test_every_pin_is_exact():
    assert [str(one) for one in requirements() if not re.fullmatch(r"==[\w.]+", str(one.specifier))] == []


@pytest.mark.parametrize(
    ("platform", "machine", "expected"),
    [
        ("linux", "x86_64", "tensorflow-cpu"),
        ("linux", "aarch64", "tensorflow"),
        ("darwin", "arm64", "tensorflow"),
        ("win32", "AMD64", "tensorflow"),
    ],
)
def test_one_tensorflow_is_installed_on_each_platform(platform, machine, expected):
    environment = {"sys_platform": platform, "platform_machine": machine}
    tensorflows = [one for one in requirements() if one.name.startswith("tensorflow")]
    assert [one.name for one in tensorflows if one.marker.evaluate(environment)] == [expected]


def test_a_host_finds_no_other_dependency_file():
    others = ("uv.lock", "Pipfile", "environment.yml", "environment.yaml", "poetry.lock", "setup.py")
    assert [name for name in others if (ROOT / name).exists()] == []


def options() -> dict[str, object]:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    return {f"{section}.{key}": value for section, keys in config.items() for key, value in keys.items()}


def test_the_server_is_configured_for_a_class():
    expected = {
        "runner.postScriptGC": False,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 20,
        "server.maxMessageSize": 50,
        "client.showErrorDetails": "none",
        "browser.gatherUsageStats": False,
    }
    assert {key: options().get(key) for key in expected} == expected


def test_this_streamlit_knows_every_option():
    from streamlit import config

    known = set(config.get_config_options())
    sections = {key: value for key, value in options().items() if isinstance(value, dict)}
    nested = {f"{section}.{key}" for section, keys in sections.items() for key in keys}
    assert (set(options()) - set(sections) | nested) - known == set()


@pytest.fixture
def finished_setup(tmp_path):
    """A checkout in which every stamp of a finished installation is newer than what it depends on."""
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for seconds, name in enumerate(("bin/pip", ".app", ".dev", ".browser"), start=2):
        (tmp_path / ".venv" / name).touch()
        os.utime(tmp_path / ".venv" / name, (seconds, seconds))
    return tmp_path


def planned(folder, target: str) -> str:
    """What make would run."""
    return subprocess.run(["make", "-n", target], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("target", ["run", "test", "lint"])
def test_a_second_make_installs_nothing(finished_setup, target):
    commands = planned(finished_setup, target)
    assert ".venv/bin/" in commands
    assert "pip" not in commands


def test_make_run_needs_no_test_dependencies(finished_setup):
    (finished_setup / ".venv" / ".dev").unlink()
    assert "pip" not in planned(finished_setup, "run")


@pytest.mark.parametrize(("changed", "target"), [("requirements.txt", "run"), ("requirements-dev.txt", "test")])
def test_changed_requirements_are_installed(finished_setup, changed, target):
    (finished_setup / changed).touch()
    assert f"-r {changed}" in planned(finished_setup, target)


def test_a_browser_that_cannot_start_is_passed_over(tmp_path, monkeypatch):
    placeholder = tmp_path / "chromium"
    placeholder.write_text("#!/bin/sh\necho 'install the snap' >&2\nexit 1\n")
    placeholder.chmod(0o755)
    assert not browser.starts(placeholder)
    assert not browser.starts(tmp_path / "absent")
    monkeypatch.setenv("LSTM_VIZ_CHROMIUM", str(placeholder))
    assert browser.find() is None


def test_without_a_browser_it_says_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "install_playwrights", lambda: None)
    monkeypatch.setattr(browser, "install_distributions", lambda: None)
    assert browser.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err
