"""A training as a file on the page Memory lab: opened again, refused with a sentence, and seen by nobody else."""

import io
import json
import pickle
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.lessons.memory_lab.view import PANELS
from lstm_viz.tasks import gap, parse_task
from lstm_viz.training import Run, TrainingSettings, TrainingState, new_run
from tests.support.app import open_app, viewer_data, viewer_values
from tests.support.archives import changed_numbers, parts_of
from tests.support.archives import packed as repacked
from tests.support.lab import keys, open_lab, rows, said, shipped, train


def packed(run: Run) -> bytes:
    file = io.BytesIO()
    run.save(file)
    return file.getvalue()


def opened(content: bytes, **query: str):
    return upload(open_lab(**({"panel": "files"} | query)), content)


def upload(app, content: bytes):
    app.file_uploader(key="lab_file").upload("memory_lab.npz", content, "application/octet-stream").run()
    assert not app.exception
    return app


def tampered(run: Run) -> Run:
    """Weights that these settings do not give."""
    snapshots = tuple((epoch, tuple(array * 0.5 for array in weights)) for epoch, weights in run.snapshots)
    state = TrainingState(run.epoch, snapshots[-1][1], run.state.optimizer)
    return replace(run, state=state, losses=run.losses + 1, snapshots=snapshots)


def charts(app) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


@pytest.mark.parametrize(
    "task", [gap(3), parse_task("s,u,n,n,y;r,u,n,n,e,r"), parse_task("a,x|a;b,x|b")], ids=["gap", "own", "scored"]
)
@pytest.mark.parametrize("network", ["gru", "perceptron"])
def test_a_saved_training_is_shown_with_its_settings(pretends, task, network):
    settings = TrainingSettings(network, 3, 0.1, 77, "sequences")
    begin = new_run(settings, task)
    state = TrainingState(20, tuple(array + 1 for array in begin.state.weights), begin.state.optimizer)
    run = Run(settings, task, state, np.full(20, 0.25), np.ones(20), (*begin.snapshots, (20, state.weights)))
    app = opened(packed(run))
    assert pretends.asked == []
    (line,) = rows(app).values()
    assert (line["epochs"], line["loss (nats)"]) == (20, "0.2500")
    query = {"units": "3", "rate": "0.1", "seed": "77", "regime": "sequences", "networks": network, "trained": "20"}
    assert {name: app.query_params[name] for name in query} == query
    if network == "gru":
        assert viewer_data(app)["title"] == "GRU after epoch 20"
        assert viewer_data(app)["units"] == 3


def test_a_file_goes_on_being_trained_from_its_own_weights(pretends):
    settings = TrainingSettings("lstm", 3, 0.1, 77, "steps")
    begin = new_run(settings, gap(3))
    state = TrainingState(10, tuple(array * 0 + 5 for array in begin.state.weights), begin.state.optimizer)
    run = Run(settings, gap(3), state, np.ones(10), np.ones(10), (*begin.snapshots, (10, state.weights)))
    app = opened(packed(run))
    app.get_by_key("lab_epochs").set_value("20").run()
    app.button(key="lab_train").click().run()
    train(app)
    assert sum(epochs for _, epochs in pretends.asked) == 10
    # Ten pretended epochs add ten to every weight: all are 15, so the candidate is saturated.
    assert rows(app)["LSTM"]["epochs"] == 20
    assert (viewer_values(app, 0, "candidate") == 1).all()


def not_a_number(run: Run) -> bytes:
    with np.load(io.BytesIO(packed(run))) as file:
        arrays = dict(file)
    arrays["kernel"] = np.full_like(arrays["kernel"], np.nan)
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **arrays)
    return content.getvalue()


def changed(run: Run, name: str, change) -> bytes:
    parts = parts_of(packed(run))
    return repacked(parts | {name: changed_numbers(parts[name], change)})


