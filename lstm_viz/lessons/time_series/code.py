"""The Keras script that trains, forecasts and computes errors as the page does.

This module writes Keras code; it does not import Keras.
"""

import inspect
import re
from collections.abc import Callable

from lstm_viz.data import long_series
from lstm_viz.data import series as made
from lstm_viz.data.series import LEAST_CHANGE
from lstm_viz.engine.cell import GATES
from lstm_viz.keras_code import INITIALIZERS, LAYERS
from lstm_viz.lessons.time_series.prepare import DIFFERENCES, MIN_MAX, RETURNS, STANDARD, VALUES
from lstm_viz.lessons.time_series.series import Origin
from lstm_viz.lessons.time_series.state import most_windows
from lstm_viz.lessons.time_series.view import View

SERIES_FILE = "series.csv"
MAKERS = {
    "tanks": (long_series.tank_record, long_series._tank),
    "noisy_sine": (made.noisy_sine,),
    "clean_sine": (long_series.clean_sine,),
    "price": (long_series.daily_price,),
    "prices": (long_series.daily_price, long_series.daily_prices),
    "jumps": (long_series.jumps,),
}
CALLS = {
    "tanks": "tank_record({seed})",
    "noisy_sine": "noisy_sine({seed})[:, None]",
    "clean_sine": "clean_sine()[:, None]",
    "price": "daily_price({seed})[:, None]",
    "prices": "daily_prices({seed})",
    "jumps": "jumps({seed})[:, None]",
}
CONSTANTS = {
    "tanks": ("TANKS", "TANK_HOURS", "HOURS_A_DAY", "LOW_PRESSURE", "HIGH_PRESSURE"),
    "noisy_sine": ("SINE_LENGTH",),
    "clean_sine": ("SINE_STEPS", "SINE_PERIOD"),
    "price": ("PRICE_DAYS", "DAYS_A_WEEK"),
    "prices": ("PRICE_DAYS", "DAYS_A_WEEK"),
    "jumps": ("JUMP_LENGTH", "JUMP_PERIOD", "JUMP_FALL"),
}
BIASES = {
    "lstm": "np.repeat([0, 1, 0, 0], units)",
    "gru": "np.zeros((2, 3 * units))",
    "simple_rnn": "np.zeros(units)",
}
RETURNS_ONE = "return_sequences=layer < layers - 1"
RETURNS_MANY = "return_sequences=True"
TARGETS_ONE = """\
    rows = starts[:, None] + look_back + np.arange(horizon)
    return scaled[rows].reshape(len(starts), -1)"""
TARGETS_MANY = """\
    rows = starts[:, None, None] + 1 + np.arange(look_back)[:, None] + np.arange(horizon)
    return scaled[rows].reshape(len(starts), look_back, -1)"""

CHANGED = {
    VALUES: "",
    DIFFERENCES: "\n\n# The network reads the changes.\nchanges, values = np.diff(values, axis=0), values[1:]",
    RETURNS: "\n\n# The network reads the relative changes.\n"
    "changes, values = np.diff(values, axis=0) / values[:-1], values[1:]",
}
SCALED = {
    STANDARD: ("mean", "deviation", "known.mean(axis=0), known.std(axis=0)"),
    MIN_MAX: ("low", "span", "known.min(axis=0), np.ptp(known, axis=0)"),
}
"""How values are scaled → what becomes 0, what becomes 1, and how both are found."""
RESTORED = {
    VALUES: "known",
    DIFFERENCES: "values[origins - 1, target][:, None] + known.cumsum(axis=1)",
    RETURNS: "values[origins - 1, target][:, None] * (1 + known).cumprod(axis=1)",
}
OWN_DATA = """\
from pathlib import Path

# The visitor's file, and what was chosen for it: all else is found in the file.
FILE, COLUMNS, FILL = {file!r}, {columns!r}, {fill!r}
CHOICES = {choices!r}
if Path(FILE).exists():  # is read again as the page has read it, which needs lstm_viz
    from lstm_viz.data import read_series
    from lstm_viz.lessons.time_series.gaps import filled

    table = read_series(Path(FILE).read_bytes(), **CHOICES)
    at = [table.columns.index(name) for name in COLUMNS]
    values = filled(table, FILL, at).latest().values[:, at]
else:
    {read}"""

