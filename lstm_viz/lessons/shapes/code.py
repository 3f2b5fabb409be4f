"""Writes the script that makes the X and y of the page, and a Keras model that reads them.

This module writes Keras code, but does not import Keras.
"""

from lstm_viz.data import ALPHABET
from lstm_viz.lessons.shapes.pipeline import Step, pipeline_of
from lstm_viz.lessons.shapes.settings import ShapeSettings

FUNCTIONS = """

# The same as functions, as tutorials write them.
def encode(pattern, n_unique):
    encoded = np.zeros((len(pattern), n_unique), "float32")
    encoded[np.arange(len(pattern)), pattern] = 1
    return encoded


def to_pairs(pattern):
    return list(zip(pattern[:-1], pattern[1:]))


def to_lstm_dataset(pattern, n_unique):
    read, answers = zip(*to_pairs(pattern))
    return encode(read, n_unique){reshape}, encode(answers, n_unique)


for pattern in sequences.tolist():
    print(pattern, "pairs", to_pairs(pattern))
{made}
assert np.array_equal(X, X_made) and np.array_equal(y, y_made)
"""
MADE = {
    "step": "X_made, y_made = to_lstm_dataset(sequences[0], %d)",
    "sequence": "X_made, y_made = map(np.stack, zip(*(to_lstm_dataset(pattern, %d) for pattern in sequences)))",
}
END = """
print("X", X.shape)
print("y", y.shape)

# Keras takes them as they are.
model = keras.Sequential(
    [
{layers}    ]
)
model.compile("adam", loss="{loss}")
model.fit(X, y, verbose=0)
print("prediction", model.predict(X, verbose=0).shape)
"""


def shapes_code(settings: ShapeSettings) -> str:
    """Writes a script that needs only Keras, TensorFlow and numpy.

    Returns:
        Python code that makes X and y step by step, with the shape of each array in a comment, and for the memory pair
        once more with functions, after printing each sequence with its pairs. It prints the shapes of X and y, trains a
        small model on them, and prints the shape of its predictions.
    """
    pipeline = pipeline_of(settings, str)
    steps = "\n".join(_lines(step) for step in pipeline.steps)
    layers, loss = _model(settings, pipeline.y.shape[-1] if pipeline.y.ndim > 1 else 1)
    end = END.format(
        layers="".join(f"        {layer},\n" for layer in ("keras.Input(X.shape[1:])", *layers)), loss=loss
    )
    return f"import keras\nimport numpy as np\n\n{steps}\n{_functions(settings)}{end}"


def _functions(settings: ShapeSettings) -> str:
    """The functions that tutorials write for the pairs of X and y; "" for other data."""
    if settings.source != "pair":
        return ""
    symbols = len(ALPHABET)
    reshape = f".reshape(-1, 1, {symbols})" if settings.reading == "step" else ""
    return FUNCTIONS.format(reshape=reshape, made=MADE[settings.reading] % symbols)


def _lines(step: Step) -> str:
    return step.code if step.array is None else f"{step.code}  # {step.array.shape}"


def _model(settings: ShapeSettings, outputs: int) -> tuple[list[str], str]:
    """The layers after the Input, and the loss."""
    lstm = "keras.layers.LSTM(8)"
    if settings.source == "pair":
        if settings.reading == "sequence":
            lstm = "keras.layers.LSTM(8, return_sequences=True)"
        return [lstm, f'keras.layers.Dense({len(ALPHABET)}, activation="softmax")'], "categorical_crossentropy"
    if settings.source == "text":
        embedding = "keras.layers.Embedding(int(X.max()) + 1, 3, mask_zero=True)"
        return [embedding, lstm, 'keras.layers.Dense(1, activation="sigmoid")'], "binary_crossentropy"
    return [lstm, f"keras.layers.Dense({outputs})"], "mse"
