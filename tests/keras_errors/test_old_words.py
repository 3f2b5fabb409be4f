"""What Keras 1 and 2 said, as old questions quote it."""

import pytest

from lstm_viz.keras_errors.explaining import explain


@pytest.mark.parametrize(
    ("message", "meaning", "code"),
    [
        (
            "ValueError: Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with "
            "shape (100, 5)",
            "reads 3 axes, but was given (100, 5)",
            "x[:, :, np.newaxis]\nx[:, np.newaxis]",
        ),
        (
            "ValueError: Error when checking target: expected dense_1 to have 3 dimensions, but got array with shape "
            "(50, 1)",
            "output has 3 axes, but the targets y have the shape (50, 1)",
            "LSTM(units)",
        ),
        (
            "In a stateful network, you should only pass inputs with a number of samples that can be divided by the "
            "batch size. Found: 10 samples. Batch size: 32.",
            "a multiple of the batch size",
            "x = x[: len(x) // batch_size * batch_size]",
        ),
        ("If a RNN is stateful, it needs to know its batch size.", "how many rows", "keras.Input(batch_shape="),
        ("ModuleNotFoundError: No module named 'keras.layers.recurrent'", "keras.layers.recurrent", "import LSTM"),
        ("AttributeError: 'Sequential' object has no attribute 'predict_classes'", "only predict", ".argmax(axis=-1)"),
    ],
)
def test_what_old_questions_quote_is_known(message, meaning, code):
    explanation = explain(message, str)
    assert meaning in explanation.meaning
    assert code in explanation.code
