"""What the Memory lab trains: a task, the networks that learn it, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz import tasks
from lstm_viz.data import InputError
from lstm_viz.tasks import GENERATORS, SIZES, Task
from lstm_viz.training.settings import NETWORKS, Settings

OWN = "own"
# The last of them, and those between, are epochs whose weights are kept: training.trained.snapshot_every.
EPOCHS = ("10", "20", "50", "100", "150", "200", "250", "300", "400", "500", "750", "1000", "1500", "2000")
TASKS = (*GENERATORS, OWN)
RATES = ("0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1")
OWN_EXAMPLE = "s,u,n,n,y;r,u,n,n,e,r"


@dataclass(frozen=True)
class LabView:
    """What is trained. Everything is valid, and the same view always gives the same weights.

    Attributes:
        task_name: One of TASKS.
        n: Size of a generated task, 0 for one that has none.
        sequences: One's own, as `tasks.canonical` writes them; "" for a generated task.
        networks: Some of NETWORKS, in that order.
        units: Of each network.
        rate: Adam's learning rate, one of RATES.
        seed: Of the initial weights.
        regime: One of `training.settings.REGIMES`.
        epochs: How many are asked for, one of EPOCHS.
    """

    task_name: str
    n: int
    sequences: str
    networks: tuple[str, ...]
    units: int
    rate: str
    seed: int
    regime: str
    epochs: int

    @property
    def task(self) -> Task:
        """The sequences that are learned."""
        if self.task_name == OWN:
            return tasks.parse_task(self.sequences)
        return GENERATORS[self.task_name](*([self.n] if self.n else []))

    def settings(self, network: str) -> Settings:
        """How one of the networks is trained."""
        return Settings(network, self.units, float(self.rate), self.seed, self.regime)

    def link(self) -> dict[str, str]:
        """This view in the words of a link."""
        plain = {name: str(getattr(self, name)) for name in ("units", "rate", "seed", "regime", "epochs")}
        own = {"sequences": self.sequences} if self.task_name == OWN else {}
        size = {"n": str(self.n)} if self.n else {}
        return {"task": self.task_name, "networks": ",".join(self.networks)} | plain | own | size


def view_of(values: Mapping[str, object]) -> tuple[LabView | None, dict[str, InputError]]:
    """The view that the controls ask for.

    Args:
        values: A value for each name in a link of what is trained, as the controls hold them.

    Returns:
        The view, or None if it cannot be; and what is wrong, under "sequences" and "networks".
    """
    problems: dict[str, InputError] = {}
    name, sequences = str(values["task"]), ""
    if name == OWN:
        try:
            sequences = tasks.canonical(tasks.parse_task(str(values["sequences"])))
        except InputError as problem:
            problems["sequences"] = problem
    chosen = values["networks"]
    networks = tuple(network for network in NETWORKS if isinstance(chosen, (list, tuple)) and network in chosen)
    if not networks:
        problems["networks"] = InputError("Choose at least one network.")
    if problems:
        return None, problems
    units, seed, epochs = (int(str(values[key])) for key in ("units", "seed", "epochs"))
    rate, regime = str(values["rate"]), str(values["regime"])
    return LabView(name, size_of(name, values["n"]), sequences, networks, units, rate, seed, regime, epochs), {}


def size_of(task_name: str, n: object) -> int:
    """The nearest size that a task can have to n; 0 if it has none."""
    if task_name not in SIZES:
        return 0
    return min(max(int(str(n)), SIZES[task_name].start), SIZES[task_name].stop - 1)
