"""Whatever is in a file, it is read as a table or refused with a sentence of ours."""

import random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_viz.data.rows import LONGEST_LINE, MOST_CELLS
from lstm_viz.data.table import read_table
from lstm_viz.lessons.time_series.gaps import filled, gaps_of
from tests.support.sentences import refusal

NOT_TEXT = "The file is not text"
EMPTY = "There is no data"
QUOTE = "Row {} cannot be read. Is a quotation mark left open?"


def said(content: bytes | str) -> str:
    return refusal(lambda: read_table(content.encode() if isinstance(content, str) else content))


def table(text: str) -> list[list[float]]:
    return read_table(text.encode()).values.tolist()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", EMPTY),
        ("\ufeff", EMPTY),
        ("\ufeff\r\n\r\n", EMPTY),
        ("\n" * 100_000, EMPTY),
        (",,\n,,\n", EMPTY),
        (",,\n", EMPTY),
        (";", EMPTY),
        ('""', EMPTY),
        ('"",""\n"",""\n', EMPTY),
        ("a,b\n", "There are fewer than two rows"),
        ("a,b\n,\n,\n", "There are fewer than two rows"),
        ('"\n', "There are fewer than two rows"),
        ("\x00a,b\n1,2\n", NOT_TEXT),
        (b"1\x00,\x002\x00\n\x00", "There are fewer than two rows"),
        ("1,2\n3,4\n".encode("utf-32"), NOT_TEXT),
        (b"\xff\xfe1", NOT_TEXT),
        (b"PK\x03\x04\xff\xff\xff\xff", "The file is an Excel workbook or a ZIP archive"),
        ('a,b\n1,2\n3,"' + "x" * LONGEST_LINE, "Row 3 has more than 131,072 characters"),
        ('a,b\n1,2\n3,"' + "x\n" * LONGEST_LINE, QUOTE.format(3)),
        ('v,t\n1,a\n2,b\n3,"c\n4,d\n5,e\n', QUOTE.format(4)),
        ('a,b\n1,2\n3,4\n"' + "1,2\n" * 4_999_990, QUOTE.format(4)),
        ('a,b\n"' + "1,2\n" * 50, 'Row 2, column a,b: “"1,2” is not a number'),
        ("," * 1000 + "\n1" + "," * 1000, "There are 1001 columns: at most 200"),
        ("1;2\n" + "1;" * 60_000, "Row 2 and the first row have different numbers of cells: 60001 and 2"),
        ("x" * 1_000_000, "Row 1 has more than 131,072 characters"),
        ("1," * 10_000_000, "Row 1 has more than 131,072 characters"),
        (
            "1\t" * 199 + "1\n" + ("1\t" * 199 + "1\n") * (MOST_CELLS // 200),
            "There are too many cells: at most 1,000,000",
        ),
        ("1\n" * 9_000_000 + "\U0001f600", "There are too many rows: at most 50,000"),
        ("a,b\n1,e5\n2,.e5\n3,+e5\n", None),
        ("e5\nNA", "There are fewer than two rows"),
        ("a;b\n1;" + "x y" * 40_000 + "\n2;3\n4;5\n6;7", "Row 2, column b: “x yx yx y"),
    ],
)
def test_what_cannot_be_a_table_is_told(content, sentence):
    told = said(content)
    assert told.startswith(sentence) if sentence else told == ""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n", "\n\n", "\n \n"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\r\n"])
def test_lines_end_in_any_way(ends, start):
    lines = ["a,b", "1,2", '3,"4"', '5,"6"']
    assert table(start + ends.join(lines)) == table(start + ends.join(lines) + ends) == [[1, 2], [3, 4], [5, 6]]


def test_lines_that_end_in_different_ways_are_counted_as_an_editor_does():
    assert said("a,b\r\n1,2\r3,4\n\n5,x\r\n7,8\r9,1").startswith("Row 5, column b: “x” is not a number")
    assert said('a,b\n1,"2"\n3,"\n"\n5,x\n7,8\n9,1').startswith("Row 5, column b: “x” is not a number")


def test_other_breaks_are_blanks_in_a_cell():
    assert table("a\x0c,b\u2028c\n1\x0b,2\x85\n3,4") == [[1, 2], [3, 4]]


def test_a_line_feed_in_quotes_parts_no_rows():
    read = read_table(b'v,t\n1,"a\nb"\n2,"c\n\nd"\n3,e\n')
    assert (read.values[:, 0].tolist(), read.lines.tolist()) == ([1, 2, 3], [2, 4, 7])


def test_quotes_around_the_numbers_of_one_column():
    assert table('"v"\n"1.5"\n"2.5"\n') == [[1.5], [2.5]]


def test_empty_cells_at_the_end_of_the_last_row_stay():
    assert np.isnan(table("1\t2\n3\t4\n5\t")[2][1])


# A mark between one and three digits and three more tells nothing; any other number of the file does.
LONE = [("1.234", "1.234,0", "1.2340"), ("1,234", "1,234.0", "1,2340"), ("-12.345", "-12.345,0", "-12.3450")]


