"""The settings of the page Text: the sentences, the selected step and unit, and the settings of the panels."""

from collections.abc import Mapping

from lstm_viz import i18n
from lstm_viz.data import InputError
from lstm_viz.data.reviews import KINDS, LANGUAGES, MAX_WORDS
from lstm_viz.i18n import N_
from lstm_viz.lessons.text.encode import SIDES
from lstm_viz.lessons.text.imdb.settings import IMDB
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence
from lstm_viz.links import Choice, Switch, Text, Whole
from lstm_viz.settings import BASELINE, PREDICT, Problems, Setting, Settings, Values

MAX_UNITS = 8
MAX_LENGTH = MAX_WORDS + 8
PANELS = {
    "words": N_("Contributions"),
    "step": N_("Step through"),
    "gates": N_("Gates"),
    "change": N_("Change a word"),
    "mattered": N_("Which words mattered"),
    "padding": N_("Padding and mask"),
    "models": N_("LSTM and bag of words"),
    "imdb": N_("IMDB"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
KIND_TITLES = {
    "plain": N_("plain"),
    "intensifier": N_("intensifier"),
    "negation": N_("negation"),
    "strong_negation": N_("strong negation"),
    "double_negation": N_("double negation"),
    "contrast": N_("contrast"),
    "negated_contrast": N_("contrast with a negation"),
    "two_clauses": N_("two clauses"),
}
OLD_ENDINGS = {
    "-는": "-은/는", "-가": "-이/가", "-았다": "-았/었다", "-았지만": "-지만", "-ㄴ": "-(으)ㄴ", "-였다": "-이었다",
}  # fmt: skip
"""What links of 2026 call an ending or particle → its word in the vocabulary."""
SIDE_TITLES = {"post": N_("after the words (post)"), "pre": N_("before the words (pre)")}


def _begin(values: Values) -> Values:
    """The default sentences of the chosen language."""
    return dict(zip(("a", "b"), EXAMPLES[values["reviews"]], strict=True))


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Leaves out sentence B if a link names only A, and replaces sentences and words that cannot be read."""
    language = values["reviews"]
    if "a" in query and "b" not in query:
        values["b"] = ""
    for name, instead in (("a", EXAMPLES[language][0]), ("b", "")):
        if (problem := _problem(language, values[name])) and (name == "a" or values["b"]):
            ignored[name] = InputError("The link's “{name}” was replaced. {problem}", name=name, problem=problem)
            values[name] = instead
    values["becomes"] = OLD_ENDINGS.get(values["becomes"], values["becomes"])
    if values["becomes"] not in ("", *review_model(language).words):
        values["becomes"] = ""
        ignored["becomes"] = InputError("The link's “becomes” is not a word of the vocabulary.")


def _problem(language: str, text: str) -> InputError | None:
    try:
        sentence(language, text)
    except InputError as problem:
        return problem
    return None


SETTINGS = Settings(
    {
        # The title of a language is its name in that language, so it is not translated.
        "reviews": Setting(Choice(LANGUAGES, LANGUAGES[0]), N_("Language of the reviews"), titles=i18n.LANGUAGES),
        "a": Setting(Text(EXAMPLES[LANGUAGES[0]][0]), N_("Sentence A")),
        "b": Setting(Text(EXAMPLES[LANGUAGES[0]][1]), N_("Sentence B, to compare with (may be empty)")),
        "predict": PREDICT,
        "panel": Setting(Choice(tuple(PANELS), "words"), titles=PANELS),
        "step": Setting(Whole(1, MAX_WORDS, 1)),
        "unit": Setting(Whole(1, MAX_UNITS, 1), N_("Unit"), control="segmented"),
        "show": Setting(Choice(("A", "B", "A-B"), "A")),
        "word": Setting(Whole(1, MAX_WORDS, 1), N_("Word of A"), control="selectbox"),
        "becomes": Setting(Text(""), N_("becomes"), control="selectbox"),
        "length": Setting(Whole(1, MAX_LENGTH, 16), N_("Length with padding")),
        "side": Setting(Choice(SIDES, "post"), N_("Position of the padding"), titles=SIDE_TITLES),
        "mask_zero": Setting(Switch(True), "mask_zero=True"),
        "baseline": BASELINE,
        "kind": Setting(
            Choice(KINDS, "contrast"), N_("Held-out sentences of this kind"), titles=KIND_TITLES, control="selectbox"
        ),
        **IMDB,
    },
    begin=_begin,
    settle=_settle,
)
