"""PyTorch's and ONNX's recurrent layers, and our own files, against what their own definitions compute."""

from __future__ import annotations

import io
import subprocess
import sys

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from safetensors.numpy import save

from lstm_viz import RecurrentWeights, read_model, trace_layer
from tests.engine.layers import random
from tests.engine.reference import assert_equal_to_keras
from tests.model_files.files import X, opened
from tests.support import source

UNITS = 4
GATES = {"LSTM": 4, "GRU": 3, "RNN": 1}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def state_dict(kind: str, *, layers: int = 1, both: bool = False, bias: bool = True, prefix: str = "") -> dict:
    """The arrays of a module of PyTorch."""
    arrays = {}
    for layer in range(layers):
        for direction in ("", "_reverse") if both else ("",):
            features = 3 if layer == 0 else UNITS * (2 if both else 1)
            shapes = {"weight_ih": (GATES[kind] * UNITS, features), "weight_hh": (GATES[kind] * UNITS, UNITS)}
            shapes |= dict.fromkeys(("bias_ih", "bias_hh"), (GATES[kind] * UNITS,)) if bias else {}
            for name, shape in shapes.items():
                arrays[f"{prefix}{name}_l{layer}{direction}"] = random(*shape, seed=len(arrays), scale=0.5)
    return arrays


def in_pytorch(kind: str, arrays: dict, end: str, inputs, activation=np.tanh) -> np.ndarray:
    """One direction of one layer, as the documentation of torch.nn writes it, in float64."""
    parts = {
        name: np.asarray(arrays.get(f"{name}_{end}", 0.0), float)
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    }
    h = c = np.zeros((len(inputs), UNITS))
    steps = []
    for x in inputs.swapaxes(0, 1).astype(float):
        of_x, of_h = x @ parts["weight_ih"].T + parts["bias_ih"], h @ parts["weight_hh"].T + parts["bias_hh"]
        if kind == "LSTM":
            i, f, g, o = np.split(of_x + of_h, 4, axis=-1)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        elif kind == "GRU":
            (x_r, x_z, x_n), (h_r, h_z, h_n) = np.split(of_x, 3, axis=-1), np.split(of_h, 3, axis=-1)
            r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z)
            h = (1 - z) * np.tanh(x_n + r * h_n) + z * h
        else:
            h = activation(of_x + of_h)
        steps.append(h)
    return np.stack(steps, axis=1)


def module(kind: str, arrays: dict, layers: int, both: bool, inputs) -> np.ndarray:
    for layer in range(layers):
        ahead = in_pytorch(kind, arrays, f"l{layer}", inputs)
        if both:
            back = in_pytorch(kind, arrays, f"l{layer}_reverse", inputs[:, ::-1])[:, ::-1]
            ahead = np.concatenate([ahead, back], axis=-1)
        inputs = ahead
    return inputs


@pytest.mark.parametrize("kind", GATES)
@pytest.mark.parametrize(("layers", "both", "bias"), [(1, False, True), (2, True, True), (3, False, False)])
@pytest.mark.parametrize("prefix", ["", "encoder.rnn."])
def test_a_module_of_pytorch(kind, layers, both, bias, prefix):
    arrays = state_dict(kind, layers=layers, both=both, bias=bias)
    head = {"fc.weight": random(2, UNITS), "fc.bias": random(2), "embed.weight": random(9, 3)}
    file = opened(save({**{f"{prefix}{name}": array for name, array in arrays.items()}, **head}))
    names = [f"{prefix}l{layer}" for layer in range(layers)]
    assert list(file.layers) == names
    trace = file.run(X)
    assert_equal_to_keras(trace.outputs, module(kind, arrays, layers, both, X))
    assert [box.parameters for box in file.graph if not box.is_known] == [27, 2 * UNITS + 2]
    assert file.starts == (names[0],)


def test_an_rnn_of_pytorch_may_be_one_of_relu():
    arrays = state_dict("RNN")
    file = opened(save(arrays))
    (other,) = file.alternatives["l0"]
    expected = in_pytorch("RNN", arrays, "l0", X, lambda x: np.maximum(x, 0))
    assert_equal_to_keras(trace_layer(other, X).hidden, expected)
    assert any("tanh or relu" in str(note) for note in file.notes)


