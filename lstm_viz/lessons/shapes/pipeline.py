"""The steps that turn data into X, [samples, timesteps, features], and y, each with its line of Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import ALPHABET, one_hot
from lstm_viz.data.series import HOURS, TANK_COLUMNS, Tanks, noisy_sine, tanks, windows
from lstm_viz.drawings.array_block import MADE_UP, Raw
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import literal
from lstm_viz.lessons.shapes.parsing import Sentence, parse_own, parse_pair, parse_sentences
from lstm_viz.lessons.shapes.settings import ShapeSettings

VOCABULARY = """words = dict.fromkeys(word for text in sentences for word in text.split())
vocabulary = {word: number for number, word in enumerate(words, start=1)}"""
IDS = "ids = [[vocabulary[word] for word in text.split()] for text in sentences]"


@dataclass(frozen=True, eq=False)
class Step:
    """One step from the data to X and y.

    Attributes:
        kind: The kind of step, a key of `ui.words.STEPS`.
        name: The variable that the step assigns.
        code: The line of Python that makes it from earlier variables.
        array: The value of the variable; None if it is not an array.
        shown: The value as text, if it is not an array.
    """

    kind: str
    name: str
    code: str
    array: np.ndarray | None = None
    shown: str = ""


@dataclass(frozen=True, eq=False)
class Pipeline:
    """All steps from the data to X and y, and where each number of X comes from.

    Attributes:
        steps: The steps; the last two make X and y.
        raw: The data before the first step, as a table.
        source: For each number of X, (samples, timesteps, features), the flat index of its cell in `raw`, or MADE_UP.
        samples: A title for each sample, or None.
    """

    steps: tuple[Step, ...]
    raw: Raw
    source: np.ndarray
    samples: tuple[str, ...] | None = None

    @property
    def x(self) -> np.ndarray:
        """X: (samples, timesteps, features), or (samples, timesteps) of ids."""
        return self.made("X")

    @property
    def y(self) -> np.ndarray:
        """A target for each sample."""
        return self.made("y")

    @property
    def block(self) -> np.ndarray:
        """X with three axes: ids become one feature."""
        return self.x.reshape(self.source.shape)

    def made(self, name: str) -> np.ndarray:
        """The array that the step of this name makes."""
        array = next(step.array for step in self.steps if step.name == name)
        assert array is not None  # for the type checker: only words and their ids are not arrays
        return array


def pipeline_of(settings: ShapeSettings, gettext: Translate) -> Pipeline:
    """The steps for the data that the settings name. `gettext` translates the titles of the raw data's columns."""
    if settings.source == "pair":
        return _pair(parse_pair(settings.pair), settings.reading)
    if settings.source == "tanks":
        return _tanks(tanks(settings.tanks, settings.seed), settings.order, gettext)
    if settings.source == "text":
        return _text(parse_sentences(settings.sentences), settings.padding, gettext)
    series = noisy_sine(settings.seed)[:, None] if settings.source == "sine" else parse_own(settings.own)
    return _series(series, settings, gettext)


def _pair(sequences: np.ndarray, reading: str) -> Pipeline:
    inputs, symbols = sequences[:, :-1], len(ALPHABET)
    encoded, answers = one_hot(inputs, symbols), one_hot(sequences[:, 1:], symbols)
    length = inputs.shape[1]
    steps = [
        Step("raw_pair", "sequences", f"sequences = np.array({sequences.tolist()})", sequences),
        Step("inputs", "inputs", "inputs = sequences[:, :-1]", inputs),
        Step("targets", "targets", "targets = sequences[:, 1:]", sequences[:, 1:]),
        Step("one_hot", "encoded", f'encoded = np.eye({symbols}, dtype="float32")[inputs]', encoded),
    ]
    columns = sequences.shape[1]
    cells = np.arange(2)[:, None] * columns + np.arange(length)
    source = np.where(encoded == 1, cells[..., None], MADE_UP)
    labels = tuple(f"t = {position}" for position in range(columns))
    raw = Raw(labels, tuple(tuple(ALPHABET[symbol] for symbol in row) for row in sequences))
    target = f'np.eye({symbols}, dtype="float32")[targets'
    if reading == "sequence":
        steps += [Step("x_sequences", "X", "X = encoded", encoded), Step("y_pair", "y", f"y = {target}]", answers)]
        return Pipeline(tuple(steps), raw, source, ("A", "B"))
    x = encoded[0].reshape(length, 1, symbols)
    steps += [
        Step("x_steps", "X", f"X = encoded[0].reshape({length}, 1, {symbols})", x),
        Step("y_pair", "y", f"y = {target}[0]]", answers[0]),
    ]
    return Pipeline(tuple(steps), raw, source[0][:, None])


def _series(series: np.ndarray, settings: ShapeSettings, gettext: Translate) -> Pipeline:
    cut = windows(series, settings.look_back, stride=settings.stride, horizon=settings.horizon)
    features = series.shape[1]
    look_back, reach = settings.look_back, settings.look_back + settings.horizon
    steps = [_raw_series(series, settings)]
    if features == 1:
        steps.append(Step("feature_axis", "series", "series = values.reshape(-1, 1)", series))
    steps += [
        Step("starts", "starts", f"starts = np.arange(0, len(series) - {reach} + 1, {settings.stride})", cut.starts),
        Step(
            "x_windows" if settings.stride < look_back else "x_apart",
            "X",
            f"X = np.stack([series[s : s + {look_back}] for s in starts])",
            cut.inputs,
        ),
        Step("y_windows", "y", f"y = series[starts + {reach - 1}]", cut.targets),
    ]
    # The first column of the raw data is the time, which is not in X.
    rows = cut.starts[:, None, None] + np.arange(look_back)[:, None]
    source = rows * (features + 1) + 1 + np.arange(features)
    raw = Raw(
        ("t", *feature_names(settings.source, features, gettext)),
        tuple((str(t), *map(_short, row)) for t, row in enumerate(series)),
    )
    return Pipeline(tuple(steps), raw, np.broadcast_to(source, cut.inputs.shape))


