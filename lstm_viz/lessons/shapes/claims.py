"""What equals what on the page Shapes, decided by the numbers that Keras returned."""

import numpy as np

from lstm_viz.comparison import Comparison, compare
from lstm_viz.lessons.shapes.results import Padded, Readings
from lstm_viz.lessons.shapes.scaling import Split


def pair_claims(read: Readings) -> dict[str, Comparison]:
    """The first sequence's hidden states in three readings.

    Returns:
        "first": the first step alone against within the sequence; "later": the steps after it, if there are any;
        "stateful": one step a call with its state kept, against the whole; "twins": the last step of both sequences
        when each step is a sample of its own.
    """
    claims = {"first": compare("by_step[0]", "by_sequence[0, 0]", read.apart[0, 0], read.whole[0, 0])}
    if read.whole.shape[1] > 1:
        claims["later"] = compare("by_step[1:]", "by_sequence[0, 1:]", read.apart[0, 1:], read.whole[0, 1:])
    claims["stateful"] = compare("stateful", "by_sequence[0]", read.stateful[0], read.whole[0])
    claims["twins"] = compare("by_step_a[-1]", "by_step_b[-1]", read.apart[0, -1], read.apart[1, -1])
    return claims


def padding_claims(read: Padded, ours: np.ndarray) -> dict[str, Comparison]:
    """What padding and its mask do.

    Args:
        read: From Keras.
        ours: X as the steps on the page make it.

    Returns:
        "x": the page's X against `pad_sequences`; "masking": a Masking layer's mask against the Embedding's; "masked":
        the last output with the mask against that of each sentence alone; and, where anything is padded, "unmasked":
        the same without the mask, and "repeated": the states at padded steps against those of the step before.
    """
    claims = {
        "x": compare("X", "pad_sequences(ids)", ours, read.x),
        "masking": compare("Masking(0)", "Embedding(mask_zero=True)", read.masking, read.mask),
        "masked": compare("with_mask", "unpadded", read.masked_last, read.alone_last),
    }
    padded = ~read.mask
    if padded.any():
        rows = padded.any(axis=1)
        claims["unmasked"] = compare("without_mask", "unpadded", read.unmasked_last[rows], read.alone_last[rows])
        # Before the first step the state is zeros.
        before = np.concatenate([np.zeros_like(read.masked[:, :1]), read.masked[:, :-1]], axis=1)
        claims["repeated"] = compare("h[t], t padded", "h[t - 1]", read.masked[padded], before[padded])
    return claims


def leak_claims(split: Split, added: float) -> dict[str, Comparison]:
    """The scaled training part, before and after the test part has changed by `added`, for each of `scaling.FITS`."""
    return {
        fit: compare(
            f"{name}.scaled(train)",
            f"{name}.scaled(train), test + {added:g}",
            split.scaled_train(fit),
            split.scaled_train(fit, added=added),
        )
        for fit, name in {"train": "fitted_on_train", "all": "fitted_on_all"}.items()
    }
