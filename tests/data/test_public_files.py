"""Kinds of public files that were read wrongly once: each kind with several examples, none with a rule of its own."""

import numpy as np
import pytest

from lstm_viz.data import InputError, read_series


def said(content: bytes | str, **choices: object) -> str:
    return " ".join(map(str, read_series(content, **choices).notes))


def ends(content: bytes | str) -> tuple[str, str]:
    """The first and the last date, to the minute."""
    dates = read_series(content).dates
    return str(dates[0])[:16], str(dates[-1])[:16]


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        (["janv. 2023", "févr. 2023", "août 2023", "déc. 2023"], "2023-01-01", "2023-12-01"),
        (["Mrz 23", "Mai 23", "Okt 23", "Dez 23"], "2023-03-01", "2023-12-01"),
        (["31-ene-2023", "30-abr-2023", "31-ago-2023", "31-dic-2023"], "2023-01-31", "2023-12-31"),
        (["30 gen 2023", "31 mag 2023", "30 giu 2023", "31 lug 2023"], "2023-01-30", "2023-07-31"),
        (["fev/23", "mai/23", "set/23", "out/23"], "2023-02-01", "2023-10-01"),
        (["2023年3月6日", "2023年3月7日", "2023年3月8日", "2023年3月9日"], "2023-03-06", "2023-03-09"),
        (["KW 10/2023", "KW 11/2023", "KW 12/2023", "KW 13/2023"], "2023-03-06", "2023-03-27"),
        (["2021-S1", "2021-S2", "2022-S1", "2022-S2"], "2021-01-01", "2022-07-01"),
        (["2023-065", "2023-066", "2023-067", "2023-068"], "2023-03-06", "2023-03-09"),
        (["2019학년도", "2020학년도", "2021학년도", "2022학년도"], "2019-01-01", "2022-01-01"),
        (["2019", "2020", "2021*", "2022*"], "2019-01-01", "2022-01-01"),
        (
            ["Mar 10, 2023 (Feb)", "Apr 07, 2023 (Mar)", "May 05, 2023 (Apr)", "Jun 02, 2023"],
            "2023-03-10",
            "2023-06-02",
        ),
    ],
)
def test_dates_of_many_languages_and_calendars(cells, first, last):
    text = "Date;v\n" + "".join(f"{cell};{at % 3 + 0.5}\n" for at, cell in enumerate(cells))
    assert [each[:10] for each in ends(text)] == [first, last]


def test_a_word_that_only_begins_like_a_month_is_none():
    assert read_series("Name,v\nMarket 2021,1\nMaystore 2022,2\nDecathlon 2023,5\n").dates is None


@pytest.mark.parametrize(
    "cells",
    [
        ["06.03.2023 00:00 - 06.03.2023 01:00", "06.03.2023 01:00 - 06.03.2023 02:00"],
        ["2023-03-06 00:00~01:00", "2023-03-06 01:00~02:00"],
        ["2023-03-06 00:00 – 00:59", "2023-03-06 01:00 – 01:59"],
    ],
)
def test_the_date_of_a_span_of_time_is_its_beginning(cells):
    assert ends(f"t;v\n{cells[0]};1\n{cells[1]};2\n") == ("2023-03-06T00:00", "2023-03-06T01:00")


def test_zones_may_be_words():
    autumn = "t,v\n2023-11-05 01:00 EDT,1\n2023-11-05 01:00 EST,2\n2023-11-05 02:00 EST,3\n"
    assert ends(autumn) == ("2023-11-05T05:00", "2023-11-05T07:00")
    script = (
        "t,v\nMon Mar 06 2023 00:00:00 GMT+0900 (Korean Standard Time),1\nTue Mar 07 2023 00:00:00 GMT+0900 (KST),2\n"
    )
    assert ends(script) == ("2023-03-06T00:00", "2023-03-07T00:00")


