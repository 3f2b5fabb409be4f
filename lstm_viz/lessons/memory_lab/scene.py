"""What the Memory lab shows: a trained network's passes over two sequences, with and without interventions."""

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.intervene import intervene
from lstm_viz.engine.models import Head, Model
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.planned_edits import PlannedEdit
from lstm_viz.tasks import Task
from lstm_viz.training.learned import Learned

OTHER = {"A": "B", "B": "A"}


@dataclass(frozen=True, eq=False)
class LabPass:
    """One pass of a trained network over a sequence.

    Attributes:
        tokens: The symbol that each step reads.
        targets: The right answer after each step, as an index into the alphabet.
        scored: The first step whose answer counts, counted from 0.
        trace: The trace of the recurrent layer, for one sample.
        probabilities: The probability of each symbol after each step, shape (time, symbols).
    """

    tokens: tuple[str, ...]
    targets: tuple[int, ...]
    scored: int
    trace: Trace
    probabilities: np.ndarray


@dataclass(frozen=True, eq=False)
class LabScene:
    """A trained network and its passes over two sequences.

    Attributes:
        learned: The training of the network.
        epoch: The epoch whose snapshot is shown; 0 for the initial weights.
        model: The network with the weights of that snapshot.
        edits: The interventions.
        passes: "A" and "B" → the pass without interventions.
        changed: "A" and "B" → the pass with its interventions; the same object as in `passes` if it has none.
    """

    learned: Learned
    epoch: int
    model: Model
    edits: tuple[PlannedEdit, ...]
    passes: Mapping[str, LabPass]
    changed: Mapping[str, LabPass]

    @property
    def task(self) -> Task:
        """The task that the network learns."""
        return self.learned.run.task

    @property
    def key(self) -> tuple[Hashable, ...]:
        """The values that decide every number of the scene: two scenes with the same key have the same numbers."""
        weights = b"".join(array.tobytes() for array in self.learned.weights(self.epoch))
        sequences = tuple(each.tokens + self.task.names(each.targets[-1:]) for each in self.passes.values())
        return self.learned.run.settings, self.task, sequences, self.edits, hashlib.sha256(weights).hexdigest()

    @property
    def head(self) -> Head:
        """The layer that predicts."""
        assert self.model.head is not None
        return self.model.head

    @property
    def telling_step(self) -> int:
        """The last step at which A and B read the same symbol and have different answers, counted from 0.

        If there is no such step, the last step of A.
        """
        a, b = (self.passes[name] for name in "AB")
        both = range(max(a.scored, b.scored), min(len(a.tokens), len(b.tokens)))
        telling = [step for step in both if a.tokens[step] == b.tokens[step] and a.targets[step] != b.targets[step]]
        return telling[-1] if telling else len(a.tokens) - 1

    @property
    def shared_steps(self) -> range:
        """The steps from the last difference between A and B up to the telling step, counted from 0.

        Both read the same symbols in these steps. The range is empty if they do not differ before.
        """
        a, b = (self.passes[name].tokens for name in "AB")
        stop = min(len(a), len(b), self.telling_step + 1)
        start = stop
        while start and a[start - 1] == b[start - 1]:
            start -= 1
        return range(start, stop) if start else range(0)


def scene_of(learned: Learned, epoch: int, a: int, b: int, edits: tuple[PlannedEdit, ...]) -> LabScene:
    """The scene of the task's sequences `a` and `b`, counted from 0. Interventions that do not fit are left out."""
    task, model = learned.run.task, learned.model(epoch)
    passes = {"A": _pass(task, model, a), "B": _pass(task, model, b)}
    traces = {name: each.trace for name, each in passes.items()}
    fitting = tuple(edit for edit in edits if edit.fits(traces[edit.sequence], traces[OTHER[edit.sequence]]))
    # A copy takes its values from the other pass without interventions.
    own = {name: [edit.edit(traces[OTHER[name]]) for edit in fitting if edit.sequence == name] for name in passes}
    changed = {
        name: _with_trace(each, model, intervene(each.trace, own[name])) if own[name] else each
        for name, each in passes.items()
    }
    return LabScene(learned, epoch, model, fitting, passes, changed)


def _pass(task: Task, model: Model, number: int) -> LabPass:
    sequence = task.sequences[number]
    trace = numpy_engine.run(model.weights, one_hot(sequence[:-1], len(task.alphabet))[None])
    return LabPass(task.names(sequence[:-1]), sequence[1:], task.scored[number], trace, _probabilities(model, trace))


def _with_trace(each: LabPass, model: Model, trace: Trace) -> LabPass:
    return replace(each, trace=trace, probabilities=_probabilities(model, trace))


def _probabilities(model: Model, trace: Trace) -> np.ndarray:
    assert model.head is not None
    return model.head.probabilities(trace.hidden[0])
