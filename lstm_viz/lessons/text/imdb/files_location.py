"""Keras's two IMDB files: where they come from, where they are kept, and how they are verified."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lstm_viz.data import InputError
from lstm_viz.problem import system_reason

# The files, their checksums and their folder are those of keras.datasets.imdb in Keras 3.15.
ORIGIN = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
FOLDER_VARIABLE = "LSTM_VIZ_DATASETS"
MEGABYTE = 10**6
LARGEST = 20 * MEGABYTE


@dataclass(frozen=True)
class KnownFile:
    """A file that is identified by its contents.

    Attributes:
        name: The name of the file on disk.
        url: The address from which the file is downloaded.
        algorithm: The algorithm of the checksum, "sha256" or "md5": the one that Keras uses for the file.
        checksum: The checksum, in hexadecimal digits.
    """

    name: str
    url: str
    algorithm: str
    checksum: str

    def matches(self, content: bytes) -> bool:
        """Whether these are the bytes of the file."""
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
    """The folder of the two files, and the checksums that fix their contents.

    Attributes:
        folder: The path of the folder. It need not exist yet.
        reviews: The file of the reviews.
        words: The file of the word index.
    """

    folder: str
    reviews: KnownFile = REVIEWS
    words: KnownFile = WORDS

    @property
    def files(self) -> tuple[KnownFile, KnownFile]:
        """Both files."""
        return self.reviews, self.words

    def path(self, file: KnownFile) -> Path:
        """The path of one of the files, even if it does not exist."""
        return Path(self.folder, file.name)

    def stamp(self) -> tuple[int, ...]:
        """A value that changes when one of the files changes, so that the files are verified again."""
        return tuple(number for file in self.files for number in _size_and_time(self.path(file)))

    def missing(self) -> tuple[KnownFile, ...]:
        """The files that are missing, or are not the expected ones."""
        return tuple(file for file in self.files if not self._is_there(file))

    def _is_there(self, file: KnownFile) -> bool:
        try:
            self.read(file)
        except InputError:
            return False
        return True

    def read(self, file: KnownFile) -> bytes:
        """The verified bytes of a file.

        Raises:
            InputError: If the file is missing, or is not the expected one.
        """
        try:
            content = self.path(file).read_bytes()
        except OSError as error:
            raise InputError(
                "{file} cannot be read on this server: {reason}.", file=file.name, reason=system_reason(error)
            ) from error
        if not file.matches(content):
            raise _wrong_file(content, file.name)
        return content

    def identify(self, content: bytes, name: str) -> KnownFile:
        """The file that these bytes are, under any name. The contents are not opened.

        Raises:
            InputError: If they are neither of the two files.
        """
        for file in self.files:
            if file.matches(content):
                return file
        raise _wrong_file(content, name)

    def keep(self, content: bytes, name: str) -> KnownFile:
        """Verifies a file that was uploaded or downloaded, then writes it.

        Args:
            content: The bytes of the file.
            name: The name of the file, for the message if it is wrong.

        Returns:
            The file that it is.

        Raises:
            InputError: If it is neither of the two files, or cannot be written.
        """
        file = self.identify(content, name)
        try:
            _write(self.path(file), content)
        except OSError as error:
            raise InputError(
                "{file} cannot be kept on this server: {reason}.", file=file.name, reason=system_reason(error)
            ) from error
        return file


def default_location() -> FilesLocation:
    """The folder that Keras uses, so that no file is downloaded twice; or the one that LSTM_VIZ_DATASETS names."""
    # As Keras does it: `Path.home` would raise an error for a user without a home, as in some containers.
    keras_home = os.environ.get("KERAS_HOME") or os.path.expanduser("~/.keras")
    return FilesLocation(os.environ.get(FOLDER_VARIABLE) or str(Path(keras_home, "datasets")))


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _wrong_file(content: bytes, name: str) -> InputError:
    return InputError(
        "“{name}” is neither Keras's imdb.npz nor its imdb_word_index.json, or it is incomplete ({size} MB, "
        "SHA-256 {checksum}). It was not opened.",
        name=name,
        size=f"{len(content) / MEGABYTE:.2f}",
        checksum=hashlib.sha256(content).hexdigest()[:16] + "…",
    )


def _write(path: Path, content: bytes) -> None:
    """Writes the file in one step, so that another process reads either the whole file or none."""
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
