"""The encoder–decoder in numpy: one step of the decoder, an answer from first to last symbol, and the beam search.

Luong's attention with the dot product (Luong, Pham and Manning 2015), as Keras's layer `Attention` computes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.activations import activation
from lstm_viz.engine.models import Head
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.attention.tasks import MARK, Task

LOWEST = np.finfo("float32").tiny
"""Below it a probability of float32 has no logarithm that a table can show."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """What the decoder computes at each step, from the input that was read.

    Attributes:
        states: The hidden states of the encoder, (time read, units).
        before: The positions that the decoder reads, (time said,); the first is MARK, the start.
        starts: The decoder's hidden and cell state before each step, (2, time said, units): the encoder's last states
            at first.
        hidden: The hidden states of the decoder, (time said, units).
        scores: hidden · states, (time said, time read).
        weights: The softmax of the scores, (time said, time read); each row adds up to 1.
        context: The weighted sums of the encoder's states, (time said, units).
        probabilities: The probabilities of what is said, (time said, marks).
    """

    states: np.ndarray
    before: np.ndarray
    starts: np.ndarray
    hidden: np.ndarray
    scores: np.ndarray
    weights: np.ndarray
    context: np.ndarray
    probabilities: np.ndarray

    @cached_property
    def said(self) -> np.ndarray:
        """The most probable position at each step, (time said,)."""
        return self.probabilities.argmax(axis=-1)


@dataclass(frozen=True)
class Beginning:
    """A beginning of an answer that the beam search keeps.

    Attributes:
        said: The positions so far.
        log_probability: The sum of the logarithms of their probabilities.
    """

    said: tuple[int, ...]
    log_probability: float

    @property
    def ended(self) -> bool:
        """Whether its last position is the end."""
        return self.said[-1:] == (MARK,)


@dataclass(frozen=True, eq=False)
class _States:
    """The states of several decoders that read one input: hidden and cell state, (samples, units) each."""

    hidden: np.ndarray
    cell: np.ndarray

    def chosen(self, at: Sequence[int]) -> "_States":
        return replace(self, hidden=self.hidden[list(at)], cell=self.cell[list(at)])


class EncoderDecoder:
    """A trained encoder–decoder.

    Args:
        task: The task for which it was trained.
        weights: The arrays of the encoder, the decoder and the answer's Dense layer, in the order of Keras.
    """

    def __init__(self, task: Task, weights: Sequence[np.ndarray]):
        self.task = task
        self.encoder = RecurrentWeights("lstm", weights[0], weights[1], weights[2])
        self.decoder = RecurrentWeights("lstm", weights[3], weights[4], weights[5])
        self.answer = Head(*weights[6:])

    def encode(self, text: str) -> tuple[np.ndarray, _States]:
        """The hidden state after each symbol of a text, (time read, units), and the last states, of one sample."""
        trace = numpy_engine.run(self.encoder, one_hot(self.task.read(text), len(self.task.reads))[None])
        return trace.hidden[0], _States(*trace.final_state)

    def forced(self, text: str, answer: str) -> Decoded:
        """The steps of a decoder that reads the right answer: teacher forcing."""
        said = self.task.said(answer)
        return self.reading(text, [MARK, *said[:-1]])

    def free(self, text: str, most: int) -> Decoded:
        """The steps of a decoder that reads what it said itself, up to the end or to `most` steps: free running."""
        return self.reading(text, [MARK, *self.greedy(text, most).said[:-1]])

    def greedy(self, text: str, most: int) -> Beginning:
        """The answer of which each symbol is the most probable one: the beam search of width 1."""
        return self.beam(text, width=1, most=most)[-1][0]

    def beam(self, text: str, *, width: int, most: int) -> list[tuple[Beginning, ...]]:
        """The beginnings that the beam search keeps after each step.

        Args:
            text: What the encoder reads.
            width: How many beginnings are kept. One that has ended stays among them, with its log probability.
            most: The most steps.

        Returns:
            For each step the kept beginnings, the most probable first. The last step's first is the answer.
        """
        states, now = self.encode(text)
        kept: tuple[Beginning, ...] = (Beginning((), 0.0),)
        steps: list[tuple[Beginning, ...]] = []
        while len(steps) < most and not all(each.ended for each in kept):
            logs, after = self._next(states, now, [each.said[-1] if each.said else MARK for each in kept])
            grown = [(each, at) for at, each in enumerate(kept) if each.ended]
            grown += [
                (Beginning((*each.said, position), each.log_probability + float(logs[at, position])), at)
                for at, each in enumerate(kept)
                if not each.ended
                for position in range(self.task.marks)
            ]
            best = sorted(grown, key=lambda one: -one[0].log_probability)[:width]
            kept, now = tuple(each for each, _ in best), after.chosen([at for _, at in best])
            steps.append(kept)
        return steps

    def _next(self, states: np.ndarray, now: _States, before: Sequence[int]) -> tuple[np.ndarray, _States]:
        """The log probabilities of the next position, (samples, marks), and the states of the decoders after it."""
        read = one_hot(np.array(before), self.task.marks)[:, None]
        trace = numpy_engine.run(self.decoder, read, initial_state=(now.hidden, now.cell))
        probabilities = self.attend(states, trace.hidden[:, 0])[-1]
        return np.log(np.maximum(probabilities, LOWEST).astype(float)), _States(*trace.final_state)

    def attend(self, states: np.ndarray, hidden: np.ndarray) -> tuple[np.ndarray, ...]:
        """Scores, weights, context and probabilities for hidden states of the decoder, (…, units)."""
        scores = hidden @ states.T
        weights = activation("softmax")(scores)
        context = weights @ states
        probabilities = self.answer.probabilities(np.concatenate([context, hidden], axis=-1))
        return scores, weights, context, probabilities

    def reading(self, text: str, before: Sequence[int]) -> Decoded:
        """The steps of a decoder that reads these positions."""
        states, last = self.encode(text)
        read = one_hot(np.array(before), self.task.marks)[None]
        trace = numpy_engine.run(self.decoder, read, initial_state=(last.hidden, last.cell))
        starts = np.stack([trace.before("hidden")[0], trace.before("cell")[0]])
        return Decoded(states, np.array(before), starts, trace.hidden[0], *self.attend(states, trace.hidden[0]))


def parts_at(said: Sequence[int], right: Sequence[int]) -> int | None:
    """The step at which what is said parts from the right answer, counted from 0; None if it does not."""
    for at, (one, other) in enumerate(zip(said, right, strict=False)):
        if one != other:
            return at
    return None if len(said) == len(right) else min(len(said), len(right))
