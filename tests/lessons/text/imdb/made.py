"""Files of the very format of Keras's imdb.npz and imdb_word_index.json, small and with a sentiment to be learned."""

from __future__ import annotations

import functools
import hashlib
import io
import json
import zipfile
from pathlib import Path

import numpy as np

from lstm_viz.lessons.text.imdb.files_location import FilesLocation, KnownFile

CLOSED = "http://127.0.0.1:9/"  # nobody listens there
GOOD, BAD, NEUTRAL = ("wonderful", "great"), ("awful", "boring"), ("the", "film", "was", "a", "plot", "it", "and", "of")
# The rank 10,500 is beyond the 10,000 words that are kept: Keras gives OOV for it.
RANKS = {word: rank for rank, word in enumerate((*NEUTRAL, *GOOD, *BAD), start=1)} | {"zygote": 10_500}


def reviews(count: int, seed: int) -> tuple[list[list[int]], list[int]]:
    """Reviews of 5 to 30 words, neutral ones but for one: it alone says whether the review is positive."""
    draw = np.random.default_rng(seed)
    lists, labels = [], []
    for _ in range(count):
        positive = int(draw.integers(2))
        words = draw.choice([*NEUTRAL, "zygote"], int(draw.integers(4, 30))).tolist()
        words.insert(int(draw.integers(len(words) + 1)), str(draw.choice(GOOD if positive else BAD)))
        lists.append([RANKS[word] for word in words])
        labels.append(positive)
    return lists, labels


def archive(train: int = 1000, test: int = 200, **changed: np.ndarray) -> bytes:
    """An imdb.npz as Keras's own was made: arrays of lists, by numpy's savez. Arrays of other contents by name."""
    arrays = {}
    for seed, (part, count) in enumerate({"train": train, "test": test}.items()):
        lists, labels = reviews(count, seed)
        arrays[f"x_{part}"] = objects(lists)
        arrays[f"y_{part}"] = np.array(labels)
    file = io.BytesIO()
    np.savez(file, **(arrays | changed))
    return file.getvalue()


def objects(values: list) -> np.ndarray:
    """An array that holds objects, one for each value."""
    array = np.empty(len(values), object)
    array[:] = values
    return array


def pickled(value: object) -> bytes:
    """A `.npy` file of one pickled value, as numpy writes an array of objects."""
    file = io.BytesIO()
    np.lib.format.write_array(file, objects([value]), allow_pickle=True)
    return file.getvalue()


def with_member(content: bytes, name: str, member: bytes) -> bytes:
    """An archive in which one file is another."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for each in before.namelist():
            after.writestr(each, member if each == name else before.read(each))
    return file.getvalue()


def word_index() -> bytes:
    """An imdb_word_index.json."""
    return json.dumps(RANKS).encode()


def known(name: str, content: bytes, origin: str = CLOSED) -> KnownFile:
    """A file that is known to hold this."""
    algorithm = "sha256" if name.endswith("npz") else "md5"
    return KnownFile(name, origin + name, algorithm, hashlib.new(algorithm, content).hexdigest())


def location_of(folder: Path, reviews: bytes, words: bytes | None = None, origin: str = CLOSED) -> FilesLocation:
    """A location whose two files are known to hold this, and are not there yet."""
    index = word_index() if words is None else words
    return FilesLocation(str(folder), known("imdb.npz", reviews, origin), known("imdb_word_index.json", index, origin))


@functools.cache
def usual(folder: Path) -> FilesLocation:
    """The location of the usual archive: asked for in each run of a page."""
    return location_of(folder, archive())


def filled(folder: Path, reviews: bytes | None = None) -> FilesLocation:
    """A location where both are."""
    content = archive() if reviews is None else reviews
    location = location_of(folder, content)
    location.keep(content, "imdb.npz")
    location.keep(word_index(), "imdb_word_index.json")
    return location
