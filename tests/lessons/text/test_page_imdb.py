"""The panel IMDB of the page Text: the files, and what the trained network makes of a review."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.judging import judge_yes
from lstm_viz.lessons.text.imdb.corpus import load_corpus
from lstm_viz.lessons.text.ui import imdb, imdb_loaders
from tests.lessons.text.imdb import made
from tests.support.imdb import component, keys, open_panel, said, trained
from tests.support.worker import forget


def test_without_a_network_a_sentence_says_so_and_the_page_is_whole(imdb_missing, imdb_worker):
    app = open_panel()
    assert "could not be downloaded: the connection is refused" in said(app)
    assert "text_imdb_again" in keys(app)
    assert "text_imdb_train" not in keys(app)
    assert imdb_worker.asked == []
    assert any(imdb_missing.reviews.url in code.value for code in app.code)
    assert app.text_input or app.text_area  # the sentences of the page are still there


def test_a_network_that_is_silent_holds_nobody_up(tmp_path, monkeypatch, imdb_worker):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        origin = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        location = made.location_of(tmp_path, made.archive(), origin=origin)
        monkeypatch.setattr(imdb, "default_location", lambda: location)
        app = open_panel()
        assert [bar.proto.text for bar in app.get("progress")] == ["Looking for Keras's IMDB files …"]
        assert "text_imdb_given" in {each.key for each in app.file_uploader}
    download = imdb_loaders.load_download(location)
    download.wait(60)
    app.run()
    assert "could not be downloaded" in said(app)


def test_it_is_tried_again_on_demand(imdb_missing):
    app = open_panel()
    imdb_missing.keep(made.archive(), "imdb.npz")
    app.button(key="text_imdb_again").click().run()
    assert "could not be downloaded" in said(app)
    imdb_missing.keep(made.word_index(), "words")
    app.button(key="text_imdb_again").click().run()
    assert "text_imdb_train" in keys(app)


def give(app: AppTest, **files: bytes) -> AppTest:
    uploader = app.file_uploader(key="text_imdb_given")
    for name, content in files.items():
        uploader = uploader.upload(".".join(name.rsplit("_", 1)), content, "application/octet-stream")
    uploader.run()
    assert not app.exception
    return app


def test_files_that_are_given_are_kept_and_trained_on(imdb_missing):
    app = give(open_panel(), renamed_npz=made.archive(), imdb_word_index_json=made.word_index())
    assert imdb_missing.missing() == ()
    assert "text_imdb_train" in keys(app)
    assert "could not be downloaded" not in said(app)


def test_a_wrong_file_gets_a_sentence_and_the_right_one_beside_it_is_kept(imdb_missing):
    app = give(open_panel(), imdb_npz=made.archive()[:-1], imdb_word_index_json=made.word_index())
    assert "“imdb.npz” is neither Keras's imdb.npz nor its imdb_word_index.json" in said(app)
    assert imdb_missing.missing() == (imdb_missing.reviews,)
    assert not imdb_missing.path(imdb_missing.reviews).exists()


def test_a_file_that_is_changed_on_disk_is_asked_for_again(imdb_filled):
    assert "text_imdb_train" in keys(open_panel())
    Path(imdb_filled.path(imdb_filled.reviews)).write_bytes(b"changed")
    app = open_panel()
    assert "text_imdb_train" not in keys(app)
    assert "could not be downloaded" in said(app)


def test_a_review_is_read_in_words_with_its_own_label(imdb_filled):
    app = trained(open_panel(imdb_trained="2", imdb_review="4"))
    review = load_corpus(imdb_filled).review("test", 3)
    shown = component(app, "imdb_words")["words"]
    assert shown[0]["text"] == "[START]"
    assert len(shown) == len(review.ids)
    assert ("Its author liked" in said(app)) == review.is_positive
    viewer = component(app, "stepping_viewer")
    assert viewer["sequences"][0]["tokens"] == [word["text"] for word in shown]
    chances = [word["chance"] for word in shown]
    for prediction, chance in zip(viewer["sequences"][0]["predictions"], chances, strict=True):
        assert prediction["label"] == ("positive" if chance > 0.5 else "negative")
        assert prediction["probability"] == pytest.approx(max(chance, 1 - chance), abs=1e-6)
        assert prediction["correct"] is judge_yes(chance, review.is_positive)


def test_what_is_said_of_keras_is_what_it_gave(imdb_filled, imdb_worker):
    app = trained(open_panel(imdb_trained="1"))
    assert any("shown ≠ model(padded)" in each.value for each in app.markdown)
    imdb_worker.chance = component(app, "imdb_words")["words"][-1]["chance"]
    forget()
    assert any("shown = model(padded)" in each.value for each in open_panel(imdb_trained="1").markdown)


def test_a_sentence_of_ones_own_and_the_words_it_does_not_know(imdb_filled):
    app = trained(open_panel(imdb_trained="1", imdb_read="own", imdb_text="The *film* was <b>splendid</b>, wonderful"))
    shown = component(app, "imdb_words")["words"]
    assert [word["text"] for word in shown][1:] == ["the", "film", "was", "b", "splendid", "b", "wonderful"]
    assert [word["known"] for word in shown][1:] == [True, True, True, False, False, False, True]
    assert "read as the same unknown word: b, splendid" in said(app)
    assert "Its author" not in said(app)


def test_nonsense_gets_a_sentence_beside_it(imdb_filled):
    app = trained(open_panel(imdb_trained="1", imdb_read="own", imdb_text="!!!"))
    assert "There is no word in it" in said(app)


def test_the_weights_after_an_earlier_epoch_can_be_looked_at(imdb_filled):
    newest = trained(open_panel(imdb_trained="2"))
    first = open_panel(imdb_trained="2", imdb_epoch="1")
    assert component(first, "stepping_viewer")["title"].endswith("after epoch 1")
    assert component(newest, "stepping_viewer")["title"].endswith("after epoch 2")
    chances = [component(app, "imdb_words")["words"][-1]["chance"] for app in (first, newest)]
    assert chances[0] != chances[1]


def test_a_wrong_link_is_mended_and_told(imdb_filled, imdb_worker):
    app = open_panel(imdb_units="9", imdb_seed="x", imdb_review="0")
    assert said(app).count("The link's") == 3
    assert imdb_worker.asked == []
