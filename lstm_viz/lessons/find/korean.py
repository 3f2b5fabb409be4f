"""The stems of Korean verbs and adjectives, so that a search finds 지우기 for 지워요 and for 지우면."""

import re
from functools import lru_cache

_MOST_KEPT = 20_000
_ENDS = re.findall(
    r"\w+",
    """
    아요 어요 여요 에요 예요 나요 까요 을까요 은가요 는가요 인가요 죠 지요 네요 데요 는데요 은데요 군요 래요 세요 으세요
    게요 거예요 건가요 요 습니다 습니까 니다 니까 으니까 다 는다 냐 느냐 나 면 으면 려면 으려면 다면 는다면 면서 으면서
    고 지만 는데 은데 던데 는지 은지 을지 지 서 아서 어서 도록 게 거나 다가 려고 으려고 러 으러 자 던 도 아도 어도 야
    아야 어야 여야 기 기가 기는 기를 음 는 은 을 아 어 줘 는게 은게 는거 을때 며 으며 는가 은가 을까 는지요 나봐요 더라
    더라고요 거든요 잖아요 는데도 는다고 다고 려는 던가 시오
    다던데 다던데요 라던데 라던데요 다면서요 다는데 다는데요 시다 인가봐요 려나
    """,
)
# The longest of them that a word has, since it begins first.
_END = re.compile(f"(?:{'|'.join(_ENDS)})$")
_BEFORE_THE_END = re.compile("(?<=.)(?:았|었|였|겠|으시|시었|셨)$")
_KOREAN = re.compile("[가-힣]+")
_CONTRACTED = {"해": "하", "했": "하", "커": "크", "컸": "크", "써": "쓰", "썼": "쓰", "꺼": "끄", "껐": "끄"}
_FIRST, _VOWELS, _CODAS = ord("가"), 21, 28
_L = 8
_FULL_VOWELS = {9: 8, 14: 13, 6: 20, 10: 11}
"""The vowel of a stem for that of its contraction, by their numbers: ㅗ for ㅘ, ㅜ for ㅝ, ㅣ for ㅕ, ㅚ for ㅙ."""
_OF_ENDS = {4, _L, 16, 17, 20}
"""The consonants that belong to an ending, or come and go with it, by their numbers: ㄴ, ㄹ, ㅁ, ㅂ, ㅆ."""


@lru_cache(_MOST_KEPT)
def stem_of(word: str) -> str:
    """The stem of a verb or an adjective; "" if the word has no ending. A noun that ends like a verb has a stem, too.

    Args:
        word: A word.
    """
    end = _END.search(word)
    if not end or not end.start() or not _KOREAN.fullmatch(word):
        return ""
    stem = _BEFORE_THE_END.sub("", word[: end.start()])
    return _before_contraction(stem[:-1], stem[-1])


def _before_contraction(start: str, last: str) -> str:
    """A stem as it is before any ending: 지우 for 지워, 만드 for 만들, 다르 for 달라, and 하 for 해."""
    if last in _CONTRACTED:
        return start + _CONTRACTED[last]
    if start and last in "라러" and _parts(start[-1])[2] == _L:
        return f"{start[:-1]}{_without_coda(start[-1])}르"
    onset, vowel, coda = _parts(last)
    if last == "있" or coda not in {0, *_OF_ENDS}:
        return start + last
    return start + _joined(onset, _FULL_VOWELS.get(vowel, vowel))


def _parts(syllable: str) -> tuple[int, int, int]:
    number = ord(syllable) - _FIRST
    return number // (_VOWELS * _CODAS), number // _CODAS % _VOWELS, number % _CODAS


def _joined(onset: int, vowel: int) -> str:
    return chr(_FIRST + (onset * _VOWELS + vowel) * _CODAS)


def _without_coda(syllable: str) -> str:
    return _joined(*_parts(syllable)[:2])
