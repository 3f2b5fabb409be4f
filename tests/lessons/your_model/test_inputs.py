"""What the page Your model gives to a model: noise, typed text, files."""

import io

import keras
import numpy as np
import pytest
from keras import layers

from lstm_viz.data import InputError
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.your_model import brought
from lstm_viz.lessons.your_model.entries import Entry, entries_of, noise
from lstm_viz.lessons.your_model.examples import example_model, example_words
from lstm_viz.lessons.your_model.typed import Vocabulary, read, read_vocabulary
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.reads import reads
from lstm_viz.model_files.recurrent_layer import half_of, recurrent_layer
from tests.model_files.files import opened, saved

SERIES = Entry("prices", (4, 1), None)
ROWS = Entry("rows", (None, 3), None)
IDS = Entry("words", (5,), 10)
STATE = Entry("state", (3,), None)
WORDS = Vocabulary({"the": 1, "film": 2, "good": 3})


def npy(array) -> bytes:
    content = io.BytesIO()
    np.save(content, array)
    return content.getvalue()


def told(model) -> list[tuple]:
    return [(entry.name, entry.shape, entry.rows, entry.is_inside) for entry in entries_of(model)]


def test_every_input_of_a_model_is_found_with_what_it_reads():
    ids, state = keras.Input((6,), name="ids"), keras.Input((3,), name="state")
    embedded = layers.Embedding(10, 4)(ids)
    model = keras.Model([ids, state], layers.GRU(3)(embedded, initial_state=state))
    assert told(opened(saved(model, ".keras"))) == [("ids", (6,), 10, False), ("state", (3,), None, False)]
    assert [entry.kind for entry in (SERIES, ROWS, IDS, STATE)] == ["series", "rows", "ids", "vector"]


def test_an_input_that_only_an_unknown_layer_reads_is_not_asked_for():
    given = keras.Input((4, 2), name="given")
    hidden = layers.LSTM(3, name="lstm")(layers.Lambda(lambda x: x * 2, name="secret")(given))
    model = opened(saved(keras.Model(given, hidden), ".keras"))
    assert told(model) == [("lstm", (None, 2), None, True)]


@pytest.mark.parametrize(
    ("before", "after", "shape"),
    [
        ([layers.LSTM(4)], [layers.RepeatVector(6)], (4,)),
        ([], [layers.Permute((2, 1))], (4, None)),
        ([], [layers.Reshape((2, 4))], None),
        ([], [layers.Flatten(), layers.Dense(5), layers.RepeatVector(2)], None),
        ([], [layers.TimeDistributed(layers.Dense(5))], (None, 2)),
        ([], [layers.GlobalMaxPooling1D(), layers.RepeatVector(3)], (None, 2)),
        ([], [layers.MaxPooling1D(2)], (None, 2)),
    ],
)
def test_a_layer_after_an_unknown_one_says_what_it_reads(before, after, shape):
    hidden = given = keras.Input((4, 2))
    for layer in before:
        hidden = layer(hidden)
    hidden = layers.Lambda(lambda x: x * 2, output_shape=hidden.shape[1:])(hidden)
    for layer in (*after, layers.LSTM(3)):
        hidden = layer(hidden)
    model = opened(saved(keras.Model(given, hidden), ".keras"))
    assert next(entry.shape for entry in entries_of(model) if entry.is_inside) == shape
    if shape is not None:
        model.run({entry.name: noise(entry, steps=4, kind="normal", seed=0) for entry in entries_of(model)})


def test_an_input_may_have_many_layers_after_it():
    names = [str(number) for number in range(1000)]
    parts = [
        Layer("given", "InputLayer", "input", {"shape": None}),
        *(Layer(name, "Dropout", "same") for name in names),
    ]
    half = half_of(RecurrentWeights("simple_rnn", np.zeros((3, 2)), np.zeros((2, 2))))
    last = recurrent_layer("rnn", "SimpleRNN", [half], return_sequences=False, return_state=False)
    nodes = [Node(0), *(Node(place, ((place - 1, 0),)) for place in range(1, 1002))]
    assert reads(Graph([*parts, last], nodes, (0,), ()), 0).shape == (None, 3)


