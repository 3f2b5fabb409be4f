"""The combinations, the gates, the inputs, the tables, expressions and questions."""

import io

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from lstm_viz import data
from lstm_viz.ceilings import MAX_SAMPLES
from lstm_viz.data import InputError
from lstm_viz.lessons.what_it_returns import tables
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.combinations import (
    FLAGS,
    ROWS,
    WRAPS,
    CombinationRow,
    calls_of,
    signature,
    wrap_of,
)
from lstm_viz.lessons.what_it_returns.expression import Expression, Named, concatenated
from lstm_viz.lessons.what_it_returns.gates import cuts_of, weights_code, weights_of
from lstm_viz.lessons.what_it_returns.in_keras import output_shapes, shapes
from lstm_viz.lessons.what_it_returns.inputs import WINDOWS_CODE, inputs_of
from lstm_viz.lessons.what_it_returns.ui.questions import equality_question, shapes_question
from lstm_viz.tables import npz
from tests.lessons.what_it_returns.calls import CALLS, claims, given, inputs


def test_every_combination_is_there_once():
    calls = {row.call(Call(), layer) for row in ROWS for layer in ("lstm", "gru", "simple_rnn")}
    assert len(ROWS) == len(WRAPS) * len(FLAGS) == 32
    assert len(calls) == 3 * len(ROWS)


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_found_among_the_combinations_and_chosen_from_them(name):
    call = CALLS[name]
    row = CombinationRow(wrap_of(call), call.return_sequences, call.return_state)
    found = row.call(call, call.layer)
    assert {name: getattr(found, name) for name in ("layer", "return_sequences", "return_state", "bidirectional")} == {
        name: getattr(call, name) for name in ("layer", "return_sequences", "return_state", "bidirectional")
    }
    assert (found.next_layer, found.weights, found.stateful) == (call.next_layer, call.weights, False)


def test_the_shapes_without_a_call_are_those_of_a_call():
    x = np.zeros((2, 1, 3), "float32")
    layers = ("lstm", "gru", "simple_rnn")
    calls = tuple(row.call(Call(units=4), layer) for row in ROWS for layer in layers)
    assert output_shapes(calls, x.shape) == shapes(calls, x)


def test_a_cell_of_the_combinations_counts_and_names_the_shapes():
    found = shapes(calls_of(Call(), "lstm", wrap_of(Call(bidirectional=True))), inputs().x)
    assert [signature(each) for each in found] == [
        "1: (1, 6)",
        "5: (1, 6) (1, 3) (1, 3) (1, 3) (1, 3)",
        "1: (1, 4, 6)",
        "5: (1, 4, 6) (1, 3) (1, 3) (1, 3) (1, 3)",
    ]
    refused = shapes(calls_of(Call(), "gru", len(WRAPS) - 1), inputs().x)
    assert [signature(each) for each in refused] == ["ValueError"] * 4


GATES = {
    "lstm": {
        "input_gate": ":units",
        "forget_gate": "units:2*units",
        "candidate": "2*units:3*units",
        "output_gate": "3*units:",
    },
    "gru": {"update_gate": ":units", "reset_gate": "units:2*units", "candidate": "2*units:"},
    "simple_rnn": {"hidden": ":"},
}


@pytest.mark.parametrize("layer", GATES)
def test_weights_are_cut_in_keras_order(layer):
    call = Call(layer=layer, weights="seed", units=4)
    weights = weights_of(call, given(call), "")
    cuts = {(cut.weight, cut.gate): cut for cut in cuts_of(call, weights)}
    assert len(cuts) == 3 * len(GATES[layer])
    for position, (gate, columns) in enumerate(GATES[layer].items()):
        assert cuts["kernel", gate].code == f"W[:, {columns}]"
        assert cuts["bias", gate].code == ("b[:, {}]" if layer == "gru" else "b[{}]").format(columns)
        assert_array_equal(cuts["kernel", gate].array, weights["kernel"][:, 4 * position : 4 * position + 4])


def test_the_forget_gates_bias_is_one_and_a_gru_has_two_biases():
    call = Call()
    bias = {cut.gate: cut.array for cut in cuts_of(call, weights_of(call, given(call), "")) if cut.weight == "bias"}
    assert_array_equal(bias["forget_gate"], [1, 1, 1])
    assert not np.concatenate([array for gate, array in bias.items() if gate != "forget_gate"]).any()
    gru = Call(layer="gru")
    assert cuts_of(gru, weights_of(gru, given(gru), ""))[-1].array.shape == (2, 3)


def test_each_direction_has_weights_of_its_own():
    call = Call(bidirectional=True, weights="seed")
    ahead, back = (weights_of(call, given(call), way)["kernel"] for way in ("forward", "backward"))
    assert np.abs(ahead - back).max() > 0.1
    assert weights_code(call, "backward") == "W, U, b = layer.backward_layer.get_weights()"


def test_inputs_have_the_shapes_of_the_tutorials():
    assert inputs_of("sample").x.shape == (1, 4, 5)
    assert inputs_of("pair").x.shape == (2, 4, 5)
    assert inputs_of("windows").x.shape == (32, 25, 1)
    assert inputs_of("symbols", "3,0,1").tokens == (("3", "0"),)
    assert_array_equal(inputs_of("rows", "1,2;3,4").x, [[[1, 2], [3, 4]]])


