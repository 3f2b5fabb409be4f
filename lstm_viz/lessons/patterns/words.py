"""Texts of the page Patterns: titles, purposes and tasks of the patterns."""

from lstm_viz.i18n import N_

TITLES = {
    "one_to_one": N_("One to one"),
    "many_to_one": N_("Many to one"),
    "many_to_many": N_("Many to many"),
    "encoder_decoder": N_("Encoder–decoder"),
    "one_to_many": N_("One to many"),
    "feed_back": N_("Fed its own output"),
    "stacked": N_("Stacked"),
    "bidirectional": N_("Bidirectional"),
    "autoencoder": N_("Autoencoder"),
}
"""The title of each pattern."""

PURPOSES = {
    "one_to_one": N_(
        "Each sample is a sequence of one step, so the layer begins from zeros every time and has nothing to "
        "remember. It is enough where each answer hangs on one value alone."
    ),
    "many_to_one": N_(
        "The LSTM reads the whole sequence and hands on its last hidden state alone: `return_sequences` stays "
        "False. For a label, a sum, a forecast of one value."
    ),
    "many_to_many": N_(
        "With `return_sequences=True` there is a hidden state for each step, and the Dense layer answers at each: "
        "as many outputs as inputs, step by step, before the sequence has ended."
    ),
    "encoder_decoder": N_(
        "An encoder reads the sequence into one vector, `RepeatVector` hands a copy of it to each step of a "
        "decoder. So the output may be of another length, and no answer is due before all has been read."
    ),
    "one_to_many": N_(
        "One vector, no sequence: `RepeatVector` makes steps of it, each the same. What changes from step to step "
        "is the LSTM's own state."
    ),
    "feed_back": N_(
        "One model, called again and again: with `stateful=True` its state waits inside the layer, and what it "
        "gave goes back in as its next input. So it carries a series on, as far as one likes."
    ),
    "stacked": N_(
        "A second LSTM reads the hidden states of the first, one at each step: for it the first has "
        "`return_sequences=True`."
    ),
    "bidirectional": N_(
        "Two LSTMs read the sequence, one from the front and one from the back, and each step gets both: what was "
        "before and what is still to come."
    ),
    "autoencoder": N_(
        "An encoder–decoder whose answer is its own input. All that the decoder gets is one vector, so that "
        "vector must hold what matters of the sequence."
    ),
}
"""How each pattern is built, and what it is used for."""

TASKS = {
    "one_to_one": N_("From a value x of the logistic map to the next, 3.8·x·(1 − x)."),
    "many_to_one": N_("Six digits to their sum; both go in and out as tenths."),
    "many_to_many": N_("Bits to their running parity: 1 where the ones so far are odd in number."),
    "encoder_decoder": N_("Five symbols to the same in reverse."),
    "one_to_many": N_("A period, in steps, to sixteen steps of a sine of that period."),
    "feed_back": N_("A sine goes on: from what it has read of it, the next value, and from there by itself."),
    "stacked": N_(
        "Eight digits: is the number of peaks so far odd? A peak is a digit larger than the one before it and the "
        "one after it."
    ),
    "bidirectional": N_("Eight digits: at each, does what is still to come add up to more than what has been?"),
    "autoencoder": N_("Ten steps of a sine of any period, phase and height, given back."),
}
"""The task of each trained model."""

INPUT_LABELS = {
    "one_to_one": N_("Values (up to 8, from 0 to 1), each a sample"),
    "many_to_one": N_("Six digits"),
    "many_to_many": N_("Eight bits"),
    "encoder_decoder": N_("Five symbols of 0 1 2 3 4"),
    "one_to_many": N_("Period (6 … 24 steps)"),
    "stacked": N_("Eight digits"),
    "bidirectional": N_("Eight digits"),
    "autoencoder": N_("Ten numbers (−2 … 2)"),
}
"""The label of the field for the input of each pattern."""
