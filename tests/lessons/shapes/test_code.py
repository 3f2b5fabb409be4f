"""The script of the page Shapes makes the X and y that the page shows, and Keras takes them."""

import runpy
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.lessons.shapes.code import shapes_code
from lstm_viz.lessons.shapes.pipeline import pipeline_of
from tests.lessons.shapes.cases import CASES
from tests.support.eagerly import eagerly

COMPILED = "sine"


def made_by(name: str, folder: Path) -> dict[str, object]:
    """What the script of a case makes. One is compiled by Keras, as it is for a reader, and the others run eagerly."""
    script = folder / "shapes.py"
    script.write_text(shapes_code(CASES[name]), encoding="utf-8")
    with nullcontext() if name == COMPILED else eagerly():
        return runpy.run_path(str(script))


@pytest.mark.parametrize(
    "name", ["pair, sequences", "pair, steps", COMPILED, "own rows", "tanks by hour", "text, post"]
)
def test_the_script_makes_exactly_this_x_and_y(name, tmp_path, capsys):
    pytest.importorskip("keras")
    pipeline = pipeline_of(CASES[name], str)
    made = made_by(name, tmp_path)
    np.testing.assert_array_equal(made["X"], pipeline.x)
    np.testing.assert_array_equal(made["y"], pipeline.y)
    said = [line for line in capsys.readouterr().out.splitlines() if "pairs" not in line]
    assert said[0] == f"X {pipeline.x.shape}"
    assert said[1] == f"y {pipeline.y.shape}"
    outputs = pipeline.y.shape if pipeline.y.ndim > 1 else (len(pipeline.y), 1)
    assert said[2] == f"prediction {outputs}"


@pytest.mark.parametrize(("name", "shape"), [("pair, sequences", (2, 4, 5)), ("pair, steps", (4, 1, 5))])
def test_the_functions_of_the_tutorials_make_the_same(name, shape, tmp_path, capsys):
    pytest.importorskip("keras")
    made = made_by(name, tmp_path)
    assert made["X_made"].shape == shape
    np.testing.assert_array_equal(made["encode"]([3, 0], 5), [[0, 0, 0, 1, 0], [1, 0, 0, 0, 0]])
    assert "[3, 0, 1, 2, 3] pairs [(3, 0), (0, 1), (1, 2), (2, 3)]" in capsys.readouterr().out


def test_a_script_can_be_read_and_needs_nothing_of_this_project():
    for settings in CASES.values():
        script = shapes_code(settings)
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
