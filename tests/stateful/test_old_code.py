"""Keras 2 code rewritten: each rule, what is left alone, what cannot be read."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.stateful.old_code import rewrite
from lstm_viz.stateful.old_code.examples import EXAMPLES, LINES
from lstm_viz.stateful.old_code.prepare import LONGEST, MOST_MENDED


def new(text: str) -> str:
    return rewrite(text, str).text


def left(text: str) -> list[tuple[int, str]]:
    """What is left for a person to do."""
    return [(each.line, each.sentence) for each in rewrite(text, str).findings if not each.is_rewritten]


KERAS = "import keras\nfrom keras.models import Sequential\n"
REWRITTEN = {
    # an Input before the layer
    KERAS + "model = Sequential()\nmodel.add(LSTM(20, batch_input_shape=(1, 1, 5), stateful=True))": KERAS
    + "model = Sequential()\nmodel.add(keras.Input(batch_shape=(1, 1, 5)))\nmodel.add(LSTM(20, stateful=True))",
    "from keras.layers import Input\nmodel.add(LSTM(8, input_shape=(4, 5)))": "from keras.layers import Input\n"
    "model.add(Input(shape=(4, 5)))\nmodel.add(LSTM(8))",
    "import tensorflow.keras as k\nm.add(Dense(8, input_dim=5))": "import tensorflow.keras as k\n"
    "m.add(k.Input(shape=(5,)))\nm.add(Dense(8))",
    "from tensorflow import keras\nm.add(GRU(8, input_dim=5, input_length=4))": "from tensorflow import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(GRU(8))",
    "import keras\nm.add(GRU(8, input_dim=5))": "import keras\nm.add(keras.Input(shape=(None, 5)))\nm.add(GRU(8))",
    "import keras\nm = Sequential([LSTM(3, input_shape=s), Dense(1)])": "import keras\n"
    "m = Sequential([keras.Input(shape=s), LSTM(3), Dense(1)])",
    "import keras\nm = Sequential([\n    LSTM(3,  # units\n         input_shape=(4, 5)),  # ü\n])": "import keras\n"
    "m = Sequential([\n    keras.Input(shape=(4, 5)),\n    LSTM(3  # units\n         ),  # ü\n])".replace(
        "LSTM(3  # units\n         )", "LSTM(3)"
    ),
    "import keras\nm.add(Bidirectional(LSTM(3), input_shape=(4, 5)))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(Bidirectional(LSTM(3)))",
    "import keras\nm.add(Bidirectional(LSTM(3, input_shape=(4, 5))))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5)))\nm.add(Bidirectional(LSTM(3)))",
    "import keras\nm.add(LSTM(3, input_shape=(4, 5), batch_size=2))": "import keras\n"
    "m.add(keras.Input(shape=(4, 5), batch_size=2))\nm.add(LSTM(3))",
    "import keras\nm.add(LSTM(3))\nm.add(LSTM(3, input_shape=(4, 5)))": "import keras\nm.add(LSTM(3))\nm.add(LSTM(3))",
    "import keras\ndef f():\n\tm = Sequential()\n\tm.add(LSTM(3, input_shape=s))": "import keras\n"
    "def f():\n\tm = Sequential()\n\tm.add(keras.Input(shape=s))\n\tm.add(LSTM(3))",
    "import keras\nm.add(Embedding(9, 4, input_length=5))": "import keras\nm.add(Embedding(9, 4))",
    "import keras\nm.add(Embedding(input_dim=9, output_dim=4))": "import keras\n"
    "m.add(Embedding(input_dim=9, output_dim=4))",
    '"""Text."""\nfrom __future__ import division\nm.add(LSTM(3, input_shape=s))': '"""Text."""\n'
    "from __future__ import division\nfrom keras import Input\nm.add(Input(shape=s))\nm.add(LSTM(3))",
    # arguments
    "Adam(lr=0.1, decay=0.0, clipnorm=1)": "Adam(learning_rate=0.1, clipnorm=1)",
    "LSTM(output_dim=4, inner_init='zeros', consume_less='gpu')": "LSTM(units=4, recurrent_initializer='zeros')",
    "LSTM(consume_less='gpu', units=4)": "LSTM(units=4)",
    "LSTM(consume_less='gpu',)": "LSTM()",
    "m.fit(x, y, nb_epoch=3)": "m.fit(x, y, epochs=3)",
    "m.fit((x), workers=2, use_multiprocessing=True, verbose=0)": "m.fit((x), verbose=0)",
    "Model(input=a, output=b)": "Model(inputs=a, outputs=b)",
    "print(lr=1); f(nb_epoch=2); dict(p=1)": "print(lr=1); f(nb_epoch=2); dict(p=1)",
    # modules and names
    "from keras.layers.core import Dense": "from keras.layers import Dense",
    "from keras.utils.np_utils import to_categorical as one_hot": "from keras.utils import to_categorical as one_hot",
    "from keras.utils import np_utils": "from keras import utils as np_utils",
    "from keras.utils import np_utils as u, plot_model": "from keras import utils as u\n"
    "from keras.utils import plot_model",
    "import keras.layers.recurrent as r": "import keras.layers as r",
    "y = keras.utils.np_utils.to_categorical(y)": "y = keras.utils.to_categorical(y)",
    "tf.keras.layers.CuDNNLSTM(3)": "tf.keras.layers.LSTM(3)",
    "from tensorflow.python.keras.layers import GRU": "from tensorflow.keras.layers import GRU",
    "from keras.layers import LSTM, CuDNNGRU\nCuDNNGRU(3)": "from keras.layers import LSTM, GRU\nGRU(3)",
    "from keras.optimizers import rmsprop\nrmsprop(lr=0.1)": "from keras.optimizers import RMSprop\n"
    "RMSprop(learning_rate=0.1)",
    "from keras.engine.topology import Layer": "from keras.layers import Layer",
    "from keras.preprocessing.text import Tokenizer": "from tensorflow.keras.preprocessing.text import Tokenizer",
    "from keras.preprocessing.sequence import pad_sequences": "from keras.preprocessing.sequence import pad_sequences",
    # methods
    "model.reset_states()  # now": 'for layer in model.layers:\n    if getattr(layer, "stateful", False):\n'
    "        layer.reset_states()  # now",
    "for i in x: model.reset_states()": "for i in x: "
    '[layer.reset_states() for layer in model.layers if getattr(layer, "stateful", False)]',
    "net = Sequential()\nlayer = 1\nnet.reset_states()": "net = Sequential()\nlayer = 1\n"
    'for each_layer in net.layers:\n    if getattr(each_layer, "stateful", False):\n        each_layer.reset_states()',
    "cell = LSTM(3)\ncell.reset_states()\nmodel.layers[0].reset_states()": "cell = LSTM(3)\n"
    "cell.reset_states()\nmodel.layers[0].reset_states()",
    "c = model.predict_classes(x, verbose=0)": "c = model.predict(x, verbose=0).argmax(axis=-1)",
    "model.compile(loss='binary_crossentropy')\nmodel.predict_classes(x)": "model.compile(loss='binary_crossentropy')\n"
    '(model.predict(x) > 0.5).astype("int32")',
    "p = model.predict_proba(x)": "p = model.predict(x)",
    "h = model.fit_generator(g, epochs=2)": "h = model.fit(g, epochs=2)",
    "m.save_weights('a.h5')\nm.load_weights('a.h5')": "m.save_weights('a.weights.h5')\nm.load_weights('a.weights.h5')",
    "m.load_weights('old.h5')": "m.load_weights('old.h5')",
    # Python 2 and notebooks
    "print 'a', x  # b": "print('a', x)  # b",
    "print": "print",
    "print 'a %d' % 3,": "print('a %d' % 3, end=' ')",
    "for i in xrange(3):\n    print i": "for i in range(3):\n    print(i)",
    "%matplotlib inline\n!pip install keras\nx = 7 \\\n  % 4\nmodel?": "# %matplotlib inline\n# !pip install keras\n"
    "x = 7 \\\n  % 4\n# model?",
    "if x:\n    !ls": "if x:\n    pass  # !ls",
    "    a = 1\n    b = 2": "a = 1\nb = 2",
    "a = 1\r\nb = 'ü—𝄞'; Adam(lr=1)": "a = 1\nb = 'ü—𝄞'; Adam(learning_rate=1)",
}


@pytest.mark.parametrize("old", REWRITTEN)
def test_what_is_rewritten(old):
    assert new(old) == REWRITTEN[old]


@pytest.mark.parametrize("old", REWRITTEN)
def test_what_was_rewritten_is_left_alone_the_second_time(old):
    once = new(old)
    assert new(once) == once


@pytest.mark.parametrize(
    ("old", "line", "says"),
    [
        ("for i in x:\n    model.add(LSTM(3, input_shape=s))", 2, "`input_shape`: write an `Input`"),
        ("m = Sequential()\nif x:\n    m.add(LSTM(3, input_shape=s))", 3, "`input_shape`: write an `Input`"),
        ("layer = LSTM(3, batch_input_shape=s)", 1, "`batch_input_shape`: write an `Input`"),
        ("y = LSTM(3, input_shape=s)(x)", 1, "`input_shape`: write an `Input`"),
        ("a = 1; m.add(LSTM(3, input_shape=s))", 1, "on a line of its own"),
        ("SGD(lr=0.1, decay=1e-6)", 1, "`decay` is gone"),
        ("m.fit(x, samples_per_epoch=9)", 1, "`steps_per_epoch` counts batches"),
        ("thing.reset_states()", 1, "if this is a model"),
        ("from keras.layers import TimeDistributedDense", 1, "a `Dense` layer is applied to each step"),
        ("from keras.wrappers.scikit_learn import KerasClassifier", 1, "scikeras"),
        ("model = LogisticRegression()\nmodel.predict_proba(x)", 2, "of a Keras model it is `predict`"),
        ("\nprint >>file, x", 2, "`print >>file, …`"),
    ],
)
def test_what_is_left_for_a_person_is_told_with_its_line(old, line, says):
    ((found, sentence),) = left(old)
    assert (found, says in sentence) == (line, True), sentence


MODERN = """\
import keras
from keras import layers

