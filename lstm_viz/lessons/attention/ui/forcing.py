"""The panel that compares teacher forcing with free running on the same input."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.attention.decoding import parts_at
from lstm_viz.lessons.attention.trained import model_of
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.controls import Shown
from lstm_viz.tables import table

MARK = "◀"


def show_forcing(typed: Typed) -> None:
    """Draws what both decoders read and say at each step, and where they part."""
    if typed.right is None:
        st.text(
            _(
                "This input has no right answer, so there is nothing that teacher forcing could read. Type an input "
                "that has one, such as a day that exists."
            )
        )
        return
    model = model_of(typed.name)
    forced = Shown(typed, "forced", model.forced(typed.text, typed.right))
    free = Shown(typed, "free", model.free(typed.text, typed.most))
    parts = parts_at(free.decoded.before.tolist(), forced.decoded.before.tolist())
    st.text(_parting(forced, free, parts))
    # Not `st.table`, for which the hyphen of a date is Markdown.
    st.dataframe(table(_columns(forced, free, parts)), width="content", height="content", hide_index=True)
    draw(partial(_charts, forced, free), "attention_forcing", typed)


def _parting(forced: Shown, free: Shown, parts: int | None) -> str:
    if parts is None:
        return _("The two never part: free running says the right answer, so both decoders read the same at each step.")
    if parts == len(free.decoded.before):
        words = _("At step {step} free running says “{said}” and ends; the right answer goes on with “{right}”.")
        return words.format(step=parts, said=free.said[parts - 1], right=forced.before[parts])
    if parts == len(forced.decoded.before):
        words = _("At step {step} free running says “{said}”, where the right answer ends.")
        return words.format(step=parts, said=free.said[parts - 1])
    words = _(
        "At step {step} free running says “{said}” instead of “{right}”. From step {next} on ({mark}) it reads its "
        "own mistake, while teacher forcing reads the right answer."
    )
    said, right = free.said[parts - 1], forced.before[parts]
    return words.format(step=parts, said=said, right=right, next=parts + 1, mark=MARK)


def _columns(forced: Shown, free: Shown, parts: int | None) -> dict[str, list[str]]:
    right = [*forced.before[1:], _("end")]
    rows = max(len(right), len(free.said))
    columns = {
        _("step"): [str(step) for step in range(1, rows + 1)],
        _("right"): right,
        _("teacher forcing reads"): forced.before,
        _("teacher forcing says"): forced.said,
        _("free running reads"): free.before,
        _("free running says"): free.said,
        _("they part"): [MARK if step == parts else "" for step in range(rows)],
    }
    return {name: [*column, *[""] * (rows - len(column))] for name, column in columns.items()}


def _charts(forced: Shown, free: Shown, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.attention.charts.alignment import alignment

    titles = {gettext("Teacher forcing"): forced, gettext("Free running"): free}
    looks: dict[str, Any] = {"step": None, "at": None, "gettext": gettext, "mode": mode}
    return [
        alignment(each.decoded.weights, each.read, each.said, title=title, **looks) for title, each in titles.items()
    ]
