"""The checks of what a layer and a model read."""

from collections.abc import Iterator

import numpy as np

from lstm_viz.checks.finding import Picture, Result, judged, measure, numbered, unknown
from lstm_viz.checks.subject import Part, Subject, ancestors, beyond_embedding
from lstm_viz.checks.thresholds import THRESHOLDS, percent
from lstm_viz.glossary import SIGNAL_NAMES
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.model_files.graph import TRACED
from lstm_viz.problem import Note

MADE = Note("Layers with weights make what this layer reads.")
FEATURE = Note("feature")
STRAY = 0.05
"""What stands at the end of sequences is padding if no more than this share of it stands elsewhere, too."""


def _read(part: Part) -> np.ndarray:
    """What was read, (values, features), as float64."""
    return part.in_order("inputs")[part.read].astype(float)


def _is_one_hot(rows: np.ndarray) -> bool:
    return bool(np.isin(rows, (0, 1)).all() and (rows.sum(axis=1) == 1).all())


def unscaled_features(part: Part) -> Result:
    """Whether features are far larger or smaller than the weights expect."""
    if not part.is_raw:
        return unknown(MADE)
    rows = _read(part)
    sizes, largest = np.sqrt((rows**2).mean(axis=0)), np.abs(rows).max(axis=0)
    large = sizes > THRESHOLDS["large"].value
    small = (largest < THRESHOLDS["small"].value) & (largest > 0)
    return judged(
        bool((large | small).any()),
        Note(
            "The size of the features is between {least} and {most}.",
            least=f"{sizes.min():.2g}",
            most=f"{sizes.max():.3g}",
        ),
        measure(Note("size of the largest feature"), sizes.max(), "large"),
        measure(Note("largest number in the smallest feature"), largest[largest > 0].min(initial=np.inf), "small"),
        features=np.flatnonzero(large | small),
        picture=Picture(
            FEATURE,
            Note("size (root of the mean square)"),
            {N_("size (root of the mean square)"): sizes},
            numbered(len(sizes)),
            THRESHOLDS["large"].value,
            is_log=True,
        ),
    )


def constant_features(part: Part) -> Result:
    """Whether features never change."""
    if not part.is_raw:
        return unknown(MADE)
    rows = _read(part)
    if len(rows) < 3 or _is_one_hot(rows):
        return unknown(Note("The inputs are one-hot, or fewer than three steps: a feature may be the same by chance."))
    spread = np.ptp(rows, axis=0) / np.maximum(np.abs(rows).max(axis=0), 1e-30)
    constant = spread < THRESHOLDS["constant"].value
    return judged(
        bool(constant.any()),
        Note(
            "{count} of {all} features have one value at every step of every sample.",
            count=int(constant.sum()),
            all=len(constant),
        ),
        measure(Note("variation of the feature that varies least, relative to its size"), spread.min(), "constant"),
        features=np.flatnonzero(constant),
        picture=Picture(FEATURE, Note("variation"), {N_("variation"): spread}, numbered(len(spread))),
    )


def padding_read_last(part: Part) -> Result:
    """Whether the layer reads padding after the data, so that its last state has seen it last."""
    found = [_padding(part, rows) for rows in part.sequences if rows.shape[1] == part.read.shape[1]]
    if not found:
        return unknown(
            Note(
                "The model does not use only the last state of this layer, or it is not known where the sequences end."
            )
        )
    padded = found[0]
    share = padded.sum() / max(part.read.sum(), 1)
    return judged(
        THRESHOLDS["padding"].alarms(share),
        Note(
            "{percent} of the steps that are read are padding after the data, {most} steps in the longest case.",
            percent=percent(share),
            most=int(padded.sum(axis=1).max()),
        ),
        measure(Note("share of padding that is read after the data"), share, "padding"),
        picture=Picture(
            Note("step"),
            Note("share of samples with padding"),
            {N_("share of samples with padding"): padded.mean(axis=0)},
            is_share=True,
        ),
    )


def _padding(part: Part, rows: np.ndarray) -> np.ndarray:
    """Which of the steps that are read are padding after the data, (batch, time), in the order of reading.

    Padding is the row that most samples end with, if it fills the ends of sequences and hardly stands elsewhere.
    """
    ordered = rows[:, ::-1] if part.steps.go_backwards else rows
    ordered = ordered.reshape(*rows.shape[:2], -1)
    ends, counts = np.unique(ordered[:, -1], axis=0, return_counts=True)
    same = (ordered == ends[counts.argmax()]).all(axis=-1)
    after = np.logical_and.accumulate(same[:, ::-1], axis=1)[:, ::-1]
    before = np.logical_and.accumulate(same, axis=1)
    length = after.sum(axis=1, keepdims=True)
    after &= (length > 1) & (length < same.shape[1])
    elsewhere = (same & ~after & ~before).sum()
    return after & part.read if elsewhere <= STRAY * after.sum() else np.zeros_like(after)


