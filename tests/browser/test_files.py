"""Every file that the page offers, downloaded and opened."""

import io

import numpy as np
import pandas
import pytest

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.models import trained_pair
from lstm_viz.engine.trace import Trace
from lstm_viz.keras_code import keras_code
from lstm_viz.lessons.step_through.view import inputs_of
from tests.support.viewer import open_viewer


def download(page, name: str, folder) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def trace() -> Trace:
    return numpy_engine.run(trained_pair(8).weights, inputs_of("symbols", "3,0,1,2,3")[None])


def test_the_data_comes_as_csv_parquet_and_npz(page, server, tmp_path, trace):
    open_viewer(page, f"{server}/?panel=data&b=")
    csv = pandas.read_csv(io.BytesIO(download(page, "CSV", tmp_path)))
    parquet = pandas.read_parquet(io.BytesIO(download(page, "Parquet", tmp_path)))
    for frame in (csv, parquet):
        assert len(frame) == 4 * 8
        cell = frame.sort_values(["step", "unit"])["cell"].to_numpy("float32").reshape(4, 8)
        np.testing.assert_array_equal(cell, trace.cell[0])
    download(page, "NPZ A", tmp_path)
    loaded = Trace.load(tmp_path / "lstm_trace_A.npz")
    np.testing.assert_array_equal(loaded.hidden, trace.hidden)


def test_charts_come_as_png_svg_and_html(new_page, server, tmp_path):
    page = open_viewer(new_page(), f"{server}/?lang=ko&panel=gates").page
    page.get_by_role("button", name="그래프 저장").first.click()
    assert download(page, "PNG", tmp_path).startswith(b"\x89PNG")
    assert "망각 게이트" in download(page, "SVG", tmp_path).decode()
    html = download(page, "HTML", tmp_path).decode()
    assert "망각 게이트" in html
    assert 'src="http' not in html


def test_the_keras_code_is_the_one_that_prints_the_numbers_of_the_page(page, server, tmp_path):
    """What it prints is tested where a process runs all such scripts: `tests/test_keras_code.py`."""
    open_viewer(page, f"{server}/?panel=code&b=")
    model = trained_pair(8)
    inputs = {"A": inputs_of("symbols", "3,0,1,2,3")}
    script = keras_code(model.weights, (model.head.kernel, model.head.bias), inputs)
    assert download(page, "Download", tmp_path).decode() == script
