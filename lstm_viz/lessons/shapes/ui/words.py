"""What each step from data to X and y is called, and what it does."""

from lstm_viz.i18n import Translate


def step_words(gettext: Translate) -> dict[str, tuple[str, str]]:
    """Kind of a step → its title, and a sentence."""
    return _raw(gettext) | _between(gettext) | _x(gettext) | _y(gettext)


def _raw(gettext: Translate) -> dict[str, tuple[str, str]]:
    return {
        "raw_pair": (gettext("The data"), gettext("Two sequences of symbols, one in each row.")),
        "raw_sine": (gettext("The data"), gettext("One value at each time: a single axis.")),
        "raw_values": (gettext("The data"), gettext("One value at each time: a single axis.")),
        "raw_rows": (gettext("The data"), gettext("A row for each time, a column for each feature.")),
        "raw_tanks": (
            gettext("The data"),
            gettext("A table as one measures it: tank, hour, pressure in bar, temperature in °C."),
        ),
        "raw_text": (gettext("The data"), gettext("Sentences of different lengths: no array yet.")),
    }


def _between(gettext: Translate) -> dict[str, tuple[str, str]]:
    return {
        "inputs": (
            gettext("Pairs: what is read"),
            gettext("Every symbol but the last is read; the symbol after it is its target."),
        ),
        "targets": (gettext("Pairs: what is to be said"), gettext("The same sequences, one step later.")),
        "one_hot": (
            gettext("One-hot"),
            gettext("A symbol is a name, not a size: each becomes five features, of which one is 1. A new last axis."),
        ),
        "feature_axis": (
            gettext("An axis for the features"),
            gettext("A series has one feature a step, and Keras wants to see that axis, too."),
        ),
        "starts": (
            gettext("Where the windows begin"),
            gettext("Every stride steps, as long as there is a target after the window."),
        ),
        "features": (
            gettext("The features alone"),
            gettext("Tank and hour say where a number belongs; they become axes, not features."),
        ),
        "vocabulary": (gettext("A number for each word"), gettext("From 1 up: 0 is kept for the padding.")),
        "ids": (gettext("Words become ids"), gettext("Still lists of different lengths.")),
    }


def _x(gettext: Translate) -> dict[str, tuple[str, str]]:
    samples = "X [samples, timesteps, features]"
    return {
        "x_sequences": (
            samples,
            gettext("Nothing is left to be done: each sequence is a sample, each of its symbols a timestep."),
        ),
        "x_steps": (
            samples,
            gettext("Each symbol of the first sequence is a sample of its own, one timestep long."),
        ),
        "x_windows": (
            samples,
            gettext("A window is a sample. Neighbouring windows overlap: the same value stands in several samples."),
        ),
        "x_apart": (
            samples,
            gettext("A window is a sample. The stride is not below look_back, so no value stands in two."),
        ),
        "x_by_tank": (
            samples,
            gettext("The rows come tank by tank, and within a tank hour by hour: reshape alone puts them right."),
        ),
        "x_by_hour": (
            samples,
            gettext(
                "The rows come hour by hour: the first axis of the reshape are the hours, and transpose brings the "
                "tanks before them. What a reshape straight to the final shape would give stands below."
            ),
        ),
        "x_padded": (
            "X [samples, timesteps]",
            gettext(
                "Zeros fill the shorter sentences. The features come from the Embedding, which makes a vector of each "
                "id and says by its mask which steps are real: see “Padding and mask”."
            ),
        ),
    }


def _y(gettext: Translate) -> dict[str, tuple[str, str]]:
    return {
        "y_pair": (gettext("y, the targets"), gettext("One-hot as well: an answer for each step.")),
        "y_windows": (gettext("y, the targets"), gettext("The value after each window: one target a sample.")),
        "y_tanks": (gettext("y, the targets"), gettext("The pressure of each tank an hour later.")),
        "y_text": (gettext("y, the targets"), gettext("One label a sentence.")),
    }
