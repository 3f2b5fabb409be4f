"""The claims of the page Shapes: the numbers that Keras returned decide whether they are true."""

import numpy as np

from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_
from lstm_viz.lessons.shapes.pipeline import Pipeline
from lstm_viz.lessons.shapes.results import Padded, Readings
from lstm_viz.lessons.shapes.scaling import ScalingSplit


def pair_claims(read: Readings) -> dict[str, Claim]:
    """Compares the hidden states of the memory pair, read in three ways.

    Returns:
        Comparisons of the first sequence's hidden states: "first", the first step as a sample of its own with the first
        step of the sequence; "later", the same for the other steps, if there are any; "stateful", one step per call of
        a stateful layer with the whole sequence. And "twins", the last steps of both sequences, each a sample of its
        own.
    """
    claims = {
        "first": Claim(
            compare("by_step[0]", "by_sequence[0, 0]", read.apart[0, 0], read.whole[0, 0]),
            N_("The first step starts from zeros either way."),
            N_("The first step already differs."),
        )
    }
    if read.whole.shape[1] > 1:
        claims["later"] = Claim(
            compare("by_step[1:]", "by_sequence[0, 1:]", read.apart[0, 1:], read.whole[0, 1:]),
            N_("Here separate steps give the same as the sequence."),
            N_("Every later step started from zeros again: what was read before is lost."),
        )
    claims["stateful"] = Claim(
        compare("stateful", "by_sequence[0]", read.stateful[0], read.whole[0]),
        N_("With one step per call and the state kept by the layer, the result is the same as for the whole sequence."),
        N_("The state was not kept as it is within a sequence."),
    )
    claims["twins"] = Claim(
        compare("by_step_a[-1]", "by_step_b[-1]", read.apart[0, -1], read.apart[1, -1]),
        N_("Read separately, the last steps of A and B cannot be told apart: their input is the same."),
        N_("Read separately, the last steps of A and B still differ."),
    )
    return claims


def mixed_claim(pipeline: Pipeline) -> Claim:
    """Compares X with the tanks' features, ordered by hour and reshaped directly to the shape of X."""
    features = pipeline.made("features")
    return Claim(
        compare("features.reshape(X.shape)", "X", features.reshape(pipeline.x.shape), pipeline.x),
        N_("This time a direct reshape gives the same."),
        N_("The same shape, other numbers: each sample would hold hours of several tanks."),
    )


def padding_claims(read: Padded, ours: np.ndarray) -> dict[str, Claim]:
    """Compares what an LSTM returns for padded sentences, with and without the mask.

    Args:
        read: The results from Keras.
        ours: X as the steps on the page make it.

    Returns:
        "x" compares the page's X with that of `pad_sequences`; "masking" the mask of a Masking layer with that of the
        Embedding; "masked" the last output with the mask with that of each unpadded sentence. If any step is padded:
        "unmasked" compares the last output without the mask with that of each unpadded sentence, and "repeated" the
        states at padded steps with those of the previous step.
    """
    claims = {
        "x": Claim(
            compare("X", "pad_sequences(ids)", ours, read.x),
            N_("The X of the steps equals what Keras's `pad_sequences` returns."),
            N_("The X of the steps differs from what Keras's `pad_sequences` returns."),
        ),
        "masking": Claim(
            compare("Masking(0)", "Embedding(mask_zero=True)", read.masking, read.mask),
            N_("A `Masking` layer, for numbers that need no Embedding, gives the same mask."),
            N_("A `Masking` layer gives another mask."),
        ),
        "masked": Claim(
            compare("with_mask", "unpadded", read.masked_last, read.alone_last),
            N_("With the mask, padding makes no difference to what the LSTM returns."),
            N_("Even with the mask, padding changes what the LSTM returns."),
        ),
    }
    if (~read.mask).any():
        claims |= _claims_of_padded_steps(read)
    return claims


def _claims_of_padded_steps(read: Padded) -> dict[str, Claim]:
    padded = ~read.mask
    rows = padded.any(axis=1)
    # Before the first step all states are zeros.
    before = np.concatenate([np.zeros_like(read.masked[:, :1]), read.masked[:, :-1]], axis=1)
    return {
        "unmasked": Claim(
            compare("without_mask", "unpadded", read.unmasked_last[rows], read.alone_last[rows]),
            N_("Without the mask, padding makes no difference here."),
            N_("Without the mask, the LSTM reads the zeros as words and returns something else."),
        ),
        "repeated": Claim(
            compare("h[t], t padded", "h[t - 1]", read.masked[padded], before[padded]),
            N_("A masked step repeats the state before it, which is zeros at the start."),
            N_("A masked step changes the state."),
        ),
    }


def leak_claims(split: ScalingSplit, added: float) -> dict[str, Claim]:
    """Compares the scaled training part before and after `added` changes the test part, for each of `scaling.FITS`."""
    return {
        fit: Claim(
            compare(
                f"{name}.scaled(train)",
                f"{name}.scaled(train), test + {added:g}",
                split.scaled_train(fit),
                split.scaled_train(fit, added=added),
            ),
            N_("What training reads does not depend on the test part."),
            N_("What training reads changes with the test part: the future has leaked into it."),
        )
        for fit, name in {"train": "fitted_on_train", "all": "fitted_on_all"}.items()
    }
