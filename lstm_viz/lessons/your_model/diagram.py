"""The drawing of a model, as text for Mermaid."""

from collections.abc import Sequence

from lstm_viz.model_files import Box
from lstm_viz.model_files.graph import Shape

MOST_BOXES = 60
MOST_IN_A_ROW = 6
LONGEST_NAME = 40


def diagram(boxes: Sequence[Box], looked_at: str) -> str:
    """The layers and what each reads. The layer that is looked at has a thick frame, an unknown one a dashed frame.

    Args:
        boxes: The layers, at most MOST_BOXES of which are drawn.
        looked_at: The name of the layer that is looked at.
    """
    boxes = boxes[:MOST_BOXES]
    places = {box.name: place for place, box in enumerate(boxes)}
    lines = [f"flowchart {'LR' if len(boxes) <= MOST_IN_A_ROW else 'TD'}"]
    for box, place in zip(boxes, places.values(), strict=True):
        label = "<br/>".join(filter(None, (_escaped(box.name), _escaped(box.class_name), _escaped(said(box.shape)))))
        lines.append(f'  n{place}["{label}"]')
        lines += [f"  n{places[source]} --> n{place}" for source in box.inputs if source in places]
        if box.name == looked_at:
            lines.append(f"  style n{place} stroke-width:4px")
        elif not box.is_known:
            lines.append(f"  style n{place} stroke-dasharray:5 4")
    return "\n".join(lines)


def said(shape: Shape | None) -> str:
    """A shape as Keras prints it; "" if it is not known."""
    return "" if shape is None else str(shape)


def _escaped(text: str) -> str:
    """A name that a file holds, of which Mermaid reads nothing as markup."""
    short = text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + "…"
    return "".join(letter if letter.isalnum() or letter == " " else f"#{ord(letter)};" for letter in short)
