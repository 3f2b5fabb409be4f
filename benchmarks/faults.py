"""Faults, seeded into sound models: each is what one check must find, with the change that takes it away again."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import keras
import numpy as np
from keras import layers

from benchmarks.sound_models import (
    MSE,
    SAMPLES,
    Case,
    Data,
    Group,
    dense,
    rnn,
    scaled_series,
    stacked,
    table,
    windows,
)

Weights = list[np.ndarray]
GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}
KEEPS = {"LSTM": 1, "GRU": 0}
"""Class → which of its gates keeps the memory."""


class Fault(NamedTuple):
    """A fault.

    Attributes:
        said: What is done to a sound model.
        groups: A word that the names of the groups have which it is done to; several, parted by |.
        seed: A sound case, a generator of random numbers → the case with the fault.
        change: The case with the fault, the sound case → the case after the change; None if that is the sound case.
        trained: A group to train instead, if the fault is in the training.
        cured: The group that is trained after the change.
    """

    said: str
    groups: str
    seed: Callable[[Case, np.random.Generator], Case]
    change: Callable[[Case, Case], Case] | None = None
    trained: Group | None = None
    cured: Group | None = None


def recurrent(model: keras.Model) -> list[layers.Layer]:
    """The recurrent layers of a model, each direction by itself."""
    found: list[layers.Layer] = []
    for layer in model.layers:
        halves = [layer.forward_layer, layer.backward_layer] if isinstance(layer, layers.Bidirectional) else [layer]
        found += [half for half in halves if type(half).__name__ in GATES]
    return found


def copied(case: Case) -> keras.Model:
    """The same model with weights of its own."""
    model = keras.models.clone_model(case.model)
    model.set_weights(case.model.get_weights())
    return model


def weights(edit: Callable[[str, Weights, np.random.Generator], None]) -> Callable[[Case, np.random.Generator], Case]:
    """A fault in the weights of the recurrent layers: kernel, recurrent kernel and bias are changed in place."""

    def seed(case: Case, random: np.random.Generator) -> Case:
        model = copied(case)
        for layer in recurrent(model):
            arrays = [array.copy() for array in layer.get_weights()]
            edit(type(layer).__name__, arrays, random)
            layer.set_weights(arrays)
        return replace(case, model=model)

    return seed


def blocks(kind: str, array: np.ndarray) -> list[np.ndarray]:
    """The columns of each gate, as views."""
    return np.split(array, GATES[kind], axis=-1)


def _grown_gates(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    candidate = GATES[kind] - 2 if kind == "LSTM" else GATES[kind] - 1
    for array in arrays:
        for number, block in enumerate(blocks(kind, array)):
            if number != candidate:
                block *= 60


def _grown_candidates(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    candidate = 2 if kind != "SimpleRNN" else 0
    for array in arrays:
        blocks(kind, array)[candidate][...] *= 60


def _keep_bias(value: float) -> Callable[[str, Weights, np.random.Generator], None]:
    def edit(kind: str, arrays: Weights, random: np.random.Generator) -> None:
        block = blocks(kind, arrays[2])[KEEPS[kind]]
        block[...] = 0
        block[..., 0 if block.ndim == 1 else slice(None)] = 0
        (block if block.ndim == 1 else block[0])[...] = value + random.normal(0, 0.2, block.shape[-1])

    return edit


def _dead(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    units = arrays[1].shape[0]
    chosen = random.choice(units, max(units // 4, 1), replace=False)
    candidate = {"LSTM": 2, "GRU": 2, "SimpleRNN": 0}[kind]
    for array in arrays:
        blocks(kind, array)[candidate][..., chosen] = 0


def _twins(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    one, other = random.choice(arrays[1].shape[0], 2, replace=False)
    for array in arrays:
        for block in blocks(kind, array):
            block[..., other] = block[..., one]


def _weak(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    arrays[1] *= 0.1
    if kind in KEEPS:
        _keep_bias(-2.5)(kind, arrays, random)


def _wild(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    arrays[1] *= 8


def _dominated(kind: str, arrays: Weights, random: np.random.Generator) -> None:
    arrays[0][random.integers(len(arrays[0]))] *= 30


def fresh(case: Case, random: np.random.Generator) -> Case:
    """The model as it was before its training."""
    keras.utils.set_random_seed(int(random.integers(1000)))
    return replace(case, model=keras.models.clone_model(case.model))


def not_a_number(case: Case, random: np.random.Generator) -> Case:
    """A NaN in the inputs, or in the weights as after a training that diverged."""
    if case.seed % 2 or case.inputs[0].dtype.kind != "f":
        return weights(lambda kind, arrays, random: arrays[1].__setitem__((0, 0), np.nan))(case, random)
    inputs = [array.copy() for array in case.inputs]
    inputs[0][random.integers(SAMPLES), random.integers(inputs[0].shape[1]), 0] = np.nan
    return replace(case, inputs=inputs)


def beyond(case: Case, random: np.random.Generator) -> Case:
    """A larger vocabulary than the Embedding has rows."""
    ids = case.inputs[0].copy()
    ids[random.integers(SAMPLES, size=20), random.integers(ids.shape[1], size=20)] = random.integers(40, 60, 20)
    return replace(case, inputs=[ids])


def unscaled(case: Case, random: np.random.Generator) -> Case:
    """The inputs as they are measured: in hundreds, or in thousandths."""
    by = random.choice([100, 500, 0.002])
    return replace(case, inputs=[(case.inputs[0] * by + (by if by > 1 else 0)).astype("float32")])


def normalised(faulty: Case, sound: Case) -> Case:
    """A Normalization that has adapted to the inputs, before the same model."""
    scale = layers.Normalization()
    scale.adapt(faulty.inputs[0])
    return replace(faulty, model=rebuilt(faulty, lambda parts: [scale, *parts]))


def constant(case: Case, random: np.random.Generator) -> Case:
    """A column that was read wrongly."""
    inputs = case.inputs[0].copy()
    inputs[:, :, random.integers(1, inputs.shape[2])] = random.choice([0.0, 1.0, 0.37])
    return replace(case, inputs=[inputs])


def rebuilt(case: Case, edit: Callable[[list[layers.Layer]], list[layers.Layer]]) -> keras.Model:
    """A Sequential of changed layers, which keep the weights that still fit."""
    new = edit([type(layer).from_config(layer.get_config()) for layer in case.model.layers])
    model = keras.Sequential([keras.Input(batch_shape=case.model.input_shape), *new])
    own = {layer.name: layer.get_weights() for layer in case.model.layers}
    for layer in model.layers:
        kept = own.get(layer.name, [])
        if [array.shape for array in kept] == [array.shape for array in layer.get_weights()]:
            layer.set_weights(kept)
    return model


def unmasked(case: Case, random: np.random.Generator) -> Case:
    """Sentences that are padded after their words, without a mask; or signals that end early."""
    if case.inputs[0].ndim == 3:
        inputs = case.inputs[0].copy()
        lengths = random.integers(10, inputs.shape[1] + 1, SAMPLES)
        inputs[np.arange(inputs.shape[1]) >= lengths[:, None]] = 0
        return replace(case, inputs=[inputs])

    def edit(parts: list[layers.Layer]) -> list[layers.Layer]:
        return [layers.Embedding(40, 8, name=parts[0].name), *parts[1:]]

    return replace(case, model=rebuilt(case, edit))


def masked_again(faulty: Case, sound: Case) -> Case:
    """A Masking before the signals; for sentences the model with its mask."""
    if faulty.inputs[0].ndim == 2:
        return sound
    return replace(faulty, model=rebuilt(faulty, lambda parts: [layers.Masking(), *parts]))


def without_mask(case: Case, random: np.random.Generator) -> Case:
    """A layer after the Embedding that drops the mask."""
    dropping = layers.Conv1D(8, 3, padding="same") if case.seed % 2 else layers.Reshape((-1, 8))
    return replace(case, model=rebuilt(case, lambda parts: [parts[0], dropping, *parts[1:]]))


def last_output_only(case: Case, random: np.random.Generator) -> Case:
    """A second recurrent layer that reads only the last output of the first one."""
    between = layers.RepeatVector(1) if case.seed % 2 else layers.Reshape((1, -1))

    def edit(parts: list[layers.Layer]) -> list[layers.Layer]:
        return [*parts[:-1], between, layers.LSTM(8), layers.Dense(case.targets.shape[-1])]

    return replace(case, model=rebuilt(case, edit))


def two_layers(faulty: Case, sound: Case) -> Case:
    """Two recurrent layers, of which the first returns sequences."""

    def edit(parts: list[layers.Layer]) -> list[layers.Layer]:
        recurrent(keras.Sequential(parts))[0].return_sequences = True
        return [*parts[:-1], layers.LSTM(8), layers.Dense(sound.targets.shape[-1])]

    return replace(sound, model=rebuilt(sound, edit))


def all_steps(case: Case, random: np.random.Generator) -> Case:
    """return_sequences=True before a Flatten, or before a Dense although there is one target for each sample."""

    def edit(parts: list[layers.Layer]) -> list[layers.Layer]:
        for part in parts:
            for layer in recurrent(keras.Sequential([part])):
                layer.return_sequences = True
            if isinstance(part, layers.Bidirectional):
                part.return_sequences = True
        return [*parts[:-1], layers.Flatten(), layers.Dense(case.targets.shape[-1])] if case.seed % 2 else parts

    return replace(case, model=rebuilt(case, edit))


def states_left(case: Case, random: np.random.Generator) -> Case:
    """A decoder that does not get the encoder's states; every second time the encoder is used otherwise."""
    source, target = (keras.Input(array.shape[1:]) for array in case.inputs)
    kind = "LSTM" if "LSTM" in case.group else "GRU"
    encoded, *_ = getattr(layers, kind)(24, return_state=True)(source)
    hidden = getattr(layers, kind)(24, return_sequences=True)(target)
    if case.seed % 2:
        hidden = layers.Concatenate()([hidden, layers.RepeatVector(case.inputs[1].shape[1])(encoded)])
    return replace(case, model=keras.Model([source, target], layers.Dense(5, activation="softmax")(hidden)))


