"""What may import what, and the few rules of style that a machine can hold."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import get_type_hints

import pytest

from lstm_viz.remote import Remote
from tests.support import source

# From the ground up: a folder, or a module directly in lstm_viz, imports from its own floor and from those below it.
FLOORS = (
    {"ceilings", "engine", "i18n", "imports", "javascript", "problem", "remote"},
    {
        "checks",
        "comparison",
        "corpus",
        "judging",
        "data",
        "explain",
        "glossary",
        "guided_lesson",
        "keras_code",
        "keras_errors",
        "links",
        "model_files",
        "old_code",
        "script_words",
        "settings",
        "tables",
        "tasks",
        "training",
    },
    {"charts", "component", "drawings", "viewer", "worker"},
    {"app"},
    {"lessons"},
    {"main", "command"},
)
# Memory lab's page offers to open a network in Step through, and so knows what that page's link is made of.
LESSON_KNOWS = {("memory_lab", "step_through")}
DRAWS = ("app.py", "pages/*", "lstm_viz/main.py", "lstm_viz/app/*", "lstm_viz/component.py")
DRAWS += ("lstm_viz/drawings/component.py", "lstm_viz/lessons/*/ui/*")
RUNS_KERAS = ("lstm_viz/engine/keras/*", "lstm_viz/training/loops.py", "lstm_viz/training/network.py")
RUNS_KERAS += ("lstm_viz/*/in_keras*.py", "lstm_viz/worker/__init__.py")
CACHES = ("lstm_viz/app/*", "lstm_viz/lessons/*/ui/*loaders.py")
PYTHON = [Path("app.py"), *source.files(".py")]
LIBRARY = source.files(".py", folders=("lstm_viz",))


def is_one_of(path: Path, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(path.as_posix(), pattern) for pattern in patterns)


def room(module: str) -> str:
    """The folder or module directly in lstm_viz that a module is in; of a page, the page's folder."""
    parts = module.split(".")[1:]
    return ".".join(parts[:2]) if parts[:1] == ["lessons"] else "".join(parts[:1])


def imported(path: Path) -> set[str]:
    """The modules of ours that a module imports; a package counts where something defined in it is imported."""
    return {name for name in source.modules_imported(path) if name.startswith("lstm_viz.")}


def graph(of: Callable[[str], str]) -> dict[str, set[str]]:
    """What imports what, by whatever `of` makes of a module's name."""
    found: dict[str, set[str]] = {}
    for path in LIBRARY:
        found.setdefault(of(source.module(path)), set()).update(map(of, imported(path)))
    return {name: others - {name} for name, others in found.items()}


