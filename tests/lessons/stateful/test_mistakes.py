"""What goes wrong with stateful layers in the installed Keras, held against an independent pass."""

import numpy as np
import pytest

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.history import Origin, origins
from lstm_viz.lessons.stateful.settings import KINDS
from tests.lessons.stateful.reference import TOLERANCE, difference, outputs, settings_of

pytest.importorskip("keras")


@pytest.mark.parametrize("kind", KINDS)
def test_shuffled_tanks_go_on_from_others_states(kind):
    settings = settings_of(kind)
    found = remote.shuffled(settings)
    sequence = remote.sequence(settings)
    assert difference(found.outputs[:, :4], sequence[:, :4]) == 0
    assert difference(found.outputs[:, 4:], sequence[:, 4:]) > 0.01
    for order in found.orders:
        assert sorted(order) == [0, 1, 2]
    assert not any((one == two).any() for one, two in zip(found.orders, found.orders[1:], strict=False))
    states, row = None, 1
    for part, order, event in zip(settings.parts(), found.orders, found.events, strict=True):
        hidden, states = outputs(settings, part[order], states)
        np.testing.assert_allclose(event.outputs[row], hidden[row], atol=TOLERANCE)
    assert origins(found.events)[2] == [Origin(1, 0), Origin(1, 1), Origin(1, 2)]


def test_a_single_tank_cannot_be_mixed_with_others():
    settings = settings_of("lstm", tanks=1)
    assert difference(remote.shuffled(settings).outputs, remote.sequence(settings)) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_reset_the_second_time_is_another(kind):
    settings = settings_of(kind)
    passes = remote.passes(settings)
    _, states = outputs(settings, settings.readings)
    np.testing.assert_allclose(passes.again, outputs(settings, settings.readings, states)[0], atol=TOLERANCE)
    assert difference(passes.again, passes.first) > 0.01
    assert difference(passes.after_reset, passes.first) == 0
    assert difference(passes.reset_each, remote.three_ways(settings).stateless) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_row_is_broadcast_once_the_model_has_predicted(kind):
    settings = settings_of(kind)
    found = remote.other_batch(settings, 1)
    for refused in (found.called, found.predicted_first):
        assert isinstance(refused, KerasError)
        assert "Expected batch size: 3" in refused.message
        assert "Received batch size: 1" in refused.message
    assert found.predicted.shape == found.predicted_in_parts.shape == (3, 4, 3)
    _, states = outputs(settings, settings.parts()[0])
    spread, _ = outputs(settings, np.repeat(settings.parts()[1][:1], 3, axis=0), states)
    np.testing.assert_allclose(found.predicted, spread, atol=TOLERANCE)
    np.testing.assert_allclose(found.spread, spread, atol=TOLERANCE)


def test_other_numbers_of_rows():
    settings = settings_of("lstm")
    fitting, too_many, twice = (remote.other_batch(settings, rows) for rows in (3, 4, 6))
    second, _ = outputs(settings, settings.parts()[1], outputs(settings, settings.parts()[0])[1])
    for result in (fitting.called, fitting.predicted_first, fitting.predicted, fitting.predicted_in_parts):
        np.testing.assert_allclose(result, second, atol=TOLERANCE)
    assert too_many.predicted.kind == "InvalidArgumentError"
    assert "Incompatible shapes: [4,12] vs. [3,12]" in too_many.predicted.message
    assert too_many.predicted_in_parts.shape == (6, 4, 3)  # 4 rows in, 6 out
    assert too_many.continued is None
    np.testing.assert_allclose(twice.predicted_in_parts, twice.continued, atol=TOLERANCE)
    assert difference(twice.predicted_in_parts[:3], second) <= TOLERANCE
