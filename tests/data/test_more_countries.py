"""Files of more countries, calendars and tools: each kind with several examples, none with a rule of its own."""

import numpy as np
import pytest

from lstm_viz.data import InputError, read_series
from tests.data.test_public_files import ends, said


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1251", ("Цена", "Объём", "Температура °C")),
        ("cp932", ("気温", "平均気温(℃)", "出来高")),
        ("gb18030", ("收盘价", "成交量(手)", "开盘价")),
        ("cp950", ("收盤價", "成交股數", "開盤價")),
        ("cp949", ("金 시세", "日 평균기온", "미국 國債 금리")),
        ("cp1250", ("Zużycie", "Położenie")),
        ("cp1252", ("Température", "Größe", "Año", "Ørsted")),
    ],
)
def test_more_code_pages_are_told_apart(encoding, names):
    rows = "".join(f"2023-03-0{day}{';3,5' * len(names)}\n" for day in (6, 7))
    table = read_series(f"Date;{';'.join(names)}\n{rows}".encode(encoding))
    assert (table.columns, table.understood["encoding"]) == (names, encoding)


def test_cyrillic_with_no_break_spaces_is_told_from_western():
    rows = "".join(f"{month} 2023 г.;1\xa0234\xa0567,89;-12\xa0300,00\n" for month in ("Январь", "Март", "Май"))
    table = read_series(f"Период;Сумма;Возврат\n{rows}Итого;3\xa0703\xa0703,67;-36\xa0900,00\n".encode("cp1251"))
    assert (table.columns, table.values.tolist()) == (("Сумма", "Возврат"), [[1234567.89, -12300]] * 3)


@pytest.mark.parametrize("name", ["기온", "金 시세", "값", "미국 國債 금리", "똠방각하", "日 평균기온"])
def test_a_single_korean_name_is_korean(name):
    assert read_series(f"t;{name}\n2023-03-06;3,5\n2023-03-07;4,5\n".encode("cp949")).columns == (name,)


