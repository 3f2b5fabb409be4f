"""Words to ids and back, in Keras's conventions."""

import json

import pytest

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.corpus import load_corpus
from lstm_viz.lessons.text.imdb.words import MOST_LETTERS, MOST_WORDS, Vocabulary, read_vocabulary
from tests.lessons.text.imdb import made


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory) -> Vocabulary:
    return read_vocabulary(made.filled(tmp_path_factory.mktemp("imdb")))


def test_a_review_is_decoded_as_keras_documentation_does_it(vocabulary, tmp_path):
    ids = load_corpus(made.filled(tmp_path)).review("test", 3).ids
    # keras.datasets.imdb.get_word_index's own example.
    inverted = {rank + 3: word for word, rank in made.RANKS.items()} | {1: "[START]", 2: "[OOV]"}
    assert vocabulary.decode(ids) == tuple(inverted[identity] for identity in ids)


def test_words_beyond_the_ten_thousand_are_not_in_it(vocabulary):
    assert "zygote" not in vocabulary.ids
    assert vocabulary.ids["the"] == 4


@pytest.mark.parametrize(
    ("text", "words", "unknown"),
    [
        ("The FILM was great!", ("[START]", "the", "film", "was", "great"), ()),
        ("Zygote, zygote & film", ("[START]", "zygote", "zygote", "film"), ("zygote",)),
        ("it’s <b>the</b> :red[film]", ("[START]", "it's", "b", "the", "b", "red", "film"), ("it's", "b", "red")),
        ("영화 the 🎬", ("[START]", "영화", "the"), ("영화",)),
        ("a_plot", ("[START]", "a", "plot"), ()),
    ],
)
def test_a_sentence_of_ones_own(vocabulary, text, words, unknown):
    sentence = vocabulary.encode(text)
    assert (sentence.words, sentence.unknown) == (words, unknown)
    assert sentence.ids == (1, *(made.RANKS[w] + 3 if w in vocabulary.ids else 2 for w in words[1:]))


@pytest.mark.parametrize("text", ["", "  \n", "…!?", "🎬🎬", "___"])
def test_no_word_gets_a_sentence(vocabulary, text):
    with pytest.raises(InputError, match="There is no word in it"):
        vocabulary.encode(text)


@pytest.mark.parametrize("text", ["x" * (MOST_LETTERS + 1), "a " * (MOST_WORDS + 1)])
def test_too_much_gets_a_sentence(vocabulary, text):
    with pytest.raises(InputError, match="at most"):
        vocabulary.encode(text)


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"{", json.dumps({"a": "b"}).encode(), b"\xff\xfe"])
def test_a_word_index_of_another_format_gets_a_sentence(tmp_path, content):
    location = made.location_of(tmp_path, made.archive(10, 10), words=content)
    location.keep(content, "words")
    with pytest.raises(InputError, match="not in the format of Keras's word index"):
        read_vocabulary(location)


def test_a_word_index_that_is_not_there_gets_a_sentence(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_vocabulary(made.location_of(tmp_path, made.archive(10, 10)))
