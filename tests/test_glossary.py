"""The glossary: one term for one thing, and every name in it is one of ours."""

from __future__ import annotations

import re
from collections import Counter

from tests.support import source
from tools.catalogue import korean

COLUMNS = ["Term", "Korean", "What it is", "In code", "Not used"]
LINES = (source.ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
NOTHING = "–"


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows() -> list[list[str]]:
    """What is below each heading of terms, up to the end of its table."""
    found, inside = [], False
    for line in LINES:
        if not line.startswith("|"):
            inside = False
        elif cells(line) == COLUMNS:
            inside = True
        elif inside and set(line) - set("|-"):
            found.append(cells(line))
    return found


ROWS = rows()


def test_it_is_read():
    tables = sum(cells(line) == COLUMNS for line in LINES if line.startswith("|"))
    assert tables == sum(line.startswith("## ") for line in LINES)
    assert len(ROWS) > 60


def test_every_row_fills_every_column():
    assert [row for row in ROWS if len(row) != len(COLUMNS) or not all(row)] == []


def test_what_it_is_is_said_in_sentences():
    assert [row for row in ROWS if not row[2].endswith(".")] == []


def test_no_term_is_defined_twice():
    english = Counter(row[0].lower() for row in ROWS)
    korean = Counter(re.sub(r"\(.*?\)| ", "", row[1]) for row in ROWS)  # without what is said once, in brackets
    assert [term for counts in (english, korean) for term, count in counts.items() if count > 1] == []


def test_every_name_in_code_exists():
    words = {word for path in source.files(".py", folders=("lstm_viz",)) for word in names(path)}
    asked = [(row[0], name) for row in ROWS for name in re.findall(r"`(.+?)`", row[3])]
    assert [each for each in asked if each[1] not in words] == []
    assert [row for row in ROWS if re.sub(r"`\w+`(, )?", "", row[3]) not in ("", NOTHING)] == []


def names(path) -> set[str]:
    return set(re.findall(r"\w+", (source.ROOT / path).read_text(encoding="utf-8")))


def test_what_is_not_used_is_told_for_both_languages():
    told = [row[4].split("; ") for row in ROWS]
    assert [each for each in told if len(each) != 2 or re.search("[가-힣]", each[0])] == []


def test_no_term_is_among_its_own_words_not_used():
    own = [(row[0], word) for row in ROWS for word in re.split("[,;] ", row[4]) if word in (row[0], row[1])]
    assert own == []


def test_no_english_text_has_the_words_that_are_not_used():
    """Only words of several words are looked for: a single one may mean something else."""
    texts = [message.id for message in korean() if message.id]
    used = []
    for row in ROWS:
        for word in row[4].split("; ")[0].split(", "):
            found = [text for text in texts if re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE)]
            used += [(row[0], word, found[0])] if " " in word and found else []
    assert used == []


# Where a Korean word that the glossary does not use for one thing says something else: word → what it then stands in.
SAYS_SOMETHING_ELSE = {
    "블록": "블록의 색|빈 블록|게이트별 블록",  # of a drawing, or of a matrix
    "메모리": "메모리[가를]?",  # of a computer
    "네트워크": "네트워크에 연결",  # of computers
    "상태 유지": r"상태 유지\(stateful\)",  # the page, which says the term itself
    "단계": "단계별로|[}]단계보다",  # the page Step through, and brackets in brackets
    "변수": "변수[의는]",  # of TensorFlow
    "예제": "예제[를]?",  # a file to look at
    "공백": "공백[이과으로]*",  # what is typed between numbers, for which it is the term
    "비트": "비트[의]?",  # of a number in the task Parity
    "나쁨": "더 나쁨",  # of a forecast
    "문제": "배치의 문제|코드에는 문제|의존성 문제|내 신경망은 무엇이 문제",  # in its plain sense
    "반복": "마지막 값 반복|직전 주기 반복",  # the names of two forecasts
    "로그": "로그 눈금",  # of an axis
    "점수": "스킬 점수|점수는 매기지",  # of a forecast, and of a pupil
    "추측": "무작위 추측",  # what chance gets right
    "튜토리얼": "튜토리얼",  # those of other people
    "체크포인트": "TensorFlow의 체크포인트",  # its files
    "탭": "탭",  # between columns of a file
    "주소": "이 주소를",  # what is copied
    "보기": "보기|보기와|보기에서",  # to look
    "리셋": "^리셋$",  # the reset gate in a narrow box
}
# Words with "(alone)" that are too common in other senses: the sentence around them says which is meant.
COMMON = {"직전 (alone)", "시퀀스 (alone)", "부정 (alone)"}
# As the end of a word: none, or one of these particles.
PARTICLES = (
    "은 는 이 가 을 를 에 의 로 으로 과 와 도 만 나 이나 마다 부터 까지 에서 에는 에도 처럼 보다 이라 라면 이라면 "
    "입니다 이다 인 들"
)


def korean_words() -> list[tuple[str, str]]:
    """Each Korean word that is not used, and the expression that finds it. What a bracket says of it is left out."""
    words = {word for row in ROWS for word in row[4].split("; ")[1].split(", ")}
    words -= {word for word in words if word in COMMON or re.search(r"\((?!alone)", word)}
    ending = rf"(?=(?:{'|'.join(PARTICLES.split())})?(?![가-힣]))"
    bare = sorted(word.removesuffix(" (alone)") for word in words)
    return [(word, rf"(?<![가-힣]){re.escape(word)}{ending}") for word in bare]


def without_terms(text: str, word: str) -> str:
    """A text without the terms that hold a word, and without the places where the word says something else."""
    terms = {each for row in ROWS for each in (row[1], re.sub(r"\(.*?\)", "", row[1])) if word in each and word != each}
    for term in sorted(terms, key=len, reverse=True):
        text = text.replace(term, "")
    return re.sub(SAYS_SOMETHING_ELSE.get(word) or "$^", "", text)


def test_no_korean_text_has_a_word_that_is_not_used():
    texts = [message.string for message in korean() if message.id]
    words = korean_words()
    assert len(words) > 120
    used = [
        (word, text)
        for word, pattern in words
        for text in texts
        if word in text and re.search(pattern, without_terms(text, word))
    ]
    assert used == []


def test_what_says_something_else_is_not_used_for_something_and_is_said():
    texts = [message.string for message in korean() if message.id]
    words = dict(korean_words())
    assert [word for word, places in SAYS_SOMETHING_ELSE.items() if word not in words] == []
    silent = [
        word for word, places in SAYS_SOMETHING_ELSE.items() if not any(re.search(places, text) for text in texts)
    ]
    assert silent == []
