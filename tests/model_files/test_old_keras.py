"""Files of Keras 1 and 2, re-created, against float64 that is computed here from the same matrices."""

from __future__ import annotations

import io
import json

import h5py
import keras
import numpy as np
import pytest
from keras import layers

from lstm_viz import RecurrentWeights, read_model, trace_layer
from tests.engine.layers import random
from tests.engine.reference import assert_equal_to_keras, reference_signals
from tests.model_files.files import IDS, MASKED, X, old_hdf5, opened, parts_of, saved, sequential, zipped

UNITS, FEATURES = 4, 3
GATES = {"lstm": 4, "gru": 3, "simple_rnn": 1}
CLASSES = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}
CLIPPED = "hard_sigmoid_keras2"


def matrices(kind: str, seed: int = 1, features: int = FEATURES, two_biases: bool = False) -> list[np.ndarray]:
    """Kernel, recurrent kernel and bias in Keras's order."""
    columns = GATES[kind] * UNITS
    bias = random(2, columns, seed=seed + 2) if two_biases else random(columns, seed=seed + 2)
    return [random(features, columns, seed=seed, scale=0.5), random(UNITS, columns, seed=seed + 1, scale=0.5), bias]


def named(layer: str, arrays: list[np.ndarray]) -> dict[str, np.ndarray]:
    names = (f"{layer}/kernel:0", f"{layer}/recurrent_kernel:0", f"{layer}/bias:0")
    return dict(zip(names, arrays, strict=True))


def reference(kind: str, arrays: list[np.ndarray], inputs=X, mask=None, state=None, **options) -> np.ndarray:
    """The hidden states, in float64."""
    weights = RecurrentWeights(kind, *arrays, **{"reset_after": arrays[2].ndim == 2, **options})
    return reference_signals(weights, inputs, state, mask)["hidden"]


def last(hidden: np.ndarray) -> np.ndarray:
    return hidden[:, -1]


HEAD = random(UNITS, 2, seed=7), random(2, seed=8)
DENSE = {"dense/kernel:0": HEAD[0], "dense/bias:0": HEAD[1]}


def with_head(hidden: np.ndarray) -> np.ndarray:
    return hidden @ np.asarray(HEAD[0], float) + HEAD[1]


@pytest.mark.parametrize(
    ("version", "said", "meant"),
    [
        ("2.9.0", {"recurrent_activation": "sigmoid", "time_major": False, "implementation": 2}, "sigmoid"),
        ("2.9.0", {"recurrent_activation": "hard_sigmoid"}, CLIPPED),
        ("2.1.2", {"recurrent_activation": "hard_sigmoid"}, CLIPPED),
        ("2.2.4-tf", {"recurrent_activation": "hard_sigmoid", "time_major": False}, CLIPPED),
        ("2.2.4", {}, CLIPPED),
        ("2.3.1", {}, "sigmoid"),
        ("3.0.0", {"recurrent_activation": "hard_sigmoid"}, "hard_sigmoid"),
    ],
)
@pytest.mark.parametrize("as_list", [True, False], ids=["list", "dict"])
def test_a_sequential_with_the_activation_that_its_version_meant(version, said, meant, as_list):
    arrays = matrices("lstm")
    config = {"name": "lstm", "units": UNITS, "activation": "tanh", "batch_input_shape": [None, 6, 3], **said}
    parts = [("LSTM", config), ("Dense", {"name": "dense", "units": 2, "activation": "linear"})]
    content = old_hdf5(sequential(*parts, as_list=as_list), {"lstm": named("lstm", arrays), "dense": DENSE}, version)
    file = opened(content)
    expected = reference("lstm", arrays, recurrent_activation=meant)
    trace = file.run(X)
    assert_equal_to_keras(trace.layers["lstm"].hidden, expected)
    assert_equal_to_keras(trace.outputs, with_head(last(expected)))
    assert_equal_to_keras(trace_layer(file.layers["lstm"], X, engine="keras").hidden, expected)
    assert any("Keras 3 would compute" in str(note) for note in file.notes) == (meant == CLIPPED)
    assert [box.shape for box in file.graph] == [(None, 6, 3), (None, UNITS), (None, 2)]