def headed(units: int, activation: str | None) -> Callable[[Case, np.random.Generator], Case]:
    """Another last Dense."""

    def seed(case: Case, random: np.random.Generator) -> Case:
        end = layers.Dense(units, activation=activation, name=case.model.layers[-1].name)
        return replace(case, model=rebuilt(case, lambda parts: [*parts[:-1], end]))

    return seed


def one_answer(case: Case, random: np.random.Generator) -> Case:
    """A head whose weights have died, or a ReLU that never opens."""
    if case.seed % 2:
        model = copied(case)
        kernel, bias = model.layers[-1].get_weights()
        model.layers[-1].set_weights([kernel * 0, bias + 0.1])
        return replace(case, model=model)
    shut = layers.Dense(8, activation="relu", bias_initializer=keras.initializers.Constant(-50))
    width = case.targets.shape[-1]
    return replace(case, model=rebuilt(case, lambda parts: [*parts[:-1], shut, layers.Dense(width)]))


def patched(model: keras.Model, edit: Callable[[dict], None]) -> bytes:
    """The file of a model, with its configuration changed by hand: what Keras 3 would not build."""
    before, after = io.BytesIO(saved(model)), io.BytesIO()
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "config.json":
                config = json.loads(part)
                edit(config)
                part = json.dumps(config).encode()
            new.writestr(name, part)
    return after.getvalue()


