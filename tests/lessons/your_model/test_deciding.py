"""Which unit decides: each answer equals that of an intervention which keeps the unit's memory at 0 at every step."""

import numpy as np
import pytest
from keras import Input, Sequential, layers

from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.lessons.your_model.deciding import answers_without
from lstm_viz.lessons.your_model.passes import Place
from tests.model_files.files import opened, saved

LAYERS = {
    "lstm": (layers.LSTM(4, return_sequences=True), "cell", "forward"),
    "gru": (layers.GRU(4, return_sequences=True), "hidden", "forward"),
    "simple_rnn": (layers.SimpleRNN(4, return_sequences=True), "hidden", "forward"),
    "backward": (layers.Bidirectional(layers.LSTM(4, return_sequences=True)), "cell", "backward"),
}


@pytest.mark.parametrize("name", LAYERS)
def test_each_answer_is_that_of_the_intervention(name):
    layer, memory, direction = LAYERS[name]
    model = Sequential([Input((6, 2), name="given"), layer, layers.LSTM(3), layers.Dense(2)])
    file = opened(saved(model, ".keras"))
    inputs = {"given": np.random.default_rng(1).normal(size=(1, 6, 2)).astype("float32")}
    place = Place(next(iter(file.layers)), direction)
    found = answers_without(file, inputs, place, [2, 0], 0)
    for row, unit in enumerate((2, 0)):
        # A layer that reads backwards begins at the last step, so every step is erased by itself.
        edits = [Edit(memory, time, unit=unit, action="erase") for time in range(6)]

        def change(layer_name, trace, edits=edits):
            return (
                place.put(trace, intervene(place.of({layer_name: trace}), edits))
                if layer_name == place.layer
                else trace
            )

        wanted = file.run(inputs, change=change).outputs
        np.testing.assert_allclose(found[row], wanted[0], rtol=0, atol=1e-6)
    assert np.abs(found[0] - file.run(inputs).outputs[0]).max() > 1e-4
