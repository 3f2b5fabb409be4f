"""What the visitors of the benchmarks do on each page."""

import random
from pathlib import Path
from typing import NamedTuple

from benchmarks.visitor import Visitor, visitor

# Without it, the panel IMDB of the page Text would begin to download its file.
OFFLINE = {"https_proxy": "http://127.0.0.1:9", "LSTM_VIZ_DATASETS": "/nonexistent"}
# Streamlit as it comes does not bring the event loop of this project.
AS_IT_COMES = {"PYTHONPATH": str(Path(__file__).with_name("without_uvloop"))}
SWITCHES, CHANGES = 0.2, 0.3  # of all that a visitor does; the rest are runs with nothing changed


class Walk(NamedTuple):
    """A page, and one of its ordinary controls.

    Attributes:
        page: The name of the page in the address; "" for the first.
        panel: The key of its row of panels.
        control: The key of the control.
        values: The two values between which it is changed.
        line: The key of the line in which the control is folded; "" if it is not.
    """

    page: str
    panel: str
    control: str
    values: tuple[float | str, float | str]
    line: str = ""

    @property
    def name(self) -> str:
        """The name of the page."""
        return (self.page or "step_through").replace("_", " ").capitalize()


WALKS = (
    Walk("", "panel", "b", ("4,0,1,2,4", "2,0,1,2,2")),
    Walk("memory_lab", "lab_panel", "lab_epoch", ("240", "250"), "lab_curves_fold"),
    Walk("gradient_flow", "flow_panel", "flow_units", (17, 16), "flow_fold"),
    Walk("shapes", "shapes_panel", "shapes_pair", ("0,1,2,3\n1,2,3,4", "3,0,1,2,3\n4,0,1,2,4"), "shapes_fold"),
    Walk("what_it_returns", "returns_panel", "returns_units", (4, 3), "returns_fold"),
    Walk("stateful", "stateful_panel", "stateful_units", (4, 3), "stateful_fold"),
    Walk("patterns", "patterns_panel", "patterns_pattern", ("Many to many", "Many to one")),
    Walk("attention", "attention_panel", "attention_input", ("May 31, 2026", "31 May 2026")),
    Walk("time_series", "series_panel", "series_look_back", (13, 12), "series_fold"),
    Walk("your_model", "model_panel", "model_a1", ("the film was good", "the film was not good at all")),
    Walk("text", "text_panel", "text_a", ("the film was good", "the film was not good at all")),
)


async def unfold(person: Visitor, walk: Walk) -> None:
    """Opens the line in which the walk's control is folded."""
    if walk.line and walk.control not in person.controls:
        await person.change(walk.line, True)


async def warm_up(url: str) -> None:
    """Opens each panel of each page with each value of its control, so that the server has imported and kept it all."""
    for walk in WALKS:
        async with visitor(url) as person:
            await person.open(page=walk.page)
            await person.keep_running()
            await unfold(person, walk)
            for value in walk.values:
                await person.change(walk.control, value)
                for panel in person.controls[walk.panel].titles:
                    await person.change(walk.panel, panel)
                    await person.rerun()


async def act(person: Visitor, walk: Walk, draw: random.Random) -> float:
    """Does what a visitor may do next: runs the page again, changes its control, or switches its panel."""
    lot = draw.random()
    if lot < SWITCHES:
        return await person.change(walk.panel, draw.choice(person.controls[walk.panel].titles))
    if lot < SWITCHES + CHANGES:
        await unfold(person, walk)
        return await person.change(walk.control, draw.choice(walk.values))
    return await person.rerun()
