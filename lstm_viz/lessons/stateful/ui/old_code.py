"""Old Keras 2 code beside what replaces it: lines of old tutorials, and what a visitor pastes."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.files import file_button
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.messages import show_problem
from lstm_viz.app.refusals import essential
from lstm_viz.data import InputError
from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.link import OWN
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.old_code import Rewritten, rewrite
from lstm_viz.old_code.examples import EXAMPLES, LINES

HEIGHT = 480


def show_old_code(settings: StatefulSettings, gettext: Translate) -> None:
    """A script of one's own or an example's, rewritten; then single lines with what Keras says to them."""
    st.markdown(
        gettext(
            "Tutorials from before 2023 are written for Keras 2. Paste one, or a part of it: it is read as text, never "
            "run, and its comments and layout stay."
        )
    )
    _choose(gettext)
    left, right = st.columns(2, gap="large")
    with left:
        old = _old(gettext)
    with right:
        rewritten = _show_new(old, gettext)
    if rewritten is not None:
        _show_findings(rewritten, gettext)
    _show_lines(gettext)


def _choose(gettext: Translate) -> None:
    titles = {
        "memory_pair": gettext("The memory pair"),
        "notebook": gettext("A notebook"),
        "text": gettext("A text generator"),
        OWN: gettext("Your own"),
    }
    choose_one(PAGE, "example", gettext("Old code"), titles)


def _edit() -> None:
    PAGE.set(old=EXAMPLES[PAGE.get("example")], example=OWN)


def _old(gettext: Translate) -> str:
    if PAGE.get("example") != OWN:
        st.markdown(gettext("**Keras 2**"))
        st.code(EXAMPLES[PAGE.get("example")], language=None, height=HEIGHT)
        st.button(gettext("Edit this"), key=PAGE.key("edit"), icon=":material/edit:", on_click=_edit)
        return EXAMPLES[PAGE.get("example")]
    return st.text_area(gettext("**Keras 2**"), key=PAGE.key("old"), persist_state="session", height=HEIGHT)


def _show_new(old: str, gettext: Translate) -> Rewritten | None:
    """The new script; if there is none, why."""
    st.markdown(gettext("**Keras 3**"))
    try:
        rewritten = rewrite(old, gettext)
    except InputError as problem:
        show_problem(problem, gettext)
        return None
    st.code(rewritten.text, language=None, height=HEIGHT)
    file_button(PAGE, gettext("Download"), rewritten.text.encode, "keras_3.py", "text/x-python")
    return rewritten


def _show_findings(rewritten: Rewritten, gettext: Translate) -> None:
    if not rewritten.findings:
        st.markdown(gettext("Nothing of Keras 2 was found in it."))
        return
    for_a_person = [finding for finding in rewritten.findings if not finding.is_rewritten]
    if for_a_person:
        st.markdown(gettext("**For you to rewrite**"))
        _list(for_a_person, gettext)
    done = [finding for finding in rewritten.findings if finding.is_rewritten]
    if done:
        with st.expander(gettext("What was rewritten: {count}").format(count=len(done)), expanded=not for_a_person):
            _list(done, gettext)


def _list(findings: list, gettext: Translate) -> None:
    template = gettext("- Line {line}: {sentence}")
    st.markdown("\n".join(template.format(line=each.line, sentence=each.sentence) for each in findings))


def _show_lines(gettext: Translate) -> None:
    st.markdown(gettext("**Old lines, what this Keras says to them, and what replaces them**"))
    said = ask_keras(gettext, remote.said_to_old_lines)
    if said is not None:
        blocks = [_line(line, said[name], gettext) for name, line in LINES.items()]
        st.code("\n\n".join(blocks), language=None, wrap_lines=True)


def _line(old: str, said: KerasError | None, gettext: Translate) -> str:
    """A line with Keras's answer as a comment, and the lines that replace it."""
    answer = gettext("Keras takes it.") if said is None else f"{said.kind}: {_first_line(said)}"
    new = rewrite(old, gettext).text.rstrip("\n").split("\n")
    return "\n".join([f"- {old}", f"  # {answer}", *(f"+ {line}" for line in new)])


def _first_line(said: KerasError) -> str:
    line = essential(said.message).split("\n")[0]
    return line if len(line) <= 110 else line[:110].rstrip() + " …"
