"""The drawing of a generated text: each word that the model chose is its next input."""

from dataclasses import replace
from typing import Any

from lstm_viz.drawings.unrolled import Edge, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.drawing import INPUTS, drawing_of
from lstm_viz.lessons.patterns.generator.results import Generation


def generated_drawing(generation: Generation, title: str, gettext: Translate) -> Unrolled:
    """Draws the model over the whole text. Inputs and outputs are labelled with their words.

    Args:
        generation: The text, with the outputs of the layers.
        title: The title of the drawing, to which the text is added.
        gettext: Translates the texts.
    """
    drawing, run, words = drawing_of(generation.whole, title, gettext), generation.whole, generation.words
    softmax, steps = run.layers[-1].name, range(run.inputs.shape[1])
    told = gettext("After step {step}: the probability of “{word}”, which comes next")
    reads = gettext("Input at step {step}: “{word}”, id {id}")
    changed: dict[str, dict[str, Any]] = {}
    for step in steps:
        own, following = generation.ids[step : step + 2]
        # Beside an id, whose size says nothing, all other values would be pale.
        read = reads.format(step=step + 1, word=words[step], id=own)
        changed[f"{INPUTS} {step}"] = {"label": words[step], "title": read, "values": None}
        changed[f"{softmax} {step}"] = {
            "label": words[step + 1],
            "title": told.format(step=step + 1, word=words[step + 1]),
            # All probabilities would make a tall box; the tensor has them.
            "values": run.output[0, step, following : following + 1],
        }
    nodes = tuple(replace(node, **changed.get(node.id, {})) for node in drawing.nodes)
    fed_back = [Edge(f"{softmax} {step - 1}", f"{INPUTS} {step}", "data") for step in steps[generation.given :]]
    title = f"{title}: {' '.join(words[: generation.given])} → {' '.join(generation.generated)}"
    return replace(drawing, title=title, nodes=nodes, edges=(*drawing.edges, *fed_back))
