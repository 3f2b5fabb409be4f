"""English and Korean by gettext. English is the source; each session asks for its own translation."""

import gettext
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lstm_viz.imports import load

LANGUAGES = {"en": "English", "ko": "한국어"}
LOCALE = Path(__file__).parent / "locale"

Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Marks a text for the catalogue. The code that shows the text translates it."""
    return text


COUNTED = {
    "unit": (N_("{count} unit"), N_("{count} units")),
    "row": (N_("{count} row"), N_("{count} rows")),
    "step": (N_("{count} step"), N_("{count} steps")),
    "window": (N_("{count} window"), N_("{count} windows")),
    "iteration": (N_("{count} iteration"), N_("{count} iterations")),
    "epoch": (N_("{count} epoch"), N_("{count} epochs")),
    "gradient": (N_("{count} gradient"), N_("{count} gradients")),
    "layer": (N_("{count} layer"), N_("{count} layers")),
    "line": (N_("{count} line"), N_("{count} lines")),
    "change": (N_("{count} change"), N_("{count} changes")),
}
"""What is counted → one of it, and any other number of it."""


def counted(count: int, thing: str, gettext: Translate) -> str:
    """A number of things of `COUNTED`: "1 unit", "8 units"."""
    one, many = COUNTED[thing]
    return gettext(one if count == 1 else many).format(count=count)


@cache
def translation(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, shared and never changed; English for a language without a catalogue."""
    source = LOCALE / language / "LC_MESSAGES" / "lstm_viz.po"
    if language not in LANGUAGES or not source.exists():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(_compiled(source)))


def best_language(wanted: str | None) -> str:
    """The language of `LANGUAGES` that fits a browser's language, such as "ko-KR"; English if none does."""
    code = (wanted or "").split("-")[0].lower()
    return code if code in LANGUAGES else "en"


def _compiled(source: Path) -> bytes:
    # Compiled here: a host such as Community Cloud has no build step, and nobody would notice an outdated .mo file.
    mofile, pofile = load("babel.messages.mofile"), load("babel.messages.pofile")
    with source.open("rb") as file:
        catalogue = pofile.read_po(file)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return compiled.getvalue()