def test_utf_16_without_a_mark_is_read():
    content = "날짜,v\n2023-03-06,1.5\n2023-03-07,2.5\n".encode("utf-16-le")
    assert read_series(content).values[:, 0].tolist() == [1.5, 2.5]


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        (["январь 2023", "февраль 2023 г.", "мая 2023", "авг. 2023"], "2023-01-01", "2023-08-01"),
        (["01 Oca 2023", "01 Şub 2023", "01 Haz 2023", "01 Kasım 2023"], "2023-01-01", "2023-11-01"),
        (["6 mar 2023", "8 kwi 2023", "10 cze 2023", "1 października 2023"], "2023-03-06", "2023-10-01"),
        (["2023. január 6.", "2023. március 1.", "2023. április 2."], "2023-01-06", "2023-04-02"),
        (["6 de enero de 2023", "1 de marzo de 2023", "2 de abril de 2023"], "2023-01-06", "2023-04-02"),
        (["2022T4", "2023T1", "2023T2", "2023T3"], "2022-10-01", "2023-07-01"),
        (["1º trimestre 2023", "2º trimestre 2023", "3º trimestre 2023"], "2023-01-01", "2023-07-01"),
        (["2023年第1季度", "2023年第2季度", "2023年第3季度"], "2023-01-01", "2023-07-01"),
        (["2022-W52-1", "2022-W52-7", "2023-W01-1"], "2022-12-26", "2023-01-02"),
        (["2018/19", "2019/20", "2020/21", "2021/22"], "2018-01-01", "2021-01-01"),
        (["2008-09", "2009-10", "2010-11", "2012-13", "2013-14"], "2008-01-01", "2013-01-01"),
        (["FY19", "FY20", "FY 21"], "2019-01-01", "2021-01-01"),
        (["Q3 FY22", "Q4 FY22", "Q1 FY23"], "2022-07-01", "2023-01-01"),
        (["H1 2022", "H2 2022", "H1 2023"], "2022-01-01", "2023-01-01"),
        (["1.6780608e9", "1.6781472e9", "1.6782336e9"], "2023-03-06", "2023-03-08"),
        (["FY2019", "FY2020", "FY2021", "FY2022"], "2019-01-01", "2022-01-01"),
        (["令和5年3月6日", "令和5年3月7日", "令和5年3月8日"], "2023-03-06", "2023-03-08"),
        (["H31.4.30", "R1.5.1", "R1.5.2"], "2019-04-30", "2019-05-02"),
        (["平成30年度", "令和元年度", "令和2年度"], "2018-01-01", "2020-01-01"),
        (["令和5年3月", "令和5年4月", "令和5年5月"], "2023-03-01", "2023-05-01"),
        (["112/03/06", "112/03/07", "112/03/08"], "2023-03-06", "2023-03-08"),
        (["2023-03-06/2023-03-12", "2023-03-13/2023-03-19"], "2023-03-06", "2023-03-13"),
        (["2022:1", "2022:2", "2022:3", "2022:4", "2023:1"], "2022-01-01", "2023-01-01"),
        (["2022:01", "2022:02", "2022:11", "2022:12"], "2022-01-01", "2022-12-01"),
        (["'19.01", "'19.02", "'19.03"], "2019-01-01", "2019-03-01"),
        (["2023年1月份", "2023年2月份", "2023年3月份"], "2023-01-01", "2023-03-01"),
        (["Mo, 06.03.2023", "Di, 07.03.2023", "Mi, 08.03.2023"], "2023-03-06", "2023-03-08"),
        (["lundi 6 mars 2023", "mardi 7 mars 2023", "mercredi 8 mars 2023"], "2023-03-06", "2023-03-08"),
        (["2023/3/6 星期一", "2023/3/7 星期二", "2023/3/8 周三"], "2023-03-06", "2023-03-08"),
        (["1st quarter 2022", "2nd quarter 2022", "3rd quarter 2022"], "2022-01-01", "2022-07-01"),
        (["1. Vj 2022", "2. Vj 2022", "3. Vj 2022"], "2022-01-01", "2022-07-01"),
        (["2023065", "2023066", "2023067"], "2023-03-06", "2023-03-08"),
        (["1678060800:", "1678147200:", "1678233600:"], "2023-03-06", "2023-03-08"),
        (["2020", "2021 prov.", "2022 est."], "2020-01-01", "2022-01-01"),
        (["1.6780608e+09", "1.6781472e+09", "1.6782336e+09"], "2023-03-06", "2023-03-08"),
    ],
)
def test_dates_of_more_languages_and_calendars(cells, first, last):
    text = "Date;v\n" + "".join(f"{cell};{at % 3 + 0.5}\n" for at, cell in enumerate(cells))
    assert [each[:10] for each in ends(text)] == [first, last]


@pytest.mark.parametrize(
    "cells",
    [
        ["2023年3月6日 0時30分", "2023年3月6日 13時00分"],
        ["2023年03月06日 00时30分", "2023年03月06日 13时"],
        ["2023/3/6 午前 0:30", "2023/3/6 午後 1:00"],
        ["2023/3/6 上午0:30:00", "2023/3/6 下午1:00:00"],
    ],
)
def test_clocks_of_japan_and_china(cells):
    assert ends(f"t;v\n{cells[0]};1\n{cells[1]};2\n") == ("2023-03-06T00:30", "2023-03-06T13:00")


def test_the_day_of_the_year_may_have_an_hour_beside_it():
    text = "YEAR,DOY,HR,v\n2023,65,0,5\n2023,65,1,4\n2023,65,2,6\n"
    assert ends(text) == ("2023-03-06T00:00", "2023-03-06T02:00")


def test_julian_days_are_dates_where_their_name_says_so():
    text = "JD,mag\n2460009.5,1.5\n2460010.5,2.5\n2460011.75,2\n"
    assert ends(text) == ("2023-03-06T00:00", "2023-03-08T06:00")
    assert read_series(text).default == "mag"


