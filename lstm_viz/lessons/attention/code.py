"""Writes the Keras script of the page Attention. This module does not import Keras."""

from lstm_viz.keras_code import DECODE, expressions
from lstm_viz.lessons.attention.trained import trained_weights
from lstm_viz.lessons.attention.typed import Typed

SCRIPT = '''
reads, says = {reads!r}, {says!r}
units, marks = {units}, 1 + len(says)

# The encoder returns its hidden state at every step, and its last states, from which the decoder starts.
read = keras.Input((None, len(reads)))
before = keras.Input((None, marks))
states, *last = layers.LSTM(units, return_sequences=True, return_state=True)(read)
hidden = layers.LSTM(units, return_sequences=True)(before, initial_state=last)

# Luong's attention: score = hidden · states, weights = softmax(score), context = weights · states.
context, weights = layers.Attention()([hidden, states], return_attention_scores=True)
answer = layers.Dense(marks, activation="softmax")(layers.Concatenate()([context, hidden]))
model = keras.Model([read, before], [answer, weights])

# What it has learned.
model.set_weights([{weights}])

text = {text!r}
x = np.eye(len(reads), dtype="float32")[[reads.index(symbol) for symbol in text]]


def run(said):
    """The answers and the weights after each of several beginnings of one length. 0 is the start, and the end."""
    y = np.eye(marks, dtype="float32")[[[0, *each] for each in said]]
    return [np.asarray(each) for each in model([np.stack([x] * len(said)), y])]


def written(said):
    return "".join(says[position - 1] for position in said if position)


def search(width, most):
    """The beam search; with a width of 1 it is the greedy search."""
    kept = [((), 0.0)]
    for _ in range(most):
        going = [each for each in kept if each[0][-1:] != (0,)]
        if not going:
            break
        grown = [each for each in kept if each not in going]
        logs = np.log(run([said for said, _ in going])[0][:, -1].astype(float))
        for (said, log), each in zip(going, logs):
            grown += [((*said, position), log + each[position]) for position in range(marks)]
        kept = sorted(grown, key=lambda each: -each[1])[:width]
    return kept


np.set_printoptions(precision=8, suppress=True, linewidth=100)
said, log = search(width=1, most={most})[0]
print("greedy search", written(said), log)
print("attention weights, (decoder step, input step)")
print(run([said[:-1]])[1][0])
for said, log in search(width={width}, most={most}):
    print("beam search", written(said), log)
'''


def attention_code(typed: Typed, width: int) -> str:
    """Writes a script that runs the trained model of a task; it needs only Keras and numpy.

    Args:
        typed: What is typed.
        width: The width of the beam.

    Returns:
        Python code that prints the answer of the greedy search, the weights of the attention at its steps, and the
        answers that the beam search keeps.
    """
    task = typed.task
    body = SCRIPT.format(
        reads=task.reads,
        says=task.says,
        units=task.units,
        weights=expressions(trained_weights(typed.name)),
        text=typed.text,
        most=task.most_said,
        width=width,
    )
    imports = "import base64\n\nimport keras\nimport numpy as np\nfrom keras import layers\n"
    return f"{imports}\n{DECODE}\n{body}"