@pytest.mark.parametrize("kind", GATES)
def test_keras_1_wrote_each_gate_by_itself(kind):
    kernel, recurrent, bias = matrices(kind)
    order = {"lstm": "ifco", "gru": "zrh", "simple_rnn": " "}[kind]
    written = {"lstm": "icfo", "gru": "zrh", "simple_rnn": " "}[kind]
    parts = [dict(zip(order, np.split(array, len(order), axis=-1), strict=True)) for array in (kernel, recurrent, bias)]
    arrays = {f"r_1_{'WUb'[n]}_{gate}": parts[n][gate] for gate in written for n in range(3)}
    config = {"name": "r_1", "output_dim": UNITS, "inner_activation": "hard_sigmoid", "activation": "tanh"}
    config |= {"input_dim": FEATURES, "input_length": 6, "consume_less": "cpu", "dropout_W": 0.0, "go_backwards": False}
    dense = ("Dense", {"name": "dense_1", "output_dim": 2, "activation": "linear", "bias": True})
    content = old_hdf5(
        sequential((CLASSES[kind], config), ("Dropout", {"name": "drop", "p": 0.5}), dense, as_list=True),
        {"r_1": arrays, "drop": {}, "dense_1": {"dense_1_W": HEAD[0], "dense_1_b": HEAD[1]}},
        "1.2.2",
        backend=None,
    )
    expected = reference(kind, [kernel, recurrent, bias], recurrent_activation=CLIPPED)
    trace = opened(content).run(X)
    assert_equal_to_keras(trace.layers["r_1"].hidden, expected)
    assert_equal_to_keras(trace.outputs, with_head(last(expected)))


def test_keras_1_on_a_gpu_wrote_three_arrays():
    arrays = matrices("lstm")
    config = {"name": "lstm_1", "output_dim": UNITS, "inner_activation": "sigmoid", "consume_less": "gpu"}
    config |= {"batch_input_shape": [None, None, FEATURES], "return_sequences": True}
    weights = dict(zip(("lstm_1_W", "lstm_1_U", "lstm_1_b"), arrays, strict=True))
    trace = opened(old_hdf5(sequential(("LSTM", config), as_list=True), {"lstm_1": weights}, "1.2.0")).run(X)
    assert_equal_to_keras(trace.outputs, reference("lstm", arrays))


def test_keras_1_merged_branches_that_have_inputs_of_their_own():
    one, other = matrices("simple_rnn", seed=1), matrices("simple_rnn", seed=5)
    branches = [
        sequential(("SimpleRNN", {"name": f"rnn_{n}", "output_dim": UNITS, "input_dim": FEATURES}), as_list=True)
        for n in (1, 2)
    ]
    config = sequential(("Merge", {"name": "merge_1", "mode": "sum", "layers": branches}), as_list=True)
    weights = {f"rnn_{n}": dict(zip(("W", "U", "b"), arrays, strict=True)) for n, arrays in ((1, one), (2, other))}
    trace = opened(old_hdf5(config, weights, "1.1.0")).run([X, MASKED])
    expected = last(reference("simple_rnn", one)) + last(reference("simple_rnn", other, MASKED))
    assert_equal_to_keras(trace.outputs, expected)


def test_keras_1_both_directions_and_a_dense_at_each_step():
    halves = [matrices("lstm", seed=1), matrices("lstm", seed=4)]
    arrays = {}
    for half, (kernel, recurrent, bias) in zip(("forward", "backward"), halves, strict=True):
        parts = [dict(zip("ifco", np.split(array, 4, axis=-1), strict=True)) for array in (kernel, recurrent, bias)]
        arrays |= {f"{half}_lstm_1_{'WUb'[n]}_{gate}": parts[n][gate] for gate in "icfo" for n in range(3)}
    inner = {"name": "lstm_1", "output_dim": UNITS, "inner_activation": "sigmoid", "return_sequences": True}
    both = {"name": "bi", "merge_mode": "sum", "input_dim": 3, "layer": {"class_name": "LSTM", "config": inner}}
    each = {"name": "td", "layer": {"class_name": "Dense", "config": {"name": "dense_1", "output_dim": 2}}}
    config = sequential(("Bidirectional", both), ("TimeDistributed", each), as_list=True)
    head = {"dense_1_W": HEAD[0], "dense_1_b": HEAD[1]}
    trace = opened(old_hdf5(config, {"bi": arrays, "td": head}, "1.2.2")).run(X)
    ahead, back = reference("lstm", halves[0]), reference("lstm", halves[1], go_backwards=True)
    assert_equal_to_keras(trace.outputs, with_head(ahead + back))


