"""What is looked at: passes of the trained network over two sequences, as they are and as edits make them."""

import numpy as np
import pytest

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.explain.planned_edits import read_edits
from lstm_viz.lessons.memory_lab.scene import LabScene, scene_of
from lstm_viz.tasks import gap, memory_pair, parse_task
from lstm_viz.training import TrainingSettings, new_run, recorded
from lstm_viz.training.learned import Learned

EPOCH = 250


def learned_by(network: str = "lstm", task=None, units: int = 20) -> Learned:
    settings = TrainingSettings(network, units, 0.01, 4, "steps")
    task = task or memory_pair()
    return Learned(recorded(settings, task) or new_run(settings, task), EPOCH)


def scene(edits: str = "", *, network: str = "lstm", epoch: int = EPOCH, a: int = 0, b: int = 1) -> LabScene:
    return scene_of(learned_by(network), epoch, a, b, read_edits(edits))


def assert_same_bits(trace, other) -> None:
    for name, values in trace.signals.items():
        np.testing.assert_array_equal(values, other.signals[name], err_msg=name)


@pytest.mark.parametrize("network", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("epoch", [0, 100, EPOCH])
def test_a_pass_is_the_trace_of_the_weights_kept_after_the_epoch(network, epoch):
    shown = scene(network=network, epoch=epoch)
    model = learned_by(network).model(epoch)
    for name, sequence in zip("AB", memory_pair().sequences, strict=True):
        trace = numpy_engine.run(model.weights, one_hot(sequence[:-1], 5)[None])
        assert_same_bits(shown.passes[name].trace, trace)
        np.testing.assert_array_equal(shown.passes[name].probabilities, model.head.probabilities(trace.hidden[0]))
        assert shown.passes[name].targets == sequence[1:]


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("A.cell.4.2.erase", Edit("cell", 1, unit=3)),
        ("A.cell.all.2.erase", Edit("cell", 1)),
        ("A.forget_gate.1.2-.clamp=0.5", Edit("forget_gate", 1, unit=0, action="clamp", value=0.5, onwards=True)),
        ("A.hidden.2.3.scale=-1.5", Edit("hidden", 2, unit=1, action="scale", value=-1.5)),
    ],
)
def test_an_edit_is_what_intervene_makes_of_it(text, edit):
    shown = scene(text)
    expected = intervene(shown.passes["A"].trace, [edit])
    assert_same_bits(shown.changed["A"].trace, expected)
    chances = shown.head.probabilities(expected.hidden[0])
    np.testing.assert_array_equal(shown.changed["A"].probabilities, chances)
    assert not np.array_equal(chances, shown.passes["A"].probabilities)
    assert shown.changed["B"] is shown.passes["B"]


def test_a_copy_comes_from_the_other_sequence_as_it_is_without_edits():
    shown = scene("B.cell.all.2.erase,A.cell.all.2.copy")
    source = shown.passes["B"].trace
    expected = intervene(shown.passes["A"].trace, [Edit("cell", 1, action="copy", source=source)])
    assert_same_bits(shown.changed["A"].trace, expected)


def test_both_states_copied_over_give_the_other_sequences_answer():
    shown = scene("A.cell.all.1.copy,A.hidden.all.1.copy")
    assert shown.passes["A"].probabilities[-1].argmax() == 3
    assert shown.changed["A"].probabilities[-1].argmax() == 4
    np.testing.assert_array_equal(shown.changed["A"].probabilities[1:], shown.passes["B"].probabilities[1:])


def test_edits_of_both_sequences_stay_apart_and_keep_their_order():
    shown = scene("A.cell.1.1.clamp=1,B.cell.1.1.clamp=-1,A.cell.1.1.scale=2")
    assert shown.changed["A"].trace.cell[0, 0, 0] == 2
    assert shown.changed["B"].trace.cell[0, 0, 0] == -1


def test_edits_that_do_not_fit_rest():
    shown = scene("A.cell.1.2.erase,A.hidden.21.1.erase,A.hidden.1.5.erase", network="gru")
    assert shown.edits == ()
    assert shown.changed == shown.passes


def test_the_telling_step_is_where_both_read_the_same_and_answer_differently():
    shown = scene()
    assert (shown.telling_step, shown.shared_steps) == (3, range(1, 4))
    away = scene_of(learned_by(task=gap(20)), 0, 0, 1, ())
    assert (away.telling_step, away.shared_steps) == (20, range(1, 21))


def test_where_nothing_tells_them_apart_it_is_the_last_step():
    task = parse_task("a,b,c,d;b,c,d,a")
    shown = scene_of(learned_by(task=task), 0, 0, 1, ())
    assert (shown.telling_step, shown.shared_steps) == (2, range(0))
    assert scene(a=0, b=0).shared_steps == range(0)


def test_other_weights_or_edits_or_sequences_are_another_key():
    keys = {scene(edits, epoch=epoch).key for edits in ("", "A.cell.1.1.erase") for epoch in (0, 240, 250)}
    keys |= {scene(a=1, b=0).key, scene(network="gru").key}
    assert len(keys) == 8
    assert scene().key == scene().key
