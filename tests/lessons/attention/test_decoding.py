"""The decoder in numpy is Keras's, and the beam search finds what it should."""

import itertools
from collections.abc import Sequence
from dataclasses import asdict, fields

import keras
import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.data import one_hot
from lstm_viz.lessons.attention.decoding import parts_at
from lstm_viz.lessons.attention.in_keras import run_layers, trained
from lstm_viz.lessons.attention.tasks import MARK, TASKS
from lstm_viz.lessons.attention.trained import WEIGHTS, model_of, story, trained_weights
from lstm_viz.lessons.attention.typed import DEFAULT_TEXTS, typed
from tools import train_attention

# As trained; longer than in the training; one symbol; a date in words, in numbers, in Korean, and none at all.
TEXTS = {
    "reverse": ["A", "ABBA", "ABCDEFGHAB", "HHGGFFEEDDCCBBAA"],
    "dates": ["31 may 2026", "12/31/1999", "2026년 5월 31일", "2026-05-31", "may"],
}
EACH = [(name, text) for name, texts in TEXTS.items() for text in texts]


def keras_model(name: str, text: str, before: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """What the whole model of Keras answers: the probabilities and the weights."""
    task = TASKS[name]
    read, said = one_hot(task.read(text), len(task.reads)), one_hot(np.array(before), task.marks)
    answer, weights = trained(name)([read[None], said[None]])
    return np.asarray(answer)[0], np.asarray(weights)[0]


@pytest.mark.parametrize(("name", "text"), EACH)
def test_every_array_is_what_keras_layer_returns_for_what_it_reads(name, text):
    decoded = model_of(name).free(text, TASKS[name].most_said)
    made = run_layers(name, text, tuple(map(int, decoded.before)))
    for field in fields(made):
        ours, theirs = getattr(decoded, field.name), getattr(made, field.name)
        assert_allclose(ours, theirs, atol=1e-6, rtol=0, err_msg=field.name)
    dots = np.asarray(keras.layers.Dot(axes=2)([decoded.hidden[None], decoded.states[None]]))[0]
    assert_allclose(decoded.scores, dots, atol=1e-6 * np.abs(dots).max())


@pytest.mark.parametrize(("name", "text"), EACH)
def test_the_whole_model_of_keras_looks_and_answers_as_the_page_does(name, text):
    """The rounding of all layers adds up to a little more than that of each."""
    decoded = model_of(name).free(text, TASKS[name].most_said)
    answer, weights = keras_model(name, text, decoded.before)
    assert_allclose(decoded.weights, weights, atol=3e-6)
    assert_allclose(decoded.probabilities, answer, atol=3e-6)
    assert decoded.said.tolist() == answer.argmax(axis=-1).tolist()


@pytest.mark.parametrize(("name", "text"), EACH)
def test_the_log_probabilities_of_the_beam_are_those_of_keras(name, text):
    for beginning in model_of(name).beam(text, width=3, most=TASKS[name].most_said)[-1]:
        answer, _ = keras_model(name, text, (MARK, *beginning.said[:-1]))
        chosen = answer[np.arange(len(beginning.said)), list(beginning.said)]
        assert_allclose(np.exp(beginning.log_probability), np.prod(chosen.astype(float)), atol=1e-5)


@pytest.mark.parametrize(("name", "text"), EACH)
def test_a_beam_of_width_1_is_the_greedy_search(name, text):
    """Keras reads all that was said at once: an answer depends on what was said before it alone."""
    model, most = model_of(name), TASKS[name].most_said
    said = list(model.greedy(text, most).said)
    answer, _ = keras_model(name, text, (MARK, *said[:-1]))
    assert answer.argmax(axis=-1).tolist() == said
    assert MARK not in said[:-1]
    assert said[-1] == MARK or len(said) == most
    assert model.free(text, most).said.tolist() == said


def every_output(marks: int, most: int):
    """All outputs of at most `most` positions: those that end, and those that are cut off."""
    for length in range(1, most + 1):
        for begun in itertools.product(range(1, marks), repeat=length - 1):
            yield (*begun, MARK)
    yield from itertools.product(range(1, marks), repeat=most)


@pytest.mark.parametrize("text", ["AB", "H", "ABCDEFGHABCDEFGH"])
def test_the_beam_of_full_width_is_brute_force_over_all_outputs(text):
    model, most = model_of("reverse"), 3
    outputs = sorted(every_output(model.task.marks, most))
    found = model.beam(text, width=len(outputs), most=most)[-1]
    assert sorted(each.said for each in found) == outputs
    by_hand = {}
    for length in range(1, most + 1):
        those = [each for each in outputs if len(each) == length]
        before = one_hot(np.array([(MARK, *each[:-1]) for each in those]), model.task.marks)
        read = one_hot(model.task.read(text), len(model.task.reads))
        answers, _ = trained("reverse")([np.repeat(read[None], len(those), axis=0), before])
        said = np.take_along_axis(np.asarray(answers).astype(float), np.array(those)[:, :, None], axis=2)
        by_hand |= dict(zip(those, np.log(said).sum(axis=(1, 2)), strict=True))
    assert_allclose([each.log_probability for each in found], [by_hand[each.said] for each in found], atol=1e-4)
    assert found[0].said == max(by_hand, key=by_hand.__getitem__)
    assert_allclose(np.exp(list(by_hand.values())).sum(), 1, atol=1e-5)


def test_a_beam_keeps_the_most_probable_beginnings_and_those_that_have_ended():
    steps = model_of("reverse").beam("ABCDEFGHABCDEFGH", width=4, most=20)
    for kept in steps:
        logs = [each.log_probability for each in kept]
        assert len(kept) == 4
        assert logs == sorted(logs, reverse=True)
    for before, after in itertools.pairwise(steps):
        assert all(each in before or each.said[:-1] in [one.said for one in before] for each in after)


def test_teacher_forcing_reads_the_right_answer():
    task = TASKS["reverse"]
    decoded = model_of("reverse").forced("ABC", "CBA")
    assert decoded.before.tolist() == [MARK, *task.said("CBA")[:-1]]
    assert task.text(decoded.said) == "CBA"


@pytest.mark.parametrize(
    ("free", "forced", "parts"),
    [([0, 1, 2], [0, 1, 2], None), ([0, 1, 2], [0, 3, 2], 1), ([0, 1], [0, 1, 2], 2), ([0, 1, 2], [0, 1], 2)],
)
def test_where_two_decoders_part(free, forced, parts):
    assert parts_at(free, forced) == parts


def test_the_weights_are_small_and_each_task_is_learned_by_attention():
    assert WEIGHTS.stat().st_size < 300_000
    for name in TASKS:
        told = story(name)
        assert told.right > 0.95 > 0.5 > told.evenly
        assert model_of(name).encoder.units == TASKS[name].units
        example = typed(name, DEFAULT_TEXTS[name])
        assert TASKS[name].text(model_of(name).free(example.text, example.most).said) == example.right


def test_a_reversal_looks_backwards_through_its_input():
    weights = model_of("reverse").free("ABCDEFG", 20).weights
    assert weights[:7].argmax(axis=1).tolist() == [6, 5, 4, 3, 2, 1, 0]


@pytest.mark.slow
@pytest.mark.parametrize("name", TASKS)
def test_what_is_told_of_the_training_is_so(name):
    told = train_attention.story(name, trained_weights(name))
    assert told == pytest.approx(asdict(story(name)), abs=2e-3)  # on another machine a near tie may fall otherwise
