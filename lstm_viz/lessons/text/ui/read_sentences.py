"""What the page Text is about at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.sentence import Sentence, parting


@dataclass(frozen=True, eq=False)
class ReadSentences:
    """One sentence or two, and what the models make of them.

    Attributes:
        readings: Of "A", and of "B" if there is one.
        step: The word that is looked at, counted from 0; within the longer sentence.
        unit: The unit that is looked at, counted from 0.
    """

    readings: Mapping[str, Reading]
    step: int
    unit: int

    @property
    def language(self) -> str:
        """Of the reviews."""
        return self.readings["A"].sentence.language

    @property
    def sentences(self) -> dict[str, Sentence]:
        """The sentences by name."""
        return {name: each.sentence for name, each in self.readings.items()}

    @property
    def parts(self) -> int | None:
        """The first step at which A and B part; None if they do not, or there is no B."""
        return parting(self.sentences["A"], self.sentences["B"]) if "B" in self.readings else None
