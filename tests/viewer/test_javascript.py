"""The viewer's JavaScript: its own tests under Node, and the files as one module."""

from __future__ import annotations

import re
from pathlib import Path

from lstm_viz.viewer.parts import MODULES, join_modules
from lstm_viz.viewer.texts import edit_texts, texts
from tests.support.javascript import node

FOLDER = Path(__file__).parent
VIEWER = Path("lstm_viz/viewer")


def test_javascript_tests():
    files = sorted(str(path) for path in FOLDER.glob("*.test.js"))
    done = node("--test", *files)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(files) == 5


def test_the_joined_module_parses_without_imports(tmp_path):
    joined = join_modules()
    path = tmp_path / "viewer.mjs"
    path.write_text(joined, "utf-8")
    done = node("--check", str(path))
    assert done.returncode == 0, done.stderr
    assert "import " not in "\n".join(line for line in joined.splitlines() if line.startswith("import"))
    assert joined.count("\nexport ") == joined.count("\nexport default ") == 1


def test_every_module_is_joined():
    assert {path.stem for path in VIEWER.glob("*.js")} == set(MODULES)


def test_nothing_is_ever_set_as_html():
    joined = join_modules()
    assert not [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if word in joined]


def test_texts_and_javascript_agree():
    known = set(texts(str)) | set(edit_texts(str))
    source = join_modules() + VIEWER.joinpath("viewer.html").read_text("utf-8")
    asked = set(re.findall(r'data-text="(\w+)"', source))
    asked |= set(re.findall(r"""["'](words_\w*[a-z]|note\w*|step_[a-z]\w*)["']""", source))
    asked |= set(
        re.findall(r"(?:model|view|short)\.(?:text\.)?([a-z]+_[a-z_]+|tooltip|percent|heading|copied)\b", source)
    )
    properties = {"cursor_key", "reset_after", "recurrent_activation", "candidate_parts"}
    assert asked - properties - known == set(), "asked for, but not there"
    mentioned = {
        name for name in known if re.search(rf"\b{name}\b", source) or name.startswith(("row_", "words_pair_"))
    }
    assert known - mentioned == set(), "there, but never shown"
