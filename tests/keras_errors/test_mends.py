"""No line that is given does harm: applied alone, Keras still refuses, or the model learns the right thing."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import pytest

from lstm_viz.keras_errors import explain

keras = pytest.importorskip("keras")

X = np.random.default_rng(0).normal(size=(96, 6, 3)).astype("float32")
LAST = X[:, -1]
CLASSES = LAST.argmax(axis=1)
ONE_HOT = np.eye(3, dtype="float32")[CLASSES]
TIMES = 25


@dataclass(frozen=True)
class Attempt:
    """A model and its targets, of which something does not fit."""

    loss: str
    outputs: int
    activation: str
    y: np.ndarray
    return_sequences: bool = False
    epochs: int = 1

    def trained(self) -> keras.Model:
        keras.utils.set_random_seed(0)
        recurrent = keras.layers.LSTM(12, return_sequences=self.return_sequences)
        last = keras.layers.Dense(self.outputs, activation=self.activation)
        model = keras.Sequential([keras.Input((6, 3)), recurrent, last])
        model.compile(keras.optimizers.Adam(0.03), self.loss)
        # An epoch of all samples many times: an epoch for each time would take twice as long.
        x, y = (np.concatenate([each] * (TIMES // self.epochs)) for each in (X, self.y))
        model.fit(x, y, epochs=self.epochs, batch_size=16, verbose=0)
        return model

    def mended(self, line: str) -> Attempt:
        """With one line of a cure."""
        if line.startswith("loss="):
            return replace(self, loss=line.removeprefix("loss=").strip('"'))
        if line.startswith("y ="):
            names = {"y": self.y, "np": np, "keras": keras}
            exec(line, names)  # noqa: S102 - our own line: that it runs is what is tested
            return replace(self, y=names["y"])
        if line.startswith("Dense("):
            made = eval(line.split("#")[0], {"Dense": keras.layers.Dense})  # noqa: S307 - our own line
            loss = line.split("loss=")[-1].strip('"') if "loss=" in line else self.loss
            activation = made.activation.__name__ if "activation" in line else self.activation
            return replace(self, outputs=made.units, activation=activation, loss=loss)
        return replace(self, return_sequences="return_sequences=True" in line)


RESULTS: dict[tuple, keras.Model | str] = {}


def result(attempt: Attempt) -> keras.Model | str:
    """The trained model, or the message of Keras's refusal. Several cures end in the same attempt."""
    y = (attempt.y.shape, attempt.y.dtype, attempt.y.tobytes())
    key = tuple(getattr(attempt, each.name) for each in fields(attempt) if each.name != "y") + y
    if key not in RESULTS:
        try:
            RESULTS[key] = attempt.trained()
        except Exception as error:  # noqa: BLE001 - of whatever class: its words are what is explained
            RESULTS[key] = str(error)
    return RESULTS[key]


def share_right(attempt: Attempt, model: keras.Model) -> float:
    """How many samples the model gets right; of a regression, what it explains of the variance."""
    answer = np.asarray(model(X))
    if attempt.outputs > 1 and attempt.activation == "softmax":
        return float((answer.reshape(len(X), -1).argmax(axis=-1) == CLASSES).mean())
    if attempt.activation == "sigmoid":
        return float(((answer.reshape(len(X), -1) > 0.5) == attempt.y.reshape(len(X), -1)).mean())
    return float(1 - ((answer - attempt.y) ** 2).mean() / attempt.y.var())