inputs = keras.Input(batch_shape=(2, None, 3))
x = layers.LSTM(4, stateful=True, name="memory")(inputs)  # input_shape=(3,) in a comment
model = keras.Model(inputs=inputs, outputs=layers.Dense(1)(x))
model.compile(keras.optimizers.Adam(learning_rate=1e-3), "mse")
model.fit(x, y, epochs=2, shuffle=False)
model.layers[1].reset_states()
text = "model.reset_states(); Adam(lr=0.1)"
base = keras.applications.VGG16(input_shape=(224, 224, 3))
"""


def test_keras_3_is_left_as_it_is():
    result = rewrite(MODERN, str)
    assert result.text == MODERN
    assert result.findings == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There is no code"),
        (" \n\t\n", "There is no code"),
        ("x = (\ny = 2", "Line 1 is not valid Python: '(' was never closed"),
        ("a = 1\nif a\n    b", "Line 2 is not valid Python: expected ':'"),
        ("a\x00b", "is not valid Python"),
        ("print 'a' if", "Line 1 is not valid Python"),
        ("x" * (LONGEST + 1), "10,001 characters are too many: paste at most 10,000"),
        ("-" * (LONGEST - 1) + "1", "nested too deeply"),
        ("x" + ".a" * 4900, "nested too deeply"),
        ("(" * 3000 + ")" * 3000, "too many nested parentheses"),
        ("!a\n" * (MOST_MENDED + 1), f"Line {MOST_MENDED + 1} is not valid Python"),
    ],
)
def test_what_cannot_be_read_is_told(text, says):
    with pytest.raises(InputError) as told:
        rewrite(text, str)
    assert says in str(told.value)


def test_the_sentences_hold_nothing_that_was_typed():
    nasty = "model_b.add(LSTM(3, input_shape='<script>'))\n<b>.reset_states()"
    with pytest.raises(InputError):
        rewrite(nasty, str)
    found = rewrite("evil_model.reset_states()\nevil_model.predict_classes('**x**')", str).findings
    assert not any("evil" in each.sentence or "**" in each.sentence for each in found)


def test_lines_are_counted_as_in_what_was_pasted():
    lines = {each.line for each in rewrite(EXAMPLES["notebook"], str).findings}
    text = EXAMPLES["notebook"].split("\n")
    assert {1, 2} < lines
    assert any("CuDNNLSTM(8, input_shape" in text[line - 1] for line in lines)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_rewritten_whole_and_keep_their_comments(name):
    result = rewrite(EXAMPLES[name], str)
    ast.parse(result.text)
    assert [each.sentence for each in result.findings if not each.is_rewritten] == []
    old_comments = [line.partition("#")[2] for line in EXAMPLES[name].split("\n") if "#" in line]
    assert all(comment in result.text for comment in old_comments)


@pytest.mark.parametrize("name", LINES)
def test_every_old_line_of_the_page_is_rewritten(name):
    assert new(LINES[name]) != LINES[name]
    assert left(LINES[name]) == []


PIECES = st.sampled_from(
    [
        *LINES.values(),
        *REWRITTEN,
        "model = Sequential([\n  LSTM(1, input_shape=(",
        "x",
        ")",
        "]",
        ",",
        "\n",
        "  ",
        "#ü",
        "'",
    ]
)


@given(st.lists(PIECES, max_size=8).map("\n".join))
def test_whatever_is_pasted_gives_valid_python_or_a_sentence(text):
    try:
        result = rewrite(text, str)
    except InputError:
        return
    ast.parse(result.text)
    assert result.findings or result.text.split() == text.split()


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    try:
        ast.parse(rewrite(text, str).text)
    except InputError:
        return
