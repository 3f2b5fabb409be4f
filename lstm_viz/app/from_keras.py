"""Asks the worker for the results of real Keras layers, and shows a note while it computes."""

from collections.abc import Callable
from copy import deepcopy
from typing import ParamSpec, TypeVar

import streamlit as st

from lstm_viz.app.cached import key_of, load_from_keras
from lstm_viz.app.language import _
from lstm_viz.app.shared import Shared
from lstm_viz.remote import Remote
from lstm_viz.worker import shared_worker
from lstm_viz.worker.errors import WorkerError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def ask_keras(remote: Remote[..., Result], *arguments: object) -> Result | None:
    """The result of a function that runs Keras, from the worker or from the cache of earlier results.

    Args:
        remote: The function; the same arguments always give the same result.
        *arguments: The arguments of the call.

    Returns:
        The result; or None if there is none, and the page shows a sentence that says why.
    """
    return deepcopy(kept_or_asked(load_from_keras, remote.path, key_of(arguments), arguments))


def kept_or_asked(load: Shared[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result | None:
    """The kept result of `load`, at once; or a new one, as `wait_for_keras`."""
    # The note that the visitor must wait takes a thread of its own.
    return load(*args, **kwargs) if load.knows(*args, **kwargs) else wait_for_keras(lambda: load(*args, **kwargs))


def wait_for_keras(load: Callable[[], Result]) -> Result | None:
    """The result of `load`, with a note about the worker while it runs.

    Returns:
        The result; or None if there is none, and the page shows a sentence that says why.
    """
    waits = {
        "ready": _("Keras is computing …"),
        "busy": _("Keras is busy with another visitor; your turn will come …"),
    }
    with st.spinner(waits.get(shared_worker().state(), _("Keras is starting, which takes some seconds …"))):
        try:
            return load()
        except WorkerError as problem:
            st.warning(problem.sentence(_), icon=":material/warning:")
            return None