ATTEMPTS = {
    "class numbers, categorical": Attempt("categorical_crossentropy", 3, "softmax", CLASSES[:, None]),
    "class numbers without an axis, categorical": Attempt("categorical_crossentropy", 3, "softmax", CLASSES),
    "yes or no, an output for each step": Attempt(
        "binary_crossentropy", 1, "sigmoid", (LAST[:, :1] > 0).astype("float32"), return_sequences=True, epochs=TIMES
    ),
    "class numbers, an output for each step": Attempt(
        "sparse_categorical_crossentropy", 3, "softmax", CLASSES, return_sequences=True
    ),
    "one-hot, sparse": Attempt("sparse_categorical_crossentropy", 3, "softmax", ONE_HOT),
    "one-hot, an output for each step": Attempt(
        "categorical_crossentropy", 3, "softmax", ONE_HOT, return_sequences=True
    ),
    "one-hot, one output": Attempt("binary_crossentropy", 1, "sigmoid", ONE_HOT),
    "three numbers, two outputs": Attempt("mse", 2, "linear", LAST),
    "a number for each step, with an axis, one output": Attempt("mse", 2, "linear", X[..., :2]),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_line_leaves_a_model_that_learns_the_right_thing(name):
    attempt = ATTEMPTS[name]
    message = result(attempt)
    assert isinstance(message, str)
    ways = [attempt.mended(line) for line in explain(message).code.splitlines()]
    accepted = [(way, model) for way in ways if not isinstance(model := result(way), str)]
    assert accepted
    assert [(way, share) for way, model in accepted if (share := share_right(way, model)) < 0.6] == []


def test_the_rest_of_a_batch_is_left_out():
    model = keras.Sequential(
        [keras.Input(batch_shape=(4, 6, 3)), keras.layers.LSTM(5, stateful=True), keras.layers.Dense(3)]
    )
    model.compile("adam", "mse")
    with pytest.raises(Exception) as caught:
        model.fit(X[:8], LAST[:8], batch_size=4, validation_split=0.25, verbose=0)
    for x, y in ((X[:8], LAST[:8]), (X[:11], LAST[:11])):
        exec(explain(str(caught.value)).code, {"x": x, "y": y, "model": model})  # noqa: S102 - our own lines


NUMBERS = np.arange(1, 101) / 8


def refused(make) -> str:
    with pytest.raises(Exception) as caught:
        make()
    return str(caught.value)


def results(message: str, **names: object) -> list[np.ndarray]:
    """What each line makes of an array; a line that sets x is followed by x."""
    made = []
    for line in explain(message).code.splitlines():
        known = {"np": np, "keras": keras, **names}
        if line.startswith("x ="):
            exec(line, known)  # noqa: S102 - our own line
            made.append(known["x"])
        else:
            made.append(eval(line, known))  # noqa: S307 - our own line
    return made


@pytest.mark.parametrize("shape", [(100, 3, 1), (30, 3, 1), (7, 3), (33, 3, 1), (-1, 7), (-1, 3, 2), (9, -1, 2)])
def test_a_reshape_keeps_numbers_and_the_axes_that_were_wanted(shape):
    for made in results(refused(lambda: NUMBERS.reshape(shape)), x=NUMBERS):
        assert made.size >= 80
        assert set(made.ravel()) <= set(NUMBERS)
        assert made.ndim in (len(shape), len(shape) + 1, len(shape) - (shape[0] == -1))


def test_a_table_is_cut_into_windows_that_overlap():
    table = NUMBERS.reshape(50, 2)
    for samples in (50, 44):
        (_, line) = explain(refused(lambda samples=samples: table.reshape(samples, 6, 2))).code.splitlines()
        known = {"x": table, "np": np, "look_back": 6}
        exec(line, known)  # noqa: S102 - our own line
        np.testing.assert_array_equal(known["x"], [table[i : i + 6] for i in range(44)])


def test_targets_for_fewer_steps_are_padded_at_the_end():
    y = np.arange(1, 9).reshape(2, 4)
    loss = keras.losses.sparse_categorical_crossentropy
    code = explain(refused(lambda: loss(y, np.full((2, 6, 9), 1 / 9)))).code
    known = {"y": y, "keras": keras}
    exec(code, known)  # noqa: S102 - our own line
    np.testing.assert_array_equal(known["y"], np.pad(y, ((0, 0), (0, 2))))


def test_one_output_has_no_categorical_loss_as_it_is_said():
    with pytest.warns(SyntaxWarning) as caught:
        loss = keras.losses.categorical_crossentropy(np.array([[0.0], [1.0]]), np.array([[0.3], [0.6]]))
    assert np.abs(loss).max() < 1e-6
    assert "the loss is 0" in explain(str(caught[0].message)).meaning


def test_what_is_padded_keeps_its_fractions():
    sequences = [[0.5, 0.7, 1.9], [0.2]]
    (made,) = results(refused(lambda: np.array(sequences)), sequences=sequences)
    np.testing.assert_array_equal(made, np.array([[0.5, 0.7, 1.9], [0, 0, 0.2]], "float32"))


def test_an_array_of_objects_keeps_its_fractions():
    x = np.array([[1, 2.5]], object)
    plain, padded = results(
        "Failed to convert a NumPy array to a Tensor (Unsupported object type int).", x=x, sequences=x
    )
    for made in (plain, padded) if plain is not None else (x.astype("float32"),):
        np.testing.assert_array_equal(made, [[1, 2.5]])


@pytest.mark.parametrize("shape", [(120, 5), (120,), (2, 4, 5, 2), ()])
def test_three_axes_are_made_of_others(shape):
    x = np.ones(shape, "float32")
    for made in results(refused(lambda: keras.layers.LSTM(2)(x)), x=x):
        assert made is None or made.ndim == 3 or shape == ()


@pytest.mark.parametrize(
    ("given", "input_shape"),
    [
        ((20,), (5, 3)),
        ((20,), (5, 1)),
        ((20, 3), (5, 3)),
        ((5, 3), (5, 3)),
        ((20, 5), (5, 1)),
        ((20, 3), (1, 3)),
        ((20, 7, 3), (5, 3)),
    ],
)
def test_what_is_given_to_a_model_is_brought_into_its_shape(given, input_shape):
    """In the end the model, or one with the Input that is given, reads the array."""
    model = keras.Sequential([keras.Input(input_shape), keras.layers.Reshape(input_shape), keras.layers.LSTM(2)])
    x = np.arange(np.prod(given), dtype="float32").reshape(given)
    message = f"Expected shape {(None, *input_shape)}, but input has incompatible shape {given}"
    known = {"np": np, "keras": keras, "x": x, "y": x}
    code = explain(message).code
    if code.startswith("x["):
        code = f"x = {code}"
    *_, last = code.splitlines()
    exec(code, known)  # noqa: S102 - our own lines
    if last.startswith("keras.Input"):
        inputs = eval(last, known)  # noqa: S307 - our own line
        model = keras.Model(inputs, keras.layers.LSTM(2)(inputs))
    assert len(known["x"]) > 0
    assert model.predict(known["x"], verbose=0).shape == (len(known["x"]), 2)
