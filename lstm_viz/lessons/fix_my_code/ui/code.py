"""Old code, rewritten for Keras 3, with what was rewritten and what a person has to look at."""

from collections.abc import Sequence

import streamlit as st

from lstm_viz.app.files import file_button
from lstm_viz.app.language import _, language
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.lessons.fix_my_code.examples import EXAMPLES
from lstm_viz.lessons.fix_my_code.ui.loaders import load_rewritten
from lstm_viz.lessons.fix_my_code.ui.page import PAGE
from lstm_viz.old_code import Rewritten, rewrite
from lstm_viz.old_code.finding import Finding

MOST_LINES, HEIGHT = 20, 480
"""Longer code scrolls in this height, in pixels: what follows it stays near."""


def show_code(code: str) -> None:
    """Draws the new code and what has changed, or why it cannot be rewritten."""
    with st.container(border=True, key=PAGE.key("code")):
        try:
            rewritten = _rewritten(code)
        except InputError as problem:
            show_problem(problem)
            return
        st.markdown(_headline(rewritten.findings))
        text = rewritten.text.strip("\n")
        is_long = text.count("\n") >= MOST_LINES
        st.code(text, language=None, height=HEIGHT if is_long else "content")
        file_button(PAGE, _("Download"), f"{text}\n".encode, "keras_3.py", "text/x-python")
        _show_findings(rewritten.findings)


def _rewritten(code: str) -> Rewritten:
    """The new code. For a visitor's own, the session keeps the last one."""
    if PAGE.get("example") in EXAMPLES:
        return load_rewritten(code, language())
    about = code, language()
    if (PAGE.find("rewritten") or (None,))[0] != about:
        PAGE.set(rewritten=(about, rewrite(code, _)))
    kept: Rewritten = PAGE.get("rewritten")[1]
    return kept


def _headline(findings: Sequence[Finding]) -> str:
    if not findings:
        return _("**For Keras 3** · No Keras 2 code was found in it.")
    done = sum(finding.is_rewritten for finding in findings)
    words = [_("**For Keras 3**")]
    if done:
        words.append(counted(done, "change", _))
    if left := len(findings) - done:
        words.append(_(":orange[{count} left to you]").format(count=left))
    return " · ".join(words)


def _show_findings(findings: Sequence[Finding]) -> None:
    for_a_person = [finding for finding in findings if not finding.is_rewritten]
    if for_a_person:
        st.markdown(_("**What you have to rewrite**"))
        _list(for_a_person)
    done = [finding for finding in findings if finding.is_rewritten]
    if done:
        with st.expander(_("What was rewritten: {count}").format(count=len(done)), expanded=not for_a_person):
            _list(done)


def _list(findings: Sequence[Finding]) -> None:
    template = _("- Line {line}: {sentence}")
    st.markdown("\n".join(template.format(line=each.line, sentence=each.sentence) for each in findings))