def test_years_of_the_thai_calendar_are_said():
    text = "วันที่,v\n29/02/2567,1\n01/03/2567,2\n13/03/2567,3\n"
    assert [each[:10] for each in ends(text)] == ["2024-02-29", "2024-03-13"]
    assert "years of the Thai calendar: 2024-02-29" in said(text)


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1.23亿", "9876万", "1.10亿"], [1.23e8, 9.876e7, 1.1e8]),
        (["1,234億円", "987億円", "5兆円"], [1.234e11, 9.87e10, 5e12]),
        (["%1,25", "%-0,50", "%2,10"], [1.25, -0.5, 2.1]),
        (["1.5", "unavailable", "unknown"], [1.5, np.nan, np.nan]),
        (["1.5", "Bad Input", "2"], [1.5, np.nan, 2]),
        (["1.5", "휴장", "2"], [1.5, np.nan, 2]),
        (["1.5 billion", "900 million", "2 billion"], [1.5e9, 9e8, 2e9]),
        (["1.5", "Ice", "2"], [1.5, np.nan, 2]),
    ],
)
def test_numbers_of_more_countries_and_tools(cells, numbers):
    text = "t|v\n" + "".join(f"2023-03-0{at}|{cell}\n" for at, cell in enumerate(cells, start=1))
    np.testing.assert_allclose(read_series(text).values[:, 0], numbers)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (",A,A,B\n,x,y,x\nDate,,,\n2023-03-06,1.5,2,3\n2023-03-07,2,1,3\n", ("A · x", "A · y", "B · x")),
        ("날짜,서울,서울\n,기온,강수량\n2023-03-06,1.5,2\n2023-03-07,2,1\n", ("서울 · 기온", "서울 · 강수량")),
        ("Date,T,Q\n[dd.mm.yyyy],[°C],[m3/s]\n06.03.2023,1.5,2\n07.03.2023,2,1\n", ("T", "Q")),
        ("#YY MM DD hh mm T P\n#yr mo dy hr mn degC hPa\n2023 03 06 00 10 1 2\n2023 03 06 00 20 3 4\n", ("T", "P")),
        ("            x   y\nDate\n2023-03-06  1.5 7\n2023-03-07  2   8\n", ("x", "y")),
        ("site\tdatetime\tv\n15s\t20d\t14n\n01\t2023-03-06\t8\n01\t2023-03-07\t9\n", ("site", "v")),
    ],
)
def test_names_in_two_rows(text, columns):
    table = read_series(text)
    assert table.columns == columns
    assert (len(table.values), str(table.dates[0])[:10]) == (2, "2023-03-06")


HALF_HOURS = [f"{minutes // 60}:{minutes % 60:02}" for minutes in range(30, 24 * 60 + 1, 30)]
HOURS = [f"{hour}시" for hour in range(1, 25)]


@pytest.mark.parametrize(
    ("names", "first", "layout", "ends_at"),
    [
        (HALF_HOURS, "2023-03-06", "hours", ("2023-03-06T00:30", "2023-03-08T00:00")),
        (HOURS, "2023-03-06", "hours", ("2023-03-06T01:00", "2023-03-08T00:00")),
        ([f"{hour:02}:00" for hour in range(24)], "2023-03-06", "hours", ("2023-03-06T00:00", "2023-03-07T23:00")),
        (["Qtr1", "Qtr2", "Qtr3", "Qtr4"], "2022", "quarters", ("2022-01-01T00:00", "2023-10-01T00:00")),
        (["1분기", "2분기", "3분기", "4분기"], "2022", "quarters", ("2022-01-01T00:00", "2023-10-01T00:00")),
    ],
)
def test_hours_and_quarters_in_columns_are_put_below_each_other(names, first, layout, ends_at):
    later = {"2023-03-06": "2023-03-07", "2022": "2023"}[first]
    rows = [[first, *range(len(names))], [later, *range(len(names), 2 * len(names))]]
    text = "\n".join(",".join(map(str, row)) for row in (["t", *names], *rows))
    table = read_series(text)
    assert table.values[:, 0].tolist() == list(range(2 * len(names)))
    assert (ends(text), table.understood["layout"]) == (ends_at, layout)
    assert "were put below each other" in said(text)
    with pytest.raises(InputError, match="The table has no column for each"):
        read_series("t,a,b\n2022,1,2\n2023,3,4\n", layout=layout)


