"""The settings of the page Fix my code: the text, or the example that is shown in its place."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.i18n import N_
from lstm_viz.lessons.fix_my_code.examples import EXAMPLES
from lstm_viz.lessons.fix_my_code.pasted import AUTO, CODE, ERROR
from lstm_viz.links import Choice, Text
from lstm_viz.old_code.prepare import LONGEST
from lstm_viz.settings import Problems, Setting, Settings, Values

OWN = "own"
KINDS = {AUTO: N_("found automatically"), ERROR: N_("an error"), CODE: N_("code")}
TITLES = {**{name: example.title for name, example in EXAMPLES.items()}, OWN: N_("Your own")}


def fits_link(text: str) -> bool:
    """Whether a text is short enough for a link."""
    return len(text) <= LONGEST


def _begin(values: Values) -> Values:
    """A link with a text need not say that it is no example."""
    return {"example": OWN} if values["text"] else {}


def _settle(values: Values, _ignored: Problems, _query: Mapping[str, str]) -> None:
    """Puts the example into the field for the text."""
    if values["example"] != OWN:
        values["text"] = EXAMPLES[values["example"]].text


def _unused(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The text is in a link only if a visitor has typed it, and it is not too long."""
    return () if values["example"] == OWN and fits_link(values["text"] or "") else ("text",)


SETTINGS = Settings(
    {
        "example": Setting(Choice((*EXAMPLES, OWN), next(iter(EXAMPLES))), N_("Example"), titles=TITLES),
        "text": Setting(
            Text(""),
            N_("A Keras error, old code, or both"),
            help=N_(
                "The whole traceback or half a sentence, a script or a line. It is read as text and never run; it is "
                "not sent anywhere else, but it is part of this page's link."
            ),
            control="area",
        ),
        "kind": Setting(Choice(tuple(KINDS), AUTO), N_("What the text is"), titles=KINDS),
    },
    begin=_begin,
    settle=_settle,
    unused=_unused,
)
