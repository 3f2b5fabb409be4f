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
    "generator": N_("Text generator"),
}
"""The title of each pattern."""

PURPOSES = {
    "one_to_one": N_(
        "Each sample is a sequence of one step, so the layer starts from zeros every time and has "
        "nothing to remember. It is enough where each answer depends on one value alone."
    ),
    "many_to_one": N_(
        "The LSTM reads the whole sequence and passes on only its last hidden state: "
        "`return_sequences` stays False. It is used for a label, a sum, or the forecast of one value."
    ),
    "many_to_many": N_(
        "With `return_sequences=True` there is a hidden state for each step, and the Dense layer gives "
        "an answer at each one, without waiting for the end of the sequence."
    ),
    "encoder_decoder": N_(
        "An encoder reads the sequence into one vector, and `RepeatVector` gives a copy of it to each "
        "step of a decoder. So the output can have another length, and the answer begins after "
        "everything has been read."
    ),
    "one_to_many": N_(
        "The input is one vector, not a sequence: `RepeatVector` turns it into steps that are all the "
        "same. Only the LSTM's own state changes from step to step."
    ),
    "feed_back": N_(
        "One model is called again and again: with `stateful=True` the layer keeps its state between "
        "the calls, and each output is the next input. So it continues a series as far as you like."
    ),
    "stacked": N_(
        "A second LSTM reads the hidden states of the first, one at each step: this is why the first "
        "has `return_sequences=True`."
    ),
    "bidirectional": N_(
        "Two LSTMs read the sequence, one from each end, so each step knows what came before and what is still to come."
    ),
    "autoencoder": N_(
        "An encoder–decoder whose answer is its own input. The decoder gets only one vector, so this "
        "vector must hold everything important about the sequence."
    ),
    "generator": N_(
        "An Embedding turns the id of each word into a vector, two GRUs read the vectors, and a softmax gives each "
        "word of the vocabulary a probability of coming next. One word is drawn, and then the model reads it, too."
    ),
}
"""How each pattern is built, and what it is used for."""

TASKS = {
    "one_to_one": N_("From a value x of the logistic map, compute the next one, 3.8·x·(1 − x)."),
    "many_to_one": N_("Add six digits. The digits and the sum are divided by 10."),
    "many_to_many": N_("The running parity of bits: 1 if the number of ones so far is odd."),
    "encoder_decoder": N_("Reverse five symbols."),
    "one_to_many": N_("From a period in steps, make 16 steps of a sine of that period."),
    "feed_back": N_(
        "Continue a sine: predict the next value from what has been read, then go on from the model's own output."
    ),
    "stacked": N_(
        "Eight digits: is the number of peaks so far odd? A peak is a digit larger than the one before it and the "
        "one after it."
    ),
    "bidirectional": N_(
        "Eight digits: at each step, is the sum of the digits still to come larger than the sum so far?"
    ),
    "autoencoder": N_("Reproduce ten steps of a sine of any period, phase and amplitude."),
    "generator": N_(
        "Continue a text word by word. At each step of the training the right answer is the next word of the text."
    ),
}
"""The task of each trained model."""

INPUT_LABELS = {
    "one_to_one": N_("Values (up to 8, from 0 to 1), each of them a sample"),
    "many_to_one": N_("Six digits"),
    "many_to_many": N_("Eight bits"),
    "encoder_decoder": N_("Five symbols of 0 1 2 3 4"),
    "one_to_many": N_("Period (6 … 24 steps)"),
    "stacked": N_("Eight digits"),
    "bidirectional": N_("Eight digits"),
    "autoencoder": N_("Ten numbers (−2 … 2)"),
    "generator": N_("Beginning of the text"),
}
"""The label of the field for the input of each pattern."""