@pytest.mark.parametrize("date", ["2023.03.06", "6.3.2023", "2023/3/6", "2023년 3월 6일", "Mar 6, 2023"])
def test_the_dates_are_told_as_the_file_writes_them(date):
    later = date.replace("2023", "2024")
    assert read_series(f"t;v\n{date};1\n{later};2\n").understood["date_example"] == date


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("LAST UPDATE,geo,TIME_PERIOD,v", ["22/03/24 23:00:00,DE,2023-03-0{}"] * 3),
        (
            "created,measured,v",
            ["2023-04-01 09:00,2023-03-0{}", "2023-04-01 09:00,2023-03-0{}", "2023-04-02,2023-03-0{}"],
        ),
        ("등록일자,측정일자,v", ["20230401,2023030{}"] * 3),
    ],
)
def test_a_date_of_the_report_is_not_the_time_of_the_rows(header, rows):
    text = "\n".join([header, *(row.format(at) + f",{at % 2 + 1}" for at, row in enumerate(rows, start=6))])
    assert [each[:10] for each in ends(text)] == ["2023-03-06", "2023-03-08"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("YEAR,WEEK,v\n2022,52,5\n2023,1,4\n2023,2,6\n", "2022-12-26", "2023-01-09"),
        ("YEAR,DOY,v\n2023,65,5\n2023,66,4\n2023,67,6\n", "2023-03-06", "2023-03-08"),
        ("Jahr;Monat;v\n2023;Januar;5,5\n2023;Februar;4\n2023;März;6\n", "2023-01-01", "2023-03-01"),
        ("date,time,v\n20230306,0,5\n20230306,30,4\n20230306,100,6\n", "2023-03-06T00:00", "2023-03-06T01:00"),
        (
            "측정일,측정시각,v\n20230306,01시,5\n20230306,02시,4\n20230306,03시,6\n",
            "2023-03-06T01:00",
            "2023-03-06T03:00",
        ),
        (
            "Date\tTime\tv\n06.03.23\t12:30a\t5\n06.03.23\t1:00a\t4\n06.03.23\t1:00p\t6\n",
            "2023-03-06T00:30",
            "2023-03-06T13:00",
        ),
    ],
)
def test_more_parts_of_a_date(text, first, last):
    found = ends(text)
    assert (found[0][: len(first)], found[1][: len(last)]) == (first, last)


def test_a_time_of_day_that_was_measured_is_no_part_of_the_date():
    table = read_series("date,sunrise,v\n2023-03-06,06:55,5\n2023-03-07,06:54,6\n")
    assert (str(table.dates[0])[:16], table.left_out) == ("2023-03-06T00:00", ("sunrise",))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (",101,102\n2023-03-06,1.5,2\n2023-03-07,2.5,2\n", ("101", "102")),
        ('"","1","2"\n"2023-03-06",1.5,3\n"2023-03-07",2.5,3.5\n', ("1", "2")),
        ("0,1\n2023-03-06,41.5\n2023-03-07,42\n", ("1",)),
        ("월일,2021,2022\n01-01,5.5,6\n01-02,4.5,6.5\n", ("2021", "2022")),
    ],
)
def test_numbers_above_dates_are_names(text, columns):
    assert read_series(text).columns == columns


def test_marks_of_missing_values_are_no_names():
    assert read_series("2023 3 6 31 MM MM\n2023 3 7 30 1.5 2\n2023 3 8 29 1 3\n").values.shape == (3, 6)


ABOVE = {
    "lines of another width": "기온분석\n[검색조건]\n기간 : 2023\n\n",
    "pairs": "IBAN;DE12\nSaldo;1,5\n\n",
    "as many cells as the table": "제목;추이;\n범위;합계;\n기간;일간 : 2023-03-06 ~;\n",
    "a title and units": "일별 미세먼지;;\n;;(단위: ㎍)\n",
}


@pytest.mark.parametrize("above", ABOVE)
def test_what_stands_above_the_names_is_left_out_and_said(above):
    text = ABOVE[above] + "날짜;PM10;PM2.5\n2023-03-06;45;21\n2023-03-07;47;25\n2023-03-08;44;20\n"
    table = read_series(text)
    assert (table.columns, table.values[:, 0].tolist()) == (("PM10", "PM2.5"), [45, 47, 44])
    assert "Left out above the names" in said(text)


def test_several_rows_of_units_below_the_names_are_left_out():
    text = '"TOA5","CR1000","1","x","y"\n"TIMESTAMP","RECORD","T"\n"TS","RN","Deg C"\n"","","Avg"\n'
    text += '"2023-03-06 00:10:00",5012,4.5\n"2023-03-06 00:20:00",5013,"NAN"\n"2023-03-06 00:30:00",5014,4.25\n'
    assert (read_series(text).columns, read_series(text).default) == (("RECORD", "T"), "T")
    assert read_series("d,v\n,%\n2023-03-06,1\n2023-03-07,2\n").columns == ("v",)
    drawn = "  day  | v\n-------+---\n 2023-03-06 | 1.5\n 2023-03-07 | 2\n 2023-03-08 | 1\n(3 rows)\n"
    assert read_series(drawn).values[:, 0].tolist() == [1.5, 2, 1]


