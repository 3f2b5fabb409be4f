"""The settings of the page that show an uploaded run."""

from lstm_viz import tasks
from lstm_viz.data import InputError
from lstm_viz.lessons.memory_lab.view import EPOCHS, OWN, RATES
from lstm_viz.tasks import GENERATORS, SIZES, Task
from lstm_viz.training import Run


def values_of(run: Run) -> dict[str, object]:
    """The settings that the run decides: name in a link → value.

    Raises:
        InputError: If the page cannot show the run.
    """
    settings, epochs = run.settings, run.epoch
    rates = [rate for rate in RATES if float(rate) == settings.learning_rate]
    if not rates:
        raise InputError(
            "The learning rate of this run is {rate}; this page has {rates}.",
            rate=f"{settings.learning_rate:g}",
            rates=", ".join(RATES),
        )
    values = _task_values(run.task) | {"networks": [settings.network], "rate": rates[0]}
    values |= {"units": settings.units, "seed": settings.seed, "regime": settings.regime}
    if settings.has_memory:
        values["network"] = settings.network
    asked = next(each for each in EPOCHS if int(each) >= epochs)
    return values | {"epochs": asked, "trained": epochs, "epoch": epochs, "edits": "", "step": 1, "unit": 1}


def _task_values(task: Task) -> dict[str, object]:
    for name, generator in GENERATORS.items():
        for n in SIZES.get(name, (0,)):
            if (generator(n) if n else generator()) == task:
                return {"task": name, "n": n or 1}
    text = tasks.canonical(task)
    if tasks.parse_task(text) != task:
        raise InputError("The task of this run has symbols that no sequence uses.")
    return {"task": OWN, "sequences": text}
