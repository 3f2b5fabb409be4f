"""The page Text as a link: its names, and how a link that is wrong finds the nearest settings."""

from collections.abc import Mapping
from typing import Any

from lstm_viz import links
from lstm_viz.data import InputError
from lstm_viz.data.reviews import KINDS, LANGUAGES, MAX_WORDS
from lstm_viz.lessons.text.encode import SIDES
from lstm_viz.lessons.text.imdb.link import FIELDS as IMDB_FIELDS
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence
from lstm_viz.links import Choice, Field, Switch, Text, Whole

PANELS = ("words", "step", "gates", "change", "padding", "models", "imdb", "data", "code")
MAX_UNITS = 8
MAX_LENGTH = MAX_WORDS + 8

# The names in a link, and their defaults, are a promise: a link of today opens tomorrow.
FIELDS: dict[str, Field] = {
    "reviews": Choice(LANGUAGES, LANGUAGES[0]),
    "a": Text(EXAMPLES[LANGUAGES[0]][0]),
    "b": Text(EXAMPLES[LANGUAGES[0]][1]),
    "predict": Switch(False),
    "panel": Choice(PANELS, "words"),
    "step": Whole(1, MAX_WORDS, 1),
    "unit": Whole(1, MAX_UNITS, 1),
    "show": Choice(("A", "B", "A-B"), "A"),
    "word": Whole(1, MAX_WORDS, 1),
    "becomes": Text(""),
    "length": Whole(1, MAX_LENGTH, 16),
    "side": Choice(SIDES, "post"),
    "mask_zero": Switch(True),
    "kind": Choice(KINDS, "contrast"),
    **IMDB_FIELDS,
}


def from_link(query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
    """The nearest valid settings to a link. Sentences that it does not name are those of the language.

    Returns:
        A value for each of FIELDS, and a sentence for each part of the link that was ignored.
    """
    values, ignored = links.read(FIELDS, query)
    language = values["reviews"]
    if "a" not in query:
        values["a"] = EXAMPLES[language][0]
    if "b" not in query:
        values["b"] = "" if "a" in query else EXAMPLES[language][1]
    for name in ("a", "b"):
        if (problem := _problem(language, values[name])) and (name == "a" or values["b"]):
            ignored[name] = InputError("The link's “{name}” was replaced. {problem}", name=name, problem=problem)
            values[name] = EXAMPLES[language][0] if name == "a" else ""
    if values["becomes"] not in ("", *review_model(language).words):
        values["becomes"] = ""
        ignored["becomes"] = InputError("The link's “becomes” is no word of the vocabulary.")
    return values, list(ignored.values())


def to_link(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a link to these settings holds: of the IMDB reviews nothing but where they are shown."""
    left_out = IMDB_FIELDS if values["panel"] != "imdb" else {}
    return {name: value for name, value in values.items() if name not in left_out}


def _problem(language: str, text: str) -> InputError | None:
    try:
        sentence(language, text)
    except InputError as problem:
        return problem
    return None
