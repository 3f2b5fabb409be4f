"""Calls as one writes them."""

import pytest

from lstm_viz.lessons.what_it_returns.call import Call, call_code


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (Call(return_state=True), "output, h, c = LSTM(3, return_state=True)(x)"),
        (Call(layer="gru", return_sequences=True), "sequence = GRU(3, return_sequences=True)(x)"),
        (Call(layer="simple_rnn", units=7, go_backwards=True), "output = SimpleRNN(7, go_backwards=True)(x)"),
        (
            Call(bidirectional=True, return_state=True),
            "output, forward_h, forward_c, backward_h, backward_c = Bidirectional(LSTM(3, return_state=True))(x)",
        ),
        (Call(bidirectional=True, merge_mode="sum"), 'output = Bidirectional(LSTM(3), merge_mode="sum")(x)'),
        (
            Call(bidirectional=True, merge_mode="None", next_layer="dense"),
            "forward_output, backward_output = Bidirectional(LSTM(3), merge_mode=None)(x)\n"
            "y = Dense(2)([forward_output, backward_output])",
        ),
        (
            Call(stateful=True, return_state=True, layer="gru"),
            "layer = GRU(3, return_state=True, stateful=True)\noutput, h = layer(x)\n"
            "second_output, second_h = layer(x)",
        ),
        (
            Call(return_sequences=True, next_layer="time_distributed", dense_units=10),
            "sequence = LSTM(3, return_sequences=True)(x)\ny = TimeDistributed(Dense(10))(sequence)",
        ),
    ],
)
def test_a_call_is_written_as_in_keras(call, code):
    assert call_code(call) == code