def test_a_projection_is_refused():
    arrays = state_dict("LSTM", prefix="lstm.")
    arrays["lstm.weight_hr_l0"] = random(2, UNITS)
    with pytest.raises(ValueError, match=r"The layer lstm has a projection \(proj_size\)"):
        opened(save(arrays))


@pytest.mark.parametrize(("dtype", "named"), [("float16", "F16"), ("int8", "I8"), ("float64", "F64")])
def test_weights_of_pytorch_of_another_type_are_refused_by_name(dtype, named):
    arrays = {name: (10 * array).astype(dtype) for name, array in state_dict("LSTM").items()}
    with pytest.raises(ValueError, match=rf"are stored as {named}, not as float32 [\s\S]*v\.float\(\)"):
        opened(save(arrays))


@pytest.mark.parametrize("left", ["weight_hh_l0", "bias_hh_l0", "bias_ih_l0", "forward"])
def test_weights_of_pytorch_that_are_missing_are_said_to_be(left):
    arrays = state_dict("LSTM", both=True, prefix="lstm.")
    kept = {name: array for name, array in arrays.items() if name != f"lstm.{left}"}
    if left == "forward":
        kept = {name: array for name, array in arrays.items() if "reverse" in name}
    with pytest.raises(ValueError, match="The weights of the layer lstm are missing"):
        opened(save(kept))


def test_a_safetensors_file_without_a_recurrent_layer():
    with pytest.raises(ValueError, match="none is named weight_ih_l0"):
        opened(save({"fc.weight": random(2, 3)}))


def operator(kind: str, direction: str = "forward", bias: bool = True, beside: dict | None = None, **attributes):
    """A model of one operator, over (time, batch, features), with what stands in the file beside it."""
    count = 2 if direction == "bidirectional" else 1
    columns = GATES[kind] * UNITS
    arrays = {"W": random(count, columns, 3, scale=0.5), "R": random(count, columns, UNITS, seed=1, scale=0.5)}
    arrays |= {"B": random(count, 2 * columns, seed=2)} if bias else {}
    arrays |= beside or {}
    names = ["X", "W", "R", "B" if bias else "", *(beside or ())]
    node = helper.make_node(kind, names, ["Y"], name="cell", hidden_size=UNITS, direction=direction, **attributes)
    after = helper.make_node("Relu", ["Y"], ["Z"], name="after")
    graph = helper.make_graph(
        [node, after],
        "graph",
        [helper.make_tensor_value_info("X", TensorProto.FLOAT, ["time", "batch", 3])],
        [helper.make_tensor_value_info("Z", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(array, name) for name, array in arrays.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], producer_name="pytorch")


def evaluated(model, inputs=X) -> np.ndarray:
    """The first output of the operator by ONNX's own evaluator, as (batch, time, directions * units)."""
    model.graph.output[0].name = "Y"
    del model.graph.node[1:]
    (output,) = ReferenceEvaluator(model).run(["Y"], {"X": np.ascontiguousarray(inputs.swapaxes(0, 1))})
    return output.transpose(2, 0, 1, 3).reshape(len(inputs), inputs.shape[1], -1)


@pytest.mark.parametrize(
    ("kind", "attributes"), [("LSTM", {}), ("GRU", {}), ("GRU", {"linear_before_reset": 1}), ("RNN", {})]
)
@pytest.mark.parametrize("bias", [True, False])
def test_an_operator_of_onnx(kind, attributes, bias):
    model = operator(kind, bias=bias, **attributes)
    file = opened(model.SerializeToString())
    assert file.layers.keys() == {"cell"}
    assert [(box.name, box.class_name, box.inputs) for box in file.graph] == [
        ("cell", kind, ()),
        ("after", "Relu", ("cell",)),
    ]
    assert_equal_to_keras(file.run(X).layers["cell"].hidden, evaluated(model))


def test_two_directions_of_onnx():
    model = operator("LSTM", "bidirectional")
    both = opened(model.SerializeToString()).run(X).layers["cell"]
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    for number, trace in enumerate(both):
        one = operator("LSTM")
        for tensor in one.graph.initializer:
            tensor.CopyFrom(numpy_helper.from_array(arrays[tensor.name][number : number + 1], tensor.name))
        order = slice(None, None, -1 if number else 1)
        assert_equal_to_keras(trace.hidden, evaluated(one, X[:, order])[:, order])


def test_activations_of_onnx():
    names = ["HardSigmoid", "Softsign", "Softsign"]
    for alpha, meant in ((0.2, "hard_sigmoid_keras2"), (1 / 6, "hard_sigmoid")):
        model = operator("LSTM", activations=names, activation_alpha=[alpha], activation_beta=[0.5])
        weights = opened(model.SerializeToString()).layers["cell"]
        assert (weights.activation, weights.recurrent_activation) == ("softsign", meant)
    assert (
        opened(operator("GRU", activations=["Sigmoid", "Relu"]).SerializeToString()).layers["cell"].activation == "relu"
    )


def test_activations_of_both_directions_of_onnx():
    """The numbers of all activations that have any stand in one list, in their order."""
    names = ["HardSigmoid", "Tanh", "Tanh"] * 2
    model = operator(
        "LSTM", "bidirectional", activations=names, activation_alpha=[0.2, 1 / 6], activation_beta=[0.5, 0.5]
    )
    halves = opened(model.SerializeToString()).layers["cell"]
    assert [half.recurrent_activation for half in halves] == ["hard_sigmoid_keras2", "hard_sigmoid"]


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        ({"lengths": np.array([6, 4], "int32"), "h0": random(1, 2, UNITS)}, "sequence_lens, initial_h"),
        ({"lengths": np.array([6, 6], "int32")}, "sequence_lens"),
    ],
)
def test_what_an_operator_of_onnx_reads_beside_is_noted(beside, named):
    notes = [str(note) for note in opened(operator("LSTM", beside=beside).SerializeToString()).notes]
    assert any(f"In the file, the layer cell also reads {named}. Here it starts from" in note for note in notes)


