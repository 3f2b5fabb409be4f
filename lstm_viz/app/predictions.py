"""What the viewer writes into its circles, and the question for it that a class answers first."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.engine.trace import Trace
from lstm_viz.judging import judge
from lstm_viz.viewer import Prediction


class PredictedPass(Protocol):
    """A pass whose steps can be asked for: what each reads, its trace, and the probabilities after each step."""

    @property
    def tokens(self) -> tuple[str, ...]:
        """A text for what each step reads."""

    @property
    def trace(self) -> Trace:
        """The trace of the recurrent layer, for one sample."""

    @property
    def probabilities(self) -> np.ndarray | None:
        """Shape (time, symbols)."""


def predictions_of(
    probabilities: np.ndarray,
    targets: Sequence[int],
    symbols: Sequence[str],
    *,
    scored: int = 0,
    known: int | None = None,
) -> list[Prediction]:
    """The most probable symbol after each step, and whether it is right.

    Args:
        probabilities: Shape (time, symbols).
        targets: The position of the right symbol after each step.
        symbols: The alphabet.
        scored: The first step whose answer is judged, counted from 0.
        known: The number of steps after which the prediction is shown; later ones are question marks. None for all.
    """
    best = probabilities.argmax(-1)
    return [
        Prediction(
            symbols[symbol],
            float(probabilities[step, symbol]),
            judge(probabilities[step], targets[step]) if step >= scored else None,
        )
        if known is None or step < known
        else Prediction("?")
        for step, symbol in enumerate(best)
    ]


def ask_for_step(
    page: Page, viewer: ViewerPanel, passes: Mapping[str, PredictedPass], symbols: Sequence[str], about: Hashable
) -> int | None:
    """Asks for the prediction at the viewer's cursor, if the page asks first.

    Args:
        page: The page, whose settings include `CLASSROOM`.
        viewer: The viewer.
        passes: The passes that it shows.
        symbols: The alphabet.
        about: What identifies the passes.

    Returns:
        The number of steps whose prediction is known; None if nothing is asked.
    """
    if not page.get("predict"):
        return None
    time = viewer.fit({name: each.trace for name, each in passes.items()}).time
    name = "B" if page.get("show") == "B" and "b" not in page.get("without") else "A"
    return time + predict_first(page, _question((about, name, time), name, passes[name], symbols, time))


def _question(about: Hashable, name: str, each: PredictedPass, symbols: Sequence[str], time: int) -> Question:
    assert each.probabilities is not None
    best = symbols[int(each.probabilities[time].argmax())]
    text = _("{name} reads {token} at step {step}. What does the model predict?")
    why = _("The model gives {symbol} a probability of {value}%.")
    chances = zip(symbols, each.probabilities[time], strict=True)
    return Question(
        about,
        text.format(name=name, token=each.tokens[time], step=time + 1),
        tuple(symbols),
        best,
        {symbol: why.format(symbol=symbol, value=f"{100 * chance:.1f}") for symbol, chance in chances},
    )
