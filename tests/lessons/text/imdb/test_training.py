"""Real Keras trains on the made reviews: as its own fit does, the same however it is cut, and to some avail."""

from functools import reduce

import numpy as np
import pytest

from lstm_viz.lessons.text.imdb import in_keras
from lstm_viz.lessons.text.imdb.corpus import load_corpus
from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.in_keras import chance_of, counts_of, review_of, train
from lstm_viz.lessons.text.imdb.reading import read
from lstm_viz.lessons.text.imdb.run import ImdbRun, new_run
from lstm_viz.lessons.text.imdb.settings import ImdbSettings, ImdbState, start
from lstm_viz.lessons.text.imdb.words import read_vocabulary
from tests.lessons.text.imdb import made

keras = pytest.importorskip("keras")

SMALL = ImdbSettings("lstm", 8, 130, 20, 0.01, 3)
LEARNS = ImdbSettings("lstm", 8, 1000, 20, 0.01, 3)
LAYERS = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU}


@pytest.fixture(scope="module")
def location(tmp_path_factory) -> FilesLocation:
    return made.filled(tmp_path_factory.mktemp("imdb"))


@pytest.fixture(scope="module")
def trained(location) -> ImdbRun:
    """Three epochs on 1,000 reviews."""
    run = new_run(LEARNS, location)
    return run.extended(train(LEARNS, location, run.state, 3 * LEARNS.updates))


def keras_model(settings: ImdbSettings, weights) -> keras.Model:
    """Written as the tutorials write it."""
    model = keras.Sequential(
        [
            keras.Input((settings.length,)),
            keras.layers.Embedding(10_000, 16, mask_zero=True),
            LAYERS[settings.kind](settings.units),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.set_weights(list(weights))
    return model


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_two_epochs_are_those_of_keras_fit(location, kind):
    settings = ImdbSettings(kind, 8, 130, 20, 0.01, 3)
    chunk = train(settings, location, start(settings), 2 * settings.updates)
    ids, labels = load_corpus(location).batch("train", 130, 20)
    model = keras_model(settings, start(settings).weights)
    # Tracing takes seconds, and what runs is the same. The LSTM is compiled, as users compile it.
    model.compile(keras.optimizers.Adam(settings.rate), "binary_crossentropy", run_eagerly=kind != "lstm")
    for epoch in range(2):
        order = np.concatenate([settings.batch(3 * epoch + at) for at in range(3)])
        history = model.fit(ids[order], labels[order], batch_size=64, shuffle=False, verbose=0)
        weighted = np.average(chunk.losses[3 * epoch : 3 * epoch + 3], weights=[64, 64, 2])
        assert history.history["loss"][0] == pytest.approx(weighted, abs=1e-5)
    for ours, theirs in zip(chunk.state.weights, model.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_however_the_updates_are_cut_the_bits_are_the_same(location):
    whole = new_run(SMALL, location).extended(train(SMALL, location, start(SMALL), 7))

    def some_more(run: ImdbRun, updates: int) -> ImdbRun:
        return run.extended(train(SMALL, location, run.state, updates))

    cut = reduce(some_more, [2, 1, 3, 1], new_run(SMALL, location))
    for one, other in zip(parts(whole.state), parts(cut.state), strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(whole.losses, cut.losses)
    assert whole.looks == cut.looks
    assert [epoch for epoch, _ in cut.snapshots] == [1, 2]
    np.testing.assert_array_equal(whole.snapshots[1][1][0], cut.snapshots[1][1][0])


def parts(state: ImdbState) -> list[np.ndarray]:
    return [*state.weights, *state.optimizer]


def test_it_learns_what_it_was_never_trained_on(location, trained):
    assert trained.held_out == 200
    assert trained.looks[0].accuracy < 0.75
    assert trained.looks[-1].accuracy > 0.9
    ids, labels = load_corpus(location).batch("test", 200, LEARNS.length)
    chances = keras_model(LEARNS, trained.state.weights).predict(ids, verbose=0)[:, 0]
    assert trained.looks[-1].accuracy == ((chances > 0.5) == labels).mean()
    loss = -np.log(np.where(labels == 1, chances, 1 - chances)).mean()
    assert trained.looks[-1].loss == pytest.approx(loss, abs=1e-5)


@pytest.mark.parametrize("number", range(5))
def test_what_is_shown_of_a_review_is_keras_own(location, trained, number):
    review = review_of(location, number)
    ids = tuple(review.ids.tolist())
    weights = trained.snapshots[-1][1]
    reading = read(LEARNS, weights, ids, read_vocabulary(location).decode(ids))
    model = keras_model(LEARNS, weights)
    so_far = [reading.ids[:steps] for steps in range(1, len(reading.ids) + 1)]
    padded = keras.utils.pad_sequences(so_far, maxlen=LEARNS.length)
    np.testing.assert_allclose(model(padded)[:, 0], reading.chances, atol=1e-6)
    as_trained = keras.utils.pad_sequences([ids], maxlen=LEARNS.length)
    assert model(as_trained)[0, 0].numpy() == pytest.approx(reading.chance, abs=1e-6)
    assert chance_of(LEARNS, weights, reading.ids) == pytest.approx(reading.chance, abs=1e-6)
    assert reading.words == read_vocabulary(location).decode(as_trained[0][-len(reading.ids) :])
    assert reading.left_out == max(len(ids) - LEARNS.length, 0)


def test_one_word_alone_decides_and_the_network_shows_where(location, trained):
    sentence = read_vocabulary(location).encode("the film was a plot wonderful and it was a film")
    reading = read(LEARNS, trained.state.weights, sentence.ids, sentence.words)
    before, after = reading.chances[reading.words.index("wonderful") - 1 :][:2]
    assert after - before > 0.3
    assert reading.is_positive


def test_the_parts_are_counted(location):
    assert counts_of(location) == (1000, 200)


def test_at_least_one_update_is_asked_for(location):
    with pytest.raises(ValueError, match="updates must be at least 1, not 0"):
        train(SMALL, location, start(SMALL), 0)


def test_weights_that_are_not_finite_end_it(location):
    broken = start(SMALL)
    weights = tuple(np.full_like(array, np.nan) for array in broken.weights)
    chunk = train(SMALL, location, ImdbState(0, weights, broken.optimizer), 3)
    run = new_run(SMALL, location).extended(chunk)
    assert (run.has_diverged, run.position, len(run.losses)) == (True, 0, 1)


class Diverges:
    """A model whose weights are no longer numbers after its third update. The loss of a batch does not show it yet."""

    def __init__(self, weights):
        self.updates, self.weights = 0, weights

    def assign(self, state, rate):
        self.updates = state.update

    def update(self, ids, labels):
        self.updates += 1
        return 0.7

    def evaluate(self, ids, labels):
        return (0.7, 0.5) if self.updates < 3 else (float("nan"), 0.5)

    def read(self):
        return self.weights, tuple(array for array in self.weights for _ in range(2))


def test_a_network_that_diverged_in_its_last_update_is_told_so_and_shows_no_nan(location, monkeypatch):
    begin = new_run(SMALL, location)
    monkeypatch.setattr(in_keras, "model_for", lambda *_: Diverges(begin.state.weights))
    run = begin.extended(train(SMALL, location, begin.state, SMALL.updates))
    assert run.has_diverged
    assert [look for look in run.looks if not np.isfinite(look.loss)] == []
    assert (run.position, run.epochs) == (0, 0)
