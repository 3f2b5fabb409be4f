"""The Korean forms that reviews need: those of a predicate, and the particle that fits the sound of a noun.

A predicate is kept as three stems, to which endings are added without a dictionary: 아름답- (before -지, -고, -다),
아름다웠- (the past, before -다, -지만) and 아름다운 (before a noun).
"""

from dataclasses import dataclass

FIRST_SYLLABLE, FINALS = ord("가"), 28
FINAL_NIEUN, FINAL_BIEUP = 4, 17
PASTS = {
    "쁘": "빴", "프": "펐", "나": "났", "지": "졌", "차": "찼", "되": "됐", "이": "이었", "니": "니었",
    "좋": "좋았", "않": "않았",
}  # fmt: skip
"""The past of stems that end in these syllables."""


@dataclass(frozen=True)
class Predicate:
    """The stems of a descriptive verb.

    Attributes:
        stem: The stem before -지, -다고, -다.
        past: The stem of the past, before -다, -지만, -다는.
        before_noun: The form before a noun.
    """

    stem: str
    past: str
    before_noun: str


def predicate(stem: str) -> Predicate:
    """The forms of a stem: a regular stem, or one in -하, in -ㅂ (아름답, 아쉽), in -ㅡ (나쁘), in 있 or in 없."""
    if stem.endswith("하"):
        return Predicate(stem, stem[:-1] + "했", stem[:-1] + "한")
    if stem.endswith(("있", "없")):
        return Predicate(stem, stem + "었", stem + "는")
    before, last = stem[:-1], stem[-1]
    code = ord(last) - FIRST_SYLLABLE
    vowel, final = code // FINALS * FINALS + FIRST_SYLLABLE, code % FINALS
    if final == FINAL_BIEUP:
        return Predicate(stem, f"{before}{chr(vowel)}웠", f"{before}{chr(vowel)}운")
    return Predicate(stem, before + PASTS[last], before + (chr(vowel + FINAL_NIEUN) if not final else last + "은"))


def has_final(word: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    return (ord(word[-1]) - FIRST_SYLLABLE) % FINALS != 0


def with_particle(noun: str, after_vowel: str, after_consonant: str) -> str:
    """Adds the particle that fits the noun: 영화 → 영화는, 결말 → 결말은."""
    return noun + (after_consonant if has_final(noun) else after_vowel)
