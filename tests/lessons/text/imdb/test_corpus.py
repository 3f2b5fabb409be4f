"""The reviews are those of keras.datasets.imdb.load_data, in its order; what is not of the format is refused."""

import io
from zipfile import ZIP_DEFLATED

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.archive import read_parts
from lstm_viz.lessons.text.imdb.corpus import Corpus, load_corpus
from tests.lessons.text.imdb import made
from tests.support.archives import damaged, packed, parts_of
from tests.support.sentences import refusal


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(*read_parts(made.archive()))


@pytest.fixture
def keras_imdb(tmp_path, monkeypatch):
    """Keras's own loader, which takes the made file for the one it knows."""
    imdb = pytest.importorskip("keras.src.datasets.imdb")
    path = tmp_path / "imdb.npz"
    path.write_bytes(made.archive())
    monkeypatch.setattr(imdb, "get_file", lambda **_: str(path))
    return imdb


def test_ids_labels_and_order_are_those_of_keras(corpus, keras_imdb):
    (x_train, y_train), (x_test, y_test) = keras_imdb.load_data(num_words=10_000)
    for part, x, y in (("train", x_train, y_train), ("test", x_test, y_test)):
        reviews = [corpus.review(part, number) for number in range(len(x))]
        assert [review.ids.tolist() for review in reviews] == [list(ids) for ids in x]
        assert [review.is_positive for review in reviews] == y.tolist()


def test_a_word_beyond_the_ten_thousand_is_read_as_oov(corpus):
    ids = np.concatenate([corpus.review("train", number).ids for number in range(100)])
    assert ids.max() == made.RANKS["boring"] + 3
    assert (ids == 2).sum() > 20  # zygote's


@pytest.mark.parametrize("length", [5, 20, 40])
def test_batches_are_padded_as_keras_pads(corpus, keras_imdb, length):
    pad = pytest.importorskip("keras").utils.pad_sequences
    (x_train, y_train), _ = keras_imdb.load_data(num_words=10_000)
    ids, labels = corpus.batch("train", 64, length)
    np.testing.assert_array_equal(ids, pad(x_train[:64], maxlen=length))
    np.testing.assert_array_equal(labels, y_train[:64])
    assert (ids.dtype, labels.dtype) == ("int32", "float32")


def test_a_file_is_read_once(tmp_path):
    there = made.filled(tmp_path)
    first = load_corpus(there)
    there.path(there.reviews).unlink()
    assert load_corpus(there) is first


def npy(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, allow_pickle=True)
    return file.getvalue()


WRONG = {
    "no archive": b"PK but no archive",
    "truncated": made.archive(10, 10)[:-40],
    "a part is missing": made.with_member(made.archive(10, 10), "x_test.npy", b""),
    "labels of other reviews": made.archive(10, 10, y_train=np.zeros(9, int)),
    "labels that are no labels": made.archive(10, 10, y_test=np.arange(10)),
    "no lists": made.archive(10, 10, x_train=np.zeros((10, 3), int)),
    "texts": made.archive(10, 10, x_train=made.objects([["a"]] * 10)),
    "tuples": made.archive(10, 10, x_train=made.objects([(1, 2)] * 10)),
    "negative": made.archive(10, 10, x_train=made.objects([[-5, 3]] * 10)),
    "too large": made.archive(10, 10, x_train=made.objects([[2**40]] * 10)),
    "a pickle cut short": made.with_member(made.archive(10, 10), "x_train.npy", npy(made.objects([[1]] * 10))[:-5]),
    "no array in the pickle": made.with_member(
        made.archive(10, 10), "x_train.npy", npy(made.objects([1]))[:128] + b"\x80\x02]q\x00."
    ),
    "an unknown version": made.with_member(made.archive(10, 10), "x_train.npy", b"\x93NUMPY\x09\x00v\x00"),
    "empty": made.archive(0, 10),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_not_of_the_format_gets_a_sentence(what):
    with pytest.raises(InputError, match=r"not in the format of Keras's imdb\.npz"):
        read_parts(WRONG[what])


def test_whatever_is_wrong_the_sentence_is_the_same():
    whole = made.archive(10, 10)
    for content in (*damaged(whole, 300, seed=0), *damaged(packed(parts_of(whole), ZIP_DEFLATED), 100, seed=1)):
        told = refusal(lambda content=content: read_parts(content))
        assert told in ("", "The reviews could not be read: the file is not in the format of Keras's imdb.npz.")