def saved(model: keras.Model) -> bytes:
    """The file of a model."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        return path.read_bytes()


def stateful(case: Case, random: np.random.Generator) -> Case:
    """A stateful layer in a model whose inputs have no batch size."""

    def edit(config: dict) -> None:
        for layer in config["config"]["layers"]:
            if layer["class_name"] in GATES:
                layer["config"]["stateful"] = True

    return replace(case, content=patched(case.model, edit))


def with_batch_size(faulty: Case, sound: Case) -> Case:
    """A stateful layer, and a batch size."""

    def edit(parts: list[layers.Layer]) -> list[layers.Layer]:
        for layer in recurrent(keras.Sequential(parts)):
            layer.stateful = True
        return parts

    new = edit([type(layer).from_config(layer.get_config()) for layer in sound.model.layers])
    model = keras.Sequential([keras.Input(batch_shape=(32, *sound.inputs[0].shape[1:])), *new])
    model.set_weights(sound.model.get_weights())
    return replace(sound, model=model)


def walk(random: np.random.Generator) -> Data:
    """A random walk, as prices are, scaled to 0 … 1."""
    series = np.cumsum(random.normal(size=SAMPLES + 21))
    return windows(((series - series.min()) / np.ptp(series))[:, None], 20)


def forecast_change(faulty: Case, sound: Case) -> Case:
    """The change is forecast: the answers of the same model, less the last value, beside the changes."""
    last = faulty.inputs[0][:, -1, :1]
    return replace(faulty, targets=faulty.targets - last)


def as_it_is(case: Case, random: np.random.Generator) -> Case:
    """The fault is in the training."""
    return case


SAME = keras.initializers.Constant(0.08)


def lstm_for(data: Callable[[np.random.Generator], Data], good: float, **options: object) -> Group:
    """An LSTM with these arguments and a Dense, trained on this."""
    return Group(data, stacked(rnn("LSTM", 12, **options), dense(1)), MSE, 4, good)


FAULTS = {
    "not_a_number": Fault("a NaN among the inputs or the weights", "series|table|words", not_a_number),
    "ids_beyond_embedding": Fault("ids for which the Embedding has no row", "words", beyond),
    "unscaled_features": Fault(
        "inputs in hundreds or in thousandths", "series|table|movements, B", unscaled, normalised
    ),
    "constant_features": Fault("a column of one value", "table", constant),
    "padding_read_last": Fault(
        "padding after the data, without a mask",
        "padded after|words, LSTM, long|movements, LSTM",
        unmasked,
        masked_again,
    ),
    "mask_lost": Fault("a Conv1D or a Reshape after the Embedding", "padded|words, two", without_mask),
    "saturated_gates": Fault("weights of the gates times 60", "LSTM|GRU", weights(_grown_gates)),
    "candidates_at_one": Fault("weights of the candidate times 60", "series|table|words", weights(_grown_candidates)),
    "forgets_at_once": Fault("bias of the forget or update gate at −8", "LSTM|GRU|Bi", weights(_keep_bias(-8))),
    "forgets_never": Fault("bias of the forget or update gate at 12", "LSTM|GRU|Bi", weights(_keep_bias(12))),
    "memory_length": Fault("forget bias at −2", "series, LSTM|table, LSTM|words, LSTM", weights(_keep_bias(-2))),
    "dead_units": Fault("a quarter of the candidates without weights", "series|table|movements|words", weights(_dead)),
    "copies": Fault("a unit with the weights of another one", "series|table|movements|words", weights(_twins)),
    "copies, trained": Fault(
        "trained from constant weights, also of the head",
        "",
        as_it_is,
        trained=Group(
            scaled_series(20),
            stacked(
                rnn("LSTM", 12, kernel_initializer=SAME, recurrent_initializer=SAME),
                lambda: layers.Dense(1, kernel_initializer=SAME),
            ),
            MSE,
            4,
            1.0,
        ),
        cured=lstm_for(scaled_series(20), 1.0),
    ),
    "vanishing": Fault("recurrent kernel times 0.1, gates shut", "series|table", weights(_weak)),
    "exploding": Fault("recurrent kernel times 8", "series|table|movements", weights(_wild)),
    "dominated_kernel": Fault("the weights of one feature times 30", "table|words|movements", weights(_dominated)),
    "never_trained": Fault("weights as they were before the training", "series|table|words|symbols", fresh),
    "forget_bias": Fault(
        "trained from a forget bias of 0",
        "",
        as_it_is,
        trained=lstm_for(table(20), 0.4, unit_forget_bias=False),
        cured=lstm_for(table(20), 0.4),
    ),
    "constant_answer": Fault(
        "a head without weights, or ReLUs that never open", "series|table, L|table, G", one_answer
    ),
    "echo": Fault("trained on a random walk", "", as_it_is, forecast_change, lstm_for(walk, 0.1)),
    "softmax_of_one": Fault("a softmax over one unit", "words", headed(1, "softmax")),
    "sigmoid_of_many": Fault("a sigmoid for each of three classes", "movements", headed(3, "sigmoid")),
    "missing_classes": Fault("two units for three classes", "movements", headed(2, "softmax")),
    "stateful_without_batch_size": Fault(
        "stateful=True in the file, and no batch size", "series, LSTM|table, L|movements, L", stateful, with_batch_size
    ),
    "one_step_left": Fault(
        "a second layer behind a single output", "series, L|series, G|table, L", last_output_only, two_layers
    ),
    "sequences_for_one_answer": Fault("return_sequences=True before the head", "series|table, L|table, G", all_steps),
    "states_not_passed": Fault("a decoder that starts from zeros", "reversal", states_left),
}
"""The name of the check, and what it must find."""