@pytest.mark.parametrize("of", [str, room], ids=["modules", "rooms"])
def test_no_imports_go_in_a_circle(of):
    try:
        tuple(TopologicalSorter(graph(of)).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_every_room_has_its_floor():
    rooms = {room(source.module(path)).split(".")[0] for path in LIBRARY}
    assert rooms - {""} == set().union(*FLOORS)


def test_nothing_imports_from_a_floor_above_it():
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    up = [
        f"{path} imports {name}"
        for path in LIBRARY
        if (own := room(source.module(path)).split(".")[0])
        for name in imported(path)
        if floor[room(name).split(".")[0]] > floor[own]
    ]
    assert up == []


def test_no_page_imports_another():
    known = {
        (one.removeprefix("lessons."), other.removeprefix("lessons."))
        for one, others in graph(room).items()
        for other in others
        if one.startswith("lessons.") and other.startswith("lessons.")
    }
    assert known == LESSON_KNOWS


def test_only_what_draws_imports_streamlit():
    offenders = [path for path in source.app_files() if source.imports_package(path, "streamlit")]
    assert [path for path in offenders if not is_one_of(path, DRAWS)] == []


@pytest.mark.parametrize("package", ["keras", "tensorflow"])
def test_keras_is_imported_only_where_keras_runs(package):
    offenders = [path for path in source.app_files() if source.imports_package(path, package)]
    assert [path for path in offenders if not is_one_of(path, RUNS_KERAS)] == []


def test_what_runs_keras_is_imported_by_name_alone():
    """The server asks by a `Remote`. Tracing a Keras layer is for whoever has one: Keras is loaded already."""
    runs = {source.module(path) for path in LIBRARY if is_one_of(path, RUNS_KERAS)} - {"lstm_viz.worker"}
    importers = [path for path in source.app_files() if imported(path) & runs and source.module(path) not in runs]
    assert [path.as_posix() for path in importers] == ["lstm_viz/engine/tracing.py"]


def remotes() -> Iterator[tuple[str, Remote, object]]:
    """Every `Remote` that a module names: where, itself, and the type that is said of it."""
    for path in LIBRARY:
        if "Remote[" in (source.ROOT / path).read_text("utf-8") and not is_one_of(path, ("lstm_viz/app/*",)):
            module = importlib.import_module(source.module(path))
            for name, said in get_type_hints(module).items():
                if isinstance(remote := getattr(module, name, None), Remote):
                    yield f"{path}: {name}", remote, said


def test_what_is_asked_of_keras_is_there_and_of_the_type_that_is_said():
    pytest.importorskip("keras")
    found = list(remotes())
    assert len(found) > 25
    for place, remote, said in found:
        hints = get_type_hints(remote.resolve())
        result = hints.pop("return")
        assert said == Remote[list(hints.values()), result], place


def test_pages_are_not_imported():
    assert [path for path in PYTHON if source.imports_package(path, "pages")] == []


@pytest.mark.parametrize("statement", ["from lstm_viz import trace_layer, Trace", "import lstm_viz.engine"])
def test_the_library_imports_neither_streamlit_nor_keras_nor_a_page(statement):
    code = f"""
import sys
{statement}
print([name for name in "streamlit tensorflow keras lstm_viz.lessons lstm_viz.app".split() if name in sys.modules])
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


def test_long_files_are_named():
    """A file over 300 lines wants a reason; none is cut to fit."""
    for path in [Path("app.py"), *source.files(".py", ".js", ".mjs", ".css")]:
        if lines(path) > 300:
            warnings.warn(f"{path} has {lines(path)} lines", stacklevel=1)


def test_functions_are_short():
    long = {f"{path}:{f.name}": source.length(f) for path in PYTHON for f in source.functions(path)}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


def test_pages_are_a_few_lines():
    assert [path for path in source.files(".py", folders=("pages",)) if lines(path) > 40] == []


@pytest.mark.parametrize("argument", ["use_container_width", "unsafe_allow_html"])
def test_arguments_we_do_not_use(argument):
    given = source.app_nodes()[ast.keyword]
    assert [(str(path), node.value.lineno) for path, node in given if node.arg == argument] == []


def test_the_browser_gets_json_values_alone():
    """`component` and `spec` make them; whatever else draws a component or a chart could send it a NaN."""
    sent = {
        (path.as_posix(), ast.unparse(node.func))
        for path, node in source.app_nodes()[ast.Call]
        if ast.unparse(node.func).endswith((".v2.component", "vega_lite_chart", "altair_chart", "st.json"))
    }
    known = {("lstm_viz/component.py", "st.components.v2.component"), ("lstm_viz/app/charts.py", "st.vega_lite_chart")}
    assert sent == known


@pytest.mark.parametrize("name", ["set_random_seed", "clear_session"])
def test_nothing_reaches_across_visitors(name):
    used = [(path, node.lineno) for path, node in source.app_nodes()[ast.Attribute] if node.attr == name]
    used += [(path, node.lineno) for path, node in source.app_nodes()[ast.Name] if node.id == name]
    assert used == []


def test_errors_are_caught_by_name():
    caught = source.app_nodes()[ast.ExceptHandler]
    broad = [(str(path), node.lineno) for path, node in caught if node.type is None or is_broad(node.type)]
    assert broad == []


def is_broad(caught: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in ("Exception", "BaseException") for node in ast.walk(caught))


def caches() -> list[tuple[Path, ast.expr]]:
    decorated = [(path, node) for path in source.app_files() for node in source.functions(path)]
    each = [(path, decorator) for path, node in decorated for decorator in node.decorator_list]
    return [(path, decorator) for path, decorator in each if "st.cache_" in ast.unparse(decorator)]


def test_streamlits_caches_are_in_the_loaders_and_bounded():
    assert [path for path, _ in caches() if not is_one_of(path, CACHES)] == []
    assert [ast.unparse(decorator) for _, decorator in caches() if "max_entries" not in ast.unparse(decorator)] == []


def test_the_server_imports_the_package_one_thread_at_a_time():
    """`load` lets one thread in. Without it, two that enter the package at two places meet modules half there."""
    assert imported(source.ROOT / "app.py") == {"lstm_viz.imports"}


def test_what_the_first_page_needs_is_imported_beforehand():
    code = """
import logging, sys
logging.disable(logging.CRITICAL)
from streamlit.testing.v1 import AppTest
import lstm_viz.lessons.step_through.ui.first_page
before = set(sys.modules)
AppTest.from_file("lstm_viz/main.py", default_timeout=60).run()
print(sorted(name for name in set(sys.modules) - before
    if name.split(".")[0] in ("lstm_viz", "numpy", "pandas", "PIL") or name.startswith("streamlit.material")))
"""
    assert run(code) == "[]"


def test_streamlit_looks_for_a_notebook_before_the_first_visitor_comes():
    code = """
import logging
logging.disable(logging.CRITICAL)
import app
from streamlit import delta_generator
app.import_first_page()
print(delta_generator._use_warning_has_been_displayed)
"""
    assert run(code) == "True"
