"""Downloads the two files as Keras does, in a thread of their own: nobody waits for it."""

import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.files_location import LARGEST, FilesLocation, KnownFile

PATIENCE_SECONDS = 5.0  # for the network to answer at all
MOST_SECONDS = 120.0
BLOCK = 2**16


class Download:
    """Brings the files that are missing at a location, for all visitors at once.

    It begins when it is made. Its attributes are set by its thread and may be read by any.

    Args:
        location: Where the files go.
        patience: How many seconds the network may keep silent.
        most_seconds: How long a file may take.

    Attributes:
        received: How many bytes have come.
        expected: How many there are in the file that is under way; None until its server has said so.
        problem: Why it ended without all files.
    """

    def __init__(
        self, location: FilesLocation, *, patience: float = PATIENCE_SECONDS, most_seconds: float = MOST_SECONDS
    ):
        self.received = 0
        self.expected: int | None = None
        self.problem: InputError | None = None
        self._location, self._patience, self._most_seconds = location, patience, most_seconds
        self._thread = threading.Thread(target=self._bring, name="imdb download", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether all files have come, or one will not."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Waits until it is over, for so long at most."""
        self._thread.join(seconds)

    def _bring(self) -> None:
        # The small file first: where there is no network, it says so as soon.
        for file in reversed(self._location.missing()):
            try:
                self._location.keep(self._fetch(file), file.name)
            except InputError as problem:
                self.problem = problem
                return

    def _fetch(self, file: KnownFile) -> bytes:
        """A file's bytes.

        Raises:
            InputError: If they do not come.
        """
        deadline = time.monotonic() + self._most_seconds
        parts: list[bytes] = []
        try:
            with urllib.request.urlopen(file.url, timeout=self._patience) as answer:
                length = answer.headers.get("Content-Length", "")
                self.expected, self.received = int(length) if length.isdecimal() else None, 0
                while part := answer.read(BLOCK):
                    parts.append(part)
                    self.received += len(part)
                    if self.received > LARGEST or time.monotonic() > deadline:
                        raise TimeoutError("it takes too long" if self.received <= LARGEST else "it is too large")
        except (OSError, HTTPException) as error:
            raise InputError(
                "Keras's IMDB files could not be downloaded: {reason}. Where this server reaches no network, give the "
                "files below.",
                reason=_why(error),
            ) from error
        return b"".join(parts)


def _why(error: OSError | HTTPException) -> str:
    """The system's or the server's own words."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return (getattr(reason, "strerror", None) or str(reason) or type(reason).__name__).rstrip(".")
