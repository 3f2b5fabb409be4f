"""A training as a fold over chunks, without Keras: what is asked for, and what becomes of it."""

import pickle

import numpy as np
import pytest

from lstm_viz.lessons.text.imdb.files_location import FilesLocation
from lstm_viz.lessons.text.imdb.run import MOST_UPDATES, ImdbChunk, new_run, train
from lstm_viz.lessons.text.imdb.settings import BATCH, LOOKS, ImdbSettings, ImdbState, start

SETTINGS = ImdbSettings("gru", 8, 130, 50, 0.003, 5)
NOWHERE = FilesLocation("/nowhere")


def chunk(begin: int, losses: list[float], seconds: float = 0.1) -> ImdbChunk:
    state = start(SETTINGS)
    has_diverged = not np.isfinite(losses[-1])
    after = ImdbState(begin + (0 if has_diverged else len(losses)), state.weights, state.optimizer)
    return ImdbChunk(after, np.array(losses), (), 80, (), seconds)


def test_an_epoch_reads_each_review_once_and_the_next_in_another_order():
    assert SETTINGS.updates == 3
    batches = [SETTINGS.batch(update) for update in range(6)]
    assert [len(batch) for batch in batches] == [BATCH, BATCH, 2] * 2
    first, second = np.concatenate(batches[:3]), np.concatenate(batches[3:])
    assert sorted(first) == sorted(second) == list(range(130))
    assert first.tolist() != second.tolist()
    np.testing.assert_array_equal(SETTINGS.batch(4), batches[4])


@pytest.mark.parametrize("reviews", [1000, 5000, 25_000])
def test_held_out_reviews_are_read_four_times_an_epoch_and_at_its_end(reviews):
    settings = ImdbSettings("lstm", 8, reviews, 50, 0.003, 1)
    looks = [update for update in range(1, 2 * settings.updates + 1) if settings.is_looked_at(update)]
    assert len(looks) == 2 * LOOKS
    assert {settings.updates, 2 * settings.updates} <= set(looks)
    assert np.diff(looks).max() - np.diff(looks).min() <= 1


def test_the_first_chunk_is_short_and_the_next_takes_a_quarter_of_a_second():
    run = new_run(SETTINGS, NOWHERE)
    first = run.next_chunk(None, 100)
    assert (first.function, first.length) == (train, 2)
    assert first.arguments == (SETTINGS, NOWHERE, run.state, 2)
    assert run.next_chunk(chunk(0, [0.7, 0.7], seconds=0.05), 100).length == 5
    assert run.next_chunk(chunk(0, [0.7, 0.7], seconds=9), 100).length == 1
    assert run.next_chunk(chunk(0, [0.7, 0.7], seconds=1e-9), 10**6).length == MOST_UPDATES
    assert run.next_chunk(chunk(0, [0.7, 0.7], seconds=0.05), 3).length == 3


def test_chunks_add_up():
    run = new_run(SETTINGS, NOWHERE)
    after = run.extended(chunk(0, [0.7, 0.6])).extended(chunk(2, [0.5]))
    assert (after.position, after.losses.tolist(), after.held_out) == (3, pytest.approx([0.7, 0.6, 0.5]), 80)
    assert run.position == 0
    with pytest.raises(ValueError, match="must go on from update 3, not from 2"):
        after.extended(chunk(2, [0.5]))


def test_one_that_diverges_keeps_the_weights_from_before_the_chunk_and_ends():
    run = new_run(SETTINGS, NOWHERE).extended(chunk(0, [0.7])).extended(chunk(1, [0.6, float("nan")]))
    assert (run.position, run.has_diverged, run.has_ended) == (1, True, True)
    with pytest.raises(ValueError, match="must go on"):
        run.extended(chunk(1, [0.5]))


def test_a_state_stays_read_only_on_its_way_to_the_worker_and_back():
    state = pickle.loads(pickle.dumps(start(SETTINGS)))
    assert not any(array.flags.writeable for array in (*state.weights, *state.optimizer))


def test_it_begins_as_keras_own_initialisers_would():
    embeddings, kernel, _, bias, head_kernel, head_bias = start(SETTINGS).weights
    assert embeddings.shape == (10_000, 16)
    assert 0.049 < embeddings.max() <= 0.05
    assert -0.05 <= embeddings.min() < -0.049
    assert (kernel.shape, bias.shape, head_kernel.shape, head_bias.shape) == ((16, 24), (2, 24), (8, 1), (1,))
