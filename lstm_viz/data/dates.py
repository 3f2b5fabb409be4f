"""Reads dates in the ways that people and programs write them."""

import datetime
import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

LOOKED_AT, FEW, LONGEST = 50, 8, 64
JOINT = r"(?: ?[-/.] ?| )"
YEAR, SHORT_YEAR = r"(?P<y>\d{4})", r"'?(?P<y>\d{4}|\d{2})"
FISCAL_YEAR = r"(?:FY ?|')?(?P<y>\d{4}|(?:(?<=FY)|(?<=FY )|(?<='))\d{2})"
LIKELY_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d|21\d\d)"
MONTH, DAY, WORD = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", r"(?P<w>[^\W\d_]{3,12})\.?"
ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "KST": 540}
ZONES |= {
    "JST": 540,
    "EDT": -240,
    "EST": -300,
    "CDT": -300,
    "CST": -360,
    "MDT": -360,
    "MST": -420,
    "PDT": -420,
    "PST": -480,
}
OFFSET = r"(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?"
TWO = r"(?P<m>\d{2})(?P<d>\d{2})"
HALVES = ("오전", "오후", "上午", "下午", "午前", "午後")  # before noon and after noon, by turns
CLOCK = (
    rf"(?:(?P<before>[AaPp][Mm]|{'|'.join(HALVES)}) ?)?(?P<H>\d{{1,2}})"
    r"(?: ?[:.h시時时] ?(?P<M>\d{1,2})(?: ?[:.분分] ?(?P<S>\d{1,2})[초秒]?(?:[.,:](?P<f>\d{1,9}))?)?)?[시時时분分]?"
    rf"(?: Uhr)?[ -]?(?P<after>[AaPp]\.?[Mm]\.?|(?<=:\d\d)[AaPp]|(?<=\d )(?:{'|'.join(HALVES)}))?"
    rf" ?(?P<zone>{OFFSET}|{'|'.join(ZONES)})?"
)
ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925, "民國": 1911, "中華民國": 1911}
"""An era of Japan, or that of Taiwan → the year before its first."""
TAIWAN = 1911  # of a year in three digits
ERA = rf"(?:(?P<era>{'|'.join(ERAS)}) ?(?P<of_era>\d{{1,3}}|元)|(?P<of_taiwan>1\d\d))"
TRIMESTER = r"(?:[º°oe.]|er|st|nd|rd|th)? ?(?:trim(?:estre)?|кв(?:артал)?|quart(?:al|er)|vj)\.?(?: de)? ?"
ASIAN_QUARTER = r"[년年]? ?第?(?P<q2>[1-4])(?: ?분기|/4|季度|四半期|[QT])"
TEXTS = {
    "year-month-day": rf"{YEAR}{JOINT}{MONTH}{JOINT}{DAY}\.?",
    "년-월-일": rf"{SHORT_YEAR} ?[년年] ?{MONTH} ?[월月]份?(?: ?{DAY} ?[일日])?",
    "day/month/year": rf"{DAY}{JOINT}{MONTH}{JOINT}{SHORT_YEAR}\.?",
    "month/day/year": rf"{MONTH}{JOINT}{DAY}{JOINT}{SHORT_YEAR}\.?",
    "short year-month-day": rf"'?(?P<y>\d{{2}}){JOINT}{MONTH}{JOINT}{DAY}\.?",
    "year-month": rf"'?(?P<y>\d{{4}}|(?<=')\d{{2}})(?:{JOINT}|M|:(?=\d\d)){MONTH}\.?(?: ?월)?",
    "month/year": rf"{MONTH}[-/.]{YEAR}",
    "day month-word year": rf"{DAY}(?:st|nd|rd|th)?(?: de |[-/. ]{{0,2}}){WORD}(?: de |[-/., ]{{0,2}}){SHORT_YEAR}",
    "month-word day, year": rf"{WORD}[-/. ]{{0,2}}{DAY}(?:st|nd|rd|th)?[-/,. ]{{1,2}}{SHORT_YEAR}",
    "month-word day clock year": rf"{WORD} {DAY} (?P<H>\d\d?):(?P<M>\d\d):(?P<S>\d\d)(?: [A-Z]{{3,4}})? {YEAR}",
    "month-word year": rf"{WORD}(?: de |[-/., ]{{0,2}}){SHORT_YEAR}",
    "year month-word day": rf"{YEAR}[-/ .]{{0,2}}{WORD}(?:[-/ .]{{1,2}}{DAY}\.?)?",
    "year and quarter": rf"{FISCAL_YEAR}[-/. ]?(?:(?:[QT]|:(?!\d\d))(?P<q>[1-4])|{ASIAN_QUARTER})",
    "quarter and year": rf"(?:[QT](?P<q>[1-4])|(?P<q2>[1-4])(?:[QT]|{TRIMESTER}))[-/ ]?(?:FY ?)?{SHORT_YEAR}",
    "year and half": rf"{YEAR}[-/. ]?(?:[HS](?P<half>[12])|년? ?(?P<half2>[상하])반기)",
    "half and year": rf"[HS](?P<half>[12])[-/ ]?(?:FY ?)?{SHORT_YEAR}",
    "year and day of year": rf"{YEAR}-(?P<doy>\d{{3}})",
    "YYYYMMDD": rf"{YEAR}{TWO}",
    "YYYYMMDDThhmm": rf"{YEAR}{TWO}[T_ ;-](?P<H>\d{{2}})(?P<M>\d{{2}})(?P<S>\d{{2}})?(?P<zone>Z|[+-]\d{{4}})?",
    "year and week": rf"{YEAR}(?:[- ]?(?:W|KW) ?|년 ?)(?P<week>\d{{1,2}})(?:주차?|-(?P<weekday>[1-7]))?",
    "week and year": rf"(?:W|KW|week) ?(?P<week>\d{{1,2}})[-/, ]{{1,2}}{YEAR}",
    "year": rf"{FISCAL_YEAR} ?(?:학?년도?|年度?)?",
    "year/next year": rf"(?:FY ?)?{YEAR}[-/–](?P<next>\d{{4}}|\d{{2}})(?: ?년도?|年度)?",
    "era year-month-day": rf"{ERA}(?:年|[-/.]){MONTH}(?:月|[-/.]){DAY}日?",
    "era year-month": rf"{ERA}年{MONTH}月",
    "era year": rf"{ERA}年度?",
}
"""The name of a way to write dates → its pattern. Earlier ways are preferred when several fit equally well."""
INTEGERS = {
    "YYYYMMDD": rf"{LIKELY_YEAR}{TWO}",
    "YYYYMM": rf"{LIKELY_YEAR}(?P<m>\d{{2}})",
    "year": LIKELY_YEAR,
    "YYYYDDD": rf"{LIKELY_YEAR}(?P<doy>\d{{3}})",
    "YYMMDD": rf"(?P<y>\d{{2}}){TWO}",
    "YYYYMMDDhh": rf"{LIKELY_YEAR}{TWO}(?P<H>\d{{2}})",
    "YYYYMMDDhhmm": rf"{LIKELY_YEAR}{TWO}(?P<H>\d{{2}})(?P<M>\d{{2}})",
    "YYYYMMDDhhmmss": rf"{LIKELY_YEAR}{TWO}(?P<H>\d{{2}})(?P<M>\d{{2}})(?P<S>\d{{2}})",
    "year.month": rf"{LIKELY_YEAR}\.(?P<m>\d{{2}})",
    "decimal year": r"(?P<y>1[5-9]\d\d|20\d\d)(?:\.(?P<part>\d{1,14}))?",
    "days since 1900": r"(?P<days>[2-5]\d{4}(?:\.\d{1,12})?)",
    "Julian day": r"(?P<julian>24\d{5}(?:\.\d{1,10})?)",
    "seconds since 1970": r"(?P<s>\d{9,10}(?:\.\d{1,9})?|1\.\d{1,15}e\+?0?9)",
    "milliseconds since 1970": r"(?P<ms>\d{12,13}|1\.\d{1,15}e\+?12)(?:\.0)?",
    "microseconds since 1970": r"(?P<us>\d{16})",
    "nanoseconds since 1970": r"(?P<ns>\d{19})",
}
"""The same for dates that are plain numbers."""
WRITTEN = {
    "year-month-day": "2026-12-31",
    "년-월-일": "2026년 12월 31일",
    "day/month/year": "31/12/2026",
    "month/day/year": "12/31/2026",
    "short year-month-day": "26-12-31",
    "year-month": "2026-12",
    "month/year": "12/2026",
    "day month-word year": "31 Dec 2026",
    "month-word day, year": "Dec 31, 2026",
    "month-word day clock year": "Dec 31 23:59:59 2026",
    "month-word year": "Dec 2026",
    "year month-word day": "2026 Dec 31",
    "year and quarter": "2026 Q4",
    "quarter and year": "Q4 2026",
    "year and half": "2026-H2",
    "half and year": "H2 2026",
    "year and day of year": "2026-365",
    "YYYYMMDD": "20261231",
    "YYYYMMDDThhmm": "20261231T2359",
    "year and week": "2026-W53",
    "week and year": "W53/2026",
    "year": "2026",
    "year/next year": "2026/27",
    "era year-month-day": "令和8年12月31日",
    "era year-month": "令和8年12月",
    "era year": "令和8年",
    "YYYYMM": "202612",
    "YYYYDDD": "2026365",
    "YYMMDD": "261231",
    "YYYYMMDDhh": "2026123123",
    "YYYYMMDDhhmm": "202612312359",
    "YYYYMMDDhhmmss": "20261231235959",
    "year.month": "2026.12",
    "decimal year": "2026.999",
    "days since 1900": "46387",
    "Julian day": "2461406.5",
    "seconds since 1970": "1798761599",
    "milliseconds since 1970": "1798761599000",
    "microseconds since 1970": "1798761599000000",
    "nanoseconds since 1970": "1798761599000000000",
}
"""The name of each way → the last day of 2026, or its last second, as it is written in this way."""
EPOCHS = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}
EARLIEST = 1500
FIRST_YEAR, LAST_YEAR = 1980, 2100  # of a plain number that may be seconds since 1970
WITHOUT_CLOCK = ("year", "year/next year", "era year", "year and quarter", "year and week")  # 2022:1 is no hour
DAY_FIRST, MONTH_FIRST = "day/month/year", "month/day/year"
# English, French, Spanish, Italian, German, Portuguese, Dutch, Turkish, Polish, Russian, Swedish, Hungarian and
# Indonesian, without accents; and abbreviations that are no beginnings.
MONTH_NAMES = (
    "january janvier enero gennaio januar janeiro januari ocak styczen stycznia январь января",
    "february fevrier febrero febbraio februar fevereiro februari subat luty lutego февраль февраля",
    "march mars marzo marz marco maart mrz mrt marzec marca maret март марта marcius",
    "april avril abril aprile nisan kwiecien kwietnia апрель апреля aprilis",
    "may mai mayo maggio maio mei mayis maj maja маи мая majus",
    "june juin junio giugno juni junho haziran czerwiec czerwca июнь июня junius",
    "july juillet julio luglio juli julho temmuz lipiec lipca июль июля julius",
    "august aout agosto augustus agustos agustus sierpien sierpnia август августа augusztus",
    "september septembre septiembre settembre setembro eylul wrzesien wrzesnia сентябрь сентября szeptember",
    "october octobre octubre ottobre oktober outubro ekim pazdziernik pazdziernika октябрь октября",
    "november novembre noviembre novembro kasim listopad listopada ноябрь ноября",
    "december decembre diciembre dicembre dezember dezembro aralik grudzien grudnia декабрь декабря desember",
)
MONTHS = {
    name[:length]: at
    for at, names in enumerate(MONTH_NAMES, start=1)
    for name in names.split()
    for length in range(3, len(name) + 1)
    if name[:length] != "jui"  # June or July
}
"""A month's name without accents, or three letters or more of its beginning → its number."""
LAST_SHORT_YEAR = 68  # 69 is 1969, as in C and Python
WEEKDAYS = (  # German, French, Spanish and Italian; what is short in the other languages is a month, too
    "mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
    "|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|domenica"
)
BESIDES = re.compile(  # what may stand beside a date: weekdays, words in brackets, marks of provisional values
    r"\(?(?:[월화수목금토일]요일|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)\.?\)?,?"
    rf"|^(?:{WEEKDAYS})\.?,? (?=\d{{1,2}}[-./ ])|[ (](?:星期|周)[一二三四五六日]\)?"
    r"|\([월화수목금토일月火水木金土日]\)| ?\(?[pe]\)$|(?<=\d) [pe]$| ?[*†‡]{1,9}$"
    r"|(?<=\d):$|(?<=\d{4}) (?-i:est|prov|prel)\.?$|(?<=\d) ?г(?:\.|ода)?$"
    r"| ?\([^()]{1,30}\)(?= |$)| ?\[[^\[\]]{1,30}\](?= |$)",
    re.IGNORECASE,
)
# The date of a span of time, such as 2023-03-06 ~ 2023-03-12 or 06.03.2023 00:00 - 06.03.2023 01:00, is its beginning.
SPAN = re.compile(
    r"(?: ?[~–—]| -(?= \d{1,4} ?[-/.]\d)|(?<=:\d\d) -(?= )|(?<=[-:]\d\d)/(?=\d{4}-)| to(?= )| bis(?= )) ?\d.*"
)
USUAL = re.compile(r"(?:[\d/.:]+|[\d.:TZ-]+)(?: [\d:.]+)?")  # nothing stands beside it
ZONED = re.compile(rf"(?:{OFFSET}|{'|'.join(ZONES)})$")
HALF = re.compile("[AP]M", re.IGNORECASE)
CLOCKED = re.compile(CLOCK)
EPOCH = datetime.datetime(1970, 1, 1)
JULIAN_EPOCH = 2_440_587.5  # the Julian day of EPOCH
YEARS_OF_BUDDHA, BUDDHA = range(2500, 2600), 543  # as they are counted in Thailand
FIRST_DAY = datetime.datetime(1899, 12, 30)  # of spreadsheets
NEAR_MONTH = 0.013  # of a month: 1949.08 is February


