"""The panel The model: who wrote the file, what a reader must know, and all layers."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_note
from lstm_viz.i18n import counted
from lstm_viz.lessons.your_model.diagram import MOST_BOXES, diagram, said
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.tables import table_of

MOST_ROWS = 1000


def show_model(shown: Shown) -> None:
    """Draws the drawing and the table of the layers, and the notes."""
    model = shown.given.model
    st.text(_written_by(shown))
    for note in model.notes:
        show_note(note)
    if len(model.graph) > MOST_BOXES:
        st.caption(_("Drawn: the first {most} of {count} layers.").format(most=MOST_BOXES, count=len(model.graph)))
    st.mermaid_chart(diagram(model.graph, shown.place.layer), alt=_("The layers of the model"), width="content")
    rows = [
        {
            _("Layer"): box.name,
            _("Class"): box.class_name,
            _("Output shape"): said(box.shape),
            _("Parameters"): box.parameters,
            _("Reads"): ", ".join(box.inputs),
            _("Computed here"): _("yes") if box.is_known else _("no"),
        }
        for box in model.graph[:MOST_ROWS]
    ]
    st.dataframe(table_of(rows), hide_index=True)
    for box in model.graph[:MOST_ROWS]:
        if box.reason is not None:
            show_note(box.reason)


def _written_by(shown: Shown) -> str:
    """The name of the file, its kind, who wrote it and when, and its size."""
    model = shown.given.model
    writer = model.writer
    program = " ".join(filter(None, (writer.program, writer.version, writer.backend and f"({writer.backend})")))
    parameters = sum(box.parameters for box in model.graph)
    told = [shown.given.file, _(model.format), _("written by {program}").format(program=program), writer.date or ""]
    told += [counted(len(model.graph), "layer", _), _("{count} parameters").format(count=f"{parameters:,}")]
    return " · ".join(filter(None, told))
