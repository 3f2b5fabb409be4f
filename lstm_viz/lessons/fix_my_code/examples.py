"""Errors and old code as people paste them."""

from dataclasses import dataclass

from lstm_viz.i18n import N_
from lstm_viz.old_code.examples import EXAMPLES as SCRIPTS
from lstm_viz.old_code.examples import LINES


@dataclass(frozen=True)
class Example:
    """A text to paste, with a short title that is marked for the catalogue."""

    title: str
    text: str


NDIM = (
    'ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. '
    "Full shape received: (None, 50)"
)
CARDINALITY = """\
ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: 90
'y' sizes: 100
"""
OBJECTS = "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type list)."
INCOMPATIBLE = "ValueError: Shapes (None, 1) and (None, 7) are incompatible"
TRACEBACK = """\
Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    model.add(LSTM(20, batch_input_shape=(1, 1, 5), stateful=True))
  File "/home/me/.venv/lib/python3.12/site-packages/keras/src/layers/rnn/lstm.py", line 522, in __init__
    super().__init__(
  File "/home/me/.venv/lib/python3.12/site-packages/keras/src/layers/layer.py", line 291, in __init__
    raise ValueError(
ValueError: Unrecognized keyword arguments passed to LSTM: {'batch_input_shape': (1, 1, 5)}
"""
BOTH = """\
from keras.models import Sequential
from keras.layers import LSTM, Dense

model = Sequential()
model.add(LSTM(50, input_shape=(10, 1)))
model.add(LSTM(20))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')

ValueError: Input 0 is incompatible with layer lstm_2: expected ndim=3, found ndim=2
"""

EXAMPLES = {
    "ndim": Example(N_("expected ndim=3, found ndim=2"), NDIM),
    "both": Example(N_("Code and its error"), BOTH),
    "cardinality": Example("Data cardinality is ambiguous", CARDINALITY),
    "line": Example(N_("One old line"), LINES["batch_input_shape"]),
    "memory_pair": Example(N_("The memory pair as old tutorials write it"), SCRIPTS["memory_pair"]),
    "objects": Example("Failed to convert a NumPy array to a Tensor", OBJECTS),
    "traceback": Example(N_("A whole traceback"), TRACEBACK),
    "incompatible": Example("Shapes (None, 1) and (None, 7) are incompatible", INCOMPATIBLE),
    "notebook": Example(N_("A notebook"), SCRIPTS["notebook"]),
    "text": Example(N_("A text generator"), SCRIPTS["text"]),
}
"""Name in a link → example. The names of scripts are those that links to the page Stateful have."""
