"""The controls of the page Attention: the task and what is typed; the decoder step and the input step."""

from dataclasses import dataclass

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.typed import last_valid, show_refused
from lstm_viz.lessons.attention.charts.alignment import BLANK
from lstm_viz.lessons.attention.decoding import Decoded
from lstm_viz.lessons.attention.settings import of_task
from lstm_viz.lessons.attention.trained import model_of
from lstm_viz.lessons.attention.typed import DEFAULT_TEXTS, Typed, typed
from lstm_viz.lessons.attention.ui.page import PAGE


@dataclass(frozen=True, eq=False)
class Shown:
    """What is typed, and what the decoder makes of it.

    Attributes:
        typed: What is typed.
        reads: "free" if the decoder reads what it said itself, "forced" if it reads the right answer.
        decoded: The steps of that decoder.
    """

    typed: Typed
    reads: str
    decoded: Decoded

    @property
    def read(self) -> list[str]:
        """What the encoder reads at each step."""
        return [BLANK if symbol == " " else symbol for symbol in self.typed.text]

    @property
    def said(self) -> list[str]:
        """What the decoder says at each step, in a letter or a word."""
        return [symbol_of(self.typed, position, _("end")) for position in self.decoded.said]

    @property
    def before(self) -> list[str]:
        """What the decoder reads at each step, in a letter or a word."""
        return [symbol_of(self.typed, position, _("start")) for position in self.decoded.before]


def symbol_of(typed: Typed, position: int, mark: str) -> str:
    """The symbol at a position of what the decoder says; `mark` for position 0."""
    return typed.task.says[position - 1] if position else mark


def choose_input() -> Typed:
    """Draws the choice of the task and the text, and returns the last valid input."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        name = PAGE.draw("task", label_visibility="collapsed", on_change=_begin)
    with right:
        PAGE.draw("input", label_visibility="collapsed")
    example = typed(name, DEFAULT_TEXTS[name])
    shown, problem = last_valid(PAGE, f"input_{name}", lambda: typed(name, PAGE.get("input")), example)
    show_refused(problem, shown.text)
    return shown


def _begin() -> None:
    """Sets the example of the chosen task."""
    PAGE.set(**of_task(PAGE.get("task")))


def decode(shown: Typed) -> Shown:
    """The steps of the decoder that the page's settings ask for."""
    model, forced = model_of(shown.name), PAGE.get("reads") == "forced" and shown.right is not None
    decoded = model.forced(shown.text, shown.right or "") if forced else model.free(shown.text, shown.most)
    return Shown(shown, "forced" if forced else "free", decoded)


def fit_steps(shown: Shown) -> None:
    """Reduces the chosen steps and the unit to those that there are."""
    most = {"step": len(shown.said), "at": len(shown.read), "unit": shown.typed.task.units}
    PAGE.set(**{name: min(PAGE.get(name), high) for name, high in most.items()})


def choose_step(shown: Shown) -> int:
    """Draws the decoder steps with what they say, and returns the chosen one, counted from 0."""
    return PAGE.draw("step", titles=_numbered(shown.said), control="segmented") - 1


def choose_input_step(shown: Shown) -> int:
    """Draws the input steps with what they read, and returns the chosen one, counted from 0."""
    return PAGE.draw("at", titles=_numbered(shown.read), control="segmented") - 1


def _numbered(symbols: list[str]) -> dict[int, str]:
    return {number: f"{number}: {symbol}" for number, symbol in enumerate(symbols, start=1)}