def cudnn(kind: str, arrays: list[np.ndarray]) -> list[np.ndarray]:
    """The arrays as cuDNN has them: each gate transposed, and two biases one after the other."""
    kernel, recurrent, bias = arrays
    stored = [part.T.reshape(part.shape) for part in np.split(kernel, GATES[kind], axis=1)]
    states = [part.T for part in np.split(recurrent, GATES[kind], axis=1)]
    both = bias.ravel() if bias.ndim == 2 else np.concatenate([bias * 0.25, bias * 0.75])
    return [np.hstack(stored), np.hstack(states), both]


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_cudnn_stored_its_own_order(kind):
    arrays = matrices(kind, two_biases=kind == "gru")
    config = {"name": "fast", "units": UNITS, "return_sequences": True, "batch_input_shape": [None, 6, 3]}
    content = old_hdf5(
        sequential((f"CuDNN{CLASSES[kind]}", config)), {"fast": named("fast", cudnn(kind, arrays))}, "2.2.4"
    )
    file = opened(content)
    assert_equal_to_keras(file.run(X).outputs, reference(kind, arrays))
    assert any("cuDNN" in str(note) for note in file.notes)


def test_cudnn_in_both_directions():
    halves = [matrices("lstm", seed=1), matrices("lstm", seed=4)]
    inner = {"class_name": "CuDNNLSTM", "config": {"name": "fast", "units": UNITS, "return_sequences": False}}
    config = {"name": "bi", "merge_mode": "concat", "layer": inner, "batch_input_shape": [None, 6, 3]}
    arrays = {
        name: array
        for half, own in zip(("forward", "backward"), halves, strict=True)
        for name, array in named(f"bi/{half}_fast", cudnn("lstm", own)).items()
    }
    trace = opened(old_hdf5(sequential(("Bidirectional", config)), {"bi": arrays}, "2.1.6-tf")).run(X)
    back = reference("lstm", halves[1], go_backwards=True)[:, 0]
    assert_equal_to_keras(trace.outputs, np.concatenate([last(reference("lstm", halves[0])), back], axis=-1))


def test_a_gru_of_before_reset_after():
    arrays = matrices("gru")
    config = {"name": "gru", "units": UNITS, "recurrent_activation": "sigmoid", "batch_input_shape": [None, 6, 3]}
    trace = opened(old_hdf5(sequential(("GRU", config)), {"gru": named("gru", arrays)}, "2.1.0")).run(X)
    assert_equal_to_keras(trace.outputs, last(reference("gru", arrays)))


def functional(parts, inputs, outputs):
    each = [
        {"name": name, "class_name": kind, "config": {"name": name, **config}, "inbound_nodes": nodes}
        for kind, name, config, nodes in parts
    ]
    config = {"name": "model_1", "layers": each, "input_layers": inputs, "output_layers": outputs}
    return {"class_name": "Model", "config": config}


def test_states_as_inputs_of_a_decoder():
    encoder, decoder = matrices("lstm", seed=1), matrices("lstm", seed=5)
    shape = {"batch_input_shape": [None, None, FEATURES]}
    kept = {"units": UNITS, "recurrent_activation": "sigmoid", "return_state": True, "time_major": False}
    sources = [[["given", 0, 0, {}]], [["target", 0, 0, {}], ["enc", 0, 1, {}], ["enc", 0, 2, {}]]]
    parts = [
        ("InputLayer", "given", shape, []),
        ("InputLayer", "target", shape, []),
        ("LSTM", "enc", kept, [sources[0]]),
        ("LSTM", "dec", {**kept, "return_sequences": True}, [sources[1]]),
        ("Dense", "dense", {"units": 2, "activation": "linear"}, [[["dec", 0, 0, {}]]]),
    ]
    weights = {"given": {}, "target": {}, "enc": named("enc", encoder), "dec": named("dec", decoder), "dense": DENSE}
    config = functional(parts, [["given", 0, 0], ["target", 0, 0]], [["dense", 0, 0]])
    trace = opened(old_hdf5(config, weights, "2.4.0")).run([X, MASKED])
    read = reference_signals(RecurrentWeights("lstm", *encoder), X)
    states = [read["hidden"][:, -1], read["cell"][:, -1]]
    assert_equal_to_keras(trace.outputs, with_head(reference("lstm", decoder, MASKED, state=states)))
    # In TensorFlow's Keras the states could also stand among the arguments of the call.
    parts[3] = (
        "LSTM",
        "dec",
        {**kept, "return_sequences": True},
        [[["target", 0, 0, {"initial_state": [["enc", 0, 1], ["enc", 0, 2]]}]]],
    )
    config = functional(parts, [["given", 0, 0], ["target", 0, 0]], [["dense", 0, 0]])
    assert_equal_to_keras(opened(old_hdf5(config, weights, "2.4.0")).run([X, MASKED]).outputs, trace.outputs)


