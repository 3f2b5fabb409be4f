"""The page Your model without a browser: a file is dropped, looked at, broken, compared, refused."""

import io
import re

import keras
import numpy as np
import pytest
from keras import layers
from streamlit.testing.v1 import AppTest

from lstm_viz import trace_layer, trace_model
from tests.model_files.files import saved, zipped
from tests.support.app import codes, open_page, tokens, viewer_data, viewer_values

pytestmark = pytest.mark.usefixtures("keras_here")


def opened(**query: str) -> AppTest:
    return open_page("your_model", **query)


def drop(app: AppTest, content: bytes, name: str = "model.keras", key: str = "model_file") -> AppTest:
    app.file_uploader(key=key).upload(name, content, "application/octet-stream").run()
    assert not app.exception
    return app


def stacked() -> keras.Model:
    parts = [layers.LSTM(4, return_sequences=True, name="first"), layers.GRU(3, name="second"), layers.Dense(2)]
    return keras.Sequential([keras.Input((5, 2)), *parts])


def said(app: AppTest) -> str:
    """Everything that the page says in plain text."""
    return "\n".join([each.value for each in (*app.text, *app.info, *app.caption)])


def test_the_example_is_a_file_of_keras_2_1_with_its_old_meaning():
    app = opened()
    assert tokens(app)[-3:] == ["good", "at", "all"]
    assert "example_reviews.h5 · Keras 2 HDF5 · written by Keras 2.1.6 (tensorflow)" in said(app)
    assert "hard_sigmoid is clip(0.2 x + 0.5, 0, 1)" in said(app)
    gate = next(each for each in viewer_data(app)["signals"] if each["name"] == "forget_gate")
    assert (gate["low"], gate["high"]) == (0, 1)


@pytest.mark.parametrize("name", ["prices", "sums"])
def test_every_example_is_shown(name):
    app = opened(source=name)
    assert f"example_{name}.keras" in said(app)
    assert len(viewer_data(app)["sequences"]) == (2 if name == "sums" else 1)


def test_a_dropped_file_shows_the_gates_that_keras_computes():
    model = stacked()
    app = drop(opened(), saved(model, ".keras"))
    read = viewer_data(app)["sequences"][0]
    assert (read["steps"], read["features"]) == (5, 2)
    app.text_area(key="model_a1").set_value("1 2\n3 4\n5 6\n7 8\n9 1").run()
    traced = trace_model(model, np.array([[[1, 2], [3, 4], [5, 6], [7, 8], [9, 1]]], "float32"))
    np.testing.assert_allclose(viewer_values(app, 0, "forget_gate"), traced.layers["first"].forget_gate[0], atol=1e-6)
    app.selectbox(key="model_layer").set_value("second").run()
    np.testing.assert_allclose(viewer_values(app, 0, "update_gate"), traced.layers["second"].update_gate[0], atol=1e-6)


def test_the_input_is_noise_until_one_is_given_and_the_page_says_so():
    app = drop(opened(), saved(stacked(), ".keras"))
    assert "noise from seed 1" in app.text_area(key="model_a1").placeholder
    before = viewer_values(app, 0, "forget_gate")
    app.number_input(key="model_seed").set_value(2).run()
    assert (viewer_values(app, 0, "forget_gate") != before).any()


def test_a_refused_file_gets_its_sentence_and_what_was_shown_stays():
    app = drop(opened(), saved(stacked(), ".keras"))
    for content, sentence in (
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n", "Git LFS"),
        (b"nonsense", "not a model"),
        (zipped({"data.pkl": b"x", "version": b"3"}), "safetensors"),
        (saved(keras.Sequential([keras.Input((3,)), layers.Dense(2)]), ".keras"), "no recurrent layer"),
    ):
        drop(app, content)
        assert re.search(sentence, said(app)), (sentence, said(app))
        assert viewer_data(app)["kind"] == "lstm"
        assert "model.keras · Keras" in said(app)


def test_a_name_from_the_file_is_shown_as_text():
    name = "<b>*x*<b> 은닉"
    model = keras.Sequential([keras.Input((4, 1)), layers.LSTM(2, name=name)])
    app = drop(opened(panel="model"), saved(model, ".keras"))
    assert viewer_data(app)["title"].startswith(name)
    assert not [each for each in app.markdown if name in each.value]


def test_an_erased_memory_changes_the_answer_and_its_numbers_are_marked():
    app = opened(panel="answer", edits="A.cell.all.22.erase")
    table = app.dataframe[0].value
    assert float(table["A, without them"][0]) < 0.1 < float(table["A, with the interventions"][0])
    assert viewer_data(app)["sequences"][0]["edited"]


def test_keras_is_asked_and_both_meanings_are_shown():
    app = opened(panel="keras")
    app.button(key="model_check").click().run()
    lines = "\n".join(each.value for each in app.markdown)
    assert "`trace = keras_layer`" in lines
    assert "`model(x) = keras_model(x)`" in lines
    assert "`model(x) ≠ keras_model_as_written(x)`" in lines