def test_rows_whose_values_are_missing_are_no_units():
    assert len(read_series("sky,v\nclear,NaN\nrain,NaN\nclear,5\nrain,6\n").values) == 4


@pytest.mark.parametrize("last", ["2023-03-09", "20230309"])
def test_a_last_row_whose_date_is_written_in_another_way_is_not_left_out(last):
    with pytest.raises(InputError, match=f"Row 5, column Date: “{last}” is not a date"):
        read_series(f"Date;v\n06.03.2023;1\n07.03.2023;2\n08.03.2023;3\n{last};4\n")


def test_lines_that_are_in_quotes_as_a_whole_are_parted():
    assert read_series('"d,a,b"\n"2023-03-06,1.5,2"\n"2023-03-07,2.5,3"\n').columns == ("a", "b")
    assert read_series('"d;a"\n"2023-03-06;1,5"\n"2023-03-07;2,5"\n').values[:, 0].tolist() == [1.5, 2.5]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('"Data Source","WDI",\n\n"Name","Code","2018","2019","2020",\n"Korea","KOR","1.5","2","3",\n', [1.5, 2, 3]),
        (
            "Name,Code,2018 [YR2018],2019 [YR2019],2020 [YR2020]\nKorea,KOR,1.5,2,3\nJapan,JPN,5,..,6\nSource: WDI\n",
            [1.5, 2, 3],
        ),
        ('"시도별","2023.01 월","2023.02 월","2023.03 월"\n"전국",1.5,2,3\n"서울",1,2,2\n', [1.5, 2, 3]),
        ("geo\\TIME\t2019 \t2020 \t2021 \nDE\t1.5 \t2 p\t: \nFR\t8.4 \t8.0 \t7.9 b\n", [1.5, 2, np.nan]),
        ("단위: 억 달러,,,\n구분,2023-01,2023-02,2023-03\n수출,1.5,2,3\n수입,5,5,6\n", [1.5, 2, 3]),
    ],
)
def test_a_series_in_each_row_with_something_beside_the_years(text, values):
    np.testing.assert_array_equal(read_series(text).values[:, 0], values)


@pytest.mark.parametrize(
    ("cells", "numbers", "note"),
    [
        (["1,23,456.50", "98,765", "12,34,567"], [123456.5, 98765, 1234567], ""),
        (["1'234.50", "987.25", "1’100.00"], [1234.5, 987.25, 1100], ""),
        (["1\u202f234,5", "1\u00a0250,0", "998,7"], [1234.5, 1250, 998.7], ""),
        (["1.234,56", "234,10-", "(90,00)"], [1234.56, -234.1, -90], "were read as negative"),
        (["R$ 1.234,56", "R$ 999,90", "-R$ 5,00"], [1234.56, 999.9, -5], "“R$” was left out"),
        (["CHF 1234.50", "CHF 987.00", "Rs. 5"], [1234.5, 987, 5], "“CHF Rs.” was left out"),
        (["1,5 Mio. €", "2,1 Mrd. €", "900 €"], [1.5e6, 2.1e9, 900], "Mio. = 1,000,000"),
        (["1,234억원", "987억원", "3백만원"], [1234e8, 987e8, 3e6], "백만 = 1,000,000"),
        (["<0.05", "0.5", ">10"], [0.05, 0.5, 10], "“< >” was left out"),
        (["1²", "2.5", "3"], [1, 2.5, 3], "“²” was left out"),
        (["1,888.5[1]", "2,071[a]", "−0.94"], [1888.5, 2071, -0.94], "“[1] [a]” was left out"),
        (["312.25(P)", "310.5 (p)", "5"], [312.25, 310.5, 5], "“(P) (p)” was left out"),
        (["▲1.8", "0.5", "10.4"], [-1.8, 0.5, 10.4], "such as “▲1.8” were read as negative"),
        (["$ (0.12)", "$ 0.01", "2"], [-0.12, 0.01, 2], "such as “$ (0.12)” were read as negative"),
        (["0.5D+01", "1.0d-01", "2"], [5, 0.1, 2], ""),
        (["3.6 p", "5", "7.9 b", "5", "6"], [3.6, 5, 7.9, 5, 6], "“b p” was left out"),
    ],
)
def test_numbers_as_banks_and_offices_write_them(cells, numbers, note):
    text = "t|v\n" + "".join(f"2023-03-0{at}|{cell}\n" for at, cell in enumerate(cells, start=1))
    np.testing.assert_allclose(read_series(text).values[:, 0], numbers)
    assert note in said(text)
    told = read_series(text).understood
    assert read_series(text, thousands=told["thousands"], decimal=told["decimal"]).values[:, 0].tolist() == numbers