def ids_beyond_embedding(subject: Subject) -> Result:
    """Whether an Embedding is given numbers for which it has no row."""
    sizes = [len(layer.arrays["embeddings"]) for layer in subject.graph.all_layers() if layer.kind == "embedding"]
    if not sizes:
        return unknown(Note("The model has no Embedding."))
    wrong = beyond_embedding(subject.graph, subject.given)
    ids = np.concatenate([values.ravel() for values in wrong.values()]) if wrong else np.empty(0)
    said = None
    if wrong:
        node = next(iter(wrong))
        said = Note(
            "The Embedding {name} has rows 0 to {last}, but {count} of the given ids are outside this range, "
            "up to {most}.",
            name=subject.name(node),
            last=len(subject.graph.layer(node).arrays["embeddings"]) - 1,
            count=len(ids),
            most=f"{np.abs(ids).max():g}",
        )
    return judged(bool(wrong), said, measure(Note("numbers without a row"), len(ids), "none"))


def mask_lost(subject: Subject) -> Result:
    """Whether a mask that a layer has made does not reach a recurrent layer."""
    graph, values = subject.graph, subject.values
    masked = {ref[0] for ref, value in values.items() if value.mask is not None and not value.mask.all()}
    if not masked:
        return unknown(Note("No layer masks a step of these inputs."))
    losers = {
        place
        for place, node in enumerate(graph.nodes)
        if any(source in masked for source, _ in node.sources)
        and (place, 0) in values
        and values[place, 0].mask is None
        and values[place, 0].array.ndim > 2
        and graph.layer(place).kind not in ("not_equal", "any_or_all", "expand_dims", "filled")
    }
    blind = [
        (loser, place)
        for place in range(len(graph.nodes))
        if graph.layer(place).kind in TRACED
        for loser in losers & ancestors(graph, place)
    ]
    said = None
    if blind:
        loser, place = blind[0]
        said = Note(
            "{loser} does not pass the mask on, so {layer} reads the padding.",
            loser=subject.name(loser),
            layer=subject.name(place),
        )
    return judged(
        bool(blind), said, measure(Note("layers that read padding"), len({place for _, place in blind}), "none")
    )


def not_a_number(subject: Subject) -> Result:
    """Whether there is a NaN or an infinite number, and where the first one is."""
    places = list(_not_finite(subject))
    count = sum(number for number, _ in places)
    said = places[0][1] if places else None
    return judged(bool(places), said, measure(Note("numbers that are NaN or infinite"), count, "none"))


def _not_finite(subject: Subject) -> Iterator[tuple[int, Note]]:
    """How many numbers are not finite and where the first is, in the order in which a model computes."""
    for rows in subject.inputs:
        if count := int((~np.isfinite(rows)).sum()):
            place = np.argwhere(~np.isfinite(rows))[0] + 1
            yield count, Note("The first NaN is in the inputs: {place}.", place=_place(place))
    for part in subject.parts:
        for name in ("kernel", "recurrent_kernel", "bias"):
            array = getattr(part.weights, name)
            if array is not None and (count := int((~np.isfinite(array)).sum())):
                yield (
                    count,
                    Note(
                        "The first NaN is in the weights: {name} of {layer}.",
                        name=name,
                        layer=part.name or LAYERS[part.weights.kind],
                    ),
                )
    for part in subject.parts:
        if part.trace is None:
            continue
        wrong = {name: ~np.isfinite(part.in_order(name)) for name in part.trace.signals}
        if count := int(sum(places.sum() for places in wrong.values())):
            step, name = min((int(np.argwhere(at.any(axis=(0, 2)))[0, 0]), n) for n, at in wrong.items() if at.any())
            yield (
                count,
                Note(
                    "The first NaN is in the {signal} of {layer}, at step {step}.",
                    signal=Note(SIGNAL_NAMES[name]),
                    layer=part.name or LAYERS[part.weights.kind],
                    step=step + 1,
                ),
            )
    if subject.outputs is not None and (count := int((~np.isfinite(subject.outputs)).sum())):
        yield count, Note("The first NaN is in the outputs of the model.")


def _place(place: np.ndarray) -> Note:
    """A place in an array of inputs, counted from 1."""
    if len(place) == 3:
        return Note(
            "sample {sample}, step {step}, feature {feature}",
            sample=int(place[0]),
            step=int(place[1]),
            feature=int(place[2]),
        )
    return Note("sample {sample}, place {step}", sample=int(place[0]), step=int(place[-1]))
