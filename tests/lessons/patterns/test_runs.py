"""What Keras gives for the patterns: GOLDEN's shapes, an independent numpy, what is refused and what mends it."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.patterns.builder import build_of
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.in_keras import continue_series, fixes, output_shape, run_built, run_trained, switched
from lstm_viz.lessons.patterns.loop import errors
from lstm_viz.lessons.patterns.trained import trained_weights
from tests.lessons.patterns.runs import LOOP, TYPED, build, built, loop, lstm_by_hand, trained

G3 = {"steps": 25, "features": 1, "units_1": 20}


def shapes(run) -> list[tuple]:
    return [layer.output_shape for layer in run.layers]


def test_golden_shapes_of_lstm_dense_and_time_distributed():
    assert shapes(built(**G3, outputs=10)) == [(None, 20), (None, 10)]
    assert shapes(built(**G3, returns_1=True, outputs=10)) == [(None, 25, 20), (None, 25, 10)]
    wrapped = built(**G3, returns_1=True, outputs=10, distributed=True)
    assert shapes(wrapped) == [(None, 25, 20), (None, 25, 10)]
    assert_allclose(wrapped.output, built(**G3, returns_1=True, outputs=10).output, atol=1e-6)


def test_repeat_vector_makes_steps_of_a_vector():
    run = built(steps=0, features=3, repeat=7, repeat_at=0, returns_1=True)
    assert run.layers[0].output_shape == (None, 7, 3)
    assert_allclose(run.layers[0].output[0], np.repeat(run.inputs, 7, axis=0))


def test_layers_are_named_as_in_a_program_that_makes_no_others():
    names = [layer.name for layer in trained("encoder_decoder").layers]
    assert names == ["lstm", "repeat_vector", "lstm_1", "time_distributed"]
    assert [layer.name for layer in trained("encoder_decoder").layers] == names
    assert [(each.kind, each.wrapper) for each in trained("bidirectional").layers] == [
        ("LSTM", "Bidirectional"),
        ("Dense", "TimeDistributed"),
    ]


def test_the_stack_is_what_numpy_makes_of_its_weights():
    run, weights = trained("stacked"), trained_weights("stacked")
    lower = lstm_by_hand(weights[:3], run.inputs[0])
    upper = lstm_by_hand(weights[3:6], lower)
    answers = 1 / (1 + np.exp(-(upper @ weights[6] + weights[7])))
    for layer, wanted in zip(run.layers, (lower, upper, answers), strict=True):
        assert_allclose(layer.output[0], wanted, atol=1e-5)


def test_both_directions_are_what_numpy_makes_of_them_in_the_inputs_order():
    run, weights = trained("bidirectional"), trained_weights("bidirectional")
    ahead = lstm_by_hand(weights[:3], run.inputs[0])
    back = lstm_by_hand(weights[3:6], run.inputs[0], backwards=True)
    forward, backward = run.layers[0].directions
    assert_allclose(forward.hidden[0], ahead, atol=1e-5)
    assert_allclose(backward.hidden[0], back, atol=1e-5)
    assert_allclose(backward.last_hidden[0], back[0], atol=1e-5)
    assert_allclose(run.layers[0].output[0], np.concatenate([ahead, back], axis=1), atol=1e-5)


def test_the_decoder_reads_copies_of_the_encoders_last_state():
    run, weights = trained("autoencoder"), trained_weights("autoencoder")
    code = lstm_by_hand(weights[:3], run.inputs[0])[-1]
    decoded = lstm_by_hand(weights[3:6], np.repeat(code[None], 10, axis=0))
    assert_allclose(run.layers[0].output[0], code, atol=1e-5)
    assert_allclose(run.output[0], decoded @ weights[6] + weights[7], atol=1e-5)


def test_the_loop_is_what_numpy_makes_of_its_own_output():
    weights, series = trained_weights(FEED_BACK), list(LOOP.given[:, 0])
    for _ in range(LOOP.continued):
        hidden = lstm_by_hand(weights[:3], np.array(series)[:, None])[-1]
        series.append(float((hidden @ weights[3] + weights[4])[0]))
    assert_allclose(loop().values[:, 0], series[LOOP.known :], atol=1e-4)


def test_the_loop_follows_the_true_sine_and_better_the_more_it_has_read():
    off = {
        known: errors(continue_series(LOOP.series[:known, None], 12), LOOP.series[: known + 12]) for known in (2, 18)
    }
    assert off[18].mean() < 0.05
    assert off[2].mean() > 5 * off[18].mean()


def test_a_loop_of_one_value_and_one_known_is_no_special_case():
    shortest = continue_series(LOOP.series[:1, None], 1)
    assert shortest.values.shape == (1, 1)
    assert len(shortest.forgetful) == 0


def test_the_same_settings_give_the_same_numbers():
    for pattern in ("stacked", "autoencoder"):
        again = run_trained(pattern, trained(pattern).inputs)
        assert again.output.tobytes() == trained(pattern).output.tobytes()
    again = continue_series(LOOP.given, LOOP.continued)
    assert again.values.tobytes() == loop().values.tobytes()
    assert run_built(build(seed=7)).output.tobytes() == run_built(build(seed=7)).output.tobytes()
    assert run_built(build(seed=7)).output.tobytes() != run_built(build(seed=8)).output.tobytes()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pattern": "stacked", "returns_1": False}, "layer 'lstm_1' is incompatible"),
        ({"pattern": "encoder_decoder", "returns_1": True}, "layer 'repeat_vector' is incompatible"),
        ({"distributed": True}, "`TimeDistributed` Layer should be passed"),
        ({"steps": 0}, "layer 'lstm' is incompatible"),
    ],
)
def test_keras_refuses_and_each_change_that_is_offered_mends_it(changes, said):
    from lstm_viz.keras_errors.explaining import explain

    refused = build(**changes)
    error = run_built(refused)
    assert isinstance(error, KerasError)
    assert said in error.message
    assert explain(error.message, str) is not None
    offered = fixes(refused)
    assert offered
    values = settings(refused)
    for change, shape in offered:
        mended = build_of({**values, **dict(change)})
        assert output_shape(mended.blueprint()) == shape
        assert shapes(run_built(mended))[-1] == shape


def settings(build) -> dict:
    """The settings that `build_of` makes it of."""
    values = {"layers": len(build.recurrent), "distributed": build.time_distributed}
    values |= {name: getattr(build, name) for name in ("steps", "features", "repeat", "repeat_at", "outputs", "seed")}
    for number, lstm in enumerate(build.recurrent, start=1):
        values |= {f"units_{number}": lstm.units, f"returns_{number}": lstm.return_sequences}
        values[f"both_{number}"] = lstm.bidirectional
    return values


def test_the_forgotten_return_sequences_is_the_first_cure():
    (change, shape), *_ = fixes(build("stacked", returns_1=False))
    assert dict(change) == {"returns_1": True}
    assert shape == (None, 8, 1)


def test_every_setting_of_return_sequences_is_built():
    made = switched(PATTERNS["stacked"])
    assert made[True, True] == (None, 8, 1)
    assert made[True, False] == (None, 1)
    assert isinstance(made[False, True], KerasError)
    assert isinstance(made[False, False], KerasError)


@pytest.mark.parametrize("pattern", TYPED)
def test_the_trained_model_answers_its_example(pattern):
    from lstm_viz.lessons.patterns.score import score
    from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed

    came = score(pattern, trained(pattern).output, typed(pattern, DEFAULT_TEXTS[pattern]).right_answers)
    assert came.all_right == 1 or (came.error is not None and came.error < 0.05)
