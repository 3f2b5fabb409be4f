"""How the trained models read a sentence, word by word, without Keras."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.lessons.text.model import ReviewModel, review_model
from lstm_viz.lessons.text.sentence import Sentence


@dataclass(frozen=True, eq=False)
class Reading:
    """A sentence as both models read it.

    Attributes:
        sentence: The words that were read.
        trace: The trace of the LSTM, one sample.
        sentiments: The probability of "positive" after each word, shape (time,): the head for each hidden state.
        shares: The contribution of each word to the final logit, shape (time,): see `word_shares`.
        bag: The probability of "positive", by the bag of words.
    """

    sentence: Sentence
    trace: Trace
    sentiments: np.ndarray
    shares: np.ndarray
    bag: float

    @property
    def answer(self) -> float:
        """The probability that the whole sentence is positive, by the LSTM."""
        return float(self.sentiments[-1])


def read(sentence: Sentence) -> Reading:
    """Reads a sentence with both models."""
    model = review_model(sentence.language)
    ids = sentence.ids[None]
    trace = model.trace(ids)
    return Reading(sentence, trace, model.sentiments(trace)[0], word_shares(trace, model), float(model.bag(ids)[0]))


def word_shares(trace: Trace, model: ReviewModel) -> np.ndarray:
    """The contribution of each word to the final logit, by what is left of the word in the memory.

    The final memory of a unit is the sum c = Σ_k m_k of what is left of each word k (the memory ledger). The unit
    shows it as h = o · tanh(c), and the head multiplies it by w. Each word gets the fraction m_k / c of the product:
    share_k = Σ_units w · o · tanh(c) / c · m_k. The shares and the bias of the head add up to the logit.

    Args:
        trace: The trace of the LSTM, one sample, with an initial state of zeros.
        model: The model with the head.

    Returns:
        The contributions in logits, shape (time,), float64.
    """
    left = memory_ledger(trace)[-1, 1:]
    memory = left.sum(axis=0)
    nonzero = np.where(memory == 0, 1, memory)
    shown = np.where(memory == 0, 1, np.tanh(nonzero) / nonzero)  # tanh(c) / c is 1 where c is 0
    return left @ (shown * trace.output_gate[0, -1] * model.head_kernel[:, 0])
