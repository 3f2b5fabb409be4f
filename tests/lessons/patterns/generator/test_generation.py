"""The generated text: real Keras against an independent numpy, temperature and seed, what the training has given."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.generator.drawing import generated_drawing
from lstm_viz.lessons.patterns.generator.equalities import generated_equalities
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.sampling import choose, with_temperature
from lstm_viz.lessons.patterns.generator.sentences import every_sentence, finished, vocabulary
from lstm_viz.lessons.patterns.generator.tables import MOST, candidates
from lstm_viz.lessons.patterns.generator.trained import story
from lstm_viz.lessons.patterns.in_keras import compiled, with_weights
from lstm_viz.lessons.patterns.trained import trained_weights
from tests.lessons.patterns.generator.texts import EXAMPLE, generated

KOREAN = Request("할머니께서 마당에서", generated=12, temperature=0.5, seed=3)


def softmax(logits: np.ndarray) -> np.ndarray:
    power = np.exp(logits - logits.max(-1, keepdims=True))
    return power / power.sum(-1, keepdims=True)


def by_numpy(ids: list[int]) -> list[np.ndarray]:
    """The outputs of the four layers, from the trained weights alone."""
    table, *grus, kernel, bias = trained_weights(GENERATOR)
    outputs = [table[ids][None]]
    for at in (0, 3):
        outputs.append(numpy_engine.run(RecurrentWeights("gru", *grus[at : at + 3]), outputs[-1]).hidden)
    return [*outputs, softmax((outputs[-1] @ kernel + bias).astype(float))]


@pytest.mark.parametrize("request_", [EXAMPLE, KOREAN], ids=["English", "Korean"])
def test_every_layer_is_what_the_numpy_engine_makes_of_the_weights(request_):
    text = generated(request_)
    for layer, wanted in zip(text.whole.layers, by_numpy(list(text.ids[:-1])), strict=True):
        assert_allclose(layer.output, wanted, rtol=0, atol=1e-6)


def test_the_text_is_drawn_word_by_word_from_what_numpy_makes_of_the_text_so_far():
    draw, ids = np.random.default_rng(EXAMPLE.seed), list(EXAMPLE.ids)
    for step in range(EXAMPLE.generated):
        probabilities = by_numpy(ids)[-1][0, -1]
        assert_allclose(generated().probabilities[step], probabilities, rtol=0, atol=1e-6)
        ids.append(choose(probabilities, EXAMPLE.temperature, draw))
    assert generated().ids == tuple(ids)
    assert len(generated().generated) == EXAMPLE.generated


def test_a_seed_gives_one_text_and_another_seed_another():
    again, other = (Request("the cat", 10, 1.0, seed) for seed in (1, 2))
    assert generated(again).words == generated().words
    assert generated(other).words != generated().words


def test_at_temperature_0_the_most_probable_word_is_taken_whatever_the_seed():
    texts = [generated(Request("the cat", 10, 0.0, seed)) for seed in (1, 2)]
    assert texts[0].words == texts[1].words
    assert texts[0].ids[2:] == tuple(texts[0].probabilities.argmax(-1))


def test_a_temperature_divides_the_logits():
    logits = np.array([2.0, 1.0, 0.5, -3.0])
    for temperature in (0.5, 1, 2, 3):
        assert_allclose(with_temperature(softmax(logits), temperature), softmax(logits / temperature), atol=1e-12)
    assert with_temperature(softmax(logits), 0).tolist() == [1, 0, 0, 0]
    assert with_temperature(np.array([[0.2, 0.8], [1, 0]]), 0.5).sum(-1).tolist() == pytest.approx([1, 1])


def test_a_compiled_model_reads_texts_of_any_length_right():
    """TimeDistributed of Keras 3.15 does not, when it is compiled for an unknown number of steps."""
    model = with_weights(PATTERNS[GENERATOR], trained_weights(GENERATOR))
    record = compiled(model)
    for length in (1, 3, 7):
        ids = np.arange(length, dtype="int32")[None]
        output = np.asarray(record(ids).outputs[-1])
        assert_allclose(output, np.asarray(model(ids)), atol=1e-7)
        assert output.shape == (1, length, len(vocabulary()))


def test_what_comes_later_does_not_change_what_was_said_before():
    (claim,) = generated_equalities(generated())
    assert claim.equal
    assert claim.comparison.left_shape == (EXAMPLE.generated, len(vocabulary()))


def test_the_beginning_decides_the_language_and_the_verb():
    text = generated(KOREAN)
    assert not any(word.isascii() for word in text.words if word != ".")
    assert set(finished(text.words)) <= every_sentence()


def test_the_five_most_probable_words_are_shown_and_the_one_that_was_drawn():
    wild = Request("the cat", 16, 3.0, 1)
    text, found = generated(wild), candidates(generated(wild), wild.temperature)
    assert any(each.rank > MOST for each in found)
    for step in range(1, wild.generated + 1):
        of_step = [each for each in found if each.step == step]
        given = text.probabilities[step - 1]
        assert [each.probability for each in of_step[:MOST]] == sorted(map(float, given), reverse=True)[:MOST]
        assert [each.word for each in of_step if each.chosen] == [text.generated[step - 1]]
        assert len(of_step) in (MOST, MOST + 1)
        for each in of_step:
            changed = with_temperature(given, wild.temperature)[vocabulary().index(each.word)]
            assert each.drawn_with == pytest.approx(changed)


def test_each_drawn_word_goes_back_into_the_model():
    text = generated()
    drawing = generated_drawing(text, "title", str)
    fed_back = {(edge.start, edge.end) for edge in drawing.edges if edge.end.startswith("inputs")}
    assert fed_back == {(f"time_distributed {step - 1}", f"inputs {step}") for step in range(2, 11)}
    assert drawing.title == f"title: the cat → {' '.join(text.generated)}"
    nodes = {node.id: node for node in drawing.nodes}
    for step, word in enumerate(text.words[:-1]):
        assert nodes[f"inputs {step}"].label == word
        assert nodes[f"inputs {step}"].title == f"Input at step {step + 1}: “{word}”, id {text.ids[step]}"
        following = nodes[f"time_distributed {step}"]
        assert following.label == text.words[step + 1]
        assert following.values == text.whole.output[0, step, text.ids[step + 1]]


def test_the_training_has_given_what_is_told():
    told = story()
    assert told.weights == sum(array.size for array in trained_weights(GENERATOR))
    assert told.right[0.5] > 0.95
    assert told.right[0.5] > told.right[1.0] > 0.8
    assert told.right[3.0] < told.right[2.0] < told.right[1.0] - 0.1
    assert min(told.sentences.values()) > 300


@pytest.mark.slow
def test_the_told_share_of_right_sentences_is_counted_again():
    from tools.train_generator import grammatical

    record = compiled(with_weights(PATTERNS[GENERATOR], trained_weights(GENERATOR)))
    again = grammatical(lambda ids: record(ids).outputs[-1], 1.0)
    # Another processor rounds differently, and a text goes on in another way from there.
    assert again["right"] == pytest.approx(story().right[1.0], abs=0.03)
