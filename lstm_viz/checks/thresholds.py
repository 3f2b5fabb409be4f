"""Every number at which a check raises an alarm, with its reason."""

from dataclasses import dataclass

from lstm_viz.explain.vanishing import EXPLODED, VANISHED
from lstm_viz.i18n import N_

LOW, HIGH = 0.05, 0.95
"""A gate is saturated below the one and above the other: there a sigmoid has less than a fifth of its largest slope."""
FLAT = 0.95
"""A candidate is saturated above this size: there tanh has less than a tenth of its largest slope."""


def percent(share: float) -> str:
    """A share as it is written: 0.734 is 73.4%."""
    return f"{100 * share:.3g}%"


@dataclass(frozen=True)
class Threshold:
    """A number that separates what is sound from what is not.

    Attributes:
        value: The number.
        above: Whether what is above it is the alarm; otherwise what is below it.
        reason: Why it is this number, an English text for `gettext`.
        is_share: Whether it is a share, which is written in percent.
    """

    value: float
    above: bool
    reason: str
    is_share: bool = False

    def text(self, number: float) -> str:
        """A number that is compared with this one, or this one, as it is written."""
        return percent(number) if self.is_share else f"{number:.3g}"

    def alarms(self, number: float) -> bool:
        """Whether a number is on the side of the alarm. NaN is not."""
        return number > self.value if self.above else number < self.value


THRESHOLDS = {
    "saturated": Threshold(
        0.7,
        True,
        N_("In seven of ten values the slope is below a fifth of its largest: the layer hardly learns."),
        is_share=True,
    ),
    "most_units": Threshold(
        0.8,
        True,
        N_(
            "Some such units are useful, as latches are. If four of five units are like this, hardly any are left "
            "for anything else."
        ),
        is_share=True,
    ),
    "forgets_at_once": Threshold(
        0.05, False, N_("One twentieth is left after one step, and almost nothing after two.")
    ),
    "forgets_never": Threshold(0.97, True, N_("After 20 steps, more than half of what was written is left.")),
    "varies": Threshold(
        0.001,
        False,
        N_("A unit that varies a thousand times less than the one that varies most tells the next layer nothing."),
    ),
    "differs": Threshold(
        0.005, False, N_("Two units whose difference is below half a percent of what they vary count as one.")
    ),
    "memory": Threshold(
        1.5, False, N_("Of what was written, less than a third is left after one step, and a ninth after two.")
    ),
    "memory_share": Threshold(
        0.02,
        False,
        N_("No unit remembers more than a fiftieth of the sequence: most of it is read for nothing."),
        is_share=True,
    ),
    "vanished": Threshold(
        VANISHED, False, N_("A gradient this small is lost in float32 when it is added to one of size 1.")
    ),
    "exploded": Threshold(
        EXPLODED, True, N_("One update with such a gradient throws the weights further than a whole training should.")
    ),
    "radius": Threshold(
        4.0,
        True,
        N_(
            "An LSTM whose gates are half open passes on a quarter of a change. If the spectral radius is above "
            "4, the change grows even so."
        ),
    ),
    "large": Threshold(
        5.0,
        True,
        N_("The initial weights expect numbers of size 1. Five times as much drives the gates towards 0 and 1."),
    ),
    "small": Threshold(
        0.05,
        False,
        N_("Even the largest number is twenty times smaller than the initial weights expect: gates hardly move."),
    ),
    "constant": Threshold(
        1e-6, False, N_("A feature that varies less than float32 can tell apart holds no information.")
    ),
    "padding": Threshold(
        0.05,
        True,
        N_(
            "One step in twenty is padding that is read after the data: the state forgets the data while the "
            "layer reads it."
        ),
        is_share=True,
    ),
    "none": Threshold(0.0, True, N_("Not one is allowed.")),
    "answers": Threshold(
        0.02, False, N_("Answers that vary fifty times less than the targets are one answer, whatever the input.")
    ),
    "skill": Threshold(
        0.05,
        False,
        N_("A forecast that takes less than a twentieth off the error of the last value has learned nothing else."),
    ),
    "repeats": Threshold(
        0.5, False, N_("The forecast stays nearer to the last value than half of what the series moves in a step.")
    ),
    "learnable": Threshold(
        0.2, False, N_("Even a linear regression takes less than a fifth off: there is little else to learn.")
    ),
    "one_step": Threshold(2.0, False, N_("A layer that reads a single step has nothing to remember.")),
    "dominates": Threshold(
        8.0,
        True,
        N_(
            "The initial weights are alike for all features. If its weights are eight times as large, one feature "
            "drowns the others."
        ),
    ),
    "initial": Threshold(1e-6, False, N_("A single update of an optimizer moves a bias by more than this.")),
    "orthogonal": Threshold(
        1e-4, False, N_("Keras starts with an orthogonal recurrent kernel. Training takes it further from that.")
    ),
    "forget_bias": Threshold(
        0.5,
        False,
        N_("Nearer to 0 than to 1, at which Keras starts: the gate is about half closed before it has learned."),
    ),
    "half_closed": Threshold(0.6, False, N_("At 0.6, five percent of what was written is left after six steps.")),
}
