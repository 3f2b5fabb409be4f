"""The guided lesson of the page: what is kept between batches?"""

from lstm_viz.guided_lesson import Stop
from lstm_viz.i18n import N_

STOPS = (
    Stop(
        N_("What is kept between batches?"),
        N_(
            "Three tanks have 12 readings each. An LSTM with stateful=True reads them in [batches](batch) of 4 "
            "[steps](step); each row of a batch is a tank. It has read batch 1. With which state does it start batch 2?"
        ),
        {"actions": "1"},
        question=(
            (N_("With zeros"), N_("A layer with stateful=False does. A stateful one keeps its states after a call.")),
            (N_("With the states after batch 1"), N_("Each row goes on from the state that this row ended with.")),
            (
                N_("With one state for all tanks"),
                N_("The state has a row for each sample: no tank sees what another tank's readings were."),
            ),
        ),
        answer=1,
    ),
    Stop(
        N_("Each row goes on from its own row"),
        N_(
            "Batch 2 has been read, too. Every row of it started from the state with which the same row of "
            "batch 1 had ended. Keras does not know tanks: it counts rows. So a tank must be in the same "
            "row of every [batch](batch), and shuffle must be off."
        ),
        {"actions": "1,2"},
    ),
    Stop(
        N_("As if it were one long sequence"),
        N_(
            "After batch 3 all 12 [steps](step) have been read. The line below the table compares the outputs of the "
            "last [batch](batch) with those of a layer that read all 12 steps at once. They are equal: the state is "
            "all that a layer needs of the past."
        ),
        {"actions": "1,2,3"},
    ),
    Stop(
        N_("Only you reset the states"),
        N_(
            "Now batch 1 is read again, as in a second epoch. It does not start from zeros but from the "
            "state after batch 3: neither the end of an epoch nor predict resets the states. So the "
            "outputs differ from those of the first time, as the line below the table says."
        ),
        {"actions": "1,2,3,1"},
    ),
    Stop(
        N_("layer.reset_states() starts again"),
        N_(
            "A reset before batch 1 sets the states of all rows to zeros. Now the outputs are those of the first time "
            "again. Call it wherever a new sequence begins: after each epoch, and before predict."
        ),
        {"actions": "1,2,3,r,1"},
    ),
    Stop(
        N_("And with stateful=False?"),
        N_(
            "A stateless layer starts every call from zeros. That is as if the states were reset before each "
            "[batch](batch), as here before batch 2. Its memory ends with the batch, and the outputs differ from those "
            "of the long sequence. Within a batch it remembers as well as a stateful one. Now try it yourself."
        ),
        {"actions": "1,r,2"},
    ),
)
