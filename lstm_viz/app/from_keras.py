"""Asks the worker for the results of real Keras layers, and shows a note while it computes."""

import copy
import threading
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future, wait
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from lstm_viz.app.cached import key_of
from lstm_viz.app.connections import let_others_run
from lstm_viz.app.language import _
from lstm_viz.app.shared import shared
from lstm_viz.remote import Remote
from lstm_viz.worker import State, shared_worker
from lstm_viz.worker.errors import WorkerError
from lstm_viz.worker.question import Question

NOTE_SECONDS = 0.1  # a note that vanishes at once only disturbs
LOOK_SECONDS = 0.25
AHEAD_SECONDS = 0.25  # in which the browser draws what is there

Result = TypeVar("Result")
Ask = Callable[..., Any]
"""Returns what a `Remote` returns for arguments; or None, if Keras is not available."""


def ask_keras(remote: Remote[..., Result], *arguments: object) -> Result | None:
    """The result of a function that runs Keras, which is computed once for all visitors.

    Args:
        remote: The function; the same arguments always give the same result.
        *arguments: The arguments of the call.

    Returns:
        A copy of the result; or None if there is none, and the page shows a sentence that says why.
    """
    return wait_for_keras(lambda: answer_to(kept_question(remote, *arguments)))


def wait_for_keras(load: Callable[[], Result]) -> Result | None:
    """The result of `load`; or None if there is none, and the page shows a sentence that says why."""
    try:
        return load()
    except WorkerError as problem:
        st.warning(problem.sentence(_), icon=":material/warning:")
        return None


def answer_to(question: Question[Result]) -> Result:
    """The answer to a question. While a visitor waits for it, a note says what for, and how many wait before.

    If the visitor does something else meanwhile, this run of the page ends, and the question leaves the queue.

    Returns:
        A copy of the answer.

    Raises:
        WorkerError: If there is no answer.
    """
    note, is_told = st.empty(), False  # the note has a place even if it is not needed: what follows must not move
    with question.asked() as future:
        if not future.done():
            let_others_run()
        while wait([future], timeout=LOOK_SECONDS if is_told else NOTE_SECONDS).not_done:
            worker, is_told = shared_worker(), True
            waits = waiting_words(worker.state(future), worker.place(future))
            # This ends the run if the visitor has done something else, as every call of Streamlit does.
            note.info(waits or _("Keras is computing …"), icon="spinner")
        if is_told:
            note.empty()
        return copy.deepcopy(future.result())


def answer_for_file(remote: Remote[..., Result], *arguments: object) -> Result:
    """The result of a function that runs Keras, for a file: no page has a note while it is computed.

    Raises:
        WorkerError: If there is none.
    """
    with kept_question(remote, *arguments).asked() as future:
        return copy.deepcopy(future.result())


def ask_ahead(remote: Remote[..., Any], arguments: Iterable[tuple[object, ...]]) -> None:
    """Asks what a visitor may want next, while they look, unless Keras is off or has something else to do.

    Others wait for one of these questions at most.

    Args:
        remote: The function.
        arguments: The arguments of each call.
    """

    def ask() -> None:
        for each in arguments:
            if shared_worker().state() != "ready":
                return
            wait([kept_question(remote, *each).ask_ahead()])

    timer = threading.Timer(AHEAD_SECONDS, ask)
    timer.daemon = True
    timer.start()


def question_to(function: Remote[..., Result], *arguments: object) -> Question[Result]:
    """A question whose answer is not kept for others."""
    return Question(partial(_submit, function, *arguments))


def kept_question(function: Remote[..., Result], *arguments: object) -> Question[Result]:
    """A question whose answer is kept for all visitors."""
    return load_question(function.path, key_of(arguments), arguments)


@shared(most=512)
def load_question(path: str, key: Hashable, _arguments: tuple[Any, ...]) -> Question[Any]:
    """The question to a `Remote` that is given by its path; `key` is the `key_of` its arguments."""
    return question_to(Remote(path), *_arguments)


def _submit(function: Remote[..., Result], *arguments: object) -> "Future[Result]":
    return shared_worker().submit(function, *arguments)


def waiting_words(state: State, before: int) -> str:
    """What a call still waits for. Empty if its turn has come.

    Args:
        state: The state of the process that is to run it.
        before: The number of calls before it.
    """
    words = []
    if state in ("off", "starting"):
        words.append(_("Keras is starting. This takes a few seconds …"))
    elif state == "restarting":
        words.append(_("The process that runs Keras has stopped and is starting again. This takes a few seconds …"))
    elif state == "alone":
        words.append(_("The cluster that runs Keras does not answer. Keras is starting on this server …"))
    if before:
        words.append(_("Keras is busy: {count} ahead of you").format(count=before))
    return " · ".join(words)
