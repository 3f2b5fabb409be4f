"""What may import what, and the few rules of style that a machine can hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import source

DRAWS = {"app.py", "pages", "lstm_viz/main.py", "lstm_viz/app", "lstm_viz/viewer", "lstm_viz/drawings/component.py"}
RUNS_KERAS = ("lstm_viz/keras_", "lstm_viz/training", "lstm_viz/worker")
# A module imports from its own layer and from those before it. What is named nowhere is of the second:
# engines, explanations, models, charts, all that a notebook needs.
LAYERS = (
    {"activations", "cell", "data", "export", "i18n", "tasks", "trace", "weights"},
    set(),
    {"worker"},
    {"ui", "viewer"},
    {"main"},
)
CHARTS_KNOW = {"cell", "charts", "explain", "i18n", "trace"}
PYTHON = [Path("app.py"), *source.files(".py")]


def is_within(path: Path, places: set[str]) -> bool:
    return any(path.is_relative_to(place) for place in places)


def own_imports(path: Path) -> set[str]:
    """The modules and packages directly below lstm_viz that `path` imports."""
    names = {name.split(".")[1] for name in source.imports(path) if name.startswith("lstm_viz.")}
    modules = {file.stem for file in (source.ROOT / "lstm_viz").iterdir() if file.name != "__init__.py"}
    return names & modules


def layer(module: str) -> int:
    return next((number for number, modules in enumerate(LAYERS) if module in modules), 1)


@pytest.mark.parametrize("package", ["streamlit"])
def test_only_the_user_interface_imports_streamlit(package):
    offenders = [path for path in source.app_files() if source.imports_package(path, package)]
    assert [path for path in offenders if not is_within(path, DRAWS)] == []


@pytest.mark.parametrize("package", ["keras", "tensorflow"])
def test_keras_is_imported_only_where_keras_runs(package):
    offenders = [path for path in source.app_files() if source.imports_package(path, package)]
    assert [path for path in offenders if not path.as_posix().startswith(RUNS_KERAS)] == []


@pytest.mark.parametrize("path", source.files(".py", folders=("lstm_viz",)), ids=str)
def test_modules_import_only_from_the_layers_below(path):
    module = Path(path.parts[1]).stem
    assert {name for name in own_imports(path) if layer(name) > layer(module)} == set()


def test_charts_know_the_trace_and_its_explanation_alone():
    known = set().union(*(own_imports(path) for path in source.files(".py", folders=("lstm_viz/charts",))))
    assert known <= CHARTS_KNOW


def test_pages_are_not_imported():
    assert [path for path in PYTHON if source.imports_package(path, "pages")] == []


def test_the_public_names_import_neither_streamlit_nor_tensorflow():
    code = """
import sys
from lstm_viz import trace_layer, trace_model, Trace
print(sorted({"streamlit", "tensorflow", "keras"} & set(sys.modules)))
"""
    assert run(code) == "[]"


@pytest.mark.slow
def test_the_process_that_serves_pages_never_imports_keras():
    code = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("lstm_viz/main.py", default_timeout=60).run()
print([error.message for error in page.exception], sorted({"tensorflow", "keras"} & set(sys.modules)))
"""
    assert run(code) == "[] []"


def run(code: str) -> str:
    """The last line a fresh Python prints when it runs `code`."""
    done = subprocess.run([sys.executable, "-c", code], cwd=source.ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


def lines(path: Path) -> int:
    return len((source.ROOT / path).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", [Path("app.py"), *source.files(".py", ".js", ".mjs", ".css")], ids=str)
def test_files_are_short(path):
    assert lines(path) < 200


def test_functions_are_short():
    long = {f"{path}:{f.name}": source.length(f) for path in PYTHON for f in source.functions(path)}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


@pytest.mark.parametrize("path", source.files(".py", folders=("pages",)), ids=str)
def test_pages_are_shorter_still(path):
    assert lines(path) < 80


def nodes(kind: type[ast.AST]) -> list[tuple[Path, ast.AST]]:
    return [
        (path, node) for path in source.app_files() for node in ast.walk(source.tree(path)) if isinstance(node, kind)
    ]


@pytest.mark.parametrize("argument", ["use_container_width", "unsafe_allow_html"])
def test_arguments_we_do_not_use(argument):
    assert [(str(path), node.value.lineno) for path, node in nodes(ast.keyword) if node.arg == argument] == []


@pytest.mark.parametrize("name", ["set_random_seed", "clear_session"])
def test_nothing_reaches_across_visitors(name):
    used = [(path, node.lineno) for path, node in nodes(ast.Attribute) if node.attr == name]
    used += [(path, node.lineno) for path, node in nodes(ast.Name) if node.id == name]
    assert used == []


def test_errors_are_caught_by_name():
    caught = [(path, node) for path, node in nodes(ast.ExceptHandler)]
    broad = [(str(path), node.lineno) for path, node in caught if node.type is None or is_broad(node.type)]
    assert broad == []


def is_broad(caught: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in ("Exception", "BaseException") for node in ast.walk(caught))


def caches() -> list[tuple[Path, ast.expr]]:
    decorated = [(path, node) for path in source.app_files() for node in source.functions(path)]
    each = [(path, decorator) for path, node in decorated for decorator in node.decorator_list]
    return [(path, decorator) for path, decorator in each if "st.cache_" in ast.unparse(decorator)]


def test_streamlits_caches_are_in_one_place_and_bounded():
    assert [path for path, _ in caches() if not path.is_relative_to("lstm_viz/app")] == []
    assert [ast.unparse(decorator) for _, decorator in caches() if "max_entries" not in ast.unparse(decorator)] == []


def test_what_the_first_page_needs_is_imported_beforehand():
    code = """
import logging, sys
logging.disable(logging.CRITICAL)
from streamlit.testing.v1 import AppTest
import lstm_viz.lessons.step_through.ui.first_page
before = set(sys.modules)
AppTest.from_file("lstm_viz/main.py", default_timeout=60).run()
print(sorted(name for name in set(sys.modules) - before if name.split(".")[0] in ("lstm_viz", "numpy", "pandas")))
"""
    assert run(code) == "[]"
