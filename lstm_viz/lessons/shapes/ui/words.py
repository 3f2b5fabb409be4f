"""What each step from data to X and y is called, and what it does."""

from lstm_viz.app.language import _


def step_words() -> dict[str, tuple[str, str]]:
    """Kind of a step → its title, and a sentence."""
    return _raw() | _between() | _x() | _y()


def _raw() -> dict[str, tuple[str, str]]:
    return {
        "raw_pair": (_("The data"), _("Two sequences of symbols, one in each row.")),
        "raw_sine": (_("The data"), _("One value at each time: a single axis.")),
        "raw_values": (_("The data"), _("One value at each time: a single axis.")),
        "raw_rows": (_("The data"), _("A row for each time, a column for each feature.")),
        "raw_tanks": (
            _("The data"),
            _("A table as one measures it: tank, hour, pressure in bar, temperature in °C."),
        ),
        "raw_text": (_("The data"), _("Sentences of different lengths: no array yet.")),
    }


def _between() -> dict[str, tuple[str, str]]:
    return {
        "inputs": (
            _("Pairs: what is read"),
            _("Every symbol but the last is read; the symbol after it is its target."),
        ),
        "targets": (_("Pairs: what is to be said"), _("The same sequences, one step later.")),
        "one_hot": (
            _("One-hot"),
            _("A symbol is a name, not a size: each becomes five features, of which one is 1. A new last axis."),
        ),
        "feature_axis": (
            _("An axis for the features"),
            _("A series has one feature a step, and Keras wants to see that axis, too."),
        ),
        "starts": (
            _("Where the windows begin"),
            _("Every stride steps, as long as there is a target after the window."),
        ),
        "features": (
            _("The features alone"),
            _("Tank and hour say where a number belongs; they become axes, not features."),
        ),
        "vocabulary": (_("A number for each word"), _("From 1 up: 0 is kept for the padding.")),
        "ids": (_("Words become ids"), _("Still lists of different lengths.")),
    }


def _x() -> dict[str, tuple[str, str]]:
    samples = "X [samples, timesteps, features]"
    return {
        "x_sequences": (
            samples,
            _("Nothing is left to be done: each sequence is a sample, each of its symbols a timestep."),
        ),
        "x_steps": (
            samples,
            _("Each symbol of the first sequence is a sample of its own, one timestep long."),
        ),
        "x_windows": (
            samples,
            _("A window is a sample. Neighbouring windows overlap: the same value stands in several samples."),
        ),
        "x_apart": (
            samples,
            _("A window is a sample. The stride is not below look_back, so no value stands in two."),
        ),
        "x_by_tank": (
            samples,
            _("The rows come tank by tank, and within a tank hour by hour: reshape alone puts them right."),
        ),
        "x_by_hour": (
            samples,
            _(
                "The rows come hour by hour: the first axis of the reshape are the hours, and transpose brings the "
                "tanks before them. What a reshape straight to the final shape would give stands below."
            ),
        ),
        "x_padded": (
            "X [samples, timesteps]",
            _(
                "Zeros fill the shorter sentences. The features come from the Embedding, which makes a vector of each "
                "id and says by its mask which steps are real: see “Padding and mask”."
            ),
        ),
    }


def _y() -> dict[str, tuple[str, str]]:
    return {
        "y_pair": (_("y, the targets"), _("One-hot as well: an answer for each step.")),
        "y_windows": (_("y, the targets"), _("The value after each window: one target a sample.")),
        "y_tanks": (_("y, the targets"), _("The pressure of each tank an hour later.")),
        "y_text": (_("y, the targets"), _("One label a sentence.")),
    }