def with_pickle() -> bytes:
    content = io.BytesIO()
    np.savez(content, header=np.array([{"a": 1}], dtype=object))
    return content.getvalue()


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packing:
        packing.writestr("header.npy", b"\0" * (70 << 20))
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This file is not a run saved by this app"),
        (b"PK\x03\x04 nonsense", "This file is not a run saved by this app"),
        (pickle.dumps({"weights": [1, 2]}), "This file is not a run saved by this app"),
        (with_pickle(), "This file is not a run saved by this app"),
        (not_a_number(shipped("lstm")), "its part kernel has numbers that training cannot give"),
        (
            changed(shipped("lstm"), "kernel.npy", lambda array: array + 1e300),
            "kernel has numbers that training cannot give",
        ),
        (changed(shipped("lstm"), "accuracies.npy", lambda array: np.stack([array, array], 1)), "do not fit together"),
        (bomb, "it holds 70 MiB, more than the 64 MiB that can be opened."),
        (
            packed(replace(shipped("gru"), settings=replace(shipped("gru").settings, learning_rate=0.02))),
            "run is 0.02",
        ),
    ],
    ids=["empty", "zip", "pickle", "pickle in npz", "NaN", "too large", "two columns", "bomb", "rate"],
)
def test_a_wrong_file_gets_a_sentence_and_what_was_there_stays(content, says):
    app = open_lab(panel="files")
    before, link = viewer_data(app), dict(app.query_params)
    upload(app, content() if callable(content) else content)
    assert says in said(app)
    assert viewer_data(app) == before
    assert dict(app.query_params) == link


@pytest.mark.parametrize("network", ["lstm", "gru", "simple_rnn"])
def test_the_largest_weights_that_are_taken_give_finite_numbers_on_every_panel(network):
    settings, draw = TrainingSettings(network, 3, 0.1, 77, "steps"), np.random.default_rng(0)
    begin = new_run(settings, gap(3))
    weights = tuple(draw.choice([-1e7, 1e7], array.shape) for array in begin.state.weights)
    state = TrainingState(1, weights, begin.state.optimizer)
    app = opened(packed(Run(settings, gap(3), state, np.ones(1), np.ones(1), ((0, weights), (1, weights)))))
    for panel in PANELS:
        app.get_by_key("lab_panel").set_value(panel).run()
        assert not app.exception
        sent = [chart.proto.spec for chart in app.get("vega_lite_chart")]
        assert [text for text in sent if "NaN" in text or "Infinity" in text] == []
        assert np.isfinite(viewer_values(app, 0, "hidden")).all()


def test_the_sentence_goes_with_the_next_file(fresh):
    app = opened(b"nonsense")
    assert "not a run saved" in said(app)
    upload(app, packed(shipped("gru")))
    assert "not a run saved" not in said(app)
    assert list(rows(app)) == ["GRU"]


def test_nobody_else_sees_what_a_visitor_brought(fresh):
    honest = shipped("lstm")
    same = {"networks": "lstm", "panel": "carry"}
    mine = opened(packed(tampered(honest)))
    np.testing.assert_array_equal(rows(mine)["LSTM"]["loss (nats)"], f"{honest.losses[-1] + 1:.4f}")
    mine.get_by_key("lab_panel").set_value("carry").run()
    theirs = open_lab(**(dict(mine.query_params) | same))
    again = open_lab(**same)
    assert rows(theirs)["LSTM"]["loss (nats)"] == f"{honest.losses[-1]:.4f}"
    for name in ("cell", "hidden", "forget_gate"):
        np.testing.assert_array_equal(viewer_values(theirs, 0, name), viewer_values(again, 0, name))
        assert not np.array_equal(viewer_values(theirs, 0, name), viewer_values(mine, 0, name))
    assert charts(theirs)[2:] != charts(mine)[2:]
    # Step through, too, shows what the recipe gives and not what the file held.
    stepped = open_app(model="lab", lab="lstm 20 0.01 4 steps 250 3,0,1,2,3;4,0,1,2,4")
    np.testing.assert_array_equal(viewer_values(stepped, 0, "cell"), viewer_values(again, 0, "cell"))


def test_trained_further_it_still_is_the_visitors_own(pretends):
    mine = opened(packed(tampered(shipped("gru"))))
    mine.get_by_key("lab_epochs").set_value("300").run()
    mine.button(key="lab_train").click().run()
    train(mine)
    assert rows(mine)["GRU"]["epochs"] == 300
    theirs = open_lab(networks="gru", epochs="300", trained="250")
    assert rows(theirs)["GRU"]["epochs"] == 250
    assert "lab_train" in keys(theirs)