def test_an_initial_state_of_zeros_is_not_noted():
    model = operator("GRU", beside={"h0": np.zeros((1, 2, UNITS), "float32")})
    model.graph.node[0].input.insert(4, "")
    assert not any("also reads" in str(note) for note in opened(model.SerializeToString()).notes)


@pytest.mark.parametrize(("kind", "states"), [("LSTM", ["Y_h", "Y_c"]), ("GRU", ["Y_h"])])
def test_the_states_of_an_operator_go_into_another(kind, states):
    """As PyTorch writes an encoder and a decoder: one begins with the states with which the other ends."""
    one, other = (operator(kind).graph for _ in range(2))
    encoder, decoder = one.node[0], other.node[0]
    encoder.output.extend(states)
    decoder.name, decoder.input[0], decoder.output[0] = "decoder", "D", "Z"
    decoder.input.extend(["", *states])
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [6, 2, 3]) for name in "XD"]
    returned = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("Z", "Y_h")]
    graph = helper.make_graph([encoder, decoder], "both", given, returned, one.initializer)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
    file = opened(model.SerializeToString())
    assert file.starts == ("cell", "decoder")
    assert not any("also reads" in str(note) for note in file.notes)
    read = {"X": X, "D": X[::-1]}
    expected = ReferenceEvaluator(model).run(None, {k: np.ascontiguousarray(v.swapaxes(0, 1)) for k, v in read.items()})
    outputs = file.run(list(read.values())).outputs
    assert_equal_to_keras(outputs[0], expected[0][:, 0].swapaxes(0, 1))
    assert_equal_to_keras(outputs[1], expected[1][0])


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("opset", [12, 14])
def test_layers_of_onnx_on_each_other_are_reached_from_one_input(direction, opset):
    """As PyTorch writes them: what stands between two operators moves the axis of the directions."""
    one = operator("LSTM", direction)
    other = operator("LSTM", direction)
    for tensor in other.graph.initializer:
        wide = numpy_helper.to_array(tensor)
        if tensor.name == "W":  # it reads the outputs of the first
            wide = random(*wide.shape[:2], UNITS * len(wide), seed=7, scale=0.5)
        tensor.CopyFrom(numpy_helper.from_array(wide, f"second {tensor.name}"))
    below, above = one.graph.node[0], other.graph.node[0]
    above.name, above.output[0] = "above", "Z"
    above.input[:] = ["S", *(f"second {name}" for name in "WRB")]
    constants = [numpy_helper.from_array(np.array([0, 0, -1]), "shape"), numpy_helper.from_array(np.array([1]), "axes")]
    between = [helper.make_node("Squeeze", ["Y", "axes"], ["S"])]
    if opset < 13:
        between = [helper.make_node("Squeeze", ["Y"], ["S"], axes=[1])]
    if direction == "bidirectional":
        between = [helper.make_node("Transpose", ["Y"], ["T"], perm=[0, 2, 1, 3])]
        between += [helper.make_node("Reshape", ["T", "shape"], ["S"])]
    given = helper.make_tensor_value_info("X", TensorProto.FLOAT, [6, 2, 3])
    returned = helper.make_tensor_value_info("S", TensorProto.FLOAT, None)
    arrays = [*one.graph.initializer, *other.graph.initializer, *constants]
    graph = helper.make_graph([below, *between, above], "two", [given], [returned], arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    file = opened(model.SerializeToString())
    assert file.starts == ("cell",)
    trace = file.run(X)
    assert list(trace.layers) == ["cell", "above"]
    second = trace_layer(file.layers["above"], trace.outputs)
    assert_equal_to_keras(trace.layers["above"].keras_outputs(), second.keras_outputs())
    if direction == "forward":  # of two directions ONNX's own evaluator computes one
        expected = ReferenceEvaluator(model).run(None, {"X": np.ascontiguousarray(X.swapaxes(0, 1))})[0]
        assert_equal_to_keras(trace.outputs, expected.swapaxes(0, 1))


REFUSED = {
    "clip": (operator("LSTM", clip=3.0), "It uses clip, which no layer of Keras has"),
    "input_forget": (operator("LSTM", input_forget=1), "It uses input_forget, which no layer of Keras has"),
    "peepholes": (
        operator(
            "LSTM",
            beside={"L": np.array([6, 6], "int32"), "H": random(1, 2, 4), "C": random(1, 2, 4), "P": random(1, 12)},
        ),
        "It uses peepholes, which no layer of Keras has",
    ),
    "two activations": (operator("LSTM", activations=["Sigmoid", "Tanh", "Relu"]), "one activation for the candidate"),
    "unknown": (operator("RNN", activations=["ThresholdedRelu"]), "activation ThresholdedRelu is not known"),
    "slope": (
        operator("RNN", activations=["HardSigmoid"], activation_alpha=[0.3]),
        "activation HardSigmoid is not known",
    ),
}


@pytest.mark.parametrize(("model", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_no_layer_of_keras_does_is_refused_by_name(model, reason):
    file = opened(model.SerializeToString())
    assert reason in str(file.untraced["cell"])
    with pytest.raises(ValueError, match="no recurrent layer that can be traced"):
        file.run(X)


def test_arrays_in_other_files_are_refused():
    model = operator("LSTM")
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")
    with pytest.raises(ValueError, match="The array W is not in this file"):
        read_model(model.SerializeToString())


def test_weights_that_other_operators_compute_are_named():
    model = operator("LSTM")
    del model.graph.initializer[0]
    assert "computed by other operators" in str(opened(model.SerializeToString()).untraced["cell"])


def test_our_own_file():
    weights = RecurrentWeights("gru", random(3, 12), random(4, 12, seed=1), random(2, 12, seed=2), go_backwards=True)
    trace, content = trace_layer(weights, X), io.BytesIO()
    trace.save(content)
    file = read_model(content.getvalue())
    again = file.run(X).layers["layer"]
    np.testing.assert_array_equal(again.hidden, trace.hidden)
    assert again.go_backwards


@pytest.mark.parametrize(
    ("content", "module"),
    [(save(state_dict("LSTM")), "safetensors.numpy"), (operator("LSTM").SerializeToString(), "onnx")],
)
def test_a_package_that_is_missing_is_named(content, module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ValueError, match=f"pip install {module.removesuffix('.numpy')}"):
        opened(content)


def test_nothing_is_imported_before_it_is_needed():
    code = """
import sys
from lstm_viz import read_model
read_model(sys.argv[1])
print(sorted({"pyfive", "onnx", "safetensors", "keras", "h5py", "google", "fsspec"} & set(sys.modules)))
"""
    code = code.replace("sys.argv[1]", repr(save(state_dict("LSTM"))))
    done = subprocess.run([sys.executable, "-c", code], cwd=source.ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
