"""The panel about old Keras 2 code, from tutorials or from a visitor, and the code that replaces it."""

import streamlit as st

from lstm_viz.app.files import file_button
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _, language
from lstm_viz.app.messages import show_problem
from lstm_viz.app.refusals import essential
from lstm_viz.data import InputError
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.settings import OWN, StatefulSettings
from lstm_viz.lessons.stateful.ui.loaders import load_rewritten
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.old_code import Rewritten, rewrite
from lstm_viz.old_code.examples import EXAMPLES, LINES

HEIGHT = 480


def show_old_code(settings: StatefulSettings) -> None:
    """Draws the visitor's or an example script, rewritten, then single lines with the errors that Keras raises."""
    st.markdown(
        _(
            "Tutorials from before 2023 are written for Keras 2. Paste one, or a part of it: it is read as text, never "
            "run, and its comments and layout stay."
        )
    )
    PAGE.draw("example")
    left, right = st.columns(2, gap="large")
    with left:
        old = _old()
    with right:
        rewritten = _show_new(old)
    if rewritten is not None:
        _show_findings(rewritten)
    _show_lines()


def _edit() -> None:
    PAGE.set(old=EXAMPLES[PAGE.get("example")], example=OWN)


def _old() -> str:
    if PAGE.get("example") != OWN:
        st.markdown(_("**Keras 2**"))
        st.code(EXAMPLES[PAGE.get("example")], language=None, height=HEIGHT)
        st.button(_("Edit this"), key=PAGE.key("edit"), icon=":material/edit:", on_click=_edit)
        return EXAMPLES[PAGE.get("example")]
    return PAGE.draw("old", height=HEIGHT)


def _show_new(old: str) -> Rewritten | None:
    """Draws the new script, or why there is none."""
    st.markdown(_("**Keras 3**"))
    try:
        rewritten = _rewritten(old)
    except InputError as problem:
        show_problem(problem)
        return None
    st.code(rewritten.text, language=None, height=HEIGHT)
    file_button(PAGE, _("Download"), rewritten.text.encode, "keras_3.py", "text/x-python")
    return rewritten


def _rewritten(old: str) -> Rewritten:
    """The new script. For a visitor's own, the session keeps the last one."""
    if old in EXAMPLES.values():
        return load_rewritten(old, language())
    about = old, language()
    if (PAGE.find("rewritten") or (None,))[0] != about:
        PAGE.set(rewritten=(about, rewrite(old, _)))
    return PAGE.get("rewritten")[1]


def _show_findings(rewritten: Rewritten) -> None:
    if not rewritten.findings:
        st.markdown(_("No Keras 2 code was found in it."))
        return
    for_a_person = [finding for finding in rewritten.findings if not finding.is_rewritten]
    if for_a_person:
        st.markdown(_("**What you have to rewrite**"))
        _list(for_a_person)
    done = [finding for finding in rewritten.findings if finding.is_rewritten]
    if done:
        with st.expander(_("What was rewritten: {count}").format(count=len(done)), expanded=not for_a_person):
            _list(done)


def _list(findings: list) -> None:
    template = _("- Line {line}: {sentence}")
    st.markdown("\n".join(template.format(line=each.line, sentence=each.sentence) for each in findings))


def _show_lines() -> None:
    st.markdown(_("**Old lines, what this version of Keras says, and what replaces them**"))
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