def test_a_blank_line_parts_samples():
    x = inputs_of("rows", "\n1, 2\n3, 4\n \n\n5, 6; 7, 8\n\n").x
    assert_array_equal(x, [[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
    assert inputs_of("rows", str(np.float32(x)).replace(".", "")).x.tolist() == x.tolist()  # as numpy prints it
    assert inputs_of("symbols", "301\n\n401").tokens == (("3", "0"), ("4", "0"))


def test_the_windows_are_what_their_code_says():
    x = inputs_of("windows").x
    assert WINDOWS_CODE == "np.sin(0.3 * (np.arange(32)[:, None] + np.arange(25)))[..., None]"
    assert x[2, 3, 0] == pytest.approx(np.sin(0.3 * 5))


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("rows", ";".join(["1"] * 31), r"\(1, 31, 1\) .* at most \(10, 30, 8\)"),
        ("rows", ",".join("1" * 9), r"at most \(10, 30, 8\)"),
        ("rows", "\n\n".join("1" * 11), r"\(11, 1, 1\) .* at most \(10, 30, 8\)"),
        ("rows", "1\n2\n\n3", "Sample 2 has a different number of steps from sample 1: 1, not 2"),
        (
            "rows",
            "1\n2\n\n3\n4\n\n5, 6\n7, 8",
            "rows of sample 3 have a different length from those of sample 1: 2, not 1",
        ),
        ("rows", "1, 2\n\n3, x", "Sample 2: “x” in row 1"),
        ("symbols", "3, 0, 1\n\n4, 0", "Sample 2 has a different number of steps from sample 1: 1, not 2"),
        ("symbols", "3, 0, 1\n\n4", "Sample 2: One symbol is not enough"),
        ("rows", "1,2;3", "row 2 has 1"),
        ("rows", "", "There are no rows"),
        ("symbols", "0,7", "“7”"),
        ("symbols", ",".join("0" * 40), r"\(1, 39, 5\)"),
    ],
)
def test_what_cannot_be_read_is_said(kind, text, said):
    with pytest.raises(InputError, match=said):
        inputs_of(kind, text)


def test_of_too_many_samples_only_one_too_many_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(data, "parse_rows", lambda text: read.append(text) or np.ones((1, 2)))
    with pytest.raises(InputError, match=r"An input of \(5000, 1, 2\)"):
        inputs_of("rows", "1, 2\n\n" * 5000)
    assert len(read) == MAX_SAMPLES + 1


def test_numbers_are_printed_as_they_are_quoted():
    text = tables.as_text(given(Call(bidirectional=True)).tensors["output"])
    assert text == "[[0.63031 0.63031 0.63031 0.70387 0.70387 0.70387]]"


def test_the_table_and_the_file_hold_every_number():
    arrays = tables.arrays_of(given(Call(return_sequences=True, return_state=True, next_layer="dense", stateful=True)))
    assert list(arrays) == ["sequence", "h", "c", "second_sequence", "second_h", "second_c", "y"]
    frame = tables.table(arrays)
    assert len(frame) == sum(array.size for array in arrays.values())
    row = frame[(frame.tensor == "sequence") & (frame.timestep == 2) & (frame.unit == 1)].iloc[0]
    assert row.value == arrays["sequence"][0, 2, 1]
    assert frame[frame.tensor == "h"].timestep.isna().all()
    with np.load(io.BytesIO(npz(arrays))) as file:
        assert_array_equal(file["second_c"], arrays["second_c"])


def test_an_expression_is_written_as_it_is_computed():
    a, units = Expression("a", np.arange(24.0).reshape(2, 3, 4)), Named("units", 2)
    for part, code, value in (
        (a[:, -1, units:], "a[:, -1, units:]", a.array[:, -1, 2:]),
        (a[:, ::-1], "a[:, ::-1]", a.array[:, ::-1]),
        (a[:, 0, :units], "a[:, 0, :units]", a.array[:, 0, :2]),
        ((a + a) / 2, "(a + a) / 2", a.array),
        (a * a, "a * a", a.array**2),
        (concatenated(a, a), "np.concatenate([a, a], axis=-1)", np.concatenate([a.array] * 2, axis=-1)),
    ):
        assert part.code == code
        assert_array_equal(part.array, value)


def test_what_is_asked_about_shapes_is_answered_by_keras():
    call = Call(return_sequences=True, return_state=True)
    made, *other = shapes((call, *calls_of(call, "lstm", 0)), inputs().x)
    asked = shapes_question("", call, made, other)
    assert asked.answer == "3: (1, 4, 3), (1, 3), (1, 3)"
    assert len(set(asked.options)) == 5
    assert asked.why["1: (1, 3)"] == "That is what LSTM(3) returns."
    assert "h, c" in asked.why[asked.answer]


def test_what_is_asked_about_equations_is_answered_by_the_numbers():
    call = Call(bidirectional=True, return_sequences=True)
    asked = equality_question("", claims(call))
    assert "backward_h = sequence[:, -1, units:]" in asked.text
    assert asked.answer == "Only `backward_h = sequence[:, 0, units:]`"
    one_step = equality_question("", claims(call, "rows", "1, 2"))
    assert one_step.answer == "Both"
    gru = Call(layer="gru")
    assert equality_question("", claims(gru)).answer == "Both"
