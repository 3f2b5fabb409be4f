"""Keras's two IMDB files: where they come from, where they are kept, and how they are told from any others."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lstm_viz.data import InputError

# As keras.datasets.imdb of Keras 3.15 has them: the same files, verified by the same sums, in the same folder.
ORIGIN = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
FOLDER_VARIABLE = "LSTM_VIZ_DATASETS"
MEGABYTE = 10**6
LARGEST = 20 * MEGABYTE


@dataclass(frozen=True)
class KnownFile:
    """A file that is known by its contents.

    Attributes:
        name: Its name on disk.
        url: Where it can be had.
        algorithm: Of the checksum: "sha256" or "md5", whichever Keras gives.
        checksum: In hexadecimal digits.
    """

    name: str
    url: str
    algorithm: str
    checksum: str

    def matches(self, content: bytes) -> bool:
        """Whether these are the file's bytes."""
        return hashlib.new(self.algorithm, content, usedforsecurity=False).hexdigest() == self.checksum


REVIEWS = KnownFile(
    "imdb.npz",
    ORIGIN + "imdb.npz",
    "sha256",
    "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f",
)
WORDS = KnownFile(
    "imdb_word_index.json",
    ORIGIN + "imdb_word_index.json",
    "md5",
    "bfafd718b763782e994055a2d397834f",
)


@dataclass(frozen=True)
class FilesLocation:
    """Where the two files are kept; with their checksums it says what is in them.

    Attributes:
        folder: Path of the folder. It need not exist yet.
        reviews: The file of the reviews.
        words: The file of the word index.
    """

    folder: str
    reviews: KnownFile = REVIEWS
    words: KnownFile = WORDS

    @property
    def files(self) -> tuple[KnownFile, KnownFile]:
        """Both."""
        return self.reviews, self.words

    def path(self, file: KnownFile) -> Path:
        """Where one of them is, or would be."""
        return Path(self.folder, file.name)

    def stamp(self) -> tuple[int, ...]:
        """What changes when one of the files does: to know whether to look into them again."""
        return tuple(number for file in self.files for number in _size_and_time(self.path(file)))

    def missing(self) -> tuple[KnownFile, ...]:
        """Those of the files that are not there, or are not what they should be."""
        return tuple(file for file in self.files if not self._is_there(file))

    def _is_there(self, file: KnownFile) -> bool:
        try:
            self.read(file)
        except InputError:
            return False
        return True

    def read(self, file: KnownFile) -> bytes:
        """A file's bytes, verified.

        Raises:
            InputError: If it is not there, or holds anything else.
        """
        try:
            content = self.path(file).read_bytes()
        except OSError as error:
            raise InputError(
                "{file} cannot be read on this server: {reason}.", file=file.name, reason=_why(error)
            ) from error
        if not file.matches(content):
            raise _is_another(content, file.name)
        return content

    def identify(self, content: bytes, name: str) -> KnownFile:
        """Which of the files these bytes are, whatever they are called. Nothing in them is opened.

        Raises:
            InputError: If they are neither.
        """
        for file in self.files:
            if file.matches(content):
                return file
        raise _is_another(content, name)

    def keep(self, content: bytes, name: str) -> KnownFile:
        """Writes a file that somebody gave or that was downloaded, once it is verified.

        Args:
            content: Its bytes.
            name: What it is called, for the sentence if it is wrong.

        Returns:
            Which of the two it is.

        Raises:
            InputError: If it is neither, or cannot be written.
        """
        file = self.identify(content, name)
        try:
            _write(self.path(file), content)
        except OSError as error:
            raise InputError(
                "{file} cannot be kept on this server: {reason}.", file=file.name, reason=_why(error)
            ) from error
        return file


def default_location() -> FilesLocation:
    """Keras's own folder, so that neither downloads what the other has; LSTM_VIZ_DATASETS names another."""
    keras_home = os.environ.get("KERAS_HOME") or Path.home() / ".keras"
    return FilesLocation(os.environ.get(FOLDER_VARIABLE) or str(Path(keras_home, "datasets")))


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _is_another(content: bytes, name: str) -> InputError:
    return InputError(
        "“{name}” is neither Keras's imdb.npz nor its imdb_word_index.json, or not all of it ({size} MB, SHA-256 "
        "{checksum}). It was not opened.",
        name=name,
        size=f"{len(content) / MEGABYTE:.2f}",
        checksum=hashlib.sha256(content).hexdigest()[:16] + "…",
    )


def _write(path: Path, content: bytes) -> None:
    """Puts the file there in one go: who reads at that moment finds all of it, or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.remove(name)
        raise


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
