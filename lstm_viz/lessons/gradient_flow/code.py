"""The Keras script that prints the norms of one network.

This module writes Keras code; it does not import Keras.
"""

import base64
import textwrap

import numpy as np

from lstm_viz.engine.cell import GATES, KEEPING_GATE
from lstm_viz.keras_code import DECODE, INITIALIZERS, LAYERS, WIDTH
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.settings import ALPHABET, FILLER, FIRST, FlowSettings

WEIGHTS = ("kernel", "recurrent_kernel", "bias", "head_kernel", "head_bias")

UNTRAINED = """
draw = np.random.default_rng({seed})


{initializers}

kernel = glorot_uniform({symbols}, {gates} * units).astype("float32")
recurrent_kernel = orthogonal(units, {gates} * units).astype("float32")
bias = {bias}
{forget_bias}head_kernel = glorot_uniform(units, {symbols}).astype("float32")
head_bias = np.zeros({symbols})
"""

TRAINED = f"\n{DECODE}\n\n{{arrays}}\n"

FORWARD = """
recurrent_kernel = np.float32({scale}) * recurrent_kernel

# The gap task: an {first}, then {filler} to the end. The answer after the last step is {first}.
inputs = np.eye({symbols})[[{first_at}] + [{filler_at}] * (steps - 1)]

# In float64: what has vanished may be far below what float32 holds.
cell = keras.layers.{layer}Cell(units, dtype="float64")
cell.build((1, {symbols}))
cell.set_weights([kernel, recurrent_kernel, bias])


def last_loss(hidden):
    logits = hidden @ tf.constant(head_kernel, tf.float64) + head_bias
    return tf.nn.sparse_softmax_cross_entropy_with_logits([{first_at}], logits)[0]


# Forwards, keeping what each step hands to the next.
states = [tf.zeros((1, units), tf.float64)] * {states}
handed = []
with tf.GradientTape() as tape:
    tape.watch(tensors := [tf.constant(step[None]) for step in inputs])
    for step in tensors:
        states = [tf.identity(state) for state in cell(step, states)[1]]
        handed.append(states)
    loss = last_loss(states[0])
loss_inputs, loss_states = tape.gradient(loss, [tensors, handed], unconnected_gradients="zero")

# Every step once more, all in one batch, each from the state before it: the Jacobians of single steps.
after = np.array([np.concatenate(states, axis=1)[0] for states in handed])
before = tf.constant(np.concatenate([np.zeros_like(after[:1]), after[:-1]]))
with tf.GradientTape() as tape:
    tape.watch(before)
    full = tf.concat(cell(inputs, tf.split(before, {states}, axis=1))[1], axis=1)
jacobians = tape.batch_jacobian(full, before).numpy()

# Their products from the end: the gradient of the last state with respect to that of step t.
total = [np.eye(jacobians.shape[1])]
for jacobian in jacobians[:0:-1]:
    total.insert(0, total[0] @ jacobian)
total = np.array(total)


def norm(arrays):
    return np.linalg.norm(np.array(arrays).reshape(steps, -1, arrays[0].shape[-1]), ord=2, axis=(1, 2))


norms = {{
    "hidden": norm(total[:, :units, :units]),
    "loss by hidden": norm([states[0] for states in loss_states]),
    "loss by input": norm(loss_inputs),
}}
"""

LSTM = """norms["cell"] = norm(total[:, units:, units:])
norms["loss by cell"] = norm([states[1] for states in loss_states])

# The forget gates alone: their product over the steps after each.
hidden = np.concatenate([np.zeros((1, units)), after[:-1, :units]])
columns = slice(units, 2 * units)
sums = inputs @ kernel[:, columns] + hidden @ recurrent_kernel[:, columns] + bias[columns]
forget = np.concatenate([1 / (1 + np.exp(-sums[1:])), np.ones((1, units))])
product = np.cumprod(forget[::-1], axis=0)[::-1]
norms["forget product"] = product.max(axis=1)
norms["beyond forget"] = norm(total[:, units:, units:] - product[:, :, None] * np.eye(units))
"""

PRINT = """
print(f"loss {loss:.9e}")
for name, values in norms.items():
    for step in range(steps):
        print(f"{name}, step {step + 1}: {values[step]:.9e}")
"""


def gradient_code(settings: FlowSettings, network: str) -> str:
    """A script that needs only keras, tensorflow and numpy.

    Args:
        settings: The settings of the page.
        network: One of `gap.NETWORKS`.

    Returns:
        Python source that prints the loss, then a line for each norm of `GradientFlow` and each step. It draws
        untrained weights from their seed and contains trained weights as base64. Both are exact.
    """
    is_trained = settings.state == "trained"
    weights = _trained(network, settings.seed) if is_trained else _untrained(settings, network)
    names = {
        "scale": settings.recurrent_scale,
        "symbols": len(ALPHABET),
        "first": ALPHABET[FIRST],
        "filler": ALPHABET[FILLER],
        "first_at": FIRST,
        "filler_at": FILLER,
        "layer": LAYERS[network],
        "states": 2 if network == "lstm" else 1,
    }
    imports = [*(["import base64", ""] if is_trained else []), "import keras", "import numpy as np"]
    head = "\n".join([*imports, "import tensorflow as tf", "", f"units, steps = {settings.units}, {settings.steps}"])
    cell = LSTM if network == "lstm" else ""
    return "\n".join([head, weights.rstrip(), FORWARD.format(**names).rstrip(), cell + PRINT.rstrip("\n"), ""])


def _untrained(settings: FlowSettings, network: str) -> str:
    gates, forget_bias = GATES[network], ""
    if network in KEEPING_GATE:
        at = gates.index(KEEPING_GATE[network])
        row = "0, " if network == "gru" else ""
        forget_bias = (
            f"bias[{row}{at} * units : {at + 1} * units] = {settings.forget_bias}  # {KEEPING_GATE[network]}\n"
        )
    return UNTRAINED.format(
        initializers=INITIALIZERS,
        seed=settings.seed,
        symbols=len(ALPHABET),
        gates=len(gates),
        bias=f"np.zeros({'(2, 3 * units)' if network == 'gru' else f'{len(gates)} * units'})",
        forget_bias=forget_bias,
    )


def _trained(network: str, seed: int) -> str:
    model = gap.trained(network, seed)
    assert model.head is not None  # for the type checker
    layer, head = model.weights, model.head
    arrays = (layer.kernel, layer.recurrent_kernel, layer.bias, head.kernel, head.bias)
    return TRAINED.format(arrays="\n".join(map(_decoded, WEIGHTS, map(np.asarray, arrays))))


def _decoded(name: str, array: np.ndarray) -> str:
    text = base64.b64encode(array.astype("<f4").tobytes()).decode()
    lines = textwrap.indent("\n".join(f'"{text[at : at + WIDTH]}"' for at in range(0, len(text), WIDTH)), "    ")
    return f"{name} = decode(\n{lines},\n    {', '.join(map(str, array.shape))},\n)"