@dataclass(frozen=True)
class Way:
    """A way to write dates.

    Attributes:
        name: The name of the way: a key of TEXTS or INTEGERS.
        pattern: What a cell must match.
        to_utc: Whether offsets from UTC are subtracted, because those of the column differ.
        is_asked: Whether another order of day and month fits as well.
        is_thai: Whether the years are those of the Thai calendar.
    """

    name: str
    pattern: re.Pattern[str]
    to_utc: bool = False
    is_asked: bool = False
    is_thai: bool = False

    def read(self, cell: str) -> datetime.datetime | None:
        """The date in a cell; None if the cell holds none that is written in this way."""
        return self.read_plain(bare_date(cell))

    def read_plain(self, cell: str) -> datetime.datetime | None:
        """The date in a cell that holds no name of a weekday."""
        if (found := self.pattern.fullmatch(cell)) is None:
            return None
        try:
            parts = {name: part for name, part in found.groupdict().items() if part}
            if self.is_thai:
                parts["y"] = f"{int(parts['y']) - BUDDHA}"
            return _moment(parts, self.to_utc)
        except (ValueError, OverflowError, KeyError):
            return None


TIME = rf"(?:(?:[T,_: ]| -) ?{CLOCK})?"
TEXT_WAYS = tuple(
    Way(name, re.compile(text if "(?P<H>" in text or name in WITHOUT_CLOCK else text + TIME, re.IGNORECASE))
    for name, text in TEXTS.items()
)
INTEGER_WAYS = tuple(Way(name, re.compile(text)) for name, text in INTEGERS.items())