def test_a_model_in_a_model_lists_what_is_trained_first():
    arrays = matrices("lstm")
    gamma, beta, mean, variance = (random(FEATURES, seed=seed) for seed in (11, 12, 13, 14))
    variance = np.abs(variance)
    inside = [
        ("BatchNormalization", {"name": "bn", "axis": 2, "epsilon": 0.01}),
        ("LSTM", {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid"}),
    ]
    inner = sequential(*inside)
    inner["config"]["name"] = "inner"
    parts = [
        ("InputLayer", "given", {"batch_input_shape": [None, None, FEATURES]}, []),
        ("Sequential", "inner", inner["config"], [[["given", 0, 0, {}]]]),
    ]
    names = ("bn/gamma:0", "bn/beta:0", *named("lstm/lstm_cell", arrays), "bn/moving_mean:0", "bn/moving_variance:0")
    held = dict(zip(names, (gamma, beta, *arrays, mean, variance), strict=True))
    config = functional(parts, [["given", 0, 0]], [["inner", 1, 0]])
    trace = opened(old_hdf5(config, {"given": {}, "inner": held}, "2.6.0")).run(X)
    normal = (X - np.asarray(mean, float)) / np.sqrt(variance.astype(float) + 0.01) * gamma + beta
    assert list(trace.layers) == ["inner/lstm"]
    assert_equal_to_keras(trace.outputs, last(reference("lstm", arrays, normal)))


def test_a_model_in_a_model_that_is_called_twice():
    """It counts its calls from 1: the first was its own making."""
    arrays = matrices("lstm")
    inner = sequential(("LSTM", {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid"}))["config"]
    shape = {"batch_input_shape": [None, None, FEATURES]}
    parts = [
        ("InputLayer", "one", shape, []),
        ("InputLayer", "other", shape, []),
        ("Sequential", "twin", {**inner, "name": "twin"}, [[["one", 0, 0, {}]], [["other", 0, 0, {}]]]),
        ("Subtract", "difference", {"trainable": True}, [[["twin", 1, 0, {}], ["twin", 2, 0, {}]]]),
    ]
    config = functional(parts, [["one", 0, 0], ["other", 0, 0]], [["difference", 0, 0]])
    trace = opened(old_hdf5(config, {"twin": named("lstm", arrays)}, "2.6.0")).run([X, MASKED])
    assert list(trace.layers) == ["twin/lstm", "twin/lstm:2"]
    assert_equal_to_keras(trace.outputs, last(reference("lstm", arrays) - reference("lstm", arrays, MASKED)))


@pytest.mark.parametrize(("version", "zeros"), [("2.2.4", False), ("2.4.0", True)])
def test_masked_steps_of_both_directions(version, zeros):
    halves = [matrices("lstm", seed=1), matrices("lstm", seed=4)]
    inner = {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid", "return_sequences": True}
    both = {"name": "bi", "merge_mode": "concat", "layer": {"class_name": "LSTM", "config": inner}}
    masking = ("Masking", {"name": "masking", "mask_value": 0.0, "batch_input_shape": [None, 6, 3]})
    arrays = {
        name: array
        for half, own in zip(("forward", "backward"), halves, strict=True)
        for name, array in named(f"bi/{half}_lstm", own).items()
    }
    content = old_hdf5(sequential(masking, ("Bidirectional", both)), {"masking": {}, "bi": arrays}, version)
    mask = (MASKED != 0).any(axis=-1)
    hidden = [reference("lstm", own, MASKED, mask, go_backwards=n == 1) for n, own in enumerate(halves)]
    expected = np.concatenate(hidden, axis=-1)
    assert_equal_to_keras(
        opened(content).run(MASKED).outputs, np.where(mask[..., None], expected, 0) if zeros else expected
    )


@pytest.mark.parametrize(("backend", "turned"), [("tensorflow", False), ("theano", True)])
def test_theano_turned_the_kernels_of_convolutions_round(backend, turned):
    kernel, bias, arrays = random(2, 3, 3, seed=1), random(3, seed=2), matrices("simple_rnn")
    conv = {"name": "conv", "filters": 3, "kernel_size": [2], "activation": "relu", "batch_input_shape": [None, 6, 3]}
    content = old_hdf5(
        sequential(("Conv1D", conv), ("SimpleRNN", {"name": "rnn", "units": UNITS})),
        {"conv": {"conv/kernel:0": kernel, "conv/bias:0": bias}, "rnn": named("rnn", arrays)},
        "2.0.8",
        backend,
    )
    first, second = (kernel[::-1] if turned else kernel).astype(float)
    read = np.maximum(X[:, :-1] @ first + X[:, 1:] @ second + bias, 0)
    assert_equal_to_keras(opened(content).run(X).outputs, last(reference("simple_rnn", arrays, read)))


def test_sentiment_of_2016():
    table, arrays = random(10, FEATURES, seed=3), matrices("gru")
    parts = [np.split(array, 3, axis=-1) for array in arrays]
    gates = {f"gru_1_{'WUb'[n]}_{'zrh'[gate]}": parts[n][gate] for gate in range(3) for n in range(3)}
    layer = {"name": "e", "input_dim": 10, "output_dim": FEATURES, "input_length": 6, "mask_zero": True, "dropout": 0.2}
    gru = ("GRU", {"name": "gru_1", "output_dim": UNITS, "inner_activation": "hard_sigmoid"})
    config = sequential(("Embedding", layer), gru, ("Dense", {"name": "d", "output_dim": 1}), as_list=True)
    config["config"].append({"class_name": "Activation", "config": {"name": "a", "activation": "sigmoid"}})
    head = random(UNITS, 1, seed=9)
    weights = {"e": {"e_W": table}, "gru_1": gates, "d": {"d_W": head, "d_b": np.zeros(1)}, "a": {}}
    trace = opened(old_hdf5(config, weights, "1.2.2", backend=None)).run(IDS)
    hidden = reference("gru", arrays, table[IDS], IDS != 0, recurrent_activation=CLIPPED)
    assert_equal_to_keras(trace.outputs, 1 / (1 + np.exp(-(last(hidden) @ head.astype(float)))))


@pytest.mark.parametrize("doubled", [True, False])
@pytest.mark.parametrize("separator", ["/", "\\"])
def test_a_keras_file_of_keras_2(doubled, separator):
    """Its folders had other names; early ones counted each layer twice, and those of Windows had backslashes."""
    inside = [layers.LSTM(4, return_sequences=True), layers.Bidirectional(layers.LSTM(3)), layers.Dense(2)]
    model = keras.Sequential([keras.Input((6, 3)), *inside])
    parts = parts_of(saved(model, ".keras"))
    written, weights = h5py.File(io.BytesIO(parts["model.weights.h5"])), io.BytesIO()
    with h5py.File(weights, "w") as file:

        def copy(path, found):
            if isinstance(found, h5py.Dataset):
                path = path.replace("layers/", "_layer_checkpoint_dependencies/", 1)
                path = path.replace("lstm/cell/vars/", "lstm_2/cell/vars/") if doubled else path
                file[path if separator == "/" else path.replace("/", separator)] = found[()]

        written.visititems(copy)
    config = json.loads(parts["config.json"])
    for layer in config["config"]["layers"]:
        layer["config"]["time_major"] = False
    content = zipped(
        {
            "metadata.json": json.dumps({"keras_version": "2.15.0", "date_saved": "2024-01-02@03:04:05"}).encode(),
            "config.json": json.dumps(config).encode(),
            "model.weights.h5": weights.getvalue(),
        }
    )
    file = opened(content)
    assert_equal_to_keras(file.run(X).outputs, model(X))
    assert (file.writer.version, file.writer.date) == ("2.15.0", "2024-01-02@03:04:05")


@pytest.mark.parametrize("kind", GATES)
def test_weights_alone_take_the_defaults_of_their_version(kind):
    arrays = matrices(kind)
    for version, gate in (("2.2.4", CLIPPED), ("2.3.0", "sigmoid")):
        file = opened(old_hdf5(None, {"r": named("r/r", arrays), "dense": DENSE}, version))
        (weights,) = file.layers.values()
        assert (weights.kind, weights.units) == (kind, UNITS)
        given = {} if kind == "simple_rnn" else {"recurrent_activation": gate}
        assert_equal_to_keras(trace_layer(weights, X).hidden, reference(kind, arrays, **given))
        assert [box.is_known for box in file.graph] == [True, False]


def test_weights_whose_shapes_fit_two_layers_are_offered_as_both():
    kernel, recurrent, _ = matrices("gru")
    file = opened(old_hdf5(None, {"gru": {"gru/kernel:0": kernel, "gru/recurrent_kernel:0": recurrent}}, "2.9.0"))
    (weights,), ((other,),) = file.layers.values(), file.alternatives.values()
    assert (weights.reset_after, other.reset_after) == (True, False)
    assert any("fit several layers" in str(note) for note in file.notes)
    halves = [f"b/{half}_gru/{name}:0" for half in ("forward", "backward") for name in ("kernel", "recurrent_kernel")]
    both = opened(old_hdf5(None, {"b": dict(zip(halves, [kernel, recurrent] * 2, strict=True))}, "2.9.0"))
    assert (list(both.layers), both.alternatives) == (["b"], {})


def test_layers_that_are_called_forward_and_backward_are_not_the_halves_of_one():
    for names in (["forward_1", "backward_1"], ["forward_1", "forward_2"]):
        file = opened(old_hdf5(None, {name: named(name, matrices("lstm")) for name in names}, "2.9.0"))
        assert list(file.layers) == names


def test_a_layer_normalization_of_the_last_step_is_read():
    arrays, gamma, beta = matrices("lstm"), random(UNITS, seed=11), random(UNITS, seed=12)
    lstm = {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid", "batch_input_shape": [None, 6, FEATURES]}
    scale = ("LayerNormalization", {"name": "ln", "axis": [1], "epsilon": 0.01})
    weights = {"lstm": named("lstm/lstm_cell", arrays), "ln": {"ln/gamma:0": gamma, "ln/beta:0": beta}}
    read = last(reference("lstm", arrays))
    scores = (read - read.mean(axis=-1, keepdims=True)) / np.sqrt(read.var(axis=-1, keepdims=True) + 0.01)
    content = old_hdf5(sequential(("LSTM", lstm), scale), weights, "2.6.0")
    assert_equal_to_keras(opened(content).run(X).outputs, gamma * scores + beta)


def test_layers_of_a_cell_of_the_authors_own_are_named_and_the_others_traced():
    arrays = matrices("lstm", features=UNITS)
    cell = {"class_name": "MinimalCell", "config": {"units": UNITS}}
    own = ("RNN", {"name": "own", "cell": cell, "return_sequences": True, "batch_input_shape": [None, 6, 3]})
    lstm = ("LSTM", {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid"})
    attention = ("AttentionLayer", {"name": "attention"})
    weights = {"own": {"own/w:0": random(3, 4)}, "lstm": named("lstm", arrays), "attention": {"attention/w:0": HEAD[1]}}
    file = opened(old_hdf5(sequential(own, lstm, attention), weights, "2.4.0"))
    assert "MinimalCell is not one of Keras's recurrent layers" in str(file.untraced["own"])
    inputs = random(2, 6, UNITS, seed=3)
    trace = file.run({"lstm": inputs})
    assert_equal_to_keras(trace.layers["lstm"].hidden, reference("lstm", arrays, inputs))
    assert trace.outputs is None
    with pytest.raises(ValueError, match="do not reach lstm"):
        file.run(X)


POLICIES = {
    "name": "mixed_float16",
    "dict": {"class_name": "Policy", "config": {"name": "mixed_bfloat16"}},
    "loss scale": {"class_name": "PolicyV1", "config": {"name": "mixed_float16", "loss_scale": "dynamic"}},
    "double": "float64",
}


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
@pytest.mark.parametrize("place", ["wrapper", "inside", "model"])
def test_mixed_precision_is_refused_by_name(policy, place):
    halves = [matrices("lstm", seed=1), matrices("lstm", seed=4)]
    at = {name: policy if name == place else "float32" for name in ("wrapper", "inside", "model")}
    inner = {"class_name": "LSTM", "config": {"name": "lstm", "units": UNITS, "dtype": at["inside"]}}
    both = {"name": "bi", "layer": inner, "dtype": at["wrapper"], "batch_input_shape": [None, 6, 3]}
    arrays = {
        name: array
        for half, own in zip(("forward", "backward"), halves, strict=True)
        for name, array in named(f"bi/{half}_lstm", own).items()
    }
    config = sequential(("Bidirectional", both))
    config["config"]["dtype"] = at["model"]
    with pytest.raises(ValueError, match=r"The layer bi computes in (mixed_b?float16|float64), not in float32"):
        opened(old_hdf5(config, {"bi": arrays}, "2.11.0"))


def test_a_file_whose_kind_is_not_its_name(tmp_path):
    arrays = matrices("lstm")
    config = sequential(("LSTM", {"name": "내 LSTM 1", "units": UNITS, "batch_input_shape": [None, 6, 3]}))
    path = tmp_path / "model.keras"
    path.write_bytes(old_hdf5(config, {"내 LSTM 1": named("내 LSTM 1", arrays)}, "2.10.0"))
    for given in (path, str(path), path.read_bytes(), io.BytesIO(path.read_bytes())):
        file = read_model(given)
        assert_equal_to_keras(file.run(X).layers["내 LSTM 1"].hidden, reference("lstm", arrays))
    assert not file.layers["내 LSTM 1"].kernel.flags.writeable


def test_arrays_in_packed_pieces_and_long_lists_of_names():
    """Keras writes neither; whoever repacks a file does. A list of names of more than 64 kB is cut by Keras itself."""
    arrays = matrices("lstm")
    many = [(f"{'d' * 200}{number}", "Dropout") for number in range(400)]
    parts = [("LSTM", {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid", "input_shape": [6, 3]})]
    config = sequential(*parts, *((kind, {"name": name}) for name, kind in many))
    content = io.BytesIO(old_hdf5(config, {"lstm": {}}, "2.9.0"))
    with h5py.File(content, "r+") as file:
        group = file["model_weights"]
        del group.attrs["layer_names"]
        names = ["lstm", *(name for name, _ in many)]
        group.attrs["layer_names0"], group.attrs["layer_names1"] = ([n.encode() for n in names[s::2]] for s in (0, 1))
        group["lstm"].attrs["weight_names"] = [name.encode() for name in named("lstm", arrays)]
        for name, array in named("lstm", arrays).items():
            chunks = tuple(max(size // 2, 1) for size in array.shape)
            group["lstm"].create_dataset(
                name, data=array.astype(">f8"), chunks=chunks, compression="gzip", shuffle=True
            )
    assert_equal_to_keras(read_model(content.getvalue()).run(X).outputs, last(reference("lstm", arrays)))


def test_inputs_are_given_to_the_first_layer_that_is_known():
    table, arrays = random(10, FEATURES, seed=3), matrices("gru")
    text = ("TextVectorization", {"name": "words", "batch_input_shape": [None, 1]})
    embedding = ("Embedding", {"name": "e", "input_dim": 10, "output_dim": FEATURES, "mask_zero": True})
    gru = ("GRU", {"name": "gru", "units": UNITS, "recurrent_activation": "sigmoid"})
    weights = {"words": {}, "e": {"e/embeddings:0": table}, "gru": named("gru", arrays)}
    file = opened(old_hdf5(sequential(text, embedding, ("Dropout", {"name": "d"}), gru), weights, "2.11.0"))
    assert file.starts == ("words_input", "e")
    with pytest.raises(ValueError, match=r"run\({“e”: …}\)"):
        file.run(np.zeros((2, 1)))
    expected = reference("gru", arrays, table[IDS], IDS != 0)
    assert_equal_to_keras(file.run({"e": IDS}).outputs, last(expected))


def test_inputs_are_given_behind_what_joins_several_outputs():
    arrays = matrices("lstm", features=2 * FEATURES)
    parts = [
        ("InputLayer", "given", {"batch_input_shape": [None, None, FEATURES]}, []),
        ("Attention", "attention", {}, [[["given", 0, 0, {}], ["given", 0, 0, {}]]]),
        ("Concatenate", "joined", {"axis": -1, "trainable": True}, [[["given", 0, 0, {}], ["attention", 0, 0, {}]]]),
        ("LSTM", "lstm", {"units": UNITS, "recurrent_activation": "sigmoid"}, [[["joined", 0, 0, {}]]]),
    ]
    config = functional(parts, [["given", 0, 0]], [["lstm", 0, 0]])
    file = opened(old_hdf5(config, {"lstm": named("lstm", arrays)}, "2.6.0"))
    assert file.starts == ("given", "lstm")
    inputs = random(2, 6, 2 * FEATURES, seed=3)
    assert_equal_to_keras(file.run({"lstm": inputs}).outputs, last(reference("lstm", arrays, inputs)))


def test_a_model_in_a_model_with_a_layer_of_the_authors_own():
    arrays = matrices("lstm")
    inner = sequential(
        ("LSTM", {"name": "lstm_7", "units": UNITS, "recurrent_activation": "sigmoid", "input_shape": [6, 3]}),
        ("MyAttention", {"name": "attention"}),
    )
    inner["config"]["name"] = "inner"
    held = {**named("inner/lstm_7", arrays), "inner/attention/w:0": random(4, 4)}
    file = opened(old_hdf5(sequential(("Sequential", inner["config"])), {"inner": held}, "2.12.0"))
    trace = file.run(X)
    assert_equal_to_keras(trace.layers["inner/lstm_7"].hidden, reference("lstm", arrays))
    assert trace.outputs is None
    assert [box.parameters for box in file.graph[1:]] == [sum(a.size for a in arrays), 16]


def test_a_layer_that_does_not_fit_hides_no_other():
    arrays = matrices("lstm")
    config = {"name": "lstm", "units": UNITS, "recurrent_activation": "sigmoid", "batch_input_shape": [None, 6, 3]}
    dense = ("Dense", {"name": "dense", "units": 2})
    for head in ({"dense/kernel:0": HEAD[0]}, {"dense/kernel:0": HEAD[0].T, "dense/bias:0": HEAD[1]}):
        content = old_hdf5(sequential(("LSTM", config), dense), {"lstm": named("lstm", arrays), "dense": head}, "2.9.0")
        file = opened(content)
        assert any("dense" in str(note) for note in file.notes)
        assert_equal_to_keras(trace_layer(file.layers["lstm"], X).hidden, reference("lstm", arrays))


def between(name, function, *node):
    """An operation of TensorFlow as Keras 2.4 and later wrote it between layers."""
    kind = "SlicingOpLambda" if function.endswith("getitem") else "TFOpLambda"
    return kind, name, {"function": function}, list(node)


def of_operations(*operations):
    """A file of an LSTM whose hidden states go through operations; the last one is the output."""
    options = {"units": UNITS, "recurrent_activation": "sigmoid", "return_sequences": True}
    parts = [
        ("InputLayer", "given", {"batch_input_shape": [None, 6, FEATURES]}, []),
        ("LSTM", "lstm", options, [[["given", 0, 0, {}]]]),
        *operations,
    ]
    config = functional(parts, [["given", 0, 0]], [[operations[-1][1], 0, 0]])
    return old_hdf5(config, {"lstm": named("lstm", matrices("lstm"))}, "2.9.0")


WHOLE = {"start": None, "stop": None, "step": None}
H = ["lstm", 0, 0]


def test_operations_of_tensorflow_between_the_layers():
    operations = [
        between("share", "nn.softmax", [*H, {"axis": 1}]),
        between("weighed", "math.multiply", ["share", 0, 0, {"y": H, "name": None}]),
        between("turned", "math.subtract", ["_CONSTANT_VALUE", -1, 1, {"y": ["weighed", 0, 0], "name": None}]),
        between("sum", "math.reduce_sum", ["turned", 0, 0, {"axis": 1, "keepdims": True}]),
        between("flat", "compat.v1.squeeze", ["sum", 0, 0, {"axis": [1], "name": None}]),
        between("last", "__operators__.getitem", [*H, {"slice_spec": [WHOLE, -1]}]),
        between("joined", "concat", [["flat", 0, 0, {"axis": -1}], ["last", 0, 0, {"axis": -1}]]),
    ]
    hidden = reference("lstm", matrices("lstm"), recurrent_activation="sigmoid")
    share = np.exp(hidden) / np.exp(hidden).sum(axis=1, keepdims=True)
    expected = np.concatenate([(1 - share * hidden).sum(axis=1), hidden[:, -1]], axis=-1)
    assert_equal_to_keras(opened(of_operations(*operations)).run(X).outputs, expected)


@pytest.mark.parametrize(
    ("function", "node"),
    [
        ("math.multiply", ["_CONSTANT_VALUE", -1, [1.0, 2.0], {"y": H}]),
        ("math.reduce_sum", [*H, {"axis": None}]),
        ("__operators__.getitem", [*H, {"slice_spec": [0, WHOLE]}]),
        ("__operators__.getitem", [*H, {"slice_spec": [WHOLE, {"class_name": "__other__"}]}]),
        ("math.erf", [*H, {}]),
    ],
)
def test_an_operation_that_is_not_understood_is_an_opaque_box(function, node):
    trace = opened(of_operations(between("odd", function, node))).run(X)
    assert trace.outputs is None
    assert set(trace.layers) == {"lstm"}