@pytest.mark.parametrize("normalization", ["BatchNormalization", "Normalization"])
def test_noise_has_the_scale_that_a_normalization_knows(normalization):
    draw = np.random.default_rng(1)
    layer = getattr(layers, normalization)()
    model = keras.Sequential([keras.Input((200, 2), name="given"), layer, layers.LSTM(3)])
    if normalization == "Normalization":
        layer.adapt(draw.normal([30, 5], [4, 1], (500, 200, 2)))
    else:
        layer.set_weights([np.ones(2), np.zeros(2), np.array([30.0, 5.0]), np.array([16.0, 1.0])])
    (entry,) = entries_of(opened(saved(model, ".keras")))
    found = noise(entry, steps=7, kind="normal", seed=1)[0]
    np.testing.assert_allclose(found.mean(axis=0), [30, 5], rtol=0.05)
    first = [keras.Input((200, 2), name="given"), layers.Rescaling(0.1)]
    (entry,) = entries_of(opened(saved(keras.Sequential([*first, layer, layers.LSTM(3)]), ".keras")))
    assert entry.scale is None  # it is that of the numbers after another layer
    np.testing.assert_allclose(found.std(axis=0), [4, 1], rtol=0.15)


def test_noise_has_the_shape_that_the_model_reads_and_is_the_same_for_a_seed():
    for entry, shape in ((SERIES, (1, 4, 1)), (ROWS, (1, 7, 3)), (IDS, (1, 5)), (STATE, (1, 3))):
        one, again, other = (noise(entry, steps=7, kind="normal", seed=seed) for seed in (1, 1, 2))
        assert one.shape == shape
        assert (one == again).all()
        assert (one != other).any()
    ids = noise(IDS, steps=7, kind="normal", seed=1)
    assert 1 <= ids.min() <= ids.max() < 10
    assert noise(ROWS, steps=50, kind="uniform", seed=1).min() >= 0
    assert noise(Entry("x", None, None), steps=7, kind="normal", seed=1) is None


@pytest.mark.parametrize(
    ("entry", "typed", "expected"),
    [
        (SERIES, "1, 2 3\n4", [[1], [2], [3], [4]]),
        (ROWS, "1 2 3\n4 5 6", [[1, 2, 3], [4, 5, 6]]),
        (STATE, "1, 2, 3", [1, 2, 3]),
        (IDS, "3, 9", [0, 0, 0, 3, 9]),
        (IDS, "1 2 3 4 5 6 7", [3, 4, 5, 6, 7]),
        (IDS, "The good, good film!", [0, 1, 3, 3, 2]),
    ],
)
def test_typed_inputs_are_read_as_the_model_reads_them(entry, typed, expected):
    assert read(entry, typed, WORDS, "pre").array.tolist() == [expected]


def test_padding_goes_to_the_side_that_is_chosen():
    assert read(IDS, "3, 9", None, "post").array.tolist() == [[3, 9, 0, 0, 0]]


def test_words_outside_the_vocabulary_are_named_or_read_as_its_unknown_word():
    found = read(IDS, "the bad film", WORDS, "pre")
    assert (found.array.tolist(), found.left_out) == ([[0, 0, 0, 1, 2]], ("bad",))
    with_unknown = Vocabulary({"<OOV>": 1, "the": 2}, offset=3)
    assert read(IDS, "the bad", with_unknown, "pre").array.tolist() == [[0, 0, 0, 5, 4]]


