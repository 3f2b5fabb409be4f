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


def test_no_text_has_the_words_that_are_not_used():
    """Only words of several words are looked for: a single one may mean something else."""
    texts = [(message.id, message.string) for message in korean() if message.id]
    used = []
    for row in ROWS:
        for place, words in enumerate(row[4].split("; ")):
            for word in words.split(", "):
                found = [
                    each[place] for each in texts if re.search(rf"\b{re.escape(word)}", each[place], re.IGNORECASE)
                ]
                used += [(row[0], word, found[0])] if " " in word and found else []
    assert used == []
