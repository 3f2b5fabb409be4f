"""The panel of a training, as far as no page shows it."""

import pytest

from lstm_viz.app import training_panel
from lstm_viz.app.page import Page
from lstm_viz.app.training_panel import TrainingPanel
from lstm_viz.settings import Settings


@pytest.mark.parametrize(("is_drawn", "first"), [(False, "lets others run"), (True, "watches")])
def test_others_run_while_a_training_is_watched(monkeypatch, is_drawn, first):
    """A run by the clock, in which it is drawn already, has no turn that it could end."""
    happened = []

    class Job:
        is_over, done = False, 0.0

        def watch(self, _seconds: float) -> None:
            happened.append("watches")

    monkeypatch.setattr(training_panel, "let_others_run", lambda: happened.append("lets others run"))
    monkeypatch.setattr(Page, "find", lambda _page, name: {"is_drawn": is_drawn, "drawn_in": 0.0}[name])
    panel = TrainingPanel(Page(Settings({})), kept=lambda about: {}, goal=lambda about: 1, draw=lambda about: None)
    panel._watch(Job())
    assert happened[0] == first
    assert "watches" in happened


@pytest.mark.parametrize(("drawn_in", "watches"), [(0.01, 1), (0.12, 2), (0.31, 4), (9.0, training_panel.MOST_WATCHES)])
def test_what_takes_long_to_draw_is_drawn_less_often(monkeypatch, drawn_in, watches):
    """Each watch takes a second, in which the training goes on."""
    now = [100.0]

    class Job:
        is_over, done = False, 0.0

        def watch(self, seconds: float) -> None:
            now[0] += seconds
            self.done += 0.1

    monkeypatch.setattr(training_panel.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(Page, "find", lambda _page, name: {"is_drawn": True, "drawn_in": drawn_in}[name])
    panel = TrainingPanel(Page(Settings({})), kept=lambda about: {}, goal=lambda about: 1, draw=lambda about: None)
    panel._watch(Job())
    assert now[0] == 100 + watches * training_panel.REDRAW_SECONDS