@pytest.mark.parametrize(
    ("text", "columns", "values", "last"),
    [
        (
            "Year,a,b\n1,2,3\n2020-21,5,9.5\n2021-22,6,9\n2022-23,8,7\n",
            ("a", "b"),
            [5, 6, 8],
            "2022-01-01",
        ),
        (
            ";;Index;Rate\n;;2020=100;in (%)\n2023;November;117,3;-0,4\n;Dezember;117,4;0,1\n2024;Januar;117,6;0,2\n",
            ("Index", "Rate"),
            [117.3, 117.4, 117.6],
            "2024-01-01",
        ),
        (
            '"(in millions)",Q3\'22,Q4\'22,Q1\'23\nRevenue,"$ 1,204.5","$ 980","$ 1,310"\nCost,(702.1),(5),(6)\n',
            ("Revenue", "Cost"),
            [1204.5, 980, 1310],
            "2023-01-01",
        ),
        (
            "! run 2\n! t x\n  0.00D+00 0.1D+01\n  0.05D+00 0.2D+01\n  0.10D+00 0.3D+01\n",
            ("t", "x"),
            [0, 0.05, 0.1],
            None,
        ),
        (
            "S1,20240101,TMAX,72,W\nS1,20240101,TMIN,17,W\nS1,20240102,TMAX,61,W\nS1,20240102,TMIN,6,W\n",
            ("column 4 · TMAX", "column 4 · TMIN"),
            [72, 61],
            "2024-01-02",
        ),
        (
            f"02.01.2024  List\n{'-' * 30}\n\n Account 4000\n\n{'-' * 30}\n|Date      |v       |Text    |\n{'-' * 30}\n"
            "|2024-01-02|1,234.5-|Salt    |\n|2024-01-03|  980.0 |        |\n"
            f"{'-' * 30}\n|*         |  254.5 |        |\n{'-' * 30}\n",
            ("v",),
            [-1234.5, 980],
            "2024-01-03",
        ),
        (
            "| Month    | Visits |\n|:---------|-------:|\n| Jan 2023 | 48,210.5 |\n| Feb 2023 | **68,990** |\n"
            "| **Total** | **117,200** |\n",
            ("Visits",),
            [48210.5, 68990],
            "2023-02-01",
        ),
    ],
)
def test_tables_as_offices_and_programs_print_them(text, columns, values, last):
    table = read_series(text)
    named = [at for at, name in enumerate(table.columns) if name in columns]
    assert (len(named), table.values[:, named[0]].tolist()) == (len(columns), values)
    assert (None if table.dates is None else str(table.dates[-1])[:10]) == last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Jahr;Monat;v\n2023;Nov;5\n;Dez;4\n2024;Jan;6\n;Feb;7\n", "2023-11-01T00:00", "2024-02-01T00:00"),
        ("Year,Month,v\n2023,11,5\n,12,4\n2024,1,6\n,2,7\n", "2023-11-01T00:00", "2024-02-01T00:00"),
        ("Year,Quarter,v\n2023,Q3,5\n,Q4,4\n2024,Q1,6\n", "2023-07-01T00:00", "2024-01-01T00:00"),
        ("Date,Hour,v\n2024-01-02,22:00,5\n,23:00,4\n2024-01-03,0:00,6\n", "2024-01-02T22:00", "2024-01-03T00:00"),
        ("Land;Jahr;v\nPeru;2020;5\n;2021;4\nChile;2020;6\n;2021;7\n", "2020-01-01T00:00", "2021-01-01T00:00"),
        ("Year,Month,v\n2024,2,5\n,1,4\n2023,12,6\n,11,7\n", "2023-11-01T00:00", "2024-02-01T00:00"),
    ],
)
def test_a_cell_that_is_written_once_is_that_of_the_rows_below_it(text, first, last):
    assert ends(text) == (first, last)
    assert "a cell without a value was read as the cell above it" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jahr;Monat;v\n2023;Mai;5\n;Juli;4\n;Juni;6\n",  # the months are in no order
        "Year,Month,v\n2023,11,5\n,12,4\n2024,13,6\n,14,7\n",  # and do not begin anew
    ],
)
def test_an_empty_cell_that_may_belong_to_another_is_not_filled(text):
    with pytest.raises(InputError, match="is not a date"):
        read_series(text)


def test_a_missing_value_before_a_count_is_no_cell_that_is_written_once():
    assert np.isnan(read_series("v,t,w\n5,1,2\n,2,3\n6,1,4\n,2,5\n").values[1, 0])


@pytest.mark.parametrize("other", ["Total", "Change %", "Average 2021-2023"])
def test_totals_after_the_years_are_left_out_and_said(other):
    text = f"Item,Unit,2021,2022,2023,{other}\nSales,EUR,1.5,2,4,50\nCost,EUR,1,1,2,10\n"
    table = read_series(text)
    assert (table.values.tolist(), ends(text)) == ([[1.5, 1], [2, 1], [4, 2]], ("2021-01-01T00:00", "2023-01-01T00:00"))
    assert f"Columns after these dates were left out: {other}." in said(text)
    days = "Date,2001,2002,2003,x\n2024-01-01,5,6,7,1\n2024-01-02,6,6,8,2\n2024-01-03,5,6,9,1\n"
    assert read_series(days).columns == ("2001", "2002", "2003", "x")