def _raw_series(series: np.ndarray, settings: ShapeSettings) -> Step:
    if settings.source == "sine":
        noise = f"np.random.default_rng({settings.seed}).random({len(series)})"
        code = f'k = np.arange({len(series)})\nvalues = (np.sin(np.pi * 2.025 * k) + {noise}).astype("float32")'
        return Step("raw_sine", "values", code, series[:, 0])
    if series.shape[1] == 1:
        return Step("raw_values", "values", f'values = np.array({literal(series[:, 0])}, "float32")', series[:, 0])
    return Step("raw_rows", "series", f'series = np.array({literal(series)}, "float32")', series)


def _tanks(made: Tanks, order: str, gettext: Translate) -> Pipeline:
    count = len(made.later)
    by_tank = np.arange(count * HOURS)
    # The order of the table's rows: by tank and then hour, or by hour and then tank.
    rows = by_tank if order == "tank" else by_tank.reshape(count, HOURS).T.ravel()
    table = made.table[rows]
    features = table[:, 2:]
    line = f"X = features.reshape({count}, {HOURS}, 2)"
    x = made.table[:, 2:].reshape(count, HOURS, 2)
    if order == "hour":
        line = f"X = features.reshape({HOURS}, {count}, 2).transpose(1, 0, 2)"
    steps = (
        Step("raw_tanks", "table", f'table = np.array({literal(table)}, "float32")', table),
        Step("features", "features", "features = table[:, 2:]", features),
        Step(f"x_by_{order}", "X", line, x),
        Step("y_tanks", "y", f'y = np.array({literal(made.later)}, "float32").reshape(-1, 1)', made.later[:, None]),
    )
    at = np.argsort(rows).reshape(count, HOURS)
    source = at[..., None] * len(TANK_COLUMNS) + np.array([2, 3])
    titles = (gettext("tank"), gettext("hour"), *feature_names("tanks", 2, gettext))
    raw = Raw(titles, tuple(tuple(map(_short, row)) for row in table))
    return Pipeline(steps, raw, source, tuple(_numbered(gettext("tank {number}"), range(1, count + 1))))


def vocabulary_of(sentences: tuple[Sentence, ...]) -> dict[str, int]:
    """The id of each word, from 1 in the order of first use; 0 is for padding."""
    words = dict.fromkeys(word for said, _ in sentences for word in said)
    return {word: number for number, word in enumerate(words, start=1)}


def ids_of(sentences: tuple[Sentence, ...]) -> tuple[tuple[int, ...], ...]:
    """The ids of each sentence's words."""
    vocabulary = vocabulary_of(sentences)
    return tuple(tuple(vocabulary[word] for word in words) for words, _ in sentences)


def _text(sentences: tuple[Sentence, ...], padding: str, gettext: Translate) -> Pipeline:
    """The steps for sentences: words become ids, and ids an array that is padded to the longest sentence."""
    vocabulary, ids = vocabulary_of(sentences), ids_of(sentences)
    longest = max(map(len, ids))
    x = np.zeros((len(ids), longest), "int32")
    source = np.full((len(ids), longest, 1), MADE_UP)
    for sample, each in enumerate(ids):
        at = slice(longest - len(each), longest) if padding == "pre" else slice(0, len(each))
        x[sample, at] = each
        source[sample, at, 0] = sample * longest + np.arange(len(each))
    texts = [" ".join(words) for words, _ in sentences]
    labels = np.array([label for _, label in sentences])
    steps = (
        Step("raw_text", "sentences", f"sentences = {_lines(texts)}", shown="\n".join(texts)),
        Step("vocabulary", "vocabulary", VOCABULARY, shown=", ".join(f"{word} {n}" for word, n in vocabulary.items())),
        Step("ids", "ids", IDS, shown="\n".join(str(list(each)) for each in ids)),
        Step("x_padded", "X", f'X = keras.utils.pad_sequences(ids, padding="{padding}")', x),
        Step("y_text", "y", f"y = np.array({labels.tolist()})", labels),
    )
    labels_of_raw = tuple(_numbered(gettext("word {number}"), range(1, longest + 1)))
    raw = Raw(labels_of_raw, tuple((*words, *[""] * (longest - len(words))) for words, _ in sentences))
    return Pipeline(steps, raw, source)


def _lines(texts: list[str]) -> str:
    """A Python list of texts, one per line."""
    return "[\n" + "".join(f"    {text!r},\n" for text in texts) + "]"


def _short(value: float) -> str:
    """The shortest decimal that gives the same float32."""
    return np.format_float_positional(np.float32(value), trim="-")


def feature_names(source: str, count: int, gettext: Translate) -> tuple[str, ...]:
    """The titles of the features of a source of numbers."""
    if source == "tanks":
        return gettext("pressure"), gettext("temperature")
    return (gettext("value"),) if count == 1 else tuple(_numbered(gettext("feature {number}"), range(count)))


def _numbered(template: str, numbers: Iterable[int]) -> Iterator[str]:
    """A title for each number."""
    return (template.format(number=number) for number in numbers)


def preview(array: np.ndarray) -> str:
    """The array as numpy prints it; of a large array the middle is left out."""
    with np.printoptions(precision=3, suppress=True, threshold=60, edgeitems=2, linewidth=60):
        return str(array)
