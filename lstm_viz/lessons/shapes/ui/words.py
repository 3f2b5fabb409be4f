"""The title of each step from data to X and y, and a sentence on what it does."""

from lstm_viz.i18n import N_

X = "X [samples, timesteps, features]"
STEPS = {
    "raw_pair": (N_("The data"), N_("Two sequences of symbols, one in each row.")),
    "raw_sine": (N_("The data"), N_("One value at each time: a single axis.")),
    "raw_values": (N_("The data"), N_("One value at each time: a single axis.")),
    "raw_rows": (N_("The data"), N_("A row for each time, a column for each feature.")),
    "raw_tanks": (
        N_("The data"),
        N_("A table as one measures it: tank, hour, pressure in bar, temperature in °C."),
    ),
    "raw_text": (N_("The data"), N_("Sentences of different lengths: no array yet.")),
    "inputs": (
        N_("Pairs: what is read"),
        N_("Every symbol but the last is read; the symbol after it is its target."),
    ),
    "targets": (N_("Pairs: what is to be said"), N_("The same sequences, one step later.")),
    "one_hot": (
        N_("One-hot"),
        N_("A symbol is a name, not a size: each becomes five features, of which one is 1. A new last axis."),
    ),
    "feature_axis": (
        N_("An axis for the features"),
        N_("A series has one feature a step, and Keras wants to see that axis, too."),
    ),
    "starts": (
        N_("Where the windows begin"),
        N_("Every stride steps, as long as there is a target after the window."),
    ),
    "features": (
        N_("The features alone"),
        N_("Tank and hour say where a number belongs; they become axes, not features."),
    ),
    "vocabulary": (N_("A number for each word"), N_("From 1 up: 0 is kept for the padding.")),
    "ids": (N_("Words become ids"), N_("Still lists of different lengths.")),
    "x_sequences": (
        X,
        N_("Nothing is left to be done: each sequence is a sample, each of its symbols a timestep."),
    ),
    "x_steps": (
        X,
        N_("Each symbol of the first sequence is a sample of its own, one timestep long."),
    ),
    "x_windows": (
        X,
        N_("A window is a sample. Neighbouring windows overlap: the same value stands in several samples."),
    ),
    "x_apart": (
        X,
        N_("A window is a sample. The stride is not below look_back, so no value stands in two."),
    ),
    "x_by_tank": (
        X,
        N_("The rows come tank by tank, and within a tank hour by hour: reshape alone puts them right."),
    ),
    "x_by_hour": (
        X,
        N_(
            "The rows come hour by hour: the first axis of the reshape are the hours, and transpose brings the "
            "tanks before them. What a reshape straight to the final shape would give stands below."
        ),
    ),
    "x_padded": (
        "X [samples, timesteps]",
        N_(
            "Zeros fill the shorter sentences. The features come from the Embedding, which makes a vector of each "
            "id and says by its mask which steps are real: see “Padding and mask”."
        ),
    ),
    "y_pair": (N_("y, the targets"), N_("One-hot as well: an answer for each step.")),
    "y_windows": (N_("y, the targets"), N_("The value after each window: one target a sample.")),
    "y_tanks": (N_("y, the targets"), N_("The pressure of each tank an hour later.")),
    "y_text": (N_("y, the targets"), N_("One label a sentence.")),
}
