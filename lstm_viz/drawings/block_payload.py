"""The data that the browser gets to draw an array block: numbers and texts, as plain JSON values."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lstm_viz.charts.theme import palette
from lstm_viz.drawings.array_block import ArrayBlock
from lstm_viz.drawings.encode import encode
from lstm_viz.javascript import digest

Json = dict[str, Any]


def block_payload(block: ArrayBlock, gettext: Callable[[str], str]) -> Json:
    """Everything that the browser needs to draw a block; `digest` is the same for the same contents.

    Args:
        block: The array and its raw data.
        gettext: Translates a sentence.
    """
    contents: Json = {
        "title": block.title,
        "array": encode(block.array),
        "axes": list(block.axis_titles),
        "samples": sample_titles(block, gettext),
        "source": encode(block.source),
        "raw": {"labels": list(block.raw.labels), "rows": [list(row) for row in block.raw.rows]},
        "scale": _scale(np.asarray(block.array, float)),
        "palette": palette(),
        "text": texts(gettext),
    }
    return {**contents, "digest": digest(contents)}


def sample_titles(block: ArrayBlock, gettext: Callable[[str], str]) -> list[str]:
    """The title above each sample."""
    if block.sample_titles is None:
        return [gettext("sample {sample}").format(sample=number) for number in range(len(block.array))]
    titled = gettext("sample {sample}: {title}")
    return [titled.format(sample=number, title=title) for number, title in enumerate(block.sample_titles)]


def _scale(array: np.ndarray) -> Json:
    """The scale from zero to the largest value; with negative values, zero is in the middle."""
    finite = array[np.isfinite(array)]
    most = float(np.abs(finite).max()) if finite.any() else 1.0
    return {"low": -most if (finite < 0).any() else 0.0, "high": most}


def texts(gettext: Callable[[str], str]) -> dict[str, str]:
    """Every text of the drawing, as templates whose {placeholders} the browser fills."""
    return {
        "hint": gettext(
            "Choose a number. A cell of the array shows where it comes from in your data; a number of your "
            "data shows its cells in the array."
        ),
        "place": gettext("X[sample {sample}, timestep {timestep}, feature {feature}]"),
        "cell": gettext("{place} = {value}"),
        "is_raw": gettext("{cell} is row {row}, column “{column}” of your data: {value}."),
        "also": gettext("The same value is in {count} cells of the array."),
        "made_up": gettext("{cell} is not in your data: it was added to make the array."),
        "pale": gettext("Pale numbers are not in your data: they were added to make the array."),
        "nowhere": gettext("Row {row}, column “{column}” of your data, {value}, is in no cell of the array."),
        "once": gettext("Row {row}, column “{column}” of your data, {value}, is in one cell: {places}."),
        "some": gettext("Row {row}, column “{column}” of your data, {value}, is in {count} cells: {places}."),
        "often": gettext(
            "Row {row}, column “{column}” of your data, {value}, is in {count} cells: {places} and {more} more."
        ),
        "raw_title": gettext("Your data"),
        "row": gettext("row"),
        "pages": gettext("samples {first} to {last} of {count}"),
        "previous": gettext("Samples before these"),
        "next": gettext("Samples after these"),
    }
