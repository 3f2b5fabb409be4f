"""The Keras script that trains, forecasts and judges as the page does.

This module writes Keras; it imports none.
"""

import inspect

from lstm_viz.data import long_series
from lstm_viz.data import series as made
from lstm_viz.engine.cell import GATES
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.time_series import script
from lstm_viz.lessons.time_series.state import WINDOWS_AN_EPOCH
from lstm_viz.lessons.time_series.view import View

SERIES_FILE = "series.csv"
MAKERS = {
    "tanks": (long_series.tank_record, long_series._tank),
    "noisy_sine": (made.noisy_sine,),
    "clean_sine": (long_series.clean_sine,),
    "price": (long_series.daily_price,),
}
CALLS = {
    "tanks": "tank_record({seed})",
    "noisy_sine": "noisy_sine({seed})[:, None]",
    "clean_sine": "clean_sine()[:, None]",
    "price": "daily_price({seed})[:, None]",
}
CONSTANTS = {
    "tanks": ("TANKS", "TANK_HOURS", "HOURS_A_DAY", "LOW_PRESSURE", "HIGH_PRESSURE"),
    "noisy_sine": ("SINE_LENGTH",),
    "clean_sine": ("SINE_STEPS", "SINE_PERIOD"),
    "price": ("PRICE_DAYS", "DAYS_A_WEEK"),
}


def forecast_code(view: View, epochs: int, steps: int) -> str:
    """A script that needs keras and numpy alone, and of a visitor's own data SERIES_FILE beside it.

    Args:
        view: What is forecast, and by which network.
        epochs: For how long it is trained at most, at least 1.
        steps: Over how many rows forecasts are rolled out.

    Returns:
        Python source that prints, for one step ahead and rolled out, the MAE, RMSE and MASE of each forecast.
    """
    settings, prepared = view.settings, view.prepared
    return script.SCRIPT.format(
        data=_data(view),
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
        windows=WINDOWS_AN_EPOCH,
        patience=settings.patience,
        seed=settings.seed,
        season=view.season,
        steps=steps,
        gates=len(GATES[settings.network]),
        layer=LAYERS[settings.network],
        bias=script.BIASES[settings.network],
        returns=script.RETURNS_MANY if settings.many_to_many else script.RETURNS_ONE,
        targets=script.TARGETS_MANY if settings.many_to_many else script.TARGETS_ONE,
        last="[:, -1]" if settings.many_to_many else "",
    )


def _data(view: View) -> str:
    columns = list(view.recipe.columns)
    if view.is_own:
        # The file holds the chosen columns alone.
        return f'values = np.genfromtxt("{SERIES_FILE}", delimiter=",", skip_header=1, ndmin=2, encoding="utf-8-sig")'
    source = view.recipe.source
    module = made if source == "noisy_sine" else long_series
    constants = "\n".join(f"{name} = {getattr(module, name)!r}" for name in CONSTANTS[source])
    functions = "\n\n".join(inspect.getsource(function) for function in MAKERS[source])
    call = CALLS[source].format(seed=view.recipe.series_seed)
    return f'{constants}\n\n\n{functions}\n\nvalues = np.asarray({call}, "float64")[:, {columns}]'


def series_csv(view: View) -> bytes:
    """The chosen columns as the script reads them, every digit kept."""
    prepared = view.prepared
    head = ",".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in map(_safe, prepared.series.columns))
    rows = "\n".join(",".join(map(repr, row)) for row in prepared.series.values.tolist())
    return f"{head}\n{rows}\n".encode("utf-8-sig")


def _safe(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