def test_the_code_and_the_file_for_keras_3_are_there():
    app = opened(panel="files", source="sums")
    assert "layers.Bidirectional(" in codes(app)
    app.button(key="model_save").click().run()
    assert any(each.key == "model_file_model.keras" for each in app.get("download_button"))


def test_samples_from_a_file_are_compared():
    content = io.BytesIO()
    batch = np.random.default_rng(1).normal(size=(3, 5, 2)).astype("float32")
    np.save(content, batch)
    model = stacked()
    app = drop(opened(), saved(model, ".keras"))
    drop(app, content.getvalue(), "samples.npy", "model_samples_file")
    app.toggle(key="model_compare").set_value(True).run()
    app.number_input(key="model_sample_b").set_value(3).run()
    traced = trace_model(model, batch).layers["first"]
    for sequence, sample in ((0, 0), (1, 2)):
        np.testing.assert_allclose(viewer_values(app, sequence, "cell"), traced.cell[sample], atol=1e-6)


def test_words_are_read_by_the_vocabulary_that_is_brought():
    model = keras.Sequential([keras.Input((None,)), layers.Embedding(10, 3), layers.LSTM(2)])
    app = drop(opened(), saved(model, ".keras"))
    app.text_input(key="model_a1").set_value("good film").run()
    assert "add the vocabulary" in said(app)
    drop(app, b'{"good": 4, "film": 5}', "words.json", "model_words_file")
    assert tokens(app) == ["good", "film"]


def test_wrong_text_keeps_the_last_sequence():
    app = opened(source="prices")
    before = viewer_values(app, 0, "cell")
    app.text_input(key="model_a1").set_value("1, 2").run()
    assert "20 steps, not 2" in said(app)
    np.testing.assert_array_equal(viewer_values(app, 0, "cell"), before)


def test_a_link_to_a_file_says_that_it_cannot_hold_it():
    app = opened(source="own", layer="nobody's", step="99")
    assert "A link cannot hold a file" in said(app)
    assert viewer_data(app)["kind"] == "lstm"


def test_what_an_unknown_layer_hides_is_named_and_the_layer_after_it_reads_its_own_input():
    given = keras.Input((4, 2))
    hidden = layers.LSTM(3, name="lstm")(layers.Lambda(lambda x: x * 2, name="secret")(given))
    app = drop(opened(panel="model"), saved(keras.Model(given, hidden), ".keras"))
    assert viewer_data(app)["sequences"][0]["steps"] == 24
    app = drop(opened(panel="keras"), saved(keras.Model(given, hidden), ".keras"))
    app.button(key="model_check").click().run()
    assert "secret is a Lambda, which is not computed here" in said(app)


def test_both_languages_say_everything():
    app = opened(lang="ko")
    assert "내 모델" in [each.value for each in app.title]


def test_a_large_layer_is_seen_through_a_window_that_can_be_moved():
    model = keras.Sequential([keras.Input((None, 2)), layers.LSTM(100, name="large")])
    app = drop(opened(panel="units"), saved(model, ".keras"))
    assert viewer_data(app)["part"] == {"first": 0, "steps": 24, "units": list(range(1, 65))}
    app.selectbox(key="model_units_0_number").set_value(64).run()
    assert viewer_data(app)["part"]["units"] == list(range(65, 101))
    assert viewer_data(app)["cursor"]["unit"] == 0
    app.number_input(key="model_steps").set_value(450).run()
    app.selectbox(key="model_steps_0").set_value(400).run()
    assert (viewer_data(app)["part"]["first"], viewer_data(app)["sequences"][0]["steps"]) == (400, 50)


def test_the_check_up_finds_that_the_forecast_repeats_the_last_price():
    app = opened(source="prices", panel="check_up")
    assert "The answers are compared with the row after each window." in said(app)
    assert "The forecast follows the last value" in said(app)


def test_the_check_up_reads_the_samples_and_targets_that_are_brought():
    model = keras.Sequential([keras.Input((5, 2)), layers.LSTM(3), layers.Dense(1)])
    app = drop(opened(), saved(model, ".keras"))
    app.get_by_key("model_panel").set_value("check_up").run()
    assert "Checked over A alone." in said(app)
    for key, array in (("samples", np.ones((40, 5, 2))), ("targets", np.random.default_rng(1).normal(size=(40, 1)))):
        content = io.BytesIO()
        np.save(content, array)
        drop(app, content.getvalue(), "x.npy", f"model_{key}_file")
    assert "Checked over 40 samples. The answers are compared with your targets." in said(app)
    assert "A feature that never changes" in "".join(each.value for each in app.markdown)


