"""How often integrated gradients find the lags that a task was made of, and how long they take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np

from benchmarks.row import Row
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.models import glorot_uniform, orthogonal
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.explain.attribution import TOLERANCE, attribution, baselines
from lstm_viz.model_files.answer import Answer, answer_of_graph
from lstm_viz.model_files.graph import Graph
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.recurrent_layer import stacked

# Everything was set with the seeds from 0; these models were made afterwards.
SEEDS = range(100, 140)
KINDS = ("lstm", "gru")
STEPS, FEATURES, UNITS = 20, 2, 24
NOISE, GOOD = 0.1, 0.05
TRAINING, BATCH, MOST_EPOCHS = 4096, 64, 60
SAMPLES = 20
SECONDS = 2.0
METHODS = ("integrated gradients", "occlusion", "gradient × input")
DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "attribution.md"


@dataclass(frozen=True, eq=False)
class Planted:
    """A task whose right inputs are known: the sum of some inputs, each times 1 or −1, and noise.

    Attributes:
        seed: What it is made from.
        kind: The layer that is to learn it.
        places: The (step, feature) of each input that counts.
        signs: 1 or −1 for each.
    """

    seed: int
    kind: str
    places: tuple[tuple[int, int], ...]
    signs: tuple[int, ...]

    @classmethod
    def of(cls, seed: int) -> "Planted":
        """The task of a seed: one to three inputs, at least one of them subtracted if there are several."""
        draw = np.random.default_rng(seed)
        count = 1 + seed // len(KINDS) % 3
        chosen = draw.choice(STEPS * FEATURES, count, replace=False)
        places = tuple((int(at) // FEATURES, int(at) % FEATURES) for at in chosen)
        return cls(seed, KINDS[seed % len(KINDS)], places, (1, -1, 1)[:count])

    def drawn(self, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
        """Inputs (count, STEPS, FEATURES) and targets (count, 1)."""
        draw = np.random.default_rng([self.seed, seed])
        inputs = draw.normal(size=(count, STEPS, FEATURES)).astype("float32")
        parts = [sign * inputs[:, step, feature] for sign, (step, feature) in zip(self.signs, self.places, strict=True)]
        targets = np.sum(parts, axis=0) + NOISE * draw.normal(size=count)
        return inputs, targets[:, None].astype("float32")


class Trainer:
    """A Keras model that learns one task after another, compiled once."""

    def __init__(self, kind: str):
        import keras

        layer = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU}[kind](UNITS, unroll=True)
        self._model = keras.Sequential([keras.Input((STEPS, FEATURES)), layer, keras.layers.Dense(1)])
        self._model.compile(keras.optimizers.Adam(0.01, clipnorm=1.0), "mse")
        self._model.optimizer.build(self._model.trainable_variables)
        self._begin = [variable.numpy() for variable in self._model.optimizer.variables]
        self._kind = kind

    def trained(self, task: Planted) -> tuple[Graph, float, int]:
        """The model after training; the share of the targets' variance that it misses; and the epochs."""
        self._reset(task.seed)
        inputs, targets = task.drawn(TRAINING, 0)
        other, right = task.drawn(512, 1)
        missed, epoch = 1.0, 0
        while missed > GOOD and epoch < MOST_EPOCHS:
            self._model.fit(inputs, targets, BATCH, epochs=1, verbose=0)
            missed = float(np.mean((self._model.predict_on_batch(other) - right) ** 2) / right.var())
            epoch += 1
        kernel, recurrent, bias, *head = self._model.get_weights()
        return stacked([RecurrentWeights(self._kind, kernel, recurrent, bias)], *head), missed, epoch

    def _reset(self, seed: int) -> None:
        for variable, value in zip(self._model.optimizer.variables, self._begin, strict=True):
            variable.assign(value)
        draw, columns = np.random.default_rng([seed, 2]), len(GATES[self._kind]) * UNITS
        bias = np.zeros((2, columns) if self._kind == "gru" else columns)
        if self._kind == "lstm":
            bias[UNITS : 2 * UNITS] = 1  # Keras's unit_forget_bias
        own = [glorot_uniform(draw, FEATURES, columns), orthogonal(draw, UNITS, columns), bias]
        self._model.set_weights([*own, glorot_uniform(draw, UNITS, 1), np.zeros(1)])


def trained(tasks: list[Planted]) -> Iterator[tuple[Graph, float, int]]:
    """The model of each task, as `Trainer.trained` returns it."""
    trainers: dict[str, Trainer] = {}
    for task in tasks:
        if task.kind not in trainers:
            trainers[task.kind] = Trainer(task.kind)
        yield trainers[task.kind].trained(task)


def parts_of(graph: Graph, inputs: np.ndarray) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Method → the parts of each input, (samples, STEPS, FEATURES), compared with zeros; and what their sum misses."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in METHODS}
    differences = []
    for sample in inputs:
        answer = answer_of_graph(graph, {0: Value(sample[None])}, index=(0,))
        found = attribution(answer, baselines(answer)["zeros"])
        differences.append(found.difference)
        each = (found.integrated, found.occluded, answer.gradients(sample[None])[1][0] * sample)
        for name, values in zip(METHODS, each, strict=True):
            parts[name].append(values)
    stacked_parts = {name: np.stack(values) for name, values in parts.items()}
    wanted = np.array(differences)
    missed = {name: np.abs(each.sum(axis=(1, 2)) / wanted - 1) for name, each in stacked_parts.items()}
    return stacked_parts, missed


