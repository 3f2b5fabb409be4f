"""The question of the page Text for Predict first: what do both models answer to sentence A?"""

from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import percent


def answer_question(shown: ReadSentences, typed: str) -> Question:
    """The question what the LSTM and the bag of words say of sentence A, with their answers.

    Args:
        shown: The readings of the sentences.
        typed: Sentence A as it was typed.
    """
    reading = shown.readings["A"]
    lstm, bag = reading.answer > 0.5, reading.bag > 0.5
    options = {
        (True, True): _("Both say positive"),
        (True, False): _("The LSTM says positive, the bag of words negative"),
        (False, True): _("The LSTM says negative, the bag of words positive"),
        (False, False): _("Both say negative"),
    }
    why = {text: _why((lstm, bag), reading) for text in options.values()}
    text = _("What do the LSTM and the bag of words say about {sentence}?").format(sentence=_as_code(typed))
    return Question(reading.sentence, text, tuple(options.values()), options[lstm, bag], why)


def _as_code(typed: str) -> str:
    """The sentence as Markdown code, so that Markdown in the sentence has no effect."""
    return f"`{' '.join(typed.replace('`', ' ').split())}`"


def _why(says: tuple[bool, bool], reading: Reading) -> str:
    numbers = {"lstm": percent(reading.answer), "bag": percent(reading.bag)}
    if says[0] == says[1]:
        said = _("The LSTM: {lstm} positive, the bag of words: {bag}. Here they agree.")
    else:
        said = _(
            "The LSTM: {lstm} positive, the bag of words: {bag}. The bag of words adds up the words, "
            "whatever their order."
        )
    return said.format(**numbers)
