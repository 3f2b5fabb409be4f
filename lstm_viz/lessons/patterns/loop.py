"""A sine that the loop continues, and the drawing of a loop that reads its own output."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns import tasks
from lstm_viz.lessons.patterns.drawing import title_of
from lstm_viz.lessons.patterns.results import Continuation

# Of a long loop the drawing shows only the steps around the end of the known part.
KNOWN_SHOWN, OWN_SHOWN = 4, 6


@dataclass(frozen=True)
class Loop:
    """A sine with a known part, and the number of values that the loop adds.

    Attributes:
        period: The period in steps.
        phase: The point of the period at which the sine starts, in steps.
        known: The number of values that the model reads.
        continued: The number of values that the model predicts.
    """

    period: int
    phase: int
    known: int
    continued: int

    @property
    def series(self) -> np.ndarray:
        """The true sine over all steps, (known + continued,)."""
        return tasks.sines(np.array([self.period]), np.array([self.phase]), self.known + self.continued)[0]

    @property
    def given(self) -> np.ndarray:
        """The values that the model reads, (known, 1)."""
        return self.series[: self.known, None]


def errors(loop: Continuation, series: np.ndarray) -> np.ndarray:
    """The absolute difference between each predicted value and the true one, (steps,).

    Args:
        loop: The results of the loop.
        series: The true values, (known + steps,).
    """
    return np.abs(loop.values[:, 0] - series[len(loop.known) :])


def loop_drawing(loop: Continuation, title: str, gettext: Translate) -> Unrolled:
    """Draws the steps around the end of the known part: inputs, hidden states, and outputs that become inputs.

    Args:
        loop: The results of the loop.
        title: The title of the drawing. If only some steps are drawn, their numbers are added to it.
        gettext: Translates the texts.
    """
    known, read = len(loop.known), loop.whole.inputs[0]
    steps = range(max(0, known - KNOWN_SHOWN), min(len(read), known + OWN_SHOWN))
    first = steps[0]
    lstm, dense = loop.model.layers
    hidden = loop.whole.layers[0].directions[0].hidden[0]
    x, h, y = (
        gettext("Input at step {step}"),
        gettext("Hidden state at step {step}"),
        gettext("Output after step {step}"),
    )
    nodes, edges = [], [Edge(f"h{one}", f"h{two}", "state") for one, two in pairwise(steps)]
    for step in steps:
        words = {"step": step + 1}
        nodes.append(Node(f"x{step}", "x", step - first, "x", x.format(**words), read[step]))
        nodes.append(Node(f"h{step}", "h", step - first, "h", h.format(**words), hidden[step], "hidden"))
        edges.append(Edge(f"x{step}", f"h{step}", "data"))
        if step >= known - 1:
            value = loop.values[step - known + 1]
            nodes.append(Node(f"y{step}", "y", step - first, "y", y.format(**words), value))
            edges.append(Edge(f"h{step}", f"y{step}", "data"))
            if step + 1 in steps:
                edges.append(Edge(f"y{step}", f"x{step + 1}", "data"))
    lanes = (Lane("x", gettext("Fed in")), Lane("h", title_of(lstm, gettext)), Lane("y", title_of(dense, gettext)))
    columns = tuple(str(step + 1) for step in steps)
    title = _with_steps(title, steps, len(read), gettext)
    return Unrolled(title, columns, lanes, tuple(nodes), tuple(edges), _tensors(loop, steps, gettext))


def _with_steps(title: str, steps: range, count: int, gettext: Translate) -> str:
    """The title, with the numbers of the drawn steps unless all are drawn."""
    if len(steps) == count:
        return title
    words = gettext("{title}: steps {first}–{last} of {count}, around the end of the known part")
    return words.format(title=title, first=steps[0] + 1, last=steps[-1] + 1, count=count)


def _tensors(loop: Continuation, steps: range, gettext: Translate) -> tuple[Tensor, ...]:
    known = len(loop.known)
    axes = (gettext("timesteps"), gettext("features"))
    given, own = (tuple(step for step in steps if (step < known) == is_known) for is_known in (True, False))
    note = gettext("Read in one call, from a state of zeros.")
    back = gettext("Each call reads what the previous call returned; the layer keeps its state in between.")
    return (
        Tensor("known", loop.known, tuple(f"x{step}" for step in given), note, axes),
        Tensor("values", loop.values, tuple(f"y{step}" for step in steps if step >= known - 1), "", axes),
        Tensor("values[:-1]", loop.values[:-1], tuple(f"x{step}" for step in own), back, axes),
    )