def test_several_tables_side_by_side_with_dates_of_their_own_are_said():
    rows = ",1.5,,{},7\n2024-01-03,2,,{},8\n2024-01-04,3,,{},5\n"
    text = "Date,v,,Date,w\n2024-01-02" + rows
    assert "Column Date (4) holds other dates than column Date (1)" in said(
        text.format("2024-01-03", "2024-01-04", "2024-01-05")
    )
    assert "other dates" not in said(text.format("2024-01-02", "2024-01-03", "2024-01-04"))


def test_a_time_of_day_with_points_is_no_date_beside_a_day():
    text = "Date;Time;v\n10.03.2004;10.01.00;1,5\n10.03.2004;10.02.00;2\n10.03.2004;10.03.00;3\n"
    assert ends(text) == ("2004-03-10T10:01", "2004-03-10T10:03")


def test_a_second_column_of_dates_is_no_time_of_day():
    rows = "".join(f"{day}.01.24;{day}.01.24;7,6\n" for day in (30, 15, 15, 10))
    with pytest.raises(InputError, match="Rows 3 and 4 have the same date: 2024-01-15"):
        read_series(f"Tag;Valuta;Betrag\n{rows}")


def test_years_of_other_calendars_are_not_read_as_ours():
    for dates in (("1402/10/11", "1402/10/12"), ("1445-06-19", "1445-06-20")):
        text = f"t,v\n{dates[0]},1\n{dates[1]},2\n"
        assert read_series(text).dates is None
        assert f"(“{dates[0]}”) are not understood" in said(text)


def test_words_after_the_last_column_are_left_out_and_said():
    rows = "".join(f"  1928  {month}  {month}.5   {month - 3}.25\n" for month in range(4, 9))
    above = "Oxford\nLocation: 450900E 207200N\n yyyy mm tmax sun\n      degC hours\n"
    text = f"{above}{rows}  1928  9  9.5* --- Provisional\n"
    table = read_series(text)
    assert (table.columns, table.values[-1, 0], ends(text)) == (
        ("tmax", "sun"),
        9.5,
        ("1928-04-01T00:00", "1928-09-01T00:00"),
    )
    assert "such as “Provisional”, were left out (rows: 1)" in said(text)


def test_months_in_columns_below_titles_of_words_and_with_their_names_again():
    names = "Year Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec J-D\n"
    rows = [f"{year} {' '.join(str(year % 100 + at) for at in range(13))}\n" for year in range(2015, 2019)]
    text = "Temperature Index in 0.01 degrees Celsius\n\n" + names + "".join(rows[:2]) + names + "".join(rows[2:])
    table = read_series(text + names + "\nDivide by 100 to get degrees\n")
    assert (len(table.values), str(table.dates[-1])[:7], table.values[-1, 0]) == (48, "2018-12", 29)


def test_counted_columns_are_no_hours():
    for count in (24, 30):
        rows = "".join(f"2023-03-0{day},{','.join(map(str, range(day, day + count)))}\n" for day in (6, 7))
        assert read_series(f",{','.join(map(str, range(count)))}\n{rows}").values.shape == (2, count)


@pytest.mark.parametrize("cells", [["H1.1", "H1.2", "H2.1"], ["SA 2021", "SO 2022", "MO 2023"], ["S3", "S4", "S5"]])
def test_codes_that_look_a_little_like_dates_are_none(cells):
    assert read_series("code;v\n" + "".join(f"{cell};{at}\n" for at, cell in enumerate(cells))).dates is None


def test_durations_are_no_row_of_formats():
    assert read_series("a;b\n15s;20s\n16s;21s\n17s;19s\n18s;22s\n").values[:, 0].tolist() == [15, 16, 17, 18]


def test_notes_below_the_rows_are_left_out_whatever_their_width():
    text = "Year,v\n2019,1.5\n2020,2.5\n2021,3.5\n\nSource: OECD\nNotes: provisional, estimated\n"
    assert read_series(text).values[:, 0].tolist() == [1.5, 2.5, 3.5]
    assert "row 6 with “Source: OECD”" in said(text)