def way_of(
    cells: Sequence[str], *, day_first: bool | None = None, integers: bool = False, name: str | None = None
) -> Way | None:
    """The way in which most of these cells are dates; None if there is none.

    Args:
        cells: The cells of a column that are not missing.
        day_first: Whether the day comes before the month; None if the cells shall tell. What fits most cells is taken,
            then what gives even steps: 1/1, 2/1, 3/1 … 12/1, 1/1 are months.
        integers: Whether the cells are plain numbers.
        name: The name of the only way that is asked for; None for all.
    """
    fitting = fitting_ways(cells, integers=integers)
    if day_first is not None:
        fitting = [way for way in fitting if way.name != (MONTH_FIRST if day_first else DAY_FIRST)]
    if name is not None:
        fitting = [way for way in fitting if way.name == name]
    names = [way.name for way in fitting]
    if day_first is None and {DAY_FIRST, MONTH_FIRST} <= set(names) and bare_date(cells[0])[:3].find(".") > 0:
        del fitting[names.index(MONTH_FIRST)]  # with points the day is first wherever they are in use
    if not fitting:
        return None
    way = fitting[0] if len(fitting) == 1 else _best(fitting, cells)
    dates = [date for cell in (*cells[:FEW], cells[-1]) if (date := way.read(cell))]
    is_thai = bool(dates) and all(date.year in YEARS_OF_BUDDHA for date in dates)
    return replace(_zoned(way, cells), is_thai=is_thai)


