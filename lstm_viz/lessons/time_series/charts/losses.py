"""The training and validation losses over the epochs, and the epoch whose weights are taken."""

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, by_line, finish, number, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, part_colors
from lstm_viz.i18n import Translate

HEIGHT = 170


def forecast_losses(
    training: np.ndarray,
    validation: np.ndarray | None,
    *,
    taken: int,
    epochs: int,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Both losses over the epochs, on a logarithmic scale, with a line at the epoch whose weights are taken.

    Args:
        training: The mean squared error of the scaled targets, shape (epochs,). The line is interrupted where it is not
            finite.
        validation: The same error for the validation part, shape (epochs,); None without a validation part.
        taken: The epoch whose weights are taken; 0 before the first epoch.
        epochs: The largest number of epochs that are trained.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If the losses differ in length.
    """
    if validation is not None and training.shape != validation.shape:
        raise ValueError(f"validation must have the shape of training, {training.shape}, not {validation.shape}.")
    losses = {gettext("training"): training} | ({} if validation is None else {gettext("validation"): validation})
    title = gettext("Training loss (MSE of scaled values)")
    rows = [row for part, each in losses.items() for row in _rows(part, each)]
    names, colors, dashes = list(losses), part_colors(mode)[: len(losses)], [[1, 0], [6, 4]][: len(losses)]
    whole, reach = alt.Axis(tickMinStep=1, format="d"), alt.Scale(domain=[0, max(epochs, len(training))])
    base = alt.Chart().encode(
        x=alt.X("epoch:Q", title=gettext("Epoch"), axis=whole, scale=reach),
        y=alt.Y(
            "loss:Q", title=gettext("Loss (dimensionless)"), scale=alt.Scale(type="log"), axis=alt.Axis(tickCount=3)
        ),
        color=by_line(alt.Color, "part", names, colors),
        strokeDash=by_line(alt.StrokeDash, "part", names, dashes),
        tooltip=[
            alt.Tooltip("part:N", title=gettext("Part")),
            alt.Tooltip("epoch:Q", title=gettext("Epoch")),
            alt.Tooltip("loss:Q", title=gettext("Loss (dimensionless)"), format=".4g"),
        ],
    )
    at = alt.Chart(alt.Data(values=[{"epoch": taken}] if taken else [])).encode(x=alt.X("epoch:Q"))
    words = _words(training, validation, taken, gettext)
    return finish(
        alt.layer(base.mark_line(strokeWidth=2.5), at.mark_rule(color=SURFACES[mode]["control"], strokeDash=[2, 2])),
        rows=rows,
        title=title,
        subtitle=wrapped(words),
        description=f"{title}. {words}",
        mode=mode,
        height=HEIGHT,
    )


def _rows(part: str, losses: np.ndarray) -> list[Row]:
    return [
        {"part": part, "epoch": epoch, "loss": number(loss) if loss > 0 else None}
        for epoch, loss in enumerate(losses.tolist(), start=1)
    ]


def _words(training: np.ndarray, validation: np.ndarray | None, taken: int, gettext: Translate) -> str:
    if not taken:
        return gettext("Not trained yet.")
    if validation is None:
        template = gettext("The weights after epoch {epoch} are used: training {training}.")
        return template.format(epoch=taken, training=f"{training[taken - 1]:.4g}")
    template = gettext("The weights after epoch {epoch} are used: training {training}, validation {validation}.")
    losses = {"training": f"{training[taken - 1]:.4g}", "validation": f"{validation[taken - 1]:.4g}"}
    return template.format(epoch=taken, **losses)
