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
        N_("A table as it is measured: tank, hour, pressure in bar, temperature in °C."),
    ),
    "raw_text": (N_("The data"), N_("Sentences as lists of words: not an array yet.")),
    "inputs": (
        N_("Pairs: the inputs"),
        N_("Every symbol but the last is read; the symbol after it is its target."),
    ),
    "targets": (N_("Pairs: the targets"), N_("The same sequences, one step later.")),
    "one_hot": (
        N_("One-hot"),
        N_("A symbol is a name, not a size: each becomes five features, of which one is 1. This adds a last axis."),
    ),
    "feature_axis": (
        N_("An axis for the features"),
        N_("A series has one feature per step. Keras needs an axis for it."),
    ),
    "starts": (
        N_("Where the windows begin"),
        N_("A window begins every stride steps, as long as a target comes after it."),
    ),
    "features": (
        N_("Only the features"),
        N_("Tank and hour say where a number belongs; they become axes, not features."),
    ),
    "vocabulary": (N_("A number for each word"), N_("The numbers start at 1: 0 is kept for the padding.")),
    "ids": (N_("Words become ids"), N_("Still lists, not an array.")),
    "x_sequences": (
        X,
        N_("Nothing more needs to be done: each sequence is a sample, each of its symbols a timestep."),
    ),
    "x_steps": (
        X,
        N_("Each symbol of the first sequence is a sample of its own, one timestep long."),
    ),
    "x_windows": (
        X,
        N_("A window is a sample. Neighbouring windows overlap: the same value is in several samples."),
    ),
    "x_apart": (
        X,
        N_("A window is a sample. The stride is at least look_back, so no value is in two samples."),
    ),
    "x_by_tank": (
        X,
        N_("The rows come tank by tank, and within a tank hour by hour: reshape alone gives the right array."),
    ),
    "x_by_hour": (
        X,
        N_(
            "The rows come hour by hour: the first axis of the reshape is the hours, and transpose moves "
            "the tanks before them. Below you see what a reshape straight to the final shape would give."
        ),
    ),
    "x_padded": (
        "X [samples, timesteps]",
        N_(
            "Zeros fill the shorter sentences. The features come from the Embedding, which makes a vector "
            "of each id, and its mask says which steps are real: see “Padding and mask”."
        ),
    ),
    "y_pair": (N_("y, the targets"), N_("One-hot as well: one answer for each step.")),
    "y_windows": (N_("y, the targets"), N_("The value after each window: one target per sample.")),
    "y_tanks": (N_("y, the targets"), N_("The pressure of each tank an hour later.")),
    "y_text": (N_("y, the targets"), N_("One label per sentence.")),
}
