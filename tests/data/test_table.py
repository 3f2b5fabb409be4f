"""A visitor's CSV: what is recognised, and what is said of one that is wrong."""

import datetime
import os
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.data.rows import MOST_ROWS, decoded
from lstm_viz.data.table import AS_FOUND, parse_table
from lstm_viz.lessons.time_series.ui import own_data


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse_table(text)
    return str(caught.value)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_separator_a_header_and_dates_are_recognised(separator):
    rows = [("date", "visitors", "warmth"), ("2026-01-01", "120", "3.5"), ("2026-01-02", "135", "-4.1")]
    table = parse_table("\n".join(separator.join(row) for row in rows))
    assert (table.columns, table.separator, table.decimal) == (("visitors", "warmth"), separator, ".")
    assert table.times == ("2026-01-01T00:00:00", "2026-01-02T00:00:00")
    assert table.values.tolist() == [[120, 3.5], [135, -4.1]]


@pytest.mark.parametrize(
    ("text", "columns", "values"),
    [
        (
            "date visitors warmth\n2026-01-01 120 3.5\n2026-01-02 135 -4.1",
            ("visitors", "warmth"),
            [[120, 3.5], [135, -4.1]],
        ),
        ("date time warmth\n2026-01-01 10:00 3.5\n2026-01-01 11:00 4", ("warmth",), [[3.5], [4]]),
        ("2026-01-01  10:00 3,5 4,5\n2026-01-01  11:00 4,0 5,5", ("column 2", "column 3"), [[3.5, 4.5], [4, 5.5]]),
        ("2026. 1. 1. 3.5\n2026. 1. 2. 4.5", ("column 2",), [[3.5], [4.5]]),
        ("  1.5    200\n 10.25   300\n", ("column 1", "column 2"), [[1.5, 200], [10.25, 300]]),
        ("a \t b\n1 \t 2\n3 \t 4", ("a", "b"), [[1, 2], [3, 4]]),
        ("date a b\n2026-01-01 100 200\n2026-01-02 300 400", ("a", "b"), [[100, 200], [300, 400]]),
    ],
)
def test_blanks_part_columns_but_neither_a_date_nor_its_clock(text, columns, values):
    table = parse_table(text)
    assert (table.columns, table.values.tolist()) == (columns, values)


@pytest.mark.parametrize("text", ["1 000\n2 500\n3 500", "price\n1 234\n2 345", "950\n1 234\n12 500"])
def test_blanks_between_thousands_part_no_columns(text):
    assert parse_table(text).values.shape[1] == 1
    assert parse_table(text).values[-1, 0] in (3500, 2345, 12500)


@pytest.mark.parametrize(
    "text",
    [
        "101 200\n101 205\n101 210",
        "my price\n101 205\n101 210",
        "2026-01-01 101 205\n2026-01-02 101 205",
        "date price\n2026-01-01 101 205\n2026-01-02 101 205",
    ],
)
def test_blanks_that_may_part_thousands_or_columns_are_asked_about(text):
    assert problem(text).startswith("“101 205” could be one number or several. Put semicolons between the columns")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_in_every_usual_encoding(encoding):
    text = "날짜,기온,도시\n2026. 1. 1.,3.5,서울\n2026. 1. 2.,4,서울\n"
    table = parse_table(decoded(text.encode(encoding)))
    assert (table.columns, table.left_out) == (("기온",), ("도시",))
    assert table.times[0] == "2026-01-01T00:00:00"


