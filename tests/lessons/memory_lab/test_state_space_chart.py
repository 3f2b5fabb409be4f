import re

import numpy as np
import pytest

from lstm_viz.charts.base import FONT
from lstm_viz.charts.theme import MODES, SURFACES, sequence_color
from lstm_viz.lessons.memory_lab.charts.state_space import page, state_space

SHARES = (0.5, 0.375, 0.125)
TOKENS = {"A": list("3012"), "B": list("4012")}


def walks(steps=4, seed=0):
    rng = np.random.default_rng(seed)
    return {name: np.concatenate([np.zeros((1, 3)), rng.normal(size=(steps, 3))]) for name in "AB"}


def drawn(paths=None, shares=SHARES, **options):
    options = {"tokens": TOKENS, "state": "cell", "gettext": str, **options}
    return state_space(walks() if paths is None else paths, shares, **options)


def test_each_path_goes_where_the_states_go():
    paths = walks()
    for name, line in zip("AB", drawn(paths).data, strict=False):
        assert line.name == name
        np.testing.assert_array_equal(np.stack([line.x, line.y, line.z], axis=1), paths[name])


def test_steps_are_labelled_with_what_they_read_and_can_be_asked_for():
    line = drawn().data[0]
    assert list(line.text) == ["", "1 (3)", "2 (0)", "3 (1)", "4 (2)"]
    assert list(line.customdata) == ["initial state", "step 1 (3)", "step 2 (0)", "step 3 (1)", "step 4 (2)"]
    assert line.hovertemplate.startswith("A, %{customdata}<br>")
    assert list(drawn(tokens={}).data[0].text) == ["", "1", "2", "3", "4"]


def test_labels_lose_what_a_renderer_could_take_for_markup():
    line = drawn(tokens={"A": ["<b>", "$x$", "1", "2"]}).data[0]
    assert list(line.text)[1:3] == ["1 (b)", "2 (x)"]


def test_of_many_steps_some_are_labelled():
    paths = walks(steps=60)
    text = drawn(paths, tokens={}).data[0].text
    assert [int(each) for each in text if each] == list(range(3, 61, 3))


@pytest.mark.parametrize("mode", MODES)
def test_a_and_b_are_told_apart_by_colour_dash_and_marker(mode):
    a, b = drawn(mode=mode).data[:2]
    assert (a.line.color, b.line.color) == (sequence_color("A", mode), sequence_color("B", mode))
    assert (a.line.dash, b.line.dash) == ("solid", "dash")
    assert a.marker.symbol != b.marker.symbol
    assert a.textposition != b.textposition


def test_the_start_is_marked_once_where_both_begin_alike():
    start = drawn().data[-1]
    assert (start.name, start.marker.symbol) == ("initial state", "square-open")
    np.testing.assert_array_equal([start.x, start.y, start.z], np.zeros((3, 1)))
    paths = walks()
    paths["B"][0] = 1
    assert sorted(drawn(paths).data[-1].x) == [0, 1]


def test_the_axes_say_how_much_they_explain():
    figure = drawn()
    titles = [figure.layout.scene[axis].title.text for axis in ("xaxis", "yaxis", "zaxis")]
    assert titles == ["Axis 1 (50%)", "Axis 2 (38%)", "Axis 3 (12%)"]
    assert figure.layout.title.text == "Paths through the cell state"
    assert drawn(state="hidden").layout.title.text == "Paths through the hidden state"
    for words in titles:
        assert words in figure.layout.meta["description"]


def test_a_distance_is_as_long_on_each_axis_unless_one_would_be_too_flat_to_see():
    paths = {"A": np.array([[0, 0, 0], [4, 2, 0.25]])}
    ratio = drawn(paths).layout.scene.aspectratio
    assert (ratio.x, ratio.y, ratio.z) == (1, 0.5, 0.35)


def test_a_state_that_never_moves_still_has_axes():
    figure = drawn({"A": np.zeros((3, 3))}, shares=(0, 0, 0))
    assert figure.layout.scene.aspectratio.x > 0


def test_what_is_not_a_number_leaves_finite_axes():
    paths = walks()
    paths["A"][3] = np.nan
    ratio = drawn(paths).layout.scene.aspectratio
    assert np.isfinite([ratio.x, ratio.y, ratio.z]).all()


@pytest.mark.parametrize("mode", MODES)
def test_it_has_the_pages_colours_and_a_font_with_korean(mode):
    layout = drawn(mode=mode).layout
    assert layout.paper_bgcolor == SURFACES[mode]["background"]
    assert layout.font.color == SURFACES[mode]["ink"]
    assert layout.font.family == FONT


def test_a_page_needs_no_network_and_says_what_is_seen():
    figure = drawn(
        gettext=lambda text: {"initial state": "초기 상태", "Paths through the cell state": "<경로>"}.get(text, text)
    )
    file = page(figure, "ko").decode()
    assert file.startswith('<!doctype html><html lang="ko">')
    assert "<title>&lt;경로&gt;</title>" in file
    assert 'role="figure" aria-label="&lt;경로&gt;. Axis 1 (50%), Axis 2 (38%), Axis 3 (12%).' in file
    assert not re.search(r'<script[^>]*\ssrc=|<link[^>]*\shref="http', file)
    assert len(file) > 10**6
    assert page(figure, "ko").decode() == file


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="paths must be named A, or A and B, not C"):
        drawn({"C": np.zeros((2, 3))})
    with pytest.raises(ValueError, match=r"paths\['A'\] must have shape \(1 \+ time, 3\), not \(2, 2\)"):
        drawn({"A": np.zeros((2, 2))})
    with pytest.raises(ValueError, match="shares must be 3, one for each axis, not 2"):
        drawn(shares=SHARES[:2])
    with pytest.raises(ValueError, match="state must be cell or hidden, not 'gate'"):
        drawn(state="gate")
