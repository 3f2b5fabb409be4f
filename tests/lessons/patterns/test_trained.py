"""The models that the page ships: what is told of them is measured again, and their script makes them again."""

import json

import numpy as np
import pytest

from lstm_viz.lessons.patterns import in_keras as engine
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS, RIVALS
from lstm_viz.lessons.patterns.score import judged, score
from lstm_viz.lessons.patterns.tasks import EXAMPLES
from lstm_viz.lessons.patterns.trained import STORY, story, trained_weights


@pytest.mark.slow
@pytest.mark.parametrize("pattern", EXAMPLES)
def test_the_recorded_score_is_measured_again(pattern):
    from tools.train_patterns import held_out

    model = engine.with_weights(PATTERNS[pattern], trained_weights(pattern))
    again, told = held_out(pattern, model, EXAMPLES[pattern]()), story(pattern).held_out
    assert again.samples == told.samples
    for name in ("right", "all_right", "error"):
        # Another processor rounds differently, and may tip a doubtful answer.
        assert getattr(again, name) == pytest.approx(getattr(told, name), abs=2e-3)
    assert model.count_params() == story(pattern).weights


@pytest.mark.slow
def test_the_script_gives_a_model_that_answers_the_same():
    from tools.train_patterns import fitted

    pattern = "many_to_many"  # the shortest training
    examples = EXAMPLES[pattern]()
    inputs, answers = examples.held_out
    came = score(pattern, fitted(pattern, PATTERNS[pattern], examples).predict(inputs, verbose=0), answers)
    assert came.right == pytest.approx(story(pattern).held_out.right, abs=0.02)


@pytest.mark.parametrize("pattern", EXAMPLES)
def test_every_model_has_learned_what_is_said(pattern):
    told = story(pattern)
    if told.held_out.error is None:
        assert told.held_out.right > 0.99
        assert told.held_out.all_right > 0.97
    else:
        assert told.guessing is not None
        assert told.held_out.error < told.guessing / 15


@pytest.mark.parametrize("pattern", RIVALS)
def test_without_what_makes_the_pattern_it_is_worse(pattern):
    weights, rival = story(pattern).rival
    assert rival.right < story(pattern).held_out.right - 0.03
    assert weights == pytest.approx(story(pattern).weights, rel=0.05)


def test_an_autoencoder_gives_back_what_it_knows_and_not_just_anything():
    assert story("autoencoder").noise.error > 10 * story("autoencoder").held_out.error


def test_the_story_names_its_script_seed_and_versions():
    told = json.loads(STORY.read_text())
    assert told["script"] == "tools/train_patterns.py"
    assert {"seed", "batch_size", "learning_rate", "optimizer", "keras", "tensorflow", "numpy"} <= told.keys()


def test_weights_are_read_only_and_fit_their_model():
    for pattern in EXAMPLES:
        assert not any(array.flags.writeable for array in trained_weights(pattern))
        assert sum(array.size for array in trained_weights(pattern)) == story(pattern).weights
    with pytest.raises(KeyError, match="many_to_none"):
        trained_weights("many_to_none")


@pytest.mark.parametrize(
    ("pattern", "output", "answers", "right"),
    [
        ("many_to_one", [[2.26]], [[2.3]], 1),
        ("many_to_one", [[2.24]], [[2.3]], 0),
        ("many_to_many", [[[0.6], [0.4]]], [[[1], [1]]], 0.5),
        ("encoder_decoder", [[[0.1, 0.9], [0.8, 0.2]]], [[1, 0]], 1),
    ],
)
def test_a_score_counts_right_answers(pattern, output, answers, right):
    came = score(pattern, np.array(output), np.array(answers))
    assert (came.right, came.error) == (right, None)


def test_a_score_of_numbers_is_their_mean_error():
    came = score(FEED_BACK, np.array([[[0.5], [1.0]]]), np.array([[[0.0], [0.0]]]))
    assert (came.right, came.error) == (None, 0.75)
    with pytest.raises(ValueError, match="answers of shape"):
        score(FEED_BACK, np.zeros((1, 2, 1)), np.zeros((1, 3, 1)))


@pytest.mark.parametrize(
    ("output", "answer", "right"),
    [([0.9], 1, True), ([0.9], 0, False), ([0.51], 1, None), ([0.1, 0.8, 0.1], 1, True), ([0.5, 0.49, 0.01], 0, None)],
)
def test_a_toss_gets_no_tick(output, answer, right):
    assert judged(np.array(output), answer) is right