@pytest.mark.parametrize("cells", [["900 m", "1.2 km", "850 m"], ["1 CR", "2 db", "3 CR"], ["△400", "▲10", "▲20"]])
def test_numbers_of_several_units_are_left_out_and_named(cells):
    rows = "".join(f"2023-03-0{at};{cell};{at % 2}\n" for at, cell in enumerate(cells, start=1))
    assert read_series(f"d;v;w\n{rows}").columns == ("w",)
    assert "Column v was left out: its cells, such as" in said(f"d;v;w\n{rows}")
    with pytest.raises(InputError, match="Column v was left out"):
        read_series("\n".join(line.rpartition(";")[0] for line in f"d;v;w\n{rows}".splitlines()))


def test_a_triangle_beside_other_signs_is_no_minus():
    with pytest.raises(InputError, match="Row 2, column v: “▲4” is not a number"):
        read_series("d;v\n2023-03-06;▲4\n2023-03-07;-1\n2023-03-08;2\n")


def test_a_word_beside_one_number_is_no_unit_wherever_it_stands():
    for row in (3, 70):
        lines = [f"2023-01-01 00:{at // 60:02}:{at % 60:02};{at % 7}.5" for at in range(80)]
        lines[row] += " Dividend"
        with pytest.raises(InputError, match=f"Row {row + 2}, column v: “.* Dividend” is not a number"):
            read_series("\n".join(["t;v", *lines]))


def test_a_decimal_comma_between_columns_with_commas_is_no_index_without_a_name():
    for name in ("Date", "날짜", "Datum"):
        with pytest.raises(InputError, match="different numbers of cells: 3 and 2"):
            read_series(f"{name},v\n06.03.2023,3,5\n07.03.2023,4,25\n08.03.2023,4,5\n")
    assert read_series("v,w\n2023-03-06,3,5\n2023-03-07,4,25\n").columns == ("v", "w")


@pytest.mark.parametrize(
    "cells", [["1,234%", "2,345%"], ["1.234 kWh", "12.345 kWh"], ["€1.789", "€1.799"], ["1,234", "2,345"]]
)
def test_a_lone_mark_beside_a_unit_is_asked_about_but_won_and_yen_have_no_decimals(cells):
    with pytest.raises(InputError, match="could mean"):
        read_series(f"d;v\n2023-03-06;{cells[0]}\n2023-03-07;{cells[1]}\n")
    for text in ("1,234원", "¥1,234", "1.234 KRW"):
        assert read_series(f"d;v\n2023-03-06;{text}\n2023-03-07;5\n").values[0, 0] == 1234


def test_a_code_with_zeros_in_front_is_no_decimal_number():
    table = read_series('t,TMP,v\n2023-03-06,"+0045,1",3\n2023-03-07,"+0052,1",4\n')
    assert table.columns == ("v",)


@pytest.mark.parametrize("mark", ["***", ":", "n.a.", "#NV", "#WERT!", "#DIV/0!", "점검중", "inf", "M", "-nan", ": u"])
def test_more_marks_of_a_missing_value(mark):
    assert np.isnan(read_series(f"d;v\n2023-03-06;1,5\n2023-03-07;{mark}\n2023-03-08;3\n").values[1, 0])


@pytest.mark.parametrize("word", ["offline", "Low", "X"])
def test_a_word_in_several_cells_of_a_column_of_numbers_is_a_missing_value_and_said(word):
    text = f"d;v\n2023-03-06;1\n2023-03-07;{word}\n2023-03-08;3\n2023-03-09;{word}\n2023-03-10;4\n"
    assert np.isnan(read_series(text).values[[1, 3], 0]).all()
    assert f"“{word}” stands in several cells" in said(text)


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("time (s),ecg\n0.000,-1\n0.004,2\n0.008,5\n", "ecg"),
        ("n,level\n" + "".join(f"{5012 + at},{at % 3}\n" for at in range(12)), "level"),
        ("datenum,x\n738951,1.5\n738952,2.5\n738953,2\n", "x"),
        ("Store,Date,Weekly_Sales,Flag\n1,2010-02-05,5,0\n1,2010-02-12,6,1\n1,2010-02-19,5,0\n", "Weekly_Sales"),
        ("DATE,StationPressure,v\n2023-03-06,29.9,1\n2023-03-07,29.5,1\n2023-03-08,29.6,2\n", "StationPressure"),
        ("date,NO,NO2\n2023-03-06,12.5,3\n2023-03-07,10,4\n2023-03-08,11,3\n", "NO"),
        ("date,T,RH\n2023-03-06,12.5,3\n2023-03-07,10,4\n2023-03-08,11,3\n", "T"),
        ("date,v,w\n2023-03-06,10,3\n2023-03-07,11,4\n2023-03-08,12,3\n", "v"),
    ],
)
def test_more_of_what_was_measured(text, default):
    assert read_series(text).default == default