def fitting_ways(cells: Sequence[str], *, integers: bool = False) -> list[Way]:
    """All ways in which most of these cells are dates. The arguments are those of `way_of`."""
    some = [bare_date(cell) for cell in (*cells[:LOOKED_AT], *cells[LOOKED_AT:][-LOOKED_AT:])]
    few = some[:: max(1, len(some) // FEW)]  # most columns hold no dates, and these cells tell
    ways = [way for way in (INTEGER_WAYS if integers else TEXT_WAYS) if any(way.read_plain(cell) for cell in few)]
    least = len(some) / 2 if len(some) > 3 else len(some) / 2 + 0.1
    return [way for way in ways if sum(way.read_plain(cell) is not None for cell in some) >= least]


def _best(fitting: Sequence[Way], cells: Sequence[str]) -> Way:
    """The way that fits most cells, then the one with the most even steps, then the first."""
    scores: dict[Way, tuple[int, bool, int]] = {}
    most_missed = len(cells)
    some = cells[:: max(1, len(cells) // LOOKED_AT)]  # the likely way first: another is then left at its first misses
    for way in sorted(fitting, key=lambda way: sum(way.read(cell) is None for cell in some)):
        if (dates := _read_all(way, cells, most_missed)) is not None:
            most_missed = dates.count(None)
            scores[way] = _score(dates)
    fitting = [way for way in fitting if way in scores]
    is_american = any(HALF.search(cell) for cell in cells[:LOOKED_AT])
    best = max(fitting, key=lambda way: (scores[way], is_american and way.name == MONTH_FIRST))
    others = [way for way in fitting if way is not best and way.name in (DAY_FIRST, MONTH_FIRST)]
    is_asked = best.name in (DAY_FIRST, MONTH_FIRST) and any(scores[way] == scores[best] for way in others)
    return Way(best.name, best.pattern, is_asked=is_asked)


def _read_all(way: Way, cells: Sequence[str], most_missed: int) -> list[datetime.datetime | None] | None:
    """The dates in all cells; None once the way has missed more cells than `most_missed`, as another has not."""
    dates: list[datetime.datetime | None] = []
    missed = 0
    for cell in cells:
        dates.append(way.read(cell))
        missed += dates[-1] is None
        if missed > most_missed:
            return None
    return dates


def _score(dates: Sequence[datetime.datetime | None]) -> tuple[int, bool, int]:
    known = [date for date in dates if date is not None]
    steps = [(after - before).total_seconds() for before, after in itertools.pairwise(known)]
    is_ordered = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    most = max(map(abs, steps), default=0)
    is_daily = bool(steps) and most <= 5 * 86_400 and is_ordered
    is_monthly = is_ordered and all(date.day == 1 or date.day >= 28 for date in known)
    return len(known), is_ordered, is_daily + is_monthly


def _zoned(way: Way, cells: Sequence[str]) -> Way:
    if way.name not in TEXTS or not any(ZONED.search(cell) for cell in cells[:LOOKED_AT] if ":" in cell):
        return way
    zones = {found[0] for cell in cells if (found := ZONED.search(cell))}
    return replace(way, to_utc=len(zones) > 1)


def is_date(cell: str) -> bool:
    """Whether a cell is a date that is not a plain number, but YYYYMMDD."""
    return _is_bare_date(bare_date(cell))


@lru_cache(maxsize=1024)
def _is_bare_date(plain: str) -> bool:
    """A header, what is below it and titles above it are asked about again and again, and there are many ways."""
    return any(way.read_plain(plain) is not None for way in TEXT_WAYS)


def is_clock(cell: str) -> bool:
    """Whether a cell is a time of day with at least hours and minutes, or with AM or PM. 18.00 is a number."""
    if len(cell) > LONGEST or not (found := CLOCKED.fullmatch(bare_date(cell))):
        return False
    has_word = found["before"] or found["after"] or any(sign in cell for sign in "시時时")
    has_marks = found["M"] and (":" in cell or found["S"])
    return bool(has_word or has_marks) and int(found["H"]) <= 24 and int(found["M"] or 0) < 60


def month_of(name: str) -> int | None:
    """The month that a word or a number with 월 names, such as Jan, March or 3월; None for another text."""
    plain = name.strip().rstrip(".").lower()
    if plain.endswith("월") and plain[:-1].isdecimal() and 1 <= int(plain[:-1]) <= 12:
        return int(plain[:-1])
    return MONTHS.get(_unaccented(plain)) if len(plain) <= 12 else None


def _unaccented(word: str) -> str:
    signs = unicodedata.normalize("NFKD", word.lower().replace("ı", "i"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def bare_date(cell: str) -> str:
    """A cell without what stands beside its date, and with single blanks; empty if it is too long for a date."""
    if len(cell) > LONGEST:
        return ""
    is_usual = USUAL.fullmatch(cell) and not cell.endswith(":")
    return cell if is_usual else " ".join(SPAN.sub("", BESIDES.sub(" ", cell)).split())


def _moment(parts: dict[str, str], to_utc: bool) -> datetime.datetime:
    for unit in EPOCHS.keys() & parts.keys():
        moment = EPOCH + datetime.timedelta(seconds=float(parts[unit]) * EPOCHS[unit])
        if not FIRST_YEAR <= moment.year < LAST_YEAR:
            raise ValueError
        return moment.replace(microsecond=round(moment.microsecond, -1) % 1_000_000) if unit == "ns" else moment
    if days := parts.get("days"):
        return FIRST_DAY + datetime.timedelta(seconds=round(float(days) * 86_400))
    if julian := parts.get("julian"):
        return EPOCH + datetime.timedelta(seconds=round((float(julian) - JULIAN_EPOCH) * 86_400))
    year = _year(parts)
    if part := parts.get("part"):
        return _within_year(year, float(f"0.{part}"))
    if week := parts.get("week"):
        return datetime.datetime.fromisocalendar(year, int(week), int(parts.get("weekday", 1)))
    if doy := parts.get("doy"):
        return datetime.datetime.strptime(f"{year} {doy}", "%Y %j") + _clock(parts)
    month = int(parts.get("m", 1))
    if word := parts.get("w"):
        month = MONTHS[_unaccented(word)]
    if quarter := parts.get("q") or parts.get("q2"):
        month = 3 * int(quarter) - 2
    if half := parts.get("half") or parts.get("half2"):
        month = 1 if half in "1상" else 7
    day = datetime.datetime(year, month, int(parts.get("d", 1)))
    return day + _clock(parts) - datetime.timedelta(minutes=_offset(parts.get("zone", "")) if to_utc else 0)


def _year(parts: dict[str, str]) -> int:
    if taiwan := parts.get("of_taiwan"):
        return TAIWAN + int(taiwan)
    if "era" in parts:
        return ERAS[parts["era"].upper()] + (1 if parts["of_era"] == "元" else int(parts["of_era"]))
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year <= LAST_SHORT_YEAR else 1900
    if year < EARLIEST:  # of the calendars of Iran or Islam
        raise ValueError
    if not f"{year + 1}".endswith(parts.get("next", "")):
        raise ValueError
    return year


def _within_year(year: int, part: float) -> datetime.datetime:
    """The date in a part of a year; the first of a month, if it is near enough."""
    if abs(12 * part - round(12 * part)) < NEAR_MONTH and round(12 * part) < 12:
        return datetime.datetime(year, round(12 * part) + 1, 1)
    return datetime.datetime(year, 1, 1) + datetime.timedelta(days=round(part * 365.2425))


def _clock(parts: dict[str, str]) -> datetime.timedelta:
    hour, minute, second = (int(parts.get(name, 0)) for name in "HMS")
    if half := parts.get("before") or parts.get("after"):
        is_late = half in HALVES[1::2] or half[0] in "Pp"
        hour = hour % 12 + 12 * is_late if hour <= 12 else hour
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second):
        raise ValueError
    fraction = float(f"0.{parts['f']}") if "f" in parts else 0.0
    return datetime.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=round(fraction * 1e6))


def _offset(zone: str) -> int:
    """The minutes after UTC."""
    if zone.upper() in ZONES or not zone:
        return ZONES.get(zone.upper(), 0)
    zone = zone.upper().removeprefix("UTC").removeprefix("GMT")
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (1 if zone[0] == "+" else -1) * (60 * int(digits[:2]) + int(digits[2:]))
