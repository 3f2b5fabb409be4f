"""The guided lesson of the app: why is 2 followed by 3 here and by 4 there?"""

from lstm_viz.engine.models import DECISIVE_UNITS
from lstm_viz.guided_lesson import Stop
from lstm_viz.i18n import N_

LATCH = str(DECISIVE_UNITS[8])
ALL_BUT_STEPS = ("controls", "unit", "maps", "footer")
ALL_BUT_THE_CELL = ("controls", "equations", "words", "maps", "footer")
ALL_BUT_THE_UNIT = ("controls", "maps", "footer")
ALL_BUT_THE_GRIDS = ("unit", "footer")

STOPS = (
    Stop(
        N_("Why is 2 followed by 3 here, and by 4 there?"),
        N_(
            "A trained LSTM reads two sequences, one symbol at each [step](step): A is 3, 0, 1, 2 and B is "
            "4, 0, 1, 2. After each symbol it makes a [prediction](prediction), in a circle. The 2 is "
            "followed by 3 in A, and by 4 in B. Could the LSTM be right both times from the last symbol alone?"
        ),
        {"step": "4", "unit": LATCH},
        hides=ALL_BUT_STEPS,
        question=(
            (N_("Yes, both times"), N_("The last symbol is 2 in both, and the same input gives the same answer.")),
            (
                N_("Only once"),
                N_("It would see only the 2. Only the first symbol tells A from B, so it has to remember that one."),
            ),
        ),
        answer=1,
    ),
    Stop(
        N_("One unit, one number"),
        N_(
            "This is [unit](unit) 4 of the 8 units, at step 1, where A reads its 3. The line at the top is its memory, "
            "the [cell state](cell): one number. It comes in from the left as {cell_before} and leaves to the right as "
            "{cell}. In B, which reads a 4 here, it leaves as {b_cell}. That difference is worth remembering."
        ),
        {"step": "1", "unit": LATCH},
        hides=ALL_BUT_THE_CELL,
        lights=("cell",),
    ),
    Stop(
        N_("Forget: how much stays"),
        N_(
            "At step 2 both read 0. The [forget gate](forget_gate) is a number from 0 to 1 that the old "
            "[cell state](cell) is multiplied by: 1 keeps all of it, 0 erases it. Here it is {forget_gate}, so of "
            "{cell_before} the unit keeps {kept}."
        ),
        {"step": "2", "unit": LATCH},
        hides=ALL_BUT_THE_CELL,
        lights=("forget_gate", "cell"),
    ),
    Stop(
        N_("Write: how much is added"),
        N_(
            "The [candidate](candidate) is what the unit could write: {candidate}. The [input gate](input_gate) says "
            "how much of it is written: {input_gate}. Their product, {written}, is added to what was kept, and the "
            "new [cell state](cell) is {cell}. The equation below has the same numbers."
        ),
        {"step": "2", "unit": LATCH},
        hides=("controls", "words", "maps", "footer"),
        lights=("input_gate", "candidate", "cell"),
    ),
    Stop(
        N_("Show: how much the others see"),
        N_(
            "The [output gate](output_gate) says how much of the memory is shown: the memory goes through tanh and is "
            "multiplied by it. What comes out is the [hidden state](hidden), {hidden}. All units read it at the next "
            "step, and the [prediction](prediction) is computed from it. A unit can know something and not show it."
        ),
        {"step": "2", "unit": LATCH},
        hides=ALL_BUT_THE_UNIT,
        lights=("output_gate", "hidden"),
    ),
    Stop(
        N_("Every unit at every step"),
        N_(
            "Now the whole layer. In each grid a row is a [unit](unit) and a column a [step](step). Look at row 4 of "
            "the [cell state](cell), and at row 4 of the [forget gate](forget_gate): from step 2 on it is near 1, so "
            "hardly anything is lost. Click on any number, or press ▶ to play the steps."
        ),
        {"step": "3", "unit": LATCH},
        hides=ALL_BUT_THE_GRIDS,
        lights=("cell", "forget_gate"),
    ),
    Stop(
        N_("A − B: who still knows?"),
        N_(
            "These grids show A minus B. At steps 2 and 3 both read the same, so a coloured row can only be memory. "
            "Unit 4 differs by {difference} at step 3: it carries the first symbol to the last step, where the other "
            "units use it. Such a unit is called a latch."
        ),
        {"step": "3", "unit": LATCH, "show": "A-B"},
        hides=ALL_BUT_THE_GRIDS,
        lights=("cell",),
    ),
    Stop(
        N_("Erase it, and the answer flips"),
        N_(
            "The proof: in A, the [cell state](cell) of unit 4 was set to 0 after the first step, and everything after "
            "that was computed again by the same weights. Nothing else was touched. The [prediction](prediction) "
            "at step 4 is now {answer}, the answer of B. The first symbol was in that one number."
        ),
        {"step": "4", "unit": LATCH, "edits": f"A.cell.{LATCH}.1.erase"},
        hides=ALL_BUT_THE_GRIDS,
    ),
)
