# ruff: noqa: N818 (each name already says what went wrong)
"""The errors of a call to the worker, each with a sentence for the page."""

from lstm_viz.i18n import Translate
from lstm_viz.worker.memory import MEBIBYTE


class WorkerError(RuntimeError):
    """A call gave no result. The next call may give one."""

    def sentence(self, gettext: Translate) -> str:
        """What happened, as a sentence in the visitor's language, with a full stop."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.sentence(str)


class WorkerUnavailable(WorkerError):
    """Keras or TensorFlow cannot be imported."""

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        return gettext(
            "TensorFlow is not installed on this server, so Keras itself cannot run here. Everything else works."
        )


class WorkerDied(WorkerError):
    """The process ended during the call."""

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        return gettext("The process that runs Keras stopped before it had a result. Try again: it starts again.")


class ClusterLost(WorkerError):
    """The cluster that runs Keras is lost, and this server cannot run it."""

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        return gettext(
            "The cluster that runs Keras does not answer, and Keras cannot run on this server. Everything else works. "
            "Try again later."
        )


class WorkerBusy(WorkerError):
    """The call waited too long for its turn and was dropped."""

    def __init__(self, seconds: float):
        super().__init__(seconds)
        self.seconds = seconds

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        template = gettext("Keras has been busy with other visitors for more than {seconds} seconds. Try again later.")
        return template.format(seconds=f"{self.seconds:g}")


class WorkerTimeout(WorkerError):
    """The call took longer than its limit."""

    def __init__(self, seconds: float):
        super().__init__(seconds)
        self.seconds = seconds

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        template = gettext("Keras was stopped after {seconds} seconds without a result. Try something smaller.")
        return template.format(seconds=f"{self.seconds:g}")


class WorkerMemory(WorkerError):
    """There is too little memory to start the process, or the call took more than its limit."""

    def __init__(self, needed: int, available: int | None = None):
        super().__init__(needed, available)
        self.needed = needed
        self.available = available

    def sentence(self, gettext: Translate) -> str:
        """See `WorkerError.sentence`."""
        needed = round(self.needed / MEBIBYTE)
        if self.available is None:
            template = gettext("Keras was stopped because it took more than {needed} MiB of memory.")
            return template.format(needed=needed)
        template = gettext(
            "Keras needs {needed} MiB of memory and this server has {available} MiB left. Everything else works."
        )
        return template.format(needed=needed, available=round(self.available / MEBIBYTE))
