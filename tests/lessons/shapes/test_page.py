"""The page Shapes, without a browser: controls, links, panels, predictions, what goes wrong, both languages."""

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.shapes import in_keras as engine
from lstm_viz.lessons.shapes.settings import SETTINGS
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import markdown, open_page, try_this, words
from tests.support.worker import Broken, use_worker

pytestmark = pytest.mark.usefixtures("keras_here")


def open_shapes(**query: str) -> AppTest:
    return open_page("shapes", **query)


def test_the_first_view_is_the_memory_pair_on_its_way():
    app = open_shapes()
    assert "`sequences` **(2, 5)** → `inputs` **(2, 4)**" in markdown(app)
    assert "`encoded` **(2, 4, 5)** → `X` **(2, 4, 5)**" in markdown(app)
    assert "(4, 1, 5)" in markdown(app)
    assert "by_step[1:] ≠ by_sequence[0, 1:]" in markdown(app)
    assert "stateful = by_sequence[0]" in markdown(app)
    assert {name: app.query_params[name] for name in SETTINGS} == {
        name: str(value).strip() for name, value in SETTINGS.defaults().items()
    }


def test_what_the_page_says_of_the_pair_is_what_keras_returned(monkeypatch):
    read_pair = engine.read_pair

    def remembers(pair):
        read = read_pair(pair)
        return engine.Readings(**vars(read) | {"apart": read.whole, "stateful": read.apart})

    monkeypatch.setattr("lstm_viz.lessons.shapes.in_keras.read_pair", remembers)
    app = open_shapes()
    assert "by_step[1:] = by_sequence[0, 1:]" in markdown(app)
    assert "Here separate steps give the same as the sequence." in markdown(app)
    assert "stateful ≠ by_sequence[0]" in markdown(app)
    assert "The state was not kept" in markdown(app)
    assert "what was read before is lost" not in markdown(app)


def test_the_answers_of_the_trained_model_stand_beside_the_targets():
    frame = open_shapes().dataframe[0].value
    assert frame["(2, 4, 5)"].tolist() == frame["target"].tolist() == [0, 1, 2, 3, 0, 1, 2, 4]
    assert frame["(4, 1, 5) stateful"].tolist() == frame["target"].tolist()
    assert frame["(4, 1, 5)"].tolist() != frame["target"].tolist()


@pytest.mark.parametrize(
    ("query", "way"),
    [
        ({"reading": "step"}, "`X` **(4, 1, 5)**"),
        ({"source": "sine"}, "`values` **(100,)** → `series` **(100, 1)** → `starts` **(90,)** → `X` **(90, 10, 1)**"),
        ({"source": "own"}, "`X` **(6, 10, 2)**"),
        ({"source": "tanks"}, "`table` **(30, 4)** → `features` **(30, 2)** → `X` **(6, 5, 2)**"),
        ({"source": "text"}, "`X` **(4, 8)**"),
    ],
)
def test_each_source_ends_in_x(query, way):
    assert way in markdown(open_shapes(**query))


def test_a_slider_cuts_other_windows_and_is_in_the_link():
    app = open_shapes(source="sine")
    app.slider(key="shapes_look_back").set_value(25).run()
    assert "`X` **(75, 25, 1)**" in markdown(app)
    assert app.query_params["look_back"] == "25"


def test_a_table_by_hour_would_mix_the_tanks():
    app = open_shapes(source="tanks", order="hour")
    assert "features.reshape(X.shape) ≠ X" in markdown(app)
    assert "hours of several tanks" in markdown(app)
    app = open_shapes(source="tanks", order="hour", tanks="1")
    assert "features.reshape(X.shape) = X" in markdown(app)
    assert "hours of several tanks" not in markdown(app)


def test_what_is_typed_wrong_is_said_and_what_was_there_stays():
    app = open_shapes(source="own", own="1,2,3,4,5,6,7,8,9,10,11,12")
    app.text_area(key="shapes_own").set_value("1, 2, <b>x</b>").run()
    assert not app.exception
    assert "“<b>x</b>” at position 3 is not a number." in words(app)
    assert "`X` **(2, 10, 1)**" in markdown(app)
    assert app.query_params["own"] == "1,2,3,4,5,6,7,8,9,10,11,12"


def test_a_series_too_short_for_its_windows_is_said():
    app = open_shapes(source="own")
    app.slider(key="shapes_look_back").set_value(30).run()
    assert any("look_back + horizon can be at most 16" in word for word in words(app))
    assert "`X` **(6, 10, 2)**" in markdown(app)


def test_a_tampered_link_shows_the_nearest_settings_and_says_so():
    app = open_shapes(source="own", own="<script>", look_back="99", shape="(a)")
    said = " ".join(words(app))
    assert "“look_back” cannot be “99”" in said
    assert "“own” was replaced. “<script>” at position 1 is not a number." in said
    assert "“shape” was replaced." in said


def test_a_worker_that_died_is_told_and_the_steps_stay(monkeypatch):
    use_worker(monkeypatch, Broken(WorkerDied()))
    app = open_shapes()
    assert [warning.value for warning in app.warning] == [WorkerDied().sentence(str)]
    assert "`X` **(2, 4, 5)**" in markdown(app)


def test_the_next_visitor_is_answered_from_the_cache(keras_here):
    open_shapes(panel="units")
    open_shapes(panel="units")
    assert keras_here.asked == ["unroll_layer"]


def test_try_this_opens_its_settings():
    app = open_shapes()
    try_this(app, 5)
    assert not app.exception
    assert (app.query_params["source"], app.query_params["panel"], app.query_params["padding"]) == (
        "text",
        "padding",
        "post",
    )
    assert "with_mask = unpadded" in markdown(app)


def test_the_pairs_of_windows_are_counted_and_shown():
    app = open_shapes(source="sine", look_back="3", stride="2", horizon="4")
    assert "target: 47**" in markdown(app)
    assert "(100 − 3 − 4) // 2 + 1 = 47" in markdown(app)
    frame = app.dataframe[0].value
    assert frame["window: rows"].tolist()[:2] == ["0 … 2", "2 … 4"]
    assert frame["target: row"].tolist()[:2] == [6, 8]
    app = open_shapes(source="sine")
    assert "target: 90**" in markdown(app)


def test_windows_overlap_where_the_stride_is_shorter():
    def said(**query):
        return " ".join(each.value for each in open_shapes(source="sine", look_back="4", **query).caption)

    assert "Neighbouring windows overlap" in said(stride="3")
    assert "no value is in two" in said(stride="4")
