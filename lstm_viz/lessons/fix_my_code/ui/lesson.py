"""The page Fix my code: an error is explained, old code is rewritten."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.hints import Hints
from lstm_viz.app.language import _
from lstm_viz.app.lesson import Lesson
from lstm_viz.i18n import N_
from lstm_viz.lessons.fix_my_code.examples import EXAMPLES
from lstm_viz.lessons.fix_my_code.pasted import Pasted
from lstm_viz.lessons.fix_my_code.ui.box import draw_box, pasted, say_what_it_is, text_for_link
from lstm_viz.lessons.fix_my_code.ui.code import show_code
from lstm_viz.lessons.fix_my_code.ui.error import show_error
from lstm_viz.lessons.fix_my_code.ui.old_lines import show_old_lines
from lstm_viz.lessons.fix_my_code.ui.page import PAGE

HINTS: Hints[Pasted] = Hints(
    look=(
        N_(
            "**Read an error from its end.** The last line has its name and says what is wrong; the lines "
            "above say where. Of those lines, look at the lowest one that names your own file."
        ),
        N_(
            "**Two shapes that should be equal.** Most Keras errors name the shape that a layer expects and "
            "the one that it got. Write one below the other as (samples, timesteps, features)."
        ),
        N_(
            "**Old code may run and mean something else.** Defaults and the meaning of some names have changed. What "
            "is marked as left to you cannot be decided from the text alone."
        ),
        N_(
            "**None is the batch.** In (None, 10, 1) it stands for any number of samples; `Input(shape=(10, 1))` "
            "leaves it out."
        ),
    ),
    tries=tuple((example.title, {"example": name}) for name, example in EXAMPLES.items()),
)


def _show(found: Pasted) -> None:
    left, right = st.columns(2, gap="medium")
    with left:
        draw_box()
        say_what_it_is(found)
    with right:
        _show_answer(found)
    show_old_lines()
    session.write_link(PAGE, PAGE.values() | {"text": text_for_link()})


def _show_answer(found: Pasted) -> None:
    if found.error:
        show_error(found.error)
    if found.code.strip():
        show_code(found.code)
    if not found.error and not found.code.strip():
        st.info(_("Paste an error message, old code, or both into the field."), icon=":material/content_paste:")


LESSON = Lesson(
    PAGE,
    title=N_("Fix my code"),
    purpose=N_("What does this Keras error mean, and how is this old code written in Keras 3?"),
    choose=pasted,
    show=_show,
    hints=HINTS,
)
