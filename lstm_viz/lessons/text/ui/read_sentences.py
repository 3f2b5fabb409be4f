"""The sentences that the page Text shows, and their readings."""

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.sentence import Sentence, parting


@dataclass(frozen=True, eq=False)
class ReadSentences:
    """One or two sentences, and their readings.

    Attributes:
        readings: "A", and "B" if there is a second sentence → its reading.
        step: The selected word of the longer sentence, counted from 0.
        unit: The selected unit, counted from 0.
    """

    readings: Mapping[str, Reading]
    step: int
    unit: int

    @property
    def language(self) -> str:
        """The language of the sentences."""
        return self.readings["A"].sentence.language

    @property
    def sentences(self) -> dict[str, Sentence]:
        """Name → sentence."""
        return {name: each.sentence for name, each in self.readings.items()}

    @property
    def parts(self) -> int | None:
        """The first step at which A and B differ, counted from 0; None if they are equal, or there is no B."""
        return parting(self.sentences["A"], self.sentences["B"]) if "B" in self.readings else None
