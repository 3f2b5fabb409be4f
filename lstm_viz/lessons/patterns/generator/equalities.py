"""The claim about a generated text: words that come later do not change what the model said before."""

from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_
from lstm_viz.lessons.patterns.generator.results import Generation


def generated_equalities(generation: Generation) -> list[Claim]:
    """Compares one call for each word with one call for the whole text."""
    words = N_(
        "The probabilities of each next word: from a call with only the text up to then, and from one call "
        "with the whole text."
    )
    later = generation.whole.output[0, generation.given - 1 :]
    return [Claim(compare("p", "model(text)[0, given - 1:]", generation.probabilities, later), words)]
