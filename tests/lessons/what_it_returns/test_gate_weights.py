"""The heatmap of a layer's weights: every number in its place, every gate named above its columns."""

import io

import numpy as np
import pytest
from PIL import Image

from lstm_viz.charts import export
from lstm_viz.charts.base import WIDTH, spec
from lstm_viz.charts.theme import MODES, SURFACES, signal_text_color
from lstm_viz.engine.cell import GATES
from lstm_viz.lessons.what_it_returns.charts.gate_weights import gate_weights
from tests.charts.specs import layer, mark_of

KERNEL = np.linspace(-1, 1, 3 * 8, dtype="float32").reshape(3, 8)


def chart(array=KERNEL, kind="lstm", *, names=("0", "1", "2"), gettext=str, mode="light"):
    rows = ("Feature", names)
    return gate_weights(array, GATES[kind], title="W", rows=rows, reach=1, gettext=gettext, mode=mode)


def cells(made):
    return spec(made)["data"]["values"]


def test_each_weight_stands_at_its_row_and_column_under_its_gate():
    found = {(cell["row"], cell["column"]): cell for cell in cells(chart())}
    assert len(found) == KERNEL.size
    for row in range(3):
        for column in range(8):
            cell = found[str(row), column]
            assert np.float32(cell["value"]) == KERNEL[row, column]
            gate = GATES["lstm"][column // 2].replace("_", " ")
            assert (cell["gate"], cell["unit"]) == (gate, column % 2)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", GATES)
def test_each_gate_is_named_in_its_colour_where_its_columns_begin(kind, mode):
    gates = GATES[kind]
    made = spec(chart(np.zeros((1, 3 * len(gates))), kind, names=("0",), mode=mode))
    named = [each for each in made["layer"] if mark_of(each) == "text" and "lineBreak" in each["mark"]]
    assert len(named) == len(gates)
    assert [each["mark"]["color"] for each in named] == [signal_text_color(gate, mode) for gate in gates]
    assert all(each["mark"]["text"] for each in named)


def test_large_weights_have_no_numbers_in_their_cells():
    many = chart(np.zeros((3, 80)))
    assert not [each for each in spec(many)["layer"] if each.get("encoding", {}).get("text")]
    assert layer(spec(chart()), "text")["encoding"]["text"]["field"] == "text"


def test_a_screen_reader_is_told_each_gates_columns_and_range():
    said = spec(chart())["description"]
    assert "Columns 2 to 3: forget gate, from −0.83 to +0.65." in said


@pytest.mark.parametrize(
    ("array", "names"), [(np.zeros((3, 7)), "abc"), (np.zeros((2, 8)), "abc"), (np.zeros(8), "abc")]
)
def test_a_shape_that_does_not_fit_is_refused(array, names):
    with pytest.raises(ValueError, match=r"array must be of shape \(3, 4 \* units\)"):
        chart(array, names=tuple(names))


def test_the_specification_is_valid_and_every_word_can_be_translated():
    made = chart(gettext=lambda text: f"«{text}»")
    made.to_dict(validate=True)
    assert "«" in spec(made)["description"]
    assert {cell["gate"][0] for cell in cells(made)} == {"«"}


@pytest.mark.parametrize("mode", MODES)
def test_a_picture_has_the_pages_background(mode):
    picture = Image.open(io.BytesIO(export.png(chart(mode=mode), scale=1))).convert("RGB")
    ground = SURFACES[mode]["background"]
    assert picture.getpixel((0, 0)) == tuple(int(ground[at : at + 2], 16) for at in (1, 3, 5))
    assert picture.width >= WIDTH


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_few_rows_keep_their_height(rows):
    """A title beside them would be longer than they are high: Vega would shrink the rows until it fits."""
    made = spec(chart(KERNEL[:rows], names=("0", "1", "2")[:rows]))
    assert made["layer"][0]["encoding"]["y"]["title"] is None
    assert made["title"]["subtitle"] == "Rows: Feature"
