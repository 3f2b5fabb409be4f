"""The drawings' JavaScript: its own tests under Node, and the files as one module each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lstm_viz.drawings import block_payload, unrolled_payload
from lstm_viz.drawings.component import BLOCK_MODULES, UNROLLED_MODULES, join_modules
from tests.support.javascript import node

FOLDER = Path(__file__).parent
DRAWINGS = Path("lstm_viz/drawings")
MODULES = {"unrolled": UNROLLED_MODULES, "array_block": BLOCK_MODULES}


def test_javascript_tests():
    files = sorted(str(path) for path in FOLDER.glob("*.test.js"))
    done = node("--test", *files)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(files) == 4


@pytest.mark.parametrize("name", MODULES)
def test_the_joined_module_parses_without_imports(name, tmp_path):
    joined = join_modules(MODULES[name])
    path = tmp_path / "drawing.mjs"
    path.write_text(joined, "utf-8")
    done = node("--check", str(path))
    assert done.returncode == 0, done.stderr
    assert not re.search(r"^import ", joined, re.MULTILINE)
    assert joined.count("\nexport ") == joined.count("\nexport default ") == 1


def test_every_module_is_joined():
    joined = {name for modules in MODULES.values() for name in modules if "/" not in name}
    assert {path.stem for path in DRAWINGS.glob("*.js")} == joined


@pytest.mark.parametrize("name", MODULES)
def test_nothing_is_ever_set_as_html(name):
    joined = join_modules(MODULES[name])
    assert not [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if word in joined]


@pytest.mark.parametrize(
    ("name", "texts"), [("unrolled", unrolled_payload.texts), ("array_block", block_payload.texts)]
)
def test_texts_and_javascript_agree(name, texts):
    source = join_modules(MODULES[name])
    asked = set(re.findall(r"\btext\.(\w+)", source)) - {"length", "replace", "split", "slice"}
    known = set(texts(str))
    assert asked - known == set(), "asked for, but not there"
    by_kind = {text for text in known if text.startswith("edge_")}
    assert known - asked - by_kind == set(), "there, but never shown"
