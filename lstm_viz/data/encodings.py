"""Finds the encoding of a file that is not written in UTF-8: the one in which most of its signs are usual ones."""

import codecs
import re
from collections.abc import Iterator
from functools import cache

LOOKED_AT = 100_000  # bytes
# By so much an encoding must fit better than those before it: by this share, or of a few signs by more than one.
CLEARLY, ONE_SIGN, MOST = 0.1, 2.5, 0.5
NEARLY_ALL = 0.9  # of its signs must be usual, then
ZEROS = 0.3  # of the bytes of a text in UTF-16 that is mostly ASCII
UNUSUAL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
NO_ASCII = re.compile(r"[^\x00-\x7f]+")
PAIRS = {
    "cp949": (((0xA1, 0xAC), (0xB0, 0xC8)), ((0xA1, 0xFE),)),
    "gb18030": (((0xA1, 0xA3), (0xB0, 0xD7)), ((0xA1, 0xFE),)),
    "cp932": (((0x81, 0x83), (0x88, 0x98)), ((0x40, 0x7E), (0x80, 0xFC))),
    "cp950": (((0xA1, 0xA3), (0xA4, 0xC6)), ((0x40, 0x7E), (0xA1, 0xFE))),
}
"""Encoding → where the first and the second byte of its usual signs lie: the syllables or ideographs of all days."""
WORDS = {
    "cp1252": re.compile(r"(?<![^\x00-\x7f])[À-ÿŒœŠšŽž°µ²³½€£§·–—…‘’“”«»\xa0]{1,2}(?![^\x00-\x7f])"),
    "cp1250": re.compile(r"(?<![^\x00-\x7f])[À-žȘșȚț°µ§·–—…‘’“”«»\xa0]{1,2}(?![^\x00-\x7f])"),
    "cp1251": re.compile(r"[А-яЁё°№«»\xa0]+"),
}
"""Encoding of single bytes → what is usual in it: in a Western word no three letters in a row have accents."""
ENCODINGS = ("cp949", "cp1252", "cp1250", "gb18030", "cp932", "cp950", "cp1251")
"""Those before others are preferred."""


def likely(content: bytes) -> list[str]:
    """The encodings that may be those of a file, the likeliest first."""
    some = content[:LOOKED_AT]
    if some[1::2].count(0) > ZEROS * len(some):
        return ["utf-16"]
    count = sum(byte > 127 for byte in some)
    shares = {encoding: share for encoding in ENCODINGS if (share := _usual(some, encoding)) is not None}
    margin = min(MOST, max(CLEARLY, ONE_SIGN / max(count, 1)))
    best: str | None = None
    for encoding, share in shares.items():
        if best is None or (share > NEARLY_ALL and share > shares[best] + margin):
            best = encoding
    return sorted(shares, key=lambda encoding: encoding != best)


def _usual(content: bytes, encoding: str) -> float | None:
    """The share of usual signs among the bytes that are no ASCII; None if the file is not in this encoding."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content)
    except UnicodeDecodeError:
        return None
    if UNUSUAL.search(text):
        return None
    parts = NO_ASCII.findall(text)
    size = len("".join(parts).encode(encoding))
    if encoding in WORDS:
        usual = [found for part in parts for found in WORDS[encoding].findall(part)]
    else:
        usual = [sign for part in parts for sign in part if sign in _signs(encoding)]
    return len("".join(usual).encode(encoding)) / max(size, 1)


@cache
def _signs(encoding: str) -> frozenset[str]:
    """The usual signs of an encoding in two bytes."""
    first, second = PAIRS[encoding]
    pairs = (bytes((high, low)) for high in _within(first) for low in _within(second))
    return frozenset(pair.decode(encoding, "ignore") for pair in pairs)


def _within(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)