def test_a_file_that_fits_two_layers_lets_the_visitor_choose():
    model = keras.Sequential([keras.Input((5, 2)), layers.GRU(3, use_bias=False, reset_after=False)])
    app = drop(opened(), saved(model, ".weights.h5"), "model.weights.h5")
    app.text_area(key="model_a1").set_value("1 2\n3 4\n5 6").run()
    given = np.array([[[1, 2], [3, 4], [5, 6]]], "float32")
    own = trace_layer(model.layers[0], given).hidden[0]
    shown = [viewer_values(app, 0, "hidden")]
    app.selectbox(key="model_variant").set_value(1).run()
    shown.append(viewer_values(app, 0, "hidden"))
    assert sorted(float(np.abs(each - own).max()) <= 1e-6 for each in shown) == [False, True]


@pytest.mark.parametrize("source", ["reviews", "prices", "sums"])
def test_which_input_mattered_is_shown_for_the_answer(source):
    app = opened(source=source, panel="mattered", step="4")
    assert re.search(r"The number of \w+\[[\d, ]+\]: ", said(app))
    assert "Occlusion: the changes add up to" in said(app)


def test_of_several_outputs_and_inputs_one_is_chosen():
    first, second = keras.Input((4, 1), name="first"), keras.Input((3,), name="second")
    hidden = layers.LSTM(2)(first)
    both = layers.Concatenate()([hidden, second])
    outputs = [layers.Dense(1, name="one")(both), layers.Dense(3, activation="softmax", name="three")(both)]
    app = drop(opened(panel="mattered"), saved(keras.Model([first, second], outputs), ".keras"))
    app.get_by_key("model_panel").set_value("mattered").run()
    assert "The number of one[0]" in said(app)
    app.selectbox(key="model_output").set_value(2).run()
    app.selectbox(key="model_number").set_value(3).run()
    app.selectbox(key="model_given").set_value(2).run()
    assert not app.exception
    assert "The number of three[2]" in said(app)


def test_the_unit_that_decides_is_first_and_a_break_can_be_planned():
    app = opened(panel="deciding")
    table = app.dataframe[0].value
    changes = [abs(float(change)) for change in table["Change"]]
    assert changes == sorted(changes, reverse=True)
    assert sorted(table["Unit"]) == list(range(1, 9))
    app = opened(panel="break", step="22", unit="3")
    app.selectbox(key="model_edit_action").set_value("clamp").run()
    app.toggle(key="model_edit_all").set_value(True).run()
    app.button(key="model_do").click().run()
    assert app.session_state["model_edits"] == "A.cell.all.22.clamp=1"
    assert "A, with the interventions" in app.dataframe[0].value.columns


def test_the_page_says_where_the_inputs_are_given():
    given = keras.Input((4, 2))
    hidden = layers.LSTM(3, name="lstm")(layers.Lambda(lambda x: x * 2, name="secret")(given))
    app = drop(opened(), saved(keras.Model(given, hidden), ".keras"))
    assert "A layer before lstm is not computed here, so the input of lstm is given directly." in said(app)
    assert "is not computed here, so" not in said(drop(opened(), saved(stacked(), ".keras")))


def test_the_names_of_the_classes_stand_in_the_answer():
    model = keras.Sequential([keras.Input((5, 2)), layers.LSTM(3), layers.Dense(3, activation="softmax")])
    app = drop(opened(), saved(model, ".keras"))
    app.get_by_key("model_panel").set_value("answer").run()
    app.text_input(key="model_labels").set_value("up, down").run()
    assert list(app.dataframe[0].value["Output"]) == ["up", "down", "2"]


@pytest.mark.parametrize("panel", ["model", "answer", "deciding", "mattered", "files"])
def test_no_name_from_the_file_is_read_as_markup(panel):
    name = "**b** :red[x] [y](z)"
    parts = [layers.LSTM(2, name=f"{name} lstm"), layers.Dense(2, activation="softmax", name=f"{name} dense")]
    app = drop(opened(), saved(keras.Sequential([keras.Input((4, 1), name=name), *parts]), ".keras"))
    app.get_by_key("model_panel").set_value(panel).run()
    drawn = (*app.markdown, *app.caption, *app.subheader, *app.header, *app.info, *app.title)
    assert not [each.value for each in drawn if "[y](z)" in each.value]


def test_what_weights_alone_do_not_say_is_asked():
    model = keras.Sequential(
        [keras.Input((5, 2)), layers.LSTM(3, activation="relu", recurrent_activation="hard_sigmoid")]
    )
    app = drop(opened(), saved(model, ".weights.h5"), "model.weights.h5")
    app.text_area(key="model_a1").set_value("1 2\n3 4\n5 6").run()
    wanted = trace_layer(model.layers[0], np.array([[[1, 2], [3, 4], [5, 6]]], "float32")).cell[0]
    assert np.abs(viewer_values(app, 0, "cell") - wanted).max() > 1e-3
    app.selectbox(key="model_activation").set_value("relu").run()
    app.selectbox(key="model_recurrent_activation").set_value("hard_sigmoid").run()
    np.testing.assert_allclose(viewer_values(app, 0, "cell"), wanted, rtol=0, atol=1e-6)
    assert not any(box.key == "model_activation" for box in drop(opened(), saved(model, ".keras")).selectbox)