SCRIPT = '''\
import keras
import numpy as np

{data}

# Split in time; the scaler knows the training part alone.
training_end, validation_end, rows = {training_end}, {validation_end}, len(values)
target, season = {target}, {season}
look_back, horizon = {look_back}, {horizon}
known = {read}[:training_end]
{zero}, {unit} = {fitted}
{unit}[np.ptp(known, axis=0) <= {least}] = 1
scaled = (({read} - {zero}) / {unit}).astype("float32")
features = values.shape[1]


def starts_of(first, end):
    """The windows all of whose targets lie in the rows first … end - 1."""
    return np.arange(max(first - look_back, 0), end - look_back - horizon + 1)


def read(starts):
    return scaled[starts[:, None] + np.arange(look_back)]


def targets(starts):
{targets}


# The model, from weights drawn as Keras draws them.
units, layers, batch_size, learning_rate = {units}, {layers}, {batch_size}, {learning_rate}
epochs, patience, seed = {epochs}, {patience}, {seed}
draw = np.random.default_rng(seed)


{initializers}

model = keras.Sequential([keras.Input((look_back, features))])
weights = []
for layer in range(layers):
    model.add(keras.layers.{layer}(units, {returns}))
    weights.append(glorot_uniform(units if layer else features, {gates} * units))
    weights.append(orthogonal(units, {gates} * units))
    weights.append({bias})
model.add(keras.layers.Dense(horizon * features))
model.set_weights([*weights, glorot_uniform(units, horizon * features), np.zeros(horizon * features)])
model.compile(keras.optimizers.Adam(learning_rate), "mean_squared_error")

# Training; the weights with the least validation loss are taken where there is early stopping.
training, validation = starts_of(0, training_end), starts_of(training_end, validation_end)
best_loss, best_epoch, best_weights = np.inf, 0, model.get_weights()
for epoch in range(1, epochs + 1):
    order = training[np.random.default_rng([seed, epoch - 1]).permutation(len(training))[:{windows}]]
    told = model.fit(read(order), targets(order), batch_size=batch_size, shuffle=False, verbose=0)
    loss = told.history["loss"][0]
    if len(validation):
        off = model.predict(read(validation), verbose=0) - targets(validation)
        loss = np.mean(off{last} ** 2)
    if loss < best_loss:
        best_loss, best_epoch, best_weights = loss, epoch, model.get_weights()
    if patience and epoch - best_epoch >= patience:
        break
if patience:
    model.set_weights(best_weights)
print("weights of epoch", best_epoch if patience else epoch)


# Forecasts: each gives rows that follow windows (windows, look_back, features), scaled.
def by_model(windows):
    return model.predict(windows, verbose=0){last}.reshape(len(windows), horizon, features)


fitted = np.arange(training_end - look_back)
with_one = np.column_stack([read(fitted).reshape(len(fitted), -1), np.ones(len(fitted))])
solution = np.linalg.lstsq(with_one, scaled[fitted + look_back].astype("float64"))[0]


def by_regression(windows):
    return (windows.reshape(len(windows), -1) @ solution[:-1] + solution[-1])[:, None]


def rolled(following, origins, steps):
    """From each origin on, each reads its own output."""
    known = scaled[origins[:, None] + np.arange(-look_back, 0)]
    while known.shape[1] < look_back + steps:
        known = np.concatenate([known, following(known[:, -look_back:])], axis=1)
    known = known[:, look_back : look_back + steps, target].astype("float64") * {unit}[target] + {zero}[target]
    return {restored}


def judge(title, origins, steps):
    truth = values[origins[:, None] + np.arange(steps), target]
    forecasts = {{"model": rolled(by_model, origins, steps), "linear": rolled(by_regression, origins, steps)}}
    if season:
        forecasts["seasonal"] = values[origins[:, None] - season + np.arange(steps) % season, target]
    forecasts["last"] = np.repeat(values[origins - 1, target][:, None], steps, axis=1)
    naive = np.abs(np.diff(values[:training_end, target])).mean()
    for name, forecast in forecasts.items():
        mae, rmse = np.abs(forecast - truth).mean(), np.sqrt(np.mean((forecast - truth) ** 2))
        print(title, name, "MAE", mae, "RMSE", rmse, "MASE", mae / naive if naive else None)


judge("one step", np.arange(validation_end, rows), 1)
steps = {steps}
origins = np.arange(validation_end, rows - steps + 1)
if len(origins) > 200:
    origins = origins[np.linspace(0, len(origins) - 1, 200).astype(int)]
judge("rolled out", origins, steps)
'''