def test_a_picture_is_no_text():
    with pytest.raises(InputError, match="not text"):
        decoded(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe")


def test_a_decimal_comma_and_points_between_thousands():
    table = parse_table("t;v\n01.02.2026;1.234,5\n02.02.2026;-0,25\n")
    assert (table.decimal, table.values[:, 0].tolist()) == (",", [1234.5, -0.25])
    assert table.times == ("2026-02-01T00:00:00", "2026-02-02T00:00:00")


def test_commas_between_thousands_stand_in_quotes():
    assert parse_table('a,b\n"1,234.5",1\n"2,000",2\n').values[:, 0].tolist() == [1234.5, 2000]


def test_the_day_and_the_month_are_told_apart_by_the_rows_that_can():
    assert parse_table("t,v\n01/02/2026,1\n01/13/2026,2\n").times[0] == "2026-01-02T00:00:00"
    assert parse_table("t,v\n01/02/2026,1\n13/02/2026,2\n").times[0] == "2026-02-01T00:00:00"


def test_numbers_alone_without_a_header():
    table = parse_table("1.5\n2\n3\n")
    assert (table.columns, table.times, table.values[:, 0].tolist()) == (("column 1",), None, [1.5, 2, 3])


def test_the_latest_first_is_turned_around():
    table = parse_table("2026-01-03,3\n2026-01-02,2\n2026-01-01,1")
    assert table.values[:, 0].tolist() == [1, 2, 3]
    assert table.lines.tolist() == [3, 2, 1]


@pytest.mark.parametrize("empty", ["", "NA", "NaN", "null", "-", "결측"])
def test_an_empty_cell_is_a_gap(empty):
    values = parse_table(f"a,b\n1,2\n{empty},3\n4,5\n").values
    assert np.isnan(values[1, 0])
    assert np.isnan(values).sum() == 1


def test_names_lose_what_a_chart_could_take_for_markup():
    assert parse_table("<b>a</b>,x\n1,2\n3,4\n").columns[0] == "ba/b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n3,x\n5,6\n7,8\n", "Row 3, column b: “x” is not a number."),
        ("a,b\n1,2\n3,4,5\n6,7\n8,9\n", "Row 3 and the first row have different numbers of cells: 3 and 2."),
        ("a b c\n1 2 3\n4 5\n6 7 8", "Row 3 and the first row have different numbers of cells: 2 and 3."),
        ("a,b\n1,2\n\n\n3,y\n4,5\n", "Row 5, column b: “y” is not a number."),
        ("t,v\n2026-01-01,1\n2026-01-01,2\n2026-01-03,3", "Rows 2 and 3 have the same date: 2026-01-01."),
        ("t,v\n2026-01-01,1\n,2\n2026-01-03,3", "Row 3, column t: “” is not a date."),
        ("a,b\nx,y\nz,w\n", "No column holds numbers. Found: a, b."),
        ("a,b\n1,1e20\n2,3\n3,4\n", "Row 2, column b: “1e20” is too large."),
        ("", "There is no data."),
        ("a\n1\n", "There are fewer than two rows of numbers."),
    ],
)
def test_what_is_wrong_is_said_with_its_row_and_column(text, said):
    assert problem(text).startswith(said)


def test_fifty_thousand_rows_are_read_and_one_more_is_not():
    rows = "\n".join(str(number) for number in range(MOST_ROWS))
    assert len(parse_table(rows).values) == MOST_ROWS
    assert "at most 50,000" in problem(f"{rows}\n1")


def test_a_row_far_below_is_named():
    rows = "a,b\n" + "1,2\n" * 40_000
    assert problem(f"{rows}1,zwei\n").startswith("Row 40002, column b: “zwei” is not a number.")


finite = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 6))


@given(st.lists(st.tuples(finite, finite), min_size=2, max_size=20), st.sampled_from([",", ";", "\t"]))
def test_what_is_written_is_read_again(rows, separator):
    first = datetime.datetime(2026, 1, 1)
    dates = [(first + datetime.timedelta(hours=hour)).isoformat() for hour in range(len(rows))]
    lines = [separator.join((date, f"{a!r}", f"{b!r}")) for date, (a, b) in zip(dates, rows, strict=True)]
    table = parse_table("\n".join([separator.join(("time", "a", "b")), *lines]))
    np.testing.assert_array_equal(table.values, np.array(rows))
    assert table.times == tuple(dates)


def test_a_refusal_from_another_process_can_still_be_translated():
    with pytest.raises(InputError) as refused:
        parse_table("a,b\n1,2\n3,x\n4,5\n")
    copied = pickle.loads(pickle.dumps(refused.value))
    assert (copied.template, copied.values) == (refused.value.template, refused.value.values)
    assert str(copied) == str(refused.value)


def test_a_large_file_is_read_outside_the_servers_process():
    content = "t,v\n" + "".join(f"{2000 + n // 12}-{n % 12 + 1:02},{n}\n" for n in range(20_000))
    reader = own_data.shared_reader()
    table = own_data._read_elsewhere(content.encode(), AS_FOUND)
    assert len(table.values) == 20_000
    assert reader.call(os.getpid) != os.getpid()
    with pytest.raises(InputError, match="There are 300 columns: at most 200"):
        own_data._read_elsewhere((",".join(map(str, range(300))) + "\n").encode() * 3, AS_FOUND)
