"""Keras 2 code rewritten: each rule, what is left alone, what cannot be read."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.old_code import rewrite
from lstm_viz.old_code.examples import EXAMPLES, LINES
from lstm_viz.old_code.prepare import LONGEST, MOST_MENDED
from tests.old_code.snippets import REWRITTEN


def new(text: str) -> str:
    return rewrite(text, str).text


def left(text: str) -> list[tuple[int, str]]:
    """What is left for a person to do."""
    return [(each.line, each.sentence) for each in rewrite(text, str).findings if not each.is_rewritten]


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
        ("a = 1; m.add(LSTM(3, input_shape=s))", 1, "on a line of its own"),
        ("ReduceLROnPlateau()\nSGD(learning_rate=0.1, decay=1e-6)", 2, "`decay` is gone"),
        ("m.fit(x, samples_per_epoch=9)", 1, "`steps_per_epoch` counts batches"),
        ("thing.reset_states()", 1, "if this is a model"),
        ("from keras.layers.core import _time_distributed_dense", 1, "a `Dense` layer is applied to each step"),
        ("from keras.wrappers.scikit_learn import KerasClassifier", 1, "scikeras"),
        ("model = LogisticRegression()\nmodel.predict_proba(x)", 2, "for a Keras model it is `predict`"),
        ("kw = dict(stateful=True, batch_input_shape=(1, 2, 2))\nm.add(LSTM(3, **kw))", 1, "in a dictionary"),
        ('kw = {"nb_epoch": 3}\nm.fit(x, y, **kw)', 1, "`nb_epoch` in a dictionary"),
        ("from keras import backend as K\nK.epsilon()\nK.variable(x)", 3, "write `keras.Variable(…)`"),
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
        ('{"cells": [{"source": ["model.reset_states()"]}], "nbformat": 4}', "This is a notebook's file"),
        (" \n\t\n", "There is no code"),
        ("x = (\ny = 2", "Line 1 is not valid Python: '(' was never closed"),
        ("a = 1\nif a\n    b", "Line 2 is not valid Python: expected ':'"),
        ("a\x00b", "is not valid Python"),
        ("print 'a' if", "Line 1 is not valid Python"),
        ("x" * (LONGEST + 1), "10,001 characters are too many: paste at most 10,000"),
        ("-" * (LONGEST - 1) + "1", "line 1 is nested more than 100 levels deep"),
        ("x" + ".a" * 4900, "line 1 is nested more than 100 levels deep"),
        ("(" * 3000 + ")" * 3000, "line 1 is nested more than 100 levels deep"),
        ("!a\n" * (MOST_MENDED + 1), f"Line {MOST_MENDED + 1} is not valid Python"),
    ],
)
def test_what_cannot_be_read_is_told(text, says):
    with pytest.raises(InputError) as told:
        rewrite(text, str)
    assert says in str(told.value)


@pytest.mark.parametrize(
    "pasted",
    [
        ">>> model = Sequential()\n>>> for x in data:\n...     model.reset_states()\n...",
        "```python\nmodel = Sequential()\nfor x in data:\n    model.reset_states()\n```",
        "model = Sequential()\nfor x in data:\n\u00a0   model.reset_states()",
        " 9  model = Sequential()\n10  for x in data:\n11      model.reset_states()",
        "9: model = Sequential()\n10: for x in data:\n11:     model.reset_states()\n12:\n13: x",
    ],
)
def test_what_a_web_page_puts_around_code_is_taken_off(pasted):
    assert "layer.reset_states()" in new(pasted)
    assert not set(">`\u00a0") & set(new(pasted).replace("hasattr", ""))


def test_what_a_notebook_answered_is_a_comment():
    assert new("In [3]: a\nOut[3]: '2.1.6'") == "a\n# Out[3]: '2.1.6'"


@pytest.mark.parametrize(
    "code",
    [
        "K = keras.backend\nK.variable(a)",
        "import tensorflow as tf\nlayers = tf.keras.layers\nlayers.Merge([1])",
        "from tensorflow.contrib import rnn",
        "from tensorflow.contrib.rnn import BasicLSTMCell",
        "from keras.optimizers import *\nf = adam(decay=None)",
    ],
)
def test_what_is_gone_is_told_by_whatever_name(code):
    ((_line, sentence),) = left(code)
    assert " is gone: " in sentence


@pytest.mark.parametrize(
    "code",
    [
        "import keras\nprint(keras.__version__)",
        "print(model.history.history['loss'])",
        "import tensorflow as tf\ntf.saved_model.save(model, 'a')",
    ],
)
def test_what_is_there_is_not_told(code):
    assert not rewrite(code, str).findings


def test_quotes_in_a_text_stay_as_they_are():
    assert new('print("He said “no”.")') == 'print("He said “no”.")'


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
def test_what_is_rewritten_is_valid_and_needs_no_rewriting(text):
    try:
        once = rewrite(text, str).text
    except InputError:
        return
    ast.parse(once)
    if once.strip():
        assert rewrite(once, str).text == once


def test_a_function_that_is_called_add_adds_no_layer():
    result = rewrite("x = add(LSTM(20, input_shape=(4, 5)))", str)
    assert result.text == "x = add(LSTM(20, input_shape=(4, 5)))"
    assert [finding.is_rewritten for finding in result.findings] == [False]
