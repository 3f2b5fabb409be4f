"""Models that are as they should be, of all kinds that people train; what the check-up must leave alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import keras
import numpy as np
from keras import layers

Data = tuple[list[np.ndarray], np.ndarray]
SAMPLES, MOST_ROUNDS = 256, 10


@dataclass(frozen=True)
class Case:
    """A model with what it reads.

    Attributes:
        group: The kind of model and task, of `GROUPS`.
        seed: The seed of its data and weights.
        model: The model.
        inputs: Its inputs.
        targets: What it should return.
        content: Its file, if Keras would not write it so.
    """

    group: str
    seed: int
    model: keras.Model
    inputs: list[np.ndarray]
    targets: np.ndarray
    content: bytes | None = None


@dataclass(frozen=True)
class Group:
    """Models of one architecture.

    Attributes:
        data: A generator of random numbers → inputs and targets.
        build: Those → the model.
        loss: The loss that it is trained with.
        epochs: The epochs of one round of training; rounds follow until the model is good.
        good: The loss on the training data below which it is, beside that of the best constant answer.
    """

    data: Callable[[np.random.Generator], Data]
    build: Callable[[Data], keras.Model]
    loss: str
    epochs: int = 6
    good: float = 0.6


def windows(series: np.ndarray, steps: int, ahead: int = 1) -> Data:
    """Windows of a table, (rows, features), and the values of its first column that follow."""
    starts = range(SAMPLES)
    inputs = np.stack([series[start : start + steps] for start in starts])
    targets = np.stack([series[start + steps : start + steps + ahead, 0] for start in starts])
    return [inputs.astype("float32")], targets.astype("float32")


def seasonal(random: np.random.Generator, rows: int) -> np.ndarray:
    """A series with two seasons and noise."""
    time = np.arange(rows)
    long, short = random.uniform(14, 26), random.uniform(5, 9)
    waves = np.sin(2 * np.pi * time / long + random.uniform(0, 6)) + 0.5 * np.sin(2 * np.pi * time / short)
    return waves + random.normal(0, 0.08, rows)


def scaled_series(steps: int) -> Callable[[np.random.Generator], Data]:
    """One series, scaled to 0 … 1."""

    def data(random: np.random.Generator) -> Data:
        series = seasonal(random, SAMPLES + steps + 1)
        return windows(((series - series.min()) / np.ptp(series))[:, None], steps)

    return data


def table(steps: int, ahead: int = 1) -> Callable[[np.random.Generator], Data]:
    """A series with others that go with it, and the season, standardised."""

    def data(random: np.random.Generator) -> Data:
        rows = SAMPLES + steps + ahead
        main = seasonal(random, rows)
        others = [np.roll(main, 2) + random.normal(0, 0.4, rows), np.cumsum(random.normal(0, 0.3, rows))]
        week = np.arange(rows) * 2 * np.pi / 7
        columns = np.stack([main, *others, np.sin(week), np.cos(week)], axis=1)
        return windows((columns - columns.mean(axis=0)) / columns.std(axis=0), steps, ahead)

    return data


def symbols(random: np.random.Generator) -> Data:
    """One-hot symbols: after the question, 4, the first symbol comes again. The next symbol is wanted at each step."""
    ids = random.integers(0, 4, (SAMPLES, 10))
    ids[:, 1::2] = (ids[:, 0::2] + 1) % 4
    ids[:, -2], ids[:, -1] = 4, ids[:, 0]
    coded = np.eye(5, dtype="float32")[ids]
    return [coded[:, :-1]], coded[:, 1:]


def words(padding: str | None) -> Callable[[np.random.Generator], Data]:
    """Sentences of ids: are there more good words (1–8) than bad ones (9–16)? Padding is 0."""

    def data(random: np.random.Generator) -> Data:
        ids = random.integers(17, 40, (SAMPLES, 20))
        mood = random.choice([0, 8], (SAMPLES, 1))
        ids = np.where(random.random(ids.shape) < 0.35, mood + random.integers(1, 9, ids.shape), ids)
        lengths = random.integers(8, 21, SAMPLES)
        if padding == "post":
            ids[np.arange(20) >= lengths[:, None]] = 0
        elif padding == "pre":
            ids[np.arange(20) < 20 - lengths[:, None]] = 0
        return [ids.astype("int32")], (mood == 0).astype("float32")

    return data


def movements(random: np.random.Generator) -> Data:
    """Two signals whose frequency is one of three classes."""
    classes = random.integers(0, 3, SAMPLES)
    angle = np.arange(24) * np.array([0.25, 0.5, 0.9])[classes][:, None] + random.uniform(0, 6, (SAMPLES, 1))
    signals = np.stack([np.sin(angle), np.cos(angle)], axis=-1) + random.normal(0, 0.2, (SAMPLES, 24, 2))
    return [signals.astype("float32")], classes.astype("int32")


def tags(random: np.random.Generator) -> Data:
    """Three signals, each of which rises or does not: any number of three labels is right."""
    labels = random.integers(0, 2, (SAMPLES, 3))
    rise = np.linspace(-1, 1, 16)[:, None] * (2 * labels - 1)[:, None]
    return [(rise + random.normal(0, 0.5, rise.shape)).astype("float32")], labels.astype("float32")


def reversal(random: np.random.Generator) -> Data:
    """Source, the answer so far, and the answer: the source backwards, as one-hot symbols."""
    coded = np.eye(5, dtype="float32")[random.integers(0, 4, (SAMPLES, 4))]
    answer = coded[:, ::-1]
    start = np.broadcast_to(np.eye(5, dtype="float32")[4], (SAMPLES, 1, 5))
    return [coded, np.concatenate([start, answer[:, :-1]], axis=1)], answer


def stacked(*parts: Callable[[], layers.Layer], batch: int | None = None) -> Callable[[Data], keras.Model]:
    """A Sequential of these layers."""

    def build(data: Data) -> keras.Model:
        first = data[0][0]
        return keras.Sequential([keras.Input(batch_shape=(batch, *first.shape[1:])), *(part() for part in parts)])

    return build


def embedded(*parts: Callable[[], layers.Layer], mask: bool) -> Callable[[Data], keras.Model]:
    """An Embedding, these layers, and a sigmoid."""
    first = lambda: layers.Embedding(40, 8, mask_zero=mask)  # noqa: E731
    return stacked(first, *parts, dense(1, "sigmoid"))


def dense(units: int, activation: str | None = None) -> Callable[[], layers.Layer]:
    """A Dense."""
    return lambda: layers.Dense(units, activation=activation)


def rnn(kind: str, units: int, both: bool = False, **options: object) -> Callable[[], layers.Layer]:
    """A recurrent layer by its name; in both directions in a Bidirectional."""

    def make() -> layers.Layer:
        layer = getattr(layers, kind)(units, **options)
        return layers.Bidirectional(layer) if both else layer

    return make


def translator(kind: str) -> Callable[[Data], keras.Model]:
    """An encoder whose states the decoder starts from."""

    def build(data: Data) -> keras.Model:
        source, target = (keras.Input(array.shape[1:]) for array in data[0])
        _, *states = getattr(layers, kind)(24, return_state=True, name="encoder")(source)
        hidden = getattr(layers, kind)(24, return_sequences=True, name="decoder")(target, initial_state=states)
        return keras.Model([source, target], layers.Dense(5, activation="softmax")(hidden))

    return build


MSE, ONE_OF, YES_NO, WHICH = "mse", "categorical_crossentropy", "binary_crossentropy", "sparse_categorical_crossentropy"
GROUPS = {
    "series, LSTM, brief": Group(scaled_series(20), stacked(rnn("LSTM", 16), dense(1)), MSE, 4, 0.15),
    "series, LSTM, long": Group(scaled_series(30), stacked(rnn("LSTM", 24), dense(1)), MSE, 60, 0.2),
    "series, GRU, brief": Group(scaled_series(16), stacked(rnn("GRU", 16), dense(1)), MSE, 4, 0.15),
    "series, GRU, long": Group(scaled_series(24), stacked(rnn("GRU", 12), dense(1)), MSE, 60, 0.2),
    "series, SimpleRNN, brief": Group(scaled_series(12), stacked(rnn("SimpleRNN", 12), dense(1)), MSE, 4, 0.15),
    "series, SimpleRNN, long": Group(scaled_series(20), stacked(rnn("SimpleRNN", 16), dense(1)), MSE, 60, 0.2),
    "series, two LSTMs": Group(
        scaled_series(20), stacked(rnn("LSTM", 16, return_sequences=True), rnn("LSTM", 8), dense(1)), MSE, 10, 0.15
    ),
    "series, Bidirectional": Group(scaled_series(20), stacked(rnn("LSTM", 10, both=True), dense(1)), MSE, 6, 0.15),
    "table, LSTM": Group(table(20), stacked(rnn("LSTM", 24), dense(8, "relu"), dense(1)), MSE),
    "table, GRU, long": Group(table(14), stacked(rnn("GRU", 16), lambda: layers.Dropout(0.2), dense(1)), MSE, 50, 0.3),
    "table, two GRUs": Group(table(20), stacked(rnn("GRU", 16, return_sequences=True), rnn("GRU", 16), dense(1)), MSE),
    "table, four steps ahead": Group(table(24, 4), stacked(rnn("LSTM", 20), dense(4)), MSE, 10),
    "table, 60 steps": Group(table(60), stacked(rnn("LSTM", 16), dense(1)), MSE),
    "symbols, LSTM": Group(symbols, stacked(rnn("LSTM", 16, return_sequences=True), dense(5, "softmax")), ONE_OF, 40),
    "symbols, GRU": Group(symbols, stacked(rnn("GRU", 12, return_sequences=True), dense(5, "softmax")), ONE_OF, 40),
    "symbols, SimpleRNN": Group(
        symbols, stacked(rnn("SimpleRNN", 16, return_sequences=True), dense(5, "softmax")), ONE_OF, 40
    ),
    "words, LSTM, padded after": Group(words("post"), embedded(rnn("LSTM", 16), mask=True), YES_NO),
    "words, GRU, padded before": Group(words("pre"), embedded(rnn("GRU", 12), mask=True), YES_NO),
    "words, Bidirectional": Group(words(None), embedded(rnn("LSTM", 8, both=True), mask=False), YES_NO),
    "words, LSTM, long": Group(words("post"), embedded(rnn("LSTM", 12), mask=True), YES_NO, 40, 0.2),
    "words, two LSTMs": Group(
        words("pre"), embedded(rnn("LSTM", 12, return_sequences=True), rnn("LSTM", 8), mask=True), YES_NO
    ),
    "movements, LSTM": Group(movements, stacked(rnn("LSTM", 16), dense(3, "softmax")), WHICH),
    "movements, Bidirectional": Group(movements, stacked(rnn("GRU", 10, both=True), dense(3, "softmax")), WHICH),
    "movements, Conv1D": Group(
        movements,
        stacked(lambda: layers.Conv1D(8, 3, activation="relu"), rnn("LSTM", 12), dense(3, "softmax")),
        WHICH,
    ),
    "tags, LSTM": Group(tags, stacked(rnn("LSTM", 12), dense(3, "sigmoid")), YES_NO),
    "reversal, LSTM": Group(reversal, translator("LSTM"), ONE_OF, 40),
    "reversal, GRU": Group(reversal, translator("GRU"), ONE_OF, 40),
    "stateful, LSTM": Group(table(12), stacked(rnn("LSTM", 12, stateful=True), dense(1), batch=32), MSE),
}


def cases(seeds: range, groups: dict[str, Group] | None = None) -> Iterator[Case]:
    """A model for each group and seed, trained until it is good.

    Keras compiles once for each group: its models have one shape, and start from new weights.
    """
    for name, group in (groups or GROUPS).items():
        trainer: keras.Model | None = None
        for seed in seeds:
            data = group.data(np.random.default_rng(seed))
            keras.utils.set_random_seed(seed)
            model = group.build(data)
            if trainer is None:
                trainer = group.build(data)
                trainer.compile(keras.optimizers.Adam(0.005), group.loss)
            yield Case(name, seed, trained(model, trainer, group, data), *data)


def trained(model: keras.Model, trainer: keras.Model, group: Group, data: Data) -> keras.Model:
    """The model with the weights that the trainer has reached from its own."""
    trainer.set_weights(model.get_weights())
    for variable in trainer.optimizer.variables[2:]:  # after the count of steps and the learning rate
        variable.assign(np.zeros(variable.shape, "float32"))
    limit = group.good * baseline(group.loss, data[1])
    for _ in range(MOST_ROUNDS):
        history = trainer.fit(*fed(data), epochs=group.epochs, batch_size=32, verbose=0)
        if history.history["loss"][-1] < limit:
            break
    else:
        print(f"not good: {model.name} {history.history['loss'][-1]:.3g}, wanted {limit:.3g}")
    model.set_weights(trainer.get_weights())
    return model


def fed(data: Data) -> tuple[object, np.ndarray]:
    """Inputs and targets as Keras takes them."""
    return (data[0] if len(data[0]) > 1 else data[0][0]), data[1]


def baseline(loss: str, targets: np.ndarray) -> float:
    """The loss of the best constant answer."""
    if loss == MSE:
        return float(targets.var())
    classes = np.bincount(targets) if loss == WHICH else targets.reshape(-1, targets.shape[-1]).mean(axis=0)
    if loss == YES_NO:
        return float(np.mean(-(classes * np.log(classes) + (1 - classes) * np.log(1 - classes))))
    shares = classes / classes.sum()
    return float(-(shares[shares > 0] * np.log(shares[shares > 0])).sum())
