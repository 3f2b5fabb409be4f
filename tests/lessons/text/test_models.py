"""The shipped models against real Keras, and what is told of them recomputed."""

import numpy as np
import pytest

from lstm_viz.data.reviews import KINDS, LANGUAGES, held_out_reviews, split, vocabulary
from lstm_viz.lessons.text.encode import PADDING, UNKNOWN, ids_of, padded, word_counts
from lstm_viz.lessons.text.model import review_model, scores, story
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence
from tests.support.text import trained_on

keras = pytest.importorskip("keras")

SENTENCES = {
    "en": [*EXAMPLES["en"], "the wombats were not boring", "good"],
    "ko": [*EXAMPLES["ko"], "공룡은 전혀 지루하지 않았다", "나쁘지 않다"],
}


@pytest.fixture(scope="module", params=LANGUAGES)
def models(request):
    from lstm_viz.lessons.text.in_keras import models_of

    return request.param, *models_of(review_model(request.param))


def held_out_ids(language: str) -> np.ndarray:
    words = review_model(language).words
    return padded([ids_of(split(language, review.text), words) for review in held_out_reviews(language)], 36)


def test_the_vocabulary_is_the_grammars(models):
    language, *_ = models
    assert review_model(language).words == vocabulary(language)
    assert story(language)["training_reviews"] == len(trained_on(language))
    assert story(language)["weights"] == {"lstm": models[1].count_params(), "bag": models[2].count_params()}


def test_the_counts_of_right_answers_are_keras_own(models):
    language, model, bag = models
    reviews, ids = held_out_reviews(language), held_out_ids(language)
    positive = np.array([review.positive for review in reviews])
    counts = np.array([np.bincount(row, minlength=len(vocabulary(language)) + 2) for row in ids])
    counts[:, 0] = 0
    by_lstm = (np.asarray(model(ids))[:, 0] > 0.5) == positive
    by_bag = (np.asarray(bag(counts.astype("float32")))[:, 0] > 0.5) == positive
    for each in scores(language):
        those = [review.kind == each.kind for review in reviews]
        assert (each.reviews, each.lstm, each.bag) == (sum(those), by_lstm[those].sum(), by_bag[those].sum())


def test_the_lstm_gets_what_the_bag_of_words_cannot(models):
    counted = {each.kind: each for each in scores(models[0])}
    assert set(counted) == set(KINDS)
    least = {kind: 0.95 if kind == "two_clauses" else 0.97 for kind in KINDS}
    assert all(each.lstm >= least[each.kind] * each.reviews for each in counted.values())
    for kind in ("negation", "strong_negation"):
        assert counted[kind].bag <= 0.3 * counted[kind].reviews
    for kind in ("contrast", "negated_contrast"):
        assert counted[kind].bag <= 0.6 * counted[kind].reviews
    # What it gets all the same.
    for kind in ("plain", "double_negation"):
        assert counted[kind].bag >= 0.8 * counted[kind].reviews


def test_every_step_is_keras_own(models):
    from lstm_viz import trace_model

    language, model, bag = models
    for text in SENTENCES[language]:
        reading = read(sentence(language, text))
        ids = reading.sentence.ids[None]
        traced = trace_model(model, ids)
        (layer,) = traced.layers.values()
        assert traced.max_error <= 1e-6
        for name, signal in layer.signals.items():
            np.testing.assert_allclose(reading.trace.signals[name], signal, atol=1e-6, rtol=0)
        # The sentiment so far is what the model says of the words so far.
        so_far = [float(model(ids[:, :length])[0, 0]) for length in range(1, ids.shape[1] + 1)]
        np.testing.assert_allclose(reading.sentiments, so_far, atol=1e-6, rtol=0)
        counts = np.bincount(ids[0], minlength=review_model(language).size).astype("float32")
        assert reading.bag == pytest.approx(float(bag(counts[None])[0, 0]), abs=1e-6)


def test_the_shares_add_up_to_keras_logit(models):
    language, model, _ = models
    for text in SENTENCES[language]:
        reading = read(sentence(language, text))
        probability = float(np.asarray(model(reading.sentence.ids[None]), "float64")[0, 0])
        bias = float(review_model(language).head_bias[0])
        total = reading.shares.sum() + bias
        assert 1 / (1 + np.exp(-total)) == pytest.approx(probability, abs=1e-6)


def test_a_share_is_what_the_ledger_leaves_of_a_word():
    reading = read(sentence("en", EXAMPLES["en"][0]))
    trace, head = reading.trace, review_model("en").head_kernel[:, 0].astype(float)
    steps = trace.steps
    for word in range(steps):
        left = trace.input_gate[0, word].astype(float) * trace.candidate[0, word]
        for later in range(word + 1, steps):
            left = left * trace.forget_gate[0, later]
        memory = trace.cell[0, -1].astype(float)
        share = np.sum(head * trace.output_gate[0, -1] * np.tanh(memory) / memory * left)
        assert reading.shares[word] == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bag_of_words_does_not_see_an_order(language):
    a, b = (read(sentence(language, text)) for text in EXAMPLES[language])
    assert sorted(a.sentence.words) == sorted(b.sentence.words)
    assert a.bag == pytest.approx(b.bag, abs=1e-6)
    assert a.answer > 0.9
    assert b.answer < 0.1


@pytest.mark.parametrize("side", ["post", "pre"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_mask_padding_changes_nothing_and_without_one_it_does(language, side):
    from lstm_viz.lessons.text.in_keras import read_by_keras

    ids = sentence(language, EXAMPLES[language][0]).ids
    longer = padded([ids], 30, side)
    alone = read_by_keras(language, ids[None], True)
    masked, unmasked = (read_by_keras(language, longer, mask) for mask in (True, False))
    np.testing.assert_array_equal(masked.mask, longer != PADDING)
    assert unmasked.mask is None
    np.testing.assert_allclose(masked.answer, alone.answer, atol=1e-6)
    np.testing.assert_allclose(masked.last_cell, alone.last_cell, atol=1e-6)
    assert np.abs(unmasked.last_cell - alone.last_cell).max() > 1e-4
    model = review_model(language)
    np.testing.assert_allclose(model.trace(longer).hidden, masked.hidden, atol=1e-6)
    np.testing.assert_allclose(model.trace(longer, mask_zero=False).hidden, unmasked.hidden, atol=1e-6)


def test_words_become_numbers_and_counts():
    ids = ids_of(["b", "new", "a", "b"], ("a", "b"))
    assert ids.tolist() == [3, UNKNOWN, 2, 3]
    assert padded([ids], 6, "pre").tolist() == [[0, 0, 3, 1, 2, 3]]
    assert word_counts(padded([ids], 6), 4).tolist() == [[0, 1, 1, 2]]
    with pytest.raises(ValueError, match="length must be at least 4"):
        padded([ids], 3)
    with pytest.raises(ValueError, match="side must be one of"):
        padded([ids], 6, "left")