@pytest.mark.parametrize("between", [";", "\t", "|", " "])
@pytest.mark.parametrize(("cell", "as_thousands", "as_decimals"), LONE)
def test_a_lone_mark_is_asked_about_and_one_number_of_the_file_decides(cell, as_thousands, as_decimals, between):
    small, large = float(cell.replace(",", ".")), float(cell.replace(",", "").replace(".", ""))
    rows = [("a", "b"), (cell, "1"), ("2", "3")]

    def text(first: str = "2") -> str:
        return "\n".join(between.join(row) for row in (*rows, (first, "4")))

    told = said(text())
    assert told.startswith(
        f"Row 2, column a: “{cell}” could mean {small:g} or {large:g}. Write it as “{as_decimals}” or as"
    )
    assert as_thousands in told
    assert table(text(as_thousands))[0] == [large, 1]
    assert table(text(as_decimals))[0] == [small, 1]


def test_a_lone_mark_far_below_is_asked_about_too():
    integers = "a;b\n" + "1;2\n" * 100
    assert said(f"{integers}1.234;5").startswith("Row 102, column a: “1.234” could mean")
    assert table(f"{integers}1.234;5\n1,5;2")[100] == [1234, 5]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("0.123;1\n0.456;2", [0.123, 1]),
        ("0,123;1\n0,456;2", [0.123, 1]),
        ("1.234.567;1\n2;2", [1234567, 1]),
        ("1,234,567;1\n2;2", [1234567, 1]),
        ("1.234,5;1\n2;2", [1234.5, 1]),
        ("1,234.5;1\n2;2", [1234.5, 1]),
        ("1.2345;1\n2;2", [1.2345, 1]),
        ("1,2345;1\n2;2", [1.2345, 1]),
        ("1.234,1\n2.345,2", [1.234, 1]),
        ('"1,234",1\n"2,345",2', [1234, 1]),
    ],
)
def test_what_has_one_reading_is_read(text, first):
    assert table(text)[0] == first


def test_dates_do_not_decide_about_numbers():
    assert said("2026.01;1,234\n2026.02;1,345").startswith("Row 1, column column 2: “1,234” could mean 1.234 or 1234.")


def test_commas_may_part_columns_or_thousands():
    assert said("1,234\n12,345").startswith(
        "“1,234” could be one number or several. Put semicolons between the columns"
    )
    assert table("1,23\n12,345") == [[1, 23], [12, 345]]


CELLS = [
    "1",
    "-2.5",
    "1,5",
    "1.234",
    "1,234",
    "1 000",
    "e5",
    ".e5",
    "+",
    "",
    " ",
    "NA",
    "x",
    "가",
    "٣",
    "１",
    "½",
    "1e400",
]
CELLS += ["2026-01-01", "2026-01-02", "01/02/2026", "12:00", "0001-01-01", "9999-12-31", "2026. 1. 1.", "202601", '"']
CELLS += [
    '""',
    '"1,5"',
    '"a\nb"',
    "\ufeff",
    "\x00",
    "\x1c",
    "\x85",
    "\u2028",
    "\x0c",
    "1_000",
    "inf",
    "1" * 400,
    "1e-320",
]
ENDS = [",", ";", "\t", "|", " ", "\n", "\r", "\r\n"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"]
mixed = st.lists(st.sampled_from(CELLS + 4 * ENDS), max_size=40).map("".join)
regular = st.builds(
    lambda cells, width, mark, end: end.join(mark.join(cells[at : at + width]) for at in range(0, len(cells), width)),
    st.lists(st.sampled_from(CELLS), max_size=12),
    st.integers(1, 4),
    st.sampled_from(ENDS[:5]),
    st.sampled_from(ENDS[5:]),
)


@settings(max_examples=600)
@given(st.one_of(mixed, regular, st.text(max_size=100)), st.sampled_from(ENCODINGS))
@example("a,b\n1,2\n3,4", "utf-16")
def test_any_file_is_a_table_or_refused_with_a_sentence(text, encoding):
    check(text.encode(encoding, errors="replace"))


def test_any_change_of_a_files_bytes_is_a_table_or_refused_with_a_sentence():
    draw = random.Random(0)
    files = ["date,v\n2026-01-01,1.5\n2026-01-02,\n2026-01-03,3\n", "t;v\n01.02.2026;1.234,5\n02.02.2026;-0,25\n"]
    for content in [text.encode(encoding) for text in files for encoding in ENCODINGS]:
        for _ in range(60):
            changed = bytearray(content)
            for _ in range(draw.randint(1, 4)):
                changed[draw.randrange(len(changed))] = draw.choice((0, 10, 13, 34, 44, 0xFF, draw.randrange(256)))
            check(bytes(changed[: draw.randint(1, len(changed))]))


def check(content: bytes) -> None:
    try_fill = []
    told = refusal(lambda: try_fill.append(read_table(content)))
    assert bool(told) != bool(try_fill)
    for read in try_fill:
        assert read.values.shape == (len(read.lines), len(read.columns))
        assert not np.isinf(read.values).any()
        gaps_of(read)
        for fill in ("previous", "linear", "drop"):
            refusal(lambda fill=fill, read=read: filled(read, fill, range(len(read.columns))))