def forecast_code(view: View, epochs: int, steps: int) -> str:
    """A script that needs only keras and numpy, and the file SERIES_FILE if the series is the visitor's.

    Args:
        view: The series and the network.
        epochs: The largest number of epochs to train, at least 1.
        steps: The number of rows of a rolled-out forecast.

    Returns:
        Python source that prints the MAE, RMSE and MASE of each one-step and each rolled-out forecast.
    """
    settings, prepared = view.settings, view.prepared
    return SCRIPT.format(
        initializers=INITIALIZERS,
        least=LEAST_CHANGE,
        **dict(zip(("zero", "unit", "fitted"), SCALED[prepared.scaling], strict=True)),
        data=_data(view) + CHANGED[prepared.change],
        read="values" if prepared.change == VALUES else "changes",
        restored=RESTORED[prepared.change],
        target=prepared.target,
        training_end=prepared.split.training_end,
        validation_end=prepared.split.validation_end,
        look_back=settings.look_back,
        horizon=settings.horizon,
        units=settings.units,
        layers=settings.layers,
        batch_size=settings.batch_size,
        learning_rate=f"{settings.learning_rate:g}",
        epochs=epochs,
        windows=most_windows(settings.look_back),
        patience=settings.patience,
        seed=settings.seed,
        season=view.season,
        steps=steps,
        gates=len(GATES[settings.network]),
        layer=LAYERS[settings.network],
        bias=BIASES[settings.network],
        returns=RETURNS_MANY if settings.many_to_many else RETURNS_ONE,
        targets=TARGETS_MANY if settings.many_to_many else TARGETS_ONE,
        last="[:, -1]" if settings.many_to_many else "",
    )


def _data(view: View) -> str:
    columns = list(view.recipe.columns)
    if view.is_own:
        return _own_data(view)
    source = view.recipe.source
    module = made if source == "noisy_sine" else long_series
    constants = "\n".join(f"{name} = {getattr(module, name)!r}" for name in CONSTANTS[source])
    functions = "\n\n".join(map(_source, MAKERS[source]))
    call = CALLS[source].format(seed=view.recipe.series_seed)
    return f'{constants}\n\n\n{functions}\n\nvalues = np.asarray({call}, "float64")[:, {columns}]'


def _source(function: Callable[..., object]) -> str:
    """A function as the script has it: of its docstring only the first line."""
    return re.sub(r'^( *""".+)\n(?:.*\n)*? *"""$', r'\1"""', inspect.getsource(function), flags=re.MULTILINE)


def file_name(origin: Origin) -> str:
    """The name under which the script looks for the visitor's file."""
    return f"given_{origin.file}" if origin.file == SERIES_FILE else origin.file


def _own_data(view: View) -> str:
    # The file beside the script holds only the chosen columns, as the page has read them.
    read = f'values = np.genfromtxt("{SERIES_FILE}", delimiter=",", skip_header=1, ndmin=2, encoding="utf-8-sig")'
    if (origin := view.series.origin) is None:
        return read
    about = {"columns": list(view.prepared.series.columns), "fill": origin.fill, "choices": dict(origin.choices)}
    return OWN_DATA.format(file=file_name(origin), read=read, **about)


def series_csv(view: View) -> bytes:
    """The chosen columns as the CSV file that the script reads, with all their digits."""
    series = view.series.chosen(view.recipe.columns)
    head = ",".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in map(_safe, series.columns))
    rows = "\n".join(",".join(map(repr, row)) for row in series.values.tolist())
    return f"{head}\n{rows}\n".encode("utf-8-sig")


def _safe(name: str) -> str:
    """The name in a form that a spreadsheet does not read as a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
