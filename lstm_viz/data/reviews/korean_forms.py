"""The Korean forms that reviews need: those of a predicate, and the particle that fits the sound of a noun.

A predicate is kept as five stems, to which endings are added without a dictionary: 아름답- (before -지, -고, -다),
아름다우- (before -ㄴ, -ㅁ, -면), 아름다워- (before -요, -서), 아름다웠- (the past, before -다, -지만) and 아름다운
(before a noun).
"""

from typing import NamedTuple

FIRST_SYLLABLE, FINALS = ord("가"), 28
NIEUN, RIEUL, MIEUM, BIEUP, SSANG_SIOT = 4, 8, 16, 17, 20
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
"""In the order of Unicode's syllables."""
CONTRACTED = dict(zip("ㅏㅓㅐㅔㅕㅗㅜㅣㅚ", "ㅏㅓㅐㅔㅕㅘㅝㅕㅙ", strict=True))
"""The vowel of a stem without a final → its vowel together with 아 or 어."""
COPULAS = ("적이", "통이", "아니")
"""The ends of stems that are a noun with 이다, or its negation."""
REGULAR_BIEUP = ("뽑", "잡", "입", "씹", "좁", "집", "접")
IRREGULAR = {
    "낫": "나아", "짓": "지어", "잇": "이어", "듣": "들어", "걷": "걸어", "깨닫": "깨달아", "그렇": "그래",
    "어떻": "어때", "이렇": "이래", "따르": "따라",
}  # fmt: skip
"""Stems whose form with 아 or 어 follows no rule here."""


class Predicate(NamedTuple):
    """The stems of a descriptive verb or a verb.

    Attributes:
        stem: The stem before -지, -다고, -다.
        open_stem: The stem before -면, and before a final consonant such as -ㄴ, -ㅂ니다, -ㅁ if it ends in a vowel.
        infinitive: The form with 아 or 어, before -요, -서.
        past: The stem of the past, before -다, -지만, -다는.
        before_noun: The form before a noun.
    """

    stem: str
    open_stem: str
    infinitive: str
    past: str
    before_noun: str


def predicate(stem: str) -> Predicate:
    """The forms of a stem: regular, or one in 하, 르 (모르), 있, 없, or in -ㅂ (아름답), -ㅡ (나쁘) or -ㄹ (힘들)."""
    infinitive, open_stem = _infinitive(stem), _open_stem(stem)
    before_noun = stem + "는" if stem.endswith(("있", "없", "밌")) else with_final(open_stem, NIEUN)
    return Predicate(stem, open_stem, infinitive, with_final(infinitive, SSANG_SIOT), before_noun)


def _infinitive(stem: str) -> str:
    before, last = stem[:-1], stem[-1]
    vowel, final = _vowel(last), _final(last)
    if stem.endswith("하"):
        return before + "해"
    if stem.endswith(COPULAS):
        return stem + "어"
    for irregular, form in IRREGULAR.items():
        if stem.endswith(irregular):
            return stem.removesuffix(irregular) + form
    if last == "르" and before:
        bright = _vowel(before[-1]) in "ㅏㅗ"
        return with_final(before, RIEUL) + ("라" if bright else "러")
    if final == BIEUP and last not in REGULAR_BIEUP:
        return before + chr(ord(last) - BIEUP) + "워"
    if vowel == "ㅡ" and not final:
        bright = bool(before) and _vowel(before[-1]) in "ㅏㅗ"
        return before + _with_vowel(last, "ㅏ" if bright else "ㅓ")
    if not final and vowel in CONTRACTED:
        return before + _with_vowel(last, CONTRACTED[vowel])
    return stem + ("아" if vowel in "ㅏㅗㅑ" else "어")


def _open_stem(stem: str) -> str:
    """The stem before 으: with a vowel at its end where the consonant falls away."""
    before, last = stem[:-1], stem[-1]
    final = _final(last)
    if final == BIEUP and last not in REGULAR_BIEUP:
        return before + chr(ord(last) - BIEUP) + "우"
    if final == RIEUL or last in ("렇", "떻"):
        return before + chr(ord(last) - final)
    if stem.endswith(("낫", "짓", "잇", "듣", "걷", "깨닫")):
        return _infinitive(stem)[:-1] + "으"
    return stem + "으" if final else stem


def _vowel(syllable: str) -> str:
    return VOWELS[(ord(syllable) - FIRST_SYLLABLE) // FINALS % len(VOWELS)]


def _final(syllable: str) -> int:
    return (ord(syllable) - FIRST_SYLLABLE) % FINALS


def _with_vowel(syllable: str, vowel: str) -> str:
    return chr(ord(syllable) + (VOWELS.index(vowel) - VOWELS.index(_vowel(syllable))) * FINALS)


def with_final(word: str, final: int) -> str:
    """Adds a final consonant to a word that ends in a vowel."""
    return word[:-1] + chr(ord(word[-1]) + final)


def has_final(word: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    return _final(word[-1]) != 0


def with_particle(noun: str, after_vowel: str, after_consonant: str) -> str:
    """Adds the particle that fits the noun: 영화 → 영화는, 결말 → 결말은."""
    return noun + (after_consonant if has_final(noun) else after_vowel)
