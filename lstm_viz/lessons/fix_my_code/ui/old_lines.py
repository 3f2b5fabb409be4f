"""Old lines, with the errors that the installed Keras raises for them, and the lines that replace them."""

import streamlit as st

from lstm_viz.app.fold import opens
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _, language
from lstm_viz.app.refusals import essential
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.fix_my_code import remote
from lstm_viz.lessons.fix_my_code.ui.loaders import load_rewritten
from lstm_viz.lessons.fix_my_code.ui.page import PAGE
from lstm_viz.old_code.examples import LINES


def show_old_lines() -> None:
    """Draws the line that opens them; Keras is asked only while it is open."""
    label = _("Old lines, what this version of Keras says, and what replaces them")
    if not opens(PAGE, "old_lines", label, icon=":material/history:", key="lines"):
        return
    said = ask_keras(remote.said_to_old_lines)
    if said is not None:
        blocks = [_line(line, said[name]) for name, line in LINES.items()]
        st.code("\n\n".join(blocks), language=None, wrap_lines=True)


def _line(old: str, said: KerasError | None) -> str:
    """An old line with Keras's error as a comment, and the lines that replace it."""
    answer = _("Keras accepts it.") if said is None else f"{said.kind}: {_first_line(said)}"
    new = load_rewritten(old, language()).text.rstrip("\n").split("\n")
    return "\n".join([f"- {old}", f"  # {answer}", *(f"+ {line}" for line in new)])


def _first_line(said: KerasError) -> str:
    line = essential(said.message).split("\n")[0]
    return line if len(line) <= 110 else line[:110].rstrip() + " …"
