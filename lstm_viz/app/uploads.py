"""What visitors give to upload fields: each file is read once, then let go of."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lstm_viz.data import InputError


def read_given(key: str, read: Callable[[bytes, str], object]) -> list[InputError] | None:
    """Reads the files that were just given to an upload field; for the field's `on_change`.

    Args:
        key: The key of the field.
        read: A function of a file's contents and name, which may raise an InputError.

    Returns:
        What is wrong with the files. None if no file was given: the visitor took one back, or Streamlit reports a file
        again that was read before.
    """
    given = st.session_state[key]
    files = [each for each in (given if isinstance(given, list) else [given]) if isinstance(each, UploadedFile)]
    problems = []
    for file in files:
        _let_go(file)
        try:
            read(file.getvalue(), file.name)
        except InputError as problem:
            problems.append(problem.released())
    return problems if files else None


def _let_go(file: UploadedFile) -> None:
    """Takes the file out of Streamlit's memory, where it would stay until the session ends."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
