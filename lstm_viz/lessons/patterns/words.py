"""What the patterns are called, what they are for, and what their trained models do."""

from lstm_viz.i18n import Translate


def titles(gettext: Translate) -> dict[str, str]:
    """What each pattern is called."""
    return {
        "one_to_one": gettext("One to one"),
        "many_to_one": gettext("Many to one"),
        "many_to_many": gettext("Many to many"),
        "encoder_decoder": gettext("Encoder–decoder"),
        "one_to_many": gettext("One to many"),
        "feed_back": gettext("Fed its own output"),
        "stacked": gettext("Stacked"),
        "bidirectional": gettext("Bidirectional"),
        "autoencoder": gettext("Autoencoder"),
    }


def purposes(gettext: Translate) -> dict[str, str]:
    """How each is built, and what for."""
    return {
        "one_to_one": gettext(
            "Each sample is a sequence of one step, so the layer begins from zeros every time and has nothing to "
            "remember. It is enough where each answer hangs on one value alone."
        ),
        "many_to_one": gettext(
            "The LSTM reads the whole sequence and hands on its last hidden state alone: `return_sequences` stays "
            "False. For a label, a sum, a forecast of one value."
        ),
        "many_to_many": gettext(
            "With `return_sequences=True` there is a hidden state for each step, and the Dense layer answers at each: "
            "as many outputs as inputs, step by step, before the sequence has ended."
        ),
        "encoder_decoder": gettext(
            "An encoder reads the sequence into one vector, `RepeatVector` hands a copy of it to each step of a "
            "decoder. So the output may be of another length, and no answer is due before all has been read."
        ),
        "one_to_many": gettext(
            "One vector, no sequence: `RepeatVector` makes steps of it, each the same. What changes from step to step "
            "is the LSTM's own state."
        ),
        "feed_back": gettext(
            "One model, called again and again: with `stateful=True` its state waits inside the layer, and what it "
            "gave goes back in as its next input. So it carries a series on, as far as one likes."
        ),
        "stacked": gettext(
            "A second LSTM reads the hidden states of the first, one at each step: for it the first has "
            "`return_sequences=True`."
        ),
        "bidirectional": gettext(
            "Two LSTMs read the sequence, one from the front and one from the back, and each step gets both: what was "
            "before and what is still to come."
        ),
        "autoencoder": gettext(
            "An encoder–decoder whose answer is its own input. All that the decoder gets is one vector, so that "
            "vector must hold what matters of the sequence."
        ),
    }


def tasks(gettext: Translate) -> dict[str, str]:
    """What each trained model has learned."""
    return {
        "one_to_one": gettext("From a value x of the logistic map to the next, 3.8·x·(1 − x)."),
        "many_to_one": gettext("Six digits to their sum; both go in and out as tenths."),
        "many_to_many": gettext("Bits to their running parity: 1 where the ones so far are odd in number."),
        "encoder_decoder": gettext("Five symbols to the same in reverse."),
        "one_to_many": gettext("A period, in steps, to sixteen steps of a sine of that period."),
        "feed_back": gettext("A sine goes on: from what it has read of it, the next value, and from there by itself."),
        "stacked": gettext(
            "Eight digits: is the number of peaks so far odd? A peak is a digit larger than the one before it and the "
            "one after it."
        ),
        "bidirectional": gettext(
            "Eight digits: at each, does what is still to come add up to more than what has been?"
        ),
        "autoencoder": gettext("Ten steps of a sine of any period, phase and height, given back."),
    }


def input_labels(gettext: Translate) -> dict[str, str]:
    """What is to be typed."""
    return {
        "one_to_one": gettext("Values (up to 8, from 0 to 1), each a sample"),
        "many_to_one": gettext("Six digits"),
        "many_to_many": gettext("Eight bits"),
        "encoder_decoder": gettext("Five symbols of 0 1 2 3 4"),
        "one_to_many": gettext("Period (6 … 24 steps)"),
        "stacked": gettext("Eight digits"),
        "bidirectional": gettext("Eight digits"),
        "autoencoder": gettext("Ten numbers (−2 … 2)"),
    }
