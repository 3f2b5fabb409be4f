"""What the drawings are made of refuses what cannot be drawn."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.drawings.array_block import ArrayBlock, Raw
from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled

LANES = (Lane("x", "Inputs"), Lane("h", "LSTM"))
NODES = (Node("x0", "x", 0, "x", "Input"), Node("h0", "h", 0, "h", "Hidden", np.zeros(3), "hidden"))


def make_drawing(**changes):
    return replace(Unrolled("title", ("1", "2"), LANES, NODES), **changes)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"lanes": ()}, "needs lanes and columns, not 0 and 2"),
        ({"columns": ()}, "needs lanes and columns, not 2 and 0"),
        ({"lanes": LANES + LANES[:1]}, "lanes must have distinct names, not 'x' twice"),
        ({"nodes": NODES + NODES[:1]}, "nodes must have distinct names, not 'x0' twice"),
        ({"nodes": (Node("n", "y", 0, "n", "n"),)}, "lane of node 'n' must be of the drawing, not 'y'"),
        ({"edges": (Edge("x0", "h9", "data"),)}, "an edge must be of the drawing, not 'h9'"),
        ({"tensors": (Tensor("out", np.zeros(3), ("h9",)),)}, "nodes of tensor 'out' must be of the drawing, not 'h9'"),
        ({"tensors": (Tensor("out", np.zeros(3), ()),) * 2}, "tensors must have distinct names, not 'out' twice"),
    ],
)
def test_a_drawing_says_what_does_not_belong(changes, says):
    with pytest.raises(ValueError, match=says):
        make_drawing(**changes)


@pytest.mark.parametrize("column", [-1, 2])
def test_a_node_stands_in_a_column_that_is_there(column):
    with pytest.raises(IndexError, match=f"not {column} of 2"):
        make_drawing(nodes=(Node("n", "x", column, "n", "n"),))


def test_parts_say_what_is_wrong_with_them():
    with pytest.raises(ValueError, match=r"values of node 'n' must be of shape \(units,\), not \(1, 3\)"):
        Node("n", "x", 0, "n", "n", np.zeros((1, 3)))
    with pytest.raises(ValueError, match=r"signal of node 'n' must be None or one of forget_gate, .*, not 'green'"):
        Node("n", "x", 0, "n", "n", None, "green")
    with pytest.raises(ValueError, match="kind of an edge must be one of data, state, not 'up'"):
        Edge("a", "b", "up")
    with pytest.raises(ValueError, match=r"one for each of the array's, not 2 for shape \(1, 4, 3\)"):
        Tensor("out", np.zeros((1, 4, 3)), (), axes=("steps", "units"))


RAW = Raw(("a", "b"), (("1", "2"), ("3", "4")))
SOURCE = np.arange(4).reshape(1, 2, 2)


def make_block(**changes):
    return replace(
        ArrayBlock("title", np.ones((1, 2, 2)), ("samples", "timesteps", "features"), RAW, SOURCE), **changes
    )


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"array": np.ones((2, 2))}, ValueError, r"at least 1 each, not \(2, 2\)"),
        ({"array": np.ones((1, 0, 2))}, ValueError, r"at least 1 each, not \(1, 0, 2\)"),
        ({"axis_titles": ("a", "b")}, ValueError, "axis_titles must be 3, not 2"),
        ({"sample_titles": ("a", "b")}, ValueError, "one for each of 1 samples, not 2"),
        ({"source": SOURCE[:, :1]}, ValueError, r"of the array's shape \(1, 2, 2\), not \(1, 1, 2\)"),
        ({"source": SOURCE.astype(float)}, TypeError, "of integers, not float64"),
        ({"source": SOURCE + 1}, IndexError, "from -1 to 3, not from 1 to 4"),
        ({"source": SOURCE - 2}, IndexError, "from -1 to 3, not from -2 to 1"),
    ],
)
def test_a_block_says_what_does_not_belong(changes, error, says):
    with pytest.raises(error, match=says):
        make_block(**changes)


def test_a_block_may_hold_what_is_no_raw_value():
    assert make_block(source=np.full((1, 2, 2), -1)).raw.size == 4


def test_raw_rows_are_as_wide_as_the_labels():
    with pytest.raises(ValueError, match="row 1 of raw must have 2 cells, not 1"):
        Raw(("a", "b"), (("1", "2"), ("3",)))


def test_drawings_are_made_without_streamlit():
    code = "import sys, lstm_viz.drawings.unrolled, lstm_viz.drawings.array_block; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"
