"""Asks the worker for the results of real Keras layers, and shows a note while it computes."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from lstm_viz.app.cached import load_from_keras
from lstm_viz.app.language import _
from lstm_viz.remote import Remote
from lstm_viz.worker import shared_worker
from lstm_viz.worker.errors import WorkerError

Result = TypeVar("Result")


def ask_keras(remote: Remote[..., Result], *arguments: object) -> Result | None:
    """The result of a function that runs Keras, from the worker or from the cache of earlier results.

    Args:
        remote: The function; the same arguments always give the same result.
        *arguments: The arguments of the call.

    Returns:
        The result; or None if there is none, and the page shows a sentence that says why.
    """
    return wait_for_keras(lambda: load_from_keras(remote.path, arguments))


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
