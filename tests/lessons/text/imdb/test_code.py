"""The script that the panel gives away trains the same network: what it prints is what the page says."""

import re
import runpy

import pytest

from lstm_viz.lessons.text.imdb.code import imdb_code
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.in_keras import train
from lstm_viz.lessons.text.imdb.run import new_run
from lstm_viz.lessons.text.imdb.settings import ImdbSettings
from tests.lessons.text.imdb import made


@pytest.fixture
def location(tmp_path, monkeypatch) -> FilesLocation:
    """The made files, which Keras's own loader takes for those it knows."""
    imdb = pytest.importorskip("keras.src.datasets.imdb")
    filled = made.filled(tmp_path, made.archive(test=192))  # whole batches: Keras compiles for each size
    monkeypatch.setattr(imdb, "get_file", lambda **_: str(filled.path(filled.reviews)))
    return filled


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_it_prints_what_the_page_says(location, kind, tmp_path, capsys):
    settings = ImdbSettings(kind, 8, 128, 20, 0.01, 3)
    run = new_run(settings, location)
    run = run.extended(train(settings, location, run.state, 2 * settings.updates))
    ends = [look for look in run.looks if look.update % settings.updates == 0]
    script = tmp_path / "train_imdb.py"
    script.write_text(imdb_code(settings, 2), encoding="utf-8")
    runpy.run_path(str(script))
    lines = capsys.readouterr().out.splitlines()
    printed = [[float(number) for number in re.findall(r"\d\.\d{4}", line)] for line in lines]
    assert [line.split(":")[0] for line in lines] == ["after epoch 1", "after epoch 2"]
    assert printed == [[pytest.approx(look.accuracy, abs=1e-4), pytest.approx(look.loss, abs=1e-3)] for look in ends]
