"""The way of data into X, [samples, timesteps, features], and y."""

import numpy as np

from lstm_viz.data import ALPHABET, one_hot
from lstm_viz.data.series import HOURS, TANK_COLUMNS, Tanks, noisy_sine, tanks, windows
from lstm_viz.drawings.array_block import MADE_UP, Raw
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import literal
from lstm_viz.lessons.shapes.parsing import parse_own, parse_pair, parse_sentences
from lstm_viz.lessons.shapes.sentences import text_journey
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.steps import Journey, Step, feature_names, numbered, short


def journey_of(settings: ShapeSettings, gettext: Translate) -> Journey:
    """The way of the data that the settings name; the raw data's columns are titled by `gettext`."""
    if settings.source == "pair":
        return _pair(parse_pair(settings.pair), settings.reading)
    if settings.source == "tanks":
        return _tanks(tanks(settings.tanks, settings.seed), settings.order, gettext)
    if settings.source == "text":
        return text_journey(parse_sentences(settings.sentences), settings.padding, gettext)
    series = noisy_sine(settings.seed)[:, None] if settings.source == "sine" else parse_own(settings.own)
    return _series(series, settings, gettext)


def _pair(sequences: np.ndarray, reading: str) -> Journey:
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
        return Journey(tuple(steps), raw, source, ("A", "B"))
    x = encoded[0].reshape(length, 1, symbols)
    steps += [
        Step("x_steps", "X", f"X = encoded[0].reshape({length}, 1, {symbols})", x),
        Step("y_pair", "y", f"y = {target}[0]]", answers[0]),
    ]
    return Journey(tuple(steps), raw, source[0][:, None])


def _series(series: np.ndarray, settings: ShapeSettings, gettext: Translate) -> Journey:
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
    # The first column of what a person knows is the time, which no cell of X holds.
    rows = cut.starts[:, None, None] + np.arange(look_back)[:, None]
    source = rows * (features + 1) + 1 + np.arange(features)
    raw = Raw(
        ("t", *feature_names(settings.source, features, gettext)),
        tuple((str(t), *map(short, row)) for t, row in enumerate(series)),
    )
    return Journey(tuple(steps), raw, np.broadcast_to(source, cut.inputs.shape))


def _raw_series(series: np.ndarray, settings: ShapeSettings) -> Step:
    if settings.source == "sine":
        noise = f"np.random.default_rng({settings.seed}).random({len(series)})"
        code = f'k = np.arange({len(series)})\nvalues = (np.sin(np.pi * 2.025 * k) + {noise}).astype("float32")'
        return Step("raw_sine", "values", code, series[:, 0])
    if series.shape[1] == 1:
        return Step("raw_values", "values", f'values = np.array({literal(series[:, 0])}, "float32")', series[:, 0])
    return Step("raw_rows", "series", f'series = np.array({literal(series)}, "float32")', series)


def _tanks(made: Tanks, order: str, gettext: Translate) -> Journey:
    count = len(made.later)
    by_tank = np.arange(count * HOURS)
    # Where in the table each row stands: ordered by tank and hour, or by hour and tank.
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
    raw = Raw(titles, tuple(tuple(map(short, row)) for row in table))
    return Journey(steps, raw, source, tuple(numbered(gettext("tank {number}"), range(1, count + 1))))
