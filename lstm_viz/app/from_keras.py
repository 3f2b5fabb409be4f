"""Asks the worker for what real Keras layers give, and says meanwhile what is going on."""

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
    """What a function gives, computed in the worker, or by it for an earlier visitor.

    Args:
        remote: The function; the same arguments always give the same result.
        *arguments: Of the function.

    Returns:
        The result; or None, and a sentence on the page says why there is none.
    """
    return wait_for_keras(lambda: load_from_keras(remote.path, arguments))


def wait_for_keras(load: Callable[[], Result]) -> Result | None:
    """What `load` gives, with a note of what the worker is doing meanwhile.

    Returns:
        The result; or None, and a sentence on the page says why there is none.
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