@pytest.mark.parametrize(
    ("entry", "typed", "said"),
    [
        (SERIES, "1, 2", "4 steps, not 2"),
        (SERIES, "1, x, 3, 4", "“x” at position 2"),
        (ROWS, "1 2\n3 4", "3 numbers at each step, not 2"),
        (IDS, "3, 10", "10 is too large: the Embedding has 10 rows"),
        (IDS, "unheard", "None of these words"),
        (Entry("image", (4, 5, 5, 1), None), "1", "only as a file"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(entry, typed, said):
    with pytest.raises(InputError, match=said):
        read(entry, typed, WORDS, "pre")


def test_words_need_a_vocabulary():
    with pytest.raises(InputError, match="add the vocabulary"):
        read(IDS, "the film", None, "pre")


@pytest.mark.parametrize(
    "content",
    [
        b'{"a": 1, "b": 2}',
        b'{"class_name": "Tokenizer", "config": {"word_index": "{\\"a\\": 1, \\"b\\": 2}"}}',
        b'["", "a", "b"]',
    ],
)
def test_a_vocabulary_is_read_in_each_of_its_forms(content):
    found = read_vocabulary(content)
    assert (found["a"], found["b"]) == (1, 2)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1", b'{"a": "b"}', b'{"a": -1}', b"[" * 100_000, b"\xff\xfe\x00", b"3", b'[["a", 1]]']
)
def test_what_is_no_vocabulary_is_refused(content):
    with pytest.raises(InputError, match="must be JSON"):
        read_vocabulary(content)


@pytest.mark.parametrize(
    ("entry", "content", "shape"),
    [
        (SERIES, npy(np.ones((4, 1))), (1, 4, 1)),
        (SERIES, npy(np.ones((3, 4, 1))), (3, 4, 1)),
        (SERIES, npy(np.arange(10.0)), (7, 4, 1)),
        (SERIES, b"date,price\n2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n2026-01-04,4\n2026-01-05,5\n", (2, 4, 1)),
        (ROWS, b"1,2,3\n4,5,6\n", (1, 2, 3)),
        (IDS, npy(np.ones((2, 5), int)), (2, 5)),
        (STATE, npy(np.ones(3)), (1, 3)),
    ],
)
def test_files_give_samples(entry, content, shape):
    assert brought.read(content, [entry]).samples[entry.name].shape == shape


def test_a_window_of_a_table_holds_its_rows_in_their_order():
    found = brought.read(npy(np.arange(6.0)), [SERIES])
    assert found.samples["prices"][..., 0].tolist() == [[0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5]]
    assert found.following.tolist() == [[4], [5]]
    assert brought.read(npy(np.ones((3, 4, 1))), [SERIES]).following is None


def test_arrays_are_found_by_the_names_of_the_inputs_or_in_their_order():
    ids, state = np.ones((2, 5), int), np.ones((2, 3))
    for named in ({"state": state, "words": ids}, {"first": ids, "second": state}):
        content = io.BytesIO()
        np.savez(content, **named)
        found = brought.read(content.getvalue(), [IDS, STATE]).samples
        assert {name: array.shape for name, array in found.items()} == {"words": (2, 5), "state": (2, 3)}


@pytest.mark.parametrize(
    ("entry", "content", "said"),
    [
        (SERIES, npy(np.ones((2, 4, 3))), "samples of the shape"),
        (SERIES, npy(np.array([{"a": 1}], dtype=object)), "not an array of numbers"),
        (IDS, npy(np.full((1, 5), 10)), "whole numbers from 0 to 9"),
        (IDS, npy(np.full((1, 5), 0.5)), "whole numbers from 0 to 9"),
        (IDS, npy(np.full((1, 5), np.nan)), "whole numbers from 0 to 9"),
        (SERIES, b"\x93NUMPY\x01\x00junk", "not an array of numbers"),
        (SERIES, b"PK\x03\x04junk", "damaged"),
        (SERIES, b"", "no data"),
        (Entry("x", None, None), npy(np.ones(3)), "not known"),
    ],
)
def test_files_that_do_not_fit_are_refused(entry, content, said):
    with pytest.raises(InputError, match=said):
        brought.read(content, [entry])


def test_the_vocabulary_of_the_example_is_that_of_its_embedding():
    rows = entries_of(example_model("reviews"))[0].rows
    assert sorted(example_words("reviews").values()) == list(range(2, rows))
