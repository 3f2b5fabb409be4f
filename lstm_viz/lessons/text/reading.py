"""What the trained models make of a sentence, word by word, without Keras."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.lessons.text.model import ReviewModel, review_model
from lstm_viz.lessons.text.sentence import Sentence


@dataclass(frozen=True, eq=False)
class Reading:
    """A sentence on its way through the models.

    Attributes:
        sentence: It.
        trace: Of the LSTM, one sample.
        sentiments: The probability of "positive" after each word, (time,): the head applied to each hidden state.
        shares: What each word put into the final logit, (time,): see `word_shares`.
        bag: The bag of words' probability of "positive".
    """

    sentence: Sentence
    trace: Trace
    sentiments: np.ndarray
    shares: np.ndarray
    bag: float

    @property
    def answer(self) -> float:
        """The probability that the whole is positive."""
        return float(self.sentiments[-1])


def read(sentence: Sentence) -> Reading:
    """Both models' reading of a sentence."""
    model = review_model(sentence.language)
    ids = sentence.ids[None]
    trace = model.trace(ids)
    return Reading(sentence, trace, model.sentiments(trace)[0], word_shares(trace, model), float(model.bag(ids)[0]))


def word_shares(trace: Trace, model: ReviewModel) -> np.ndarray:
    """What each word wrote into the memory, as far as it is still there in the end, read through the head's weights.

    The final memory of a unit is a sum, c = Σ_k m_k, of what is left of each word (the memory ledger). It is shown as
    h = o · tanh(c) and weighed by the head: w · h. So each word is given the part m_k / c of that:
    share_k = Σ_units w · o · tanh(c) / c · m_k. With the head's bias the shares add up to the logit.

    Args:
        trace: Of the LSTM, one sample, beginning from zeros.
        model: Whose head it is.

    Returns:
        (time,), float64, in logits.
    """
    left = memory_ledger(trace)[-1, 1:]
    memory = left.sum(axis=0)
    nonzero = np.where(memory == 0, 1, memory)
    shown = np.where(memory == 0, 1, np.tanh(nonzero) / nonzero)  # tanh(c) / c is 1 where c is 0
    return left @ (shown * trace.output_gate[0, -1] * model.head_kernel[:, 0])
