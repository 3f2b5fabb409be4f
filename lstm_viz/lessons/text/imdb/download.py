"""Downloads the two files from where Keras does, in a separate thread, so that no page waits for them."""

import threading
import time
import urllib.request
from http.client import HTTPException

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.files_location import LARGEST, FilesLocation, KnownFile
from lstm_viz.problem import system_reason

PATIENCE_SECONDS = 5.0  # the longest time without an answer from the server
MOST_SECONDS = 120.0
BLOCK = 2**16


class Download:
    """Downloads the files that are missing at a location, once for all visitors.

    The download begins when the object is made. Its thread sets the attributes, and every thread may read them.

    Args:
        location: The location where the files are kept.
        patience: The longest time without an answer from the server, in seconds.
        most_seconds: The longest time for one file, in seconds.

    Attributes:
        received: The number of bytes of the current file that have arrived.
        expected: The size of the current file in bytes; None until the server has sent it.
        problem: The reason why the download ended without all files; None if there is none.
    """

    def __init__(
        self, location: FilesLocation, *, patience: float = PATIENCE_SECONDS, most_seconds: float = MOST_SECONDS
    ):
        self.received = 0
        self.expected: int | None = None
        self.problem: InputError | None = None
        self._location, self._patience, self._most_seconds = location, patience, most_seconds
        self._thread = threading.Thread(target=self._fetch_missing, name="imdb download", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether all files have arrived, or one has failed."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Waits until the download is over, at most this number of seconds."""
        self._thread.join(seconds)

    def _fetch_missing(self) -> None:
        # The small file comes first: if the network fails, little has been downloaded in vain.
        for file in reversed(self._location.missing()):
            try:
                self._location.keep(self._fetch(file), file.name)
            except InputError as problem:
                self.problem = problem
                return

    def _fetch(self, file: KnownFile) -> bytes:
        """The bytes of a file.

        Raises:
            InputError: If the file cannot be downloaded.
        """
        deadline = time.monotonic() + self._most_seconds
        parts: list[bytes] = []
        try:
            with urllib.request.urlopen(file.url, timeout=self._patience) as answer:
                length = answer.headers.get("Content-Length", "")
                self.expected, self.received = int(length) if length.isdecimal() else None, 0
                while part := answer.read1(BLOCK):  # what is there, as `read` would wait for a whole block
                    parts.append(part)
                    self.received += len(part)
                    if self.received > LARGEST or time.monotonic() > deadline:
                        raise TimeoutError("it takes too long" if self.received <= LARGEST else "it is too large")
        except (OSError, HTTPException) as error:
            raise InputError(
                "Keras's IMDB files could not be downloaded: {reason}. If this server has no network, upload "
                "the files below.",
                reason=system_reason(error),
            ) from error
        return b"".join(parts)
