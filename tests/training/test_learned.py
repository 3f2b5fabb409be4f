"""What a network had learned by an epoch, from a training made for the test."""

import numpy as np
import pytest

from lstm_viz.tasks import memory_pair, needs
from lstm_viz.training import Run, TrainingSettings, TrainingState, new_run, predictions, recorded
from lstm_viz.training.learned import Learned

SETTINGS = TrainingSettings("lstm", 20, 0.01, 4, "steps")


def run_of(accuracies, *, diverged: bool = False) -> Run:
    """A training of so many epochs, weights kept after every second."""
    begin, count = new_run(SETTINGS, memory_pair()), len(accuracies)
    losses = np.linspace(1, 0.1, count)
    losses[count - diverged :] = np.nan
    epoch = count - diverged
    state = TrainingState(epoch, begin.state.weights, begin.state.optimizer)
    snapshots = tuple((each, tuple(array + each for array in begin.state.weights)) for each in range(0, epoch + 1, 2))
    return Run(SETTINGS, memory_pair(), state, losses, np.array(accuracies), snapshots)


def test_no_more_is_shown_than_was_asked_for():
    learned = Learned(run_of([0.5] * 6), 4)
    assert (learned.epoch, len(learned.losses), len(learned.accuracies)) == (4, 4, 3)
    assert learned.snapshots == [0, 2, 4]


def test_what_diverged_is_shown_with_its_last_loss():
    learned = Learned(run_of([0.5] * 6, diverged=True), 250)
    assert (learned.epoch, learned.snapshots) == (5, [0, 2, 4])
    assert np.isnan(learned.losses[-1])


def test_weights_and_model_are_those_of_the_epoch():
    run = run_of([0.5] * 6)
    learned = Learned(run, 6)
    np.testing.assert_array_equal(learned.model(4).weights.kernel, run.state.weights[0] + 4)
    with pytest.raises(KeyError):
        learned.weights(3)


@pytest.mark.parametrize(
    ("wrong_at", "epoch"),
    [((), 0), ((0,), 2), ((0, 4), None), ((2,), 4), ((0, 2), 4)],
)
def test_solved_since_the_kept_epoch_after_the_last_wrong_answer(wrong_at, epoch, monkeypatch):
    answers = {each: ((each not in wrong_at, True),) for each in (0, 2, 4)}
    monkeypatch.setattr(Learned, "_right_at", lambda _learned, each: answers[each])
    learned = Learned(run_of([0.5] * 6), 5)
    assert learned.accuracies.tolist() == [0.5 if each in wrong_at else 1 for each in (0, 2, 4)]
    assert learned.solved_at == epoch


def test_curve_table_and_ticks_come_from_the_same_weights():
    run = recorded(TrainingSettings("perceptron", 20, 0.01, 4, "steps"), memory_pair())
    assert run is not None
    learned = Learned(run, 250)
    assert learned.accuracies[-1] == np.mean(learned.right) == 7 / 8 == needs(memory_pair()).perceptron_accuracy
    assert len(learned.accuracies) == len(learned.snapshots)
    assert run.accuracies[-1] != learned.accuracies[-1], "Keras counts before each update"


def test_right_answers_are_those_of_the_weights_that_are_shown():
    run = recorded(SETTINGS, memory_pair())
    assert run is not None
    assert Learned(run, 250).right == ((True,) * 4, (True,) * 4)
    begin = predictions(SETTINGS, run.task, run.snapshots[0][1])
    expected = tuple(
        tuple((chances.argmax(-1) == sequence[1:]).tolist())
        for chances, sequence in zip(begin, run.task.sequences, strict=True)
    )
    assert Learned(run, 0).right == expected != Learned(run, 250).right