def test_rows_that_say_what_happened_are_left_out_and_said():
    rows = "".join(f"{at},02/{13 + at}/24 06:00:00 PM,12.{at},,\n" for at in range(1, 9))
    text = f"#,Date,T,Host,Stopped\n{rows}9,02/22/24 05:22:41 AM,,Logged,\n10,02/22/24 05:23:02 AM,,,Logged\n"
    assert len(read_series(text).values) == 8
    assert "rows 10, 11, such as “Logged”" in said(text)
    bank = "Date,Amount,Balance,Note\n2024-01-01,,5,Opening\n" + "".join(
        f"2024-01-{at},{at % 3},{at},\n" for at in range(10, 16)
    )
    assert len(read_series(bank).values) == 7  # its balance is a value


def test_blocks_of_series_with_dates_of_their_own_are_put_side_by_side():
    shops = (
        "store,date,v\nA,2023-03-06,1\nA,2023-03-08,2\nA,2023-03-10,3\nB,2023-03-07,5\nB,2023-03-09,6\nB,2023-03-11,4\n"
    )
    table = read_series(shops)
    assert table.columns == ("v · A", "v · B")
    np.testing.assert_array_equal(table.values[:2], [[1, np.nan], [np.nan, 5]])
    three = "region,sex,year,n\n" + "".join(f"{r},{s},{y},{y % 7}\n" for y in (2020, 2021) for r in "AB" for s in "MF")
    assert read_series(three).columns == ("n · A · F", "n · A · M", "n · B · F", "n · B · M")


def test_words_that_go_with_values_far_apart_are_asked_about():
    rows = [f"2023-03-06 00:0{at}:0{sensor},s{sensor},{20 * sensor + at % 2}" for at in range(4) for sensor in (1, 2)]
    assert "Each word in column sensor goes with values in a range of its own" in said("\n".join(["t,sensor,v", *rows]))
    near = [row.replace(",s2,4", ",s2,2") for row in rows]
    assert "Each word" not in said("\n".join(["t,sensor,v", *near]))


def test_a_file_in_no_unicode_is_said_and_its_encoding_can_be_chosen():
    for name, encoding in (("Цена", "cp1251"), ("気温", "cp932"), ("气温", "gb18030"), ("Průměr", "cp1250")):
        content = f"t;{name}\n2023-03-06;1,5\n2023-03-07;2,5\n".encode(encoding)
        assert "not written in Unicode" in said(content)
        assert read_series(content, encoding=encoding).columns == (name,)
    assert "Unicode" not in said("t;기온\n2023-03-06;1,5\n2023-03-07;2,5\n".encode("utf-8-sig"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04" + bytes(40), "an Excel workbook or a ZIP archive"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(40), "an Excel workbook or a ZIP archive"),
        (b"<!DOCTYPE html>\n<html><body>404</body></html>\n", "written as HTML, XML"),
        (b"<html><table><tr><td>2023-03-06<td>1</table></html>", "written as HTML, XML"),
        (b'<?xml version="1.0"?>\n<rows/>\n', "written as HTML, XML"),
        (b"\\begin{tabular}{lr}\n2023 & 5 \\\\\n", "written as LaTeX"),
        (b'{"t": ["2023-03-06"], "v": [1]}\n', "written as JSON"),
        (b'[\n  {"t": "2023-03-06", "v": 1}\n]\n', "written as JSON"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text"),
        (b"\xef\xbb\xbf", "no data"),
        (b"fruit\napple\nbanana\n", "No column holds numbers"),
    ],
)
def test_what_is_no_table_has_a_sentence_of_its_own(content, sentence):
    with pytest.raises(InputError, match=sentence):
        read_series(content)
    assert read_series("<DATE>,<CLOSE>\n2023-03-06,1\n2023-03-07,2\n").columns == ("CLOSE",)
