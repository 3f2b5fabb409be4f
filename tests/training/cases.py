"""Settings and a task that the tests of training share: a network of one size is compiled once."""

from lstm_viz.tasks import parse_task
from lstm_viz.training import TrainingSettings
from lstm_viz.training.settings import DEFAULT_UNITS

# Of three lengths, and what counts begins at another step in each; as many symbols as in the memory pair.
UNEQUAL = parse_task("a,b,c,d|e\nb,a|c\nc,d,c|e,a")


def settings_of(network: str, regime: str, *, rate: float = 0.01, seed: int = 3) -> TrainingSettings:
    """A network of the app's own size."""
    return TrainingSettings(network, DEFAULT_UNITS, rate, seed, regime)
