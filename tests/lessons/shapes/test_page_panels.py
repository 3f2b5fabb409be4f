"""The panels of the page Shapes: the array, scaling, padding, units, files."""

import io
import json
from dataclasses import replace

import numpy as np
import pandas
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.shapes import claims
from lstm_viz.lessons.shapes import in_keras as engine
from lstm_viz.lessons.shapes.pipeline import pipeline_of
from tests.lessons.shapes.cases import CASES
from tests.support.app import codes, markdown, open_page

pytestmark = pytest.mark.usefixtures("keras_here")


def open_shapes(**query: str) -> AppTest:
    return open_page("shapes", **query)


def drawn(app: AppTest) -> dict:
    """What the browser gets for the drawing."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def test_the_block_gets_x_and_where_each_number_is_from():
    app = open_shapes(panel="block", source="tanks", tanks="2")
    data = drawn(app)
    assert data["raw"]["labels"] == ["tank", "hour", "pressure", "temperature"]
    assert len(data["raw"]["rows"]) == 10


def test_the_scaler_that_saw_everything_leaks():
    app = open_shapes(source="sine", panel="scaling")
    assert "**70 of 90 samples**" in markdown(app)
    assert "fitted_on_train.scaled(train) = fitted_on_train.scaled(train), test + 10" in markdown(app)
    assert "fitted_on_all.scaled(train) ≠ fitted_on_all.scaled(train), test + 10" in markdown(app)
    app.slider(key="shapes_train").set_value(50).run()
    assert "**45 of 90 samples**" in markdown(app)


def test_the_mask_saves_the_last_output():
    app = open_shapes(source="text", panel="padding", padding="post")
    for line in (
        "X = pad_sequences(ids)",
        "with_mask = unpadded",
        "without_mask ≠ unpadded",
        "h[t], t padded = h[t - 1]",
    ):
        assert line in markdown(app)
    assert "padding makes no difference to what the LSTM returns" in markdown(app)


def test_a_sentence_alone_needs_no_padding():
    app = open_shapes(source="text", panel="padding", sentences="good film | 1")
    assert "with_mask = unpadded" in markdown(app)
    assert "without_mask" not in markdown(app)


def test_units_change_the_weights_and_timesteps_do_not():
    app = open_shapes(panel="units", units="3", timesteps="5", features="2")
    frame = app.dataframe[0].value
    assert frame["parameters"].tolist() == ["72", "72", "112 ●", "84 ●"]
    assert frame["return_sequences=True"].tolist()[:2] == ["(1, 5, 3)", "(1, 6, 3) ●"]
    app.slider(key="shapes_timesteps").set_value(9).run()
    assert app.dataframe[0].value["parameters"].tolist() == ["72", "72", "112 ●", "84 ●"]
    assert "the same 72 parameters" in markdown(app)
    assert app.query_params["timesteps"] == "9"


def test_files_hold_x_and_y(monkeypatch):
    app = open_shapes(panel="data", source="sine")
    assert [button.label for button in app.get("download_button")] == ["NPZ", "X.csv", "y.csv", "Download"]
    assert "X = np.stack([series[s : s + 10] for s in starts])  # (90, 10, 1)" in codes(app)
    made = {}
    keep = lambda _page, _label, make, name, _mime: made.update({name: make()})  # noqa: E731
    monkeypatch.setattr("lstm_viz.app.files.file_button", keep)
    open_shapes(panel="data", source="sine")
    pipeline = pipeline_of(CASES["sine"], str)
    with np.load(io.BytesIO(made["shapes.npz"]), allow_pickle=False) as kept:
        np.testing.assert_array_equal(kept["X"], pipeline.x)
        np.testing.assert_array_equal(kept["y"], pipeline.y)
    rows = pandas.read_csv(io.BytesIO(made["X.csv"]))
    row = rows[(rows["sample"] == 3) & (rows["timestep"] == 2)].iloc[0]
    assert row.value == pytest.approx(pipeline.x[3, 2, 0], rel=1e-7)
    assert pipeline.x[3, 2, 0] == pipeline.x[5, 0, 0]
    assert list(pandas.read_csv(io.BytesIO(made["y.csv"])).columns) == ["sample", "feature", "value"]


def test_what_is_said_of_padding_is_what_keras_returned(monkeypatch):
    read_padded = engine.read_padded

    def ignores_the_mask(ids, padding, seed):
        read = read_padded(ids, padding, seed)
        return replace(read, masked_last=read.unmasked_last, unmasked_last=read.alone_last, masked=read.unmasked)

    monkeypatch.setattr("lstm_viz.lessons.shapes.in_keras.read_padded", ignores_the_mask)
    app = open_shapes(source="text", panel="padding", padding="post")
    for said in (
        "with_mask ≠ unpadded",
        "Even with the mask, padding changes what the LSTM returns.",
        "without_mask = unpadded",
        "Without the mask, padding makes no difference here.",
        "h[t], t padded ≠ h[t - 1]",
        "A masked step changes the state.",
    ):
        assert said in markdown(app)
    assert "padding makes no difference to what the LSTM returns" not in markdown(app)


def test_what_is_said_of_units_is_what_keras_counted(monkeypatch):
    unroll_layer = engine.unroll_layer

    def grows_with_time(*arguments):
        read = unroll_layer(*arguments)
        longer = replace(read.sizes["timesteps"], parameters=90)
        return replace(read, sizes=read.sizes | {"timesteps": longer})

    monkeypatch.setattr("lstm_viz.lessons.shapes.in_keras.unroll_layer", grows_with_time)
    app = open_shapes(panel="units")
    assert "90 parameters instead of 72" in markdown(app)
    assert "the same 72 parameters" not in markdown(app)
    assert app.dataframe[0].value["parameters"].tolist()[1] == "90 ●"


def test_what_is_said_of_scaling_is_what_the_scalers_gave(monkeypatch):
    def exchanged(split, added):
        made = claims.leak_claims(split, added)
        return {"train": made["all"], "all": made["train"]}

    monkeypatch.setattr("lstm_viz.lessons.shapes.ui.scaling.leak_claims", exchanged)
    said = [each.value for each in open_shapes(source="sine", panel="scaling").markdown]
    of_all = next(each for each in said if "fitted_on_all.scaled(train) ≠" in each)
    assert "the future has leaked" in of_all
    of_train = next(each for each in said if "fitted_on_train.scaled(train) =" in each)
    assert "does not depend on the test part" in of_train
