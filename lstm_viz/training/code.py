"""The Keras script that trains a network as the app does, from the same initial weights.

This module writes Keras code; it does not import Keras.
"""

from lstm_viz.keras_code import GLOROT_UNIFORM, INITIALIZERS, LAYERS
from lstm_viz.tasks import Task
from lstm_viz.training.settings import TrainingSettings

HEAD = """\
import keras
import numpy as np

alphabet = {alphabet}
sequences = [
{sequences}
]
# Step t reads symbol t and answers symbol t + 1. The first step of each sequence, from 0, whose answer counts:
scored = {scored}
units = {units}
learning_rate = {learning_rate}
epochs = {epochs}

draw = np.random.default_rng({seed})


{initializers}

symbols = len(alphabet)
one_hot = np.eye(symbols, dtype="float32")
codes = [one_hot[[alphabet.index(symbol) for symbol in sequence.split(",")]] for sequence in sequences]
"""

# The initial weights in Keras's order: of the recurrent layer or the perceptron's hidden layer, then of the head.
WEIGHTS = {
    "lstm": (
        "glorot_uniform(symbols, 4 * units)",
        "orthogonal(units, 4 * units)",
        "np.repeat([0, 1, 0, 0], units),  # input, forget, candidate, output: memories are kept at first",
    ),
    "gru": ("glorot_uniform(symbols, 3 * units)", "orthogonal(units, 3 * units)", "np.zeros((2, 3 * units))"),
    "simple_rnn": ("glorot_uniform(symbols, units)", "orthogonal(units, units)", "np.zeros(units)"),
    "perceptron": ("glorot_uniform(symbols, units)", "np.zeros(units)"),
}

MODEL = """
model = keras.Sequential(
    [
        keras.Input({shape}),
        keras.layers.{layer},
        keras.layers.Dense(symbols, activation="softmax"),
    ]
)
model.set_weights(
    [
{weights}
    ]
)
"""

STEPS = """\
model.compile(keras.optimizers.Adam(learning_rate), "categorical_crossentropy")

for epoch in range(epochs):
    losses = []
    for code, first in zip(codes, scored):
        for step in range(len(code) - 1):
            read, answer = {read}, code[step + 1 : step + 2]
            if step < first:
                model(read)  # only read: its answer does not count
            else:
                model.reset_metrics()  # or Keras would report the mean of all steps so far
                losses.append(model.train_on_batch(read, answer)){reset}
print("loss", np.mean(losses))

for code in codes:
    answers = [model({read}).numpy()[0] for step in range(len(code) - 1)]{reset_answered}
    print("answers", [(alphabet[answer.argmax()], round(float(answer.max()), 4)) for answer in answers])
"""

SEQUENCES = """\
model.compile(
    keras.optimizers.Adam(learning_rate),
    keras.losses.CategoricalCrossentropy(reduction="mean_with_sample_weight"),
)

# Shorter sequences are padded with zeros at their end; what does not count has no weight.
longest = max(map(len, codes)) - 1
read, answer = np.zeros((2, len(codes), longest, symbols), "float32")
weight = np.zeros((len(codes), longest), "float32")
for row, (code, first) in enumerate(zip(codes, scored)):
    steps = len(code) - 1
    read[row, :steps], answer[row, :steps], weight[row, first:steps] = code[:-1], code[1:], 1

history = model.fit(
    read, answer, sample_weight=weight, batch_size=len(codes), shuffle=False, epochs=epochs, verbose=0
)
print("loss", history.history["loss"][-1])

for code, answers in zip(codes, model.predict(read, batch_size=len(codes), verbose=0)):
    answers = answers[: len(code) - 1]
    print("answers", [(alphabet[answer.argmax()], round(float(answer.max()), 4)) for answer in answers])
"""


def training_code(settings: TrainingSettings, task: Task, epochs: int) -> str:
    """Writes a script that needs only keras and numpy.

    Args:
        settings: The network and how it is trained.
        task: The task that it learns.
        epochs: The number of epochs, at least 1.

    Returns:
        Python source that prints the loss of the last epoch, then for each sequence the most probable answer after each
        step, with its probability.

    Raises:
        ValueError: If `epochs` is less than 1.
    """
    if epochs < 1:
        raise ValueError(f"epochs must be at least 1, not {epochs}.")
    return _head(settings, task, epochs) + _model(settings) + _training(settings)


def _head(settings: TrainingSettings, task: Task, epochs: int) -> str:
    return HEAD.format(
        alphabet=list(task.alphabet),
        sequences="\n".join(f"    {','.join(task.names(sequence))!r}," for sequence in task.sequences),
        scored=list(task.scored),
        units=settings.units,
        learning_rate=settings.learning_rate,
        epochs=epochs,
        seed=settings.seed,
        initializers=INITIALIZERS if settings.has_memory else GLOROT_UNIFORM,
    )


def _model(settings: TrainingSettings) -> str:
    is_steps = settings.regime == "steps"
    if settings.has_memory:
        layer = f"{LAYERS[settings.network]}(units, {'stateful' if is_steps else 'return_sequences'}=True)"
    else:
        layer = 'Dense(units, activation="tanh")'
    steps_shape = "batch_shape=(1, 1, symbols)" if settings.has_memory else "batch_shape=(1, symbols)"
    weights = (*WEIGHTS[settings.network], "glorot_uniform(units, symbols)", "np.zeros(symbols)")
    lines = "\n".join(f"        {weight}{'' if '  #' in weight else ','}" for weight in weights)
    return MODEL.format(shape=steps_shape if is_steps else "(None, symbols)", layer=layer, weights=lines)


def _training(settings: TrainingSettings) -> str:
    if settings.regime == "sequences":
        return SEQUENCES
    reset = "model.layers[0].reset_states()" if settings.has_memory else ""
    return STEPS.format(
        read="code[None, step : step + 1]" if settings.has_memory else "code[step : step + 1]",
        reset=reset and f"\n        {reset}",
        reset_answered=reset and f"\n    {reset}",
    )