def found_by(task: Planted, parts: np.ndarray) -> bool:
    """Whether the largest parts, on average over the samples, are those of the planted inputs, and no others."""
    largest = np.argsort(-np.abs(parts).mean(axis=0), axis=None)[: len(task.places)]
    return {divmod(int(at), FEATURES) for at in largest} == set(task.places)


def rows(train: Callable[[list[Planted]], Iterator[tuple[Graph, float, int]]] = trained) -> list[Row]:
    """A row for the tasks whose inputs are not found, one for the time; and the document."""
    tasks = [Planted.of(seed) for seed in SEEDS]
    lines, right = [], dict.fromkeys(METHODS, 0)
    rests: dict[str, list[np.ndarray]] = {name: [] for name in METHODS}
    for task, (graph, missed, epochs) in zip(tasks, train(tasks), strict=True):
        parts, rest = parts_of(graph, task.drawn(SAMPLES, 3)[0])
        found = {name: found_by(task, parts[name]) for name in METHODS}
        for name in METHODS:
            right[name] += found[name]
            rests[name].append(rest[name])
        lines.append(_line(task, missed, epochs, found))
        print(lines[-1], flush=True)
    cost = {kind: _seconds(kind) for kind in GATES}
    slowest = max(cost.values())
    wrong = len(tasks) - right[METHODS[0]]
    result = [
        Row("planted inputs that are not found", "models", wrong / len(tasks), 0.05, f"{wrong} of {len(tasks)}"),
        Row("attribution, 100 × 10, 64 units", "2 s", slowest / SECONDS, 1, f"{slowest:.2f} s of the processor"),
    ]
    DOCUMENT.write_text(_document(lines, right, rests, cost), "utf-8")
    return result


def _line(task: Planted, missed: float, epochs: int, found: dict[str, bool]) -> str:
    planted = ", ".join(
        f"{'+' if sign > 0 else '−'} feature {feature + 1}, lag {STEPS - 1 - step}"
        for sign, (step, feature) in zip(task.signs, task.places, strict=True)
    )
    marks = " | ".join("yes" if found[name] else "**no**" for name in METHODS)
    return f"| {task.seed} | {task.kind} | {planted} | {epochs} | {missed:.1%} | {marks} |"


def _seconds(kind: str) -> float:
    answer = _large(kind)
    begin = process_time()
    attribution(answer, baselines(answer)["zeros"])
    return process_time() - begin


def _large(kind: str) -> Answer:
    draw = np.random.default_rng(0)
    gates, units, features = len(GATES[kind]), 64, 10
    kernel = draw.normal(size=(features, gates * units)) / features**0.5
    recurrent = draw.normal(size=(units, gates * units)) / units**0.5
    graph = stacked([RecurrentWeights(kind, kernel, recurrent)], draw.normal(size=(units, 1)), np.zeros(1))
    return answer_of_graph(graph, {0: Value(draw.normal(size=(1, 100, features)).astype("float32"))}, index=(0,))


def _document(
    lines: list[str], right: dict[str, int], rests: dict[str, list[np.ndarray]], cost: dict[str, float]
) -> str:
    """The page docs/attribution.md."""
    counts = ""
    for name, count in right.items():
        missed = np.concatenate(rests[name])
        close = f"{(missed <= TOLERANCE).sum()} of {len(missed)}"
        counts += f"| {name} | {count} of {len(lines)} | {np.median(missed):.1g} | {close} |\n"
    seconds = ", ".join(f"{kind} {value:.2f} s" for kind, value in cost.items())
    return f"""# Which input mattered: is it right?

Written by `python -m benchmarks attribution`.

Each of {len(lines)} models (LSTM or GRU, {UNITS} units, real Keras) learns a task whose right inputs are known: from
{STEPS} steps of {FEATURES} features of noise, the sum of one to three inputs, each added or subtracted, plus noise
of {NOISE}. It is trained until it misses at most {GOOD:.0%} of the variance. Then the size of what each of the
{STEPS * FEATURES} inputs contributes is averaged over {SAMPLES} new sequences, against a baseline of zeros. The inputs
are found if the largest contributions are those of the planted ones, and of no others. The method was set up with other
seeds.

The misses are relative to the difference, however small it is: where it is near 0, rounding to float32 is more than
{TOLERANCE:g} of it.

| method | found | sum misses f(x) − f(baseline) by, median | by at most {TOLERANCE:g} |
|---|---|---|---|
{counts}
100 steps × 10 features × 64 units, random weights, both methods, seconds of the processor: {seconds}.

| seed | layer | planted | epochs | misses | {" | ".join(METHODS)} |
|---|---|---|---|---|---|---|---|
{chr(10).join(lines)}
"""
