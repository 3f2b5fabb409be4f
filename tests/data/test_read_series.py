"""What public files hold is read rightly, or said: each kind of file with several examples of it."""

import numpy as np
import pytest

from lstm_viz.data import InputError, read_series

DAYS = ["2023-03-06", "2023-03-07", "2023-03-08", "2023-03-09"]
VALUES = [41.5, 42.0, 43.25, 42.75]


def newest_first(cells: list[str]) -> str:
    """A file with these dates, from the newest to the oldest."""
    return "Date;Close\n" + "".join(f"{cell};{value}\n" for cell, value in zip(cells, VALUES[::-1], strict=True))


def said(text: bytes | str, **choices: object) -> str:
    return " ".join(map(str, read_series(text, **choices).notes))


@pytest.mark.parametrize(
    "cells",
    [
        ["Mar 09, 2023", "Mar 08, 2023", "Mar 07, 2023", "Mar 06, 2023"],
        ["March 9 2023", "March 8 2023", "March 7 2023", "March 6 2023"],
        ["9-Mar-23", "8-Mar-23", "7-Mar-23", "6-Mar-23"],
        ["9 March 2023", "8 March 2023", "7 March 2023", "6 March 2023"],
        ["Thu, 9 Mar 2023", "Wed, 8 Mar 2023", "Tue, 7 Mar 2023", "Mon, 6 Mar 2023"],
        ["Thursday 9th March 2023", "Wednesday 8th March 2023", "Tuesday 7th March 2023", "Monday 6th March 2023"],
        ["20230309", "20230308", "20230307", "20230306"],
        ["1678320000", "1678233600", "1678147200", "1678060800"],
        ["1678320000000", "1678233600000", "1678147200000", "1678060800000"],
        ["2023.03.09.", "2023.03.08.", "2023.03.07.", "2023.03.06."],
        ["2023. 3. 9.", "2023. 3. 8.", "2023. 3. 7.", "2023. 3. 6."],
        ["2023-03-09(목)", "2023-03-08(수)", "2023-03-07(화)", "2023-03-06(월)"],
        ["2023년 3월 9일 목요일", "2023년 3월 8일 수요일", "2023년 3월 7일 화요일", "2023년 3월 6일 월요일"],
        ["23년 3월 9일", "23년 3월 8일", "23년 3월 7일", "23년 3월 6일"],
        ["3/9/23", "3/8/23", "3/7/23", "3/6/23"],
        ["03/09/2023", "03/08/2023", "03/07/2023", "03/06/2023"],
        ["09.03.23", "08.03.23", "07.03.23", "06.03.23"],
        ["23.03.09", "23.03.08", "23.03.07", "23.03.06"],
        ["2023-03-09 12:00:00 AM", "2023-03-08 12:00 AM", "2023-03-07 12-AM", "2023-03-06 오전 12시"],
        ["2023-03-08 24:00", "2023-03-07 24:00", "2023-03-06 24:00", "2023-03-05 24:00"],
        ["2023-Mar-09", "2023-Mar-08", "2023-Mar-07", "2023-Mar-06"],
    ],
)
def test_days_are_read_however_they_are_written_and_turned_round(cells):
    table = read_series(newest_first(cells))
    assert (table.columns, table.default, table.values[:, 0].tolist()) == (("Close",), "Close", VALUES)
    assert [str(date)[:10] for date in table.dates] == DAYS
    assert "turned round" in table.understood["order"]
    assert "The newest row was first" in said(newest_first(cells))


@pytest.mark.parametrize(
    "cells",
    [
        ["Apr-21", "Mar-21", "Feb-21", "Jan-21"],
        ["Apr 2021", "Mar 2021", "Feb 2021", "Jan 2021"],
        ["2021년 4월", "2021년 3월", "2021년 2월", "2021년 1월"],
        ["2021M04", "2021M03", "2021M02", "2021M01"],
        ["2021.04", "2021.03", "2021.02", "2021.01"],
        ["202104", "202103", "202102", "202101"],
        ["2021-04", "2021-03", "2021-02", "2021-01"],
        ["4/1/2021", "3/1/2021", "2/1/2021", "1/1/2021"],
        ["1/4/2021", "1/3/2021", "1/2/2021", "1/1/2021"],
    ],
)
def test_months_are_read_however_they_are_written(cells):
    table = read_series(newest_first(cells).replace(";", "\t"))
    assert [str(date)[:10] for date in table.dates] == ["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"] or (
        cells[0].count("/") == 2 and "may be first" in " ".join(map(str, table.notes))
    )
    assert table.values[:, 0].tolist() == VALUES


@pytest.mark.parametrize("cells", [["2021Q4", "2021Q3"], ["Q4 2021", "Q3 2021"], ["2021년 4분기", "2021년 3분기"]])
def test_quarters(cells):
    table = read_series(f"t,v\n{cells[0]},2\n{cells[1]},1\n")
    assert [str(date)[:7] for date in table.dates] == ["2021-07", "2021-10"]


def test_years_are_the_time_and_not_forecast():
    table = read_series("Year,Water\n1992,309\n1991,308\n1990,300\n")
    assert (table.columns, table.values[:, 0].tolist()) == (("Water",), [300, 308, 309])
    assert "taken for dates: 1992-01-01" in said("Year,Water\n1992,309\n1991,308\n1990,300\n")


def test_numbers_that_only_look_like_years_stay_numbers():
    table = read_series("price,v\n1990,1\n1991,2\n1993,3\n")
    assert (table.columns, table.dates) == (("price", "v"), None)


def test_dates_of_no_known_kind_never_leave_the_order_unsaid():
    assert "dates in column Month (“1-03”) are not understood" in said("Month,Sales\n1-03,3\n1-02,2\n1-01,1\n")
    assert "the order of the rows is unknown" in said("v\n1.5\n2\n3\n")


def test_day_and_month_that_nothing_tells_apart_are_asked_about_and_can_be_chosen():
    text = "t,v\n05/03/2023,1\n07/05/2023,2\n09/08/2023,3\n"
    assert "the day or the month may be first" in said(text)
    assert str(read_series(text, day_first=True).dates[0])[:10] == "2023-03-05"
    assert str(read_series(text, day_first=False).dates[0])[:10] == "2023-05-03"


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ("Date;Time;P\n16/12/2006;17:24:00;4.2\n16/12/2006;17:25:00;5.36", "2006-12-16T17:24", "2006-12-16T17:25"),
        ("d,2023.03.06,00:00,1.5\nd,2023.03.06,01:00,1.75", "2023-03-06T00:00", "2023-03-06T01:00"),
        ("Date;Time;CO\n10/03/2004;18.00.00;2,6\n10/03/2004;19.00.00;2", "2004-03-10T18:00", "2004-03-10T19:00"),
        ("date,hour,v\n2023-03-06,1,5\n2023-03-06,2,6", "2023-03-06T01:00", "2023-03-06T02:00"),
        ("<DATE>,<TIME>,<CLOSE>\n20230306,000000,5\n20230306,010000,6", "2023-03-06T00:00", "2023-03-06T01:00"),
        ("No,year,month,day,hour,v\n1,2010,1,1,0,5\n2,2010,1,1,1,6", "2010-01-01T00:00", "2010-01-01T01:00"),
        ("연도,월,값\n2010,1,5\n2010,2,6", "2010-01-01T00:00", "2010-02-01T00:00"),
        ("날짜,시각,v\n2023-03-06,오후 1시,5\n2023-03-06,오후 2시,6", "2023-03-06T13:00", "2023-03-06T14:00"),
    ],
)
def test_a_date_in_several_columns_is_put_together(rows, first, last):
    table = read_series(rows)
    assert [str(date)[:16] for date in table.dates] == [first, last]
    assert "put together" in said(rows)
    assert table.default in ("P", "column 4", "CO", "v", "CLOSE", "값")


def test_fractions_of_a_second_and_changing_offsets_keep_their_order():
    table = read_series("t,v\n2023-03-06 00:00:00.000,1\n2023-03-06 00:00:00.100,2\n2023-03-06 00:00:00.200,3\n")
    assert np.diff(table.dates).astype(int).tolist() == [100_000, 100_000]
    autumn = "t,v\n2023-10-29T02:00:00+02:00,2\n2023-10-29T02:00:00+01:00,3\n2023-10-29T03:00:00+01:00,4\n"
    assert np.diff(read_series(autumn).dates).astype(int).tolist() == [3_600_000_000] * 2
    assert "changed to UTC" in said(autumn)


@pytest.mark.parametrize("footer", ["합계,302", "Total,302", ",302", "Source: own", "* provisional,"])
def test_what_stands_at_the_end_is_left_out_and_said(footer):
    text = "날짜,매출\n2023-03-06,41.5\n2023-03-07,42\n2023-03-08,43.25\n" + footer + "\n"
    table = read_series(text)
    assert (len(table.values), table.lines.tolist()) == (3, [2, 3, 4])
    assert "Left out at the end: row 5" in said(text)


def test_a_row_between_others_without_a_date_is_refused():
    with pytest.raises(InputError, match="Row 2, column date: “16:00” is not a date"):
        read_series("date,v\n16:00,4\n2023/03/12,45\n2023/03/11,43\n2023/03/10,44\n")


@pytest.mark.parametrize(
    ("above", "note"),
    [
        ("# source: own\n# unit: USD\n", "Lines of comment left out above the rows: 2."),
        ("Monthly figures\n", "Left out above the names of the columns: rows 1"),
        ("Monthly figures,,\n\n", "Left out above the names of the columns: rows 1"),
        ("sep=,\n", ""),
    ],
)
def test_what_stands_above_is_left_out_and_said(above, note):
    text = above + "Date,a,b\n2023-03-06,10.5,1\n2023-03-07,11,2\n2023-03-08,12,4\n"
    table = read_series(text)
    assert (table.columns, table.values[:, 0].tolist()) == (("a", "b"), [10.5, 11, 12])
    assert note in said(text)


def test_a_second_row_of_names_or_units_is_left_out():
    text = "Price,Close,Open\nTicker,AAPL,AAPL\nDate,,\n2023-03-06,1,2\n2023-03-07,2,3\n"
    assert read_series(text).columns == ("Close", "Open")
    assert "Row 2 is left out" in said(text)
    assert read_series(text.replace("AAPL", "005930.KS")).columns == ("Close", "Open")
    assert read_series("d;v\n;mm\n2023-03-06;1\n2023-03-07;2\n").values[:, 0].tolist() == [1, 2]


def test_a_column_without_a_name_is_called_as_the_page_says():
    rows = "2001,1.5,4\n2002,2.5,4\n2003,3.5,5\n2004,2.5,4\n2005,1.5,4\n"
    plain, told = read_series(rows), read_series(rows, nameless="이름 없는 {number}번")
    assert plain.columns == ("column 2", "column 3")
    assert told.columns == ("이름 없는 2번", "이름 없는 3번")
    assert np.array_equal(plain.dates, told.dates)
    with pytest.raises(InputError, match="column 이름 없는 2번"):
        read_series("1,2\n3,x\n4,5", nameless="이름 없는 {number}번")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("date,0\n2023-03-06,41.5\n2023-03-07,42\n", ("0",)),
        ("일시,108,159\n2023-03-06,41.5,31.5\n2023-03-07,42,32\n", ("108", "159")),
        ("0,1,2\n0.5,10,3\n0.75,11,4\n", ("0", "1", "2")),
        (",0,1\n0,1.5,4\n1,2.5,3\n2,2.5,4\n", ("column 1", "0", "1")),
        ("a b\n1 2.5 3\n2 2.5 4\n3 1 5\n", ("column 1", "a", "b")),
    ],
)
def test_numbers_may_be_names(text, columns):
    assert read_series(text).columns == columns


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("3,5;4,25;1,5\n3,75;4,5;2,5\n", [3.5, 4.25, 1.5]),
        ('t,v\n2023-03-06,"0,125"\n2023-03-07,"0,250"\n', [0.125]),
        ('"\t날짜","\t값"\n"\t2023-03-06","\t10.5"\n"\t2023-03-07","\t11"\n', [10.5]),
        ("Datum;Wert\n06.03.2023;1,066\n07.03.2023;10,5\n", [1.066]),
    ],
)
def test_commas_and_tabs_part_what_they_should(text, first):
    assert read_series(text).values[0].tolist() == first


def test_a_decimal_mark_that_nothing_tells_is_asked_for_and_can_be_chosen():
    text = "Datum;Kurs\n06.03.2023;1,066\n07.03.2023;1,055\n"
    with pytest.raises(InputError, match=r"could mean 1\.066 or 1066"):
        read_series(text)
    assert read_series(text, decimal=",").values[0, 0] == 1.066
    assert read_series(text, decimal=".").values[0, 0] == 1066


@pytest.mark.parametrize("mark", [".", "..", "--", "#N/A", "<NA>", "NaT", "없음", "—"])
def test_marks_of_a_missing_value(mark):
    assert np.isnan(read_series(f"d,v\n2023-03-06,1\n2023-03-07,{mark}\n2023-03-08,3\n").values[1, 0])


@pytest.mark.parametrize("value", [-200, -999, -9999, 99999, -999.9])
def test_a_value_far_from_all_others_is_asked_about_and_can_be_taken_for_missing(value):
    text = f"d,v\n2023-03-06,2.6\n2023-03-07,{value}\n2023-03-08,2.2\n2023-03-09,{value}\n2023-03-10,1.2\n"
    assert "Does it stand for a missing value?" in said(text)
    assert np.isnan(read_series(text, missing=[value]).values[1, 0])
    assert "missing" not in said("d,v\n2023-03-06,2.6\n2023-03-07,9\n2023-03-08,-2\n2023-03-09,90\n")


@pytest.mark.parametrize(
    ("cells", "numbers", "sign"),
    [
        (["$151.60", "$1,152.87", "-$3"], [151.6, 1152.87, -3], "$"),
        (["55,500원", "55,400원", "900원"], [55500, 55400, 900], "원"),
        (["-0.08%", "1.5 %", "0.00%"], [-0.08, 1.5, 0], "%"),
        (["3.45M", "912.30K", "1.02B"], [3.45e6, 912300, 1.02e9], "M = 1,000,000"),
        (["1.5만", "3억", "900"], [15000, 3e8, 900], "만 = 10,000"),
        (["3.5 kWh", "4 kWh", ""], [3.5, 4, np.nan], "kWh"),
        (["₩1,000", "(2,000)", "5"], [1000, -2000, 5], "₩"),
    ],
)
def test_what_stands_beside_the_numbers_is_left_out_and_said(cells, numbers, sign):
    text = "d;v\n" + "".join(f"2023-03-0{at};{cell}\n" for at, cell in enumerate(cells, start=1))
    np.testing.assert_allclose(read_series(text).values[:, 0], numbers)
    assert sign in said(text)


def test_codes_are_no_numbers_with_a_unit():
    assert read_series("d,site,flow\n2023-03-06,E1,10\n2023-03-07,E1,11\n").left_out == ("site",)
    assert read_series("d,site,flow\n2023-03-06,1A,10\n2023-03-07,2B,11\n2023-03-08,2C,1\n").left_out == ("site",)


def test_western_and_korean_code_pages_are_told_apart():
    for name in ("Temp °C", "Größe", "Année", "µg/m³"):
        assert read_series(f"Zeit;{name}\n06.03.2023;3,5\n07.03.2023;4,5\n".encode("cp1252")).columns == (name,)
    for name in ("기온", "똠방각하", "온도 °C"):
        assert read_series(f"날짜;{name}\n06.03.2023;3,5\n07.03.2023;4,5\n".encode("cp949")).columns == (name,)


def test_series_below_each_other_are_put_side_by_side():
    rows = [("A", 1, 11), ("A", 2, 12), ("B", 1, 501), ("B", 2, 502)]
    for mixed in (rows, rows[::2] + rows[1::2], rows[::-1]):
        text = "symbol,date,price\n" + "".join(f"{name},2000-0{month}-01,{v}\n" for name, month, v in mixed)
        table = read_series(text)
        assert (table.columns, table.values.tolist()) == (("price · A", "price · B"), [[11, 501], [12, 502]])
        assert "2 series were below each other (column symbol)" in said(text)
    assert read_series("store,date,v\n1,2000-01-01,5\n2,2000-01-01,6\n1,2000-01-02,7\n2,2000-01-02,9\n").columns == (
        "v · 1",
        "v · 2",
    )


def test_a_series_in_each_row_is_turned():
    table = read_series("Province,Country,Lat,1/22/20,1/23/20,1/24/20\n,A,33,0,1,2\n,B,41,5,6,7\n")
    assert (table.columns, table.values.tolist()) == (("A", "B"), [[0, 5], [1, 6], [2, 7]])
    assert str(table.dates[-1])[:10] == "2020-01-24"
    table = read_series("Country,Code,1960,1961,1962\nKorea,KOR,1.5,2,3\nJapan,JPN,5,6,7.5\n")
    assert (table.columns[0], table.values[:, 0].tolist()) == ("Korea · KOR", [1.5, 2, 3])
    months = (
        "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n1996,1,2,3,4,5,6,7,8,9,10,11,12\n1997,13,14" + "," * 10
    )
    table = read_series(months)
    assert (table.values[:, 0].tolist(), str(table.dates[-1])[:7]) == (list(range(1, 15)), "1997-02")


@pytest.mark.parametrize(
    ("text", "default"),
    [
        (",Date,Close\n0,2023-03-06,41.5\n1,2023-03-07,42\n2,2023-03-08,43\n", "Close"),
        ("지점,일시,기온\n108,2023-03-06,41.5\n108,2023-03-07,42\n", "기온"),
        ("store_id,v\n3,5\n4,5.5\n3,6\n", "v"),
        ("year,v\n2000,5\n2000,5.5\n2001,6\n", "v"),
        ("lat,lon,v\n1,2,5\n1.5,3,5.5\n1,2.5,6\n", "v"),
        ("date,month,v\n2023-03-06,3,5\n2023-04-06,4,5.5\n2023-05-06,5,6\n", "v"),
    ],
)
def test_what_is_forecast_was_measured(text, default):
    assert read_series(text).default == default


@pytest.mark.parametrize(
    ("text", "first", "last", "default"),
    [
        (
            '"","time","value"\n"1",1949,112\n"2",1949.08333,118\n"3",1949.16667,132\n',
            "1949-01-01",
            "1949-03-01",
            "value",
        ),
        ("1749;01;1749.042;  96.7\n1749;02;1749.123; 104.3\n", "1749-01-16", "1749-02-15", "column 4"),
        ("Date,v\n44986,5\n44987,6\n44988,7\n", "2023-03-01", "2023-03-03", "v"),
        ("t,v\n20230306T0100,1\n20230306T0200,2\n", "2023-03-06", "2023-03-06", "v"),
        ("d,v\nMon Mar 06 01:00:00 2023,1\nTue Mar 07 01:00:00 2023,2\n", "2023-03-06", "2023-03-07", "v"),
        ("날짜,v\n230306,1\n230307,2\n", "2023-03-06", "2023-03-07", "v"),
        ("year,quarter,gdp\n1959.0,1.0,5\n1959.0,2.0,6\n", "1959-01-01", "1959-04-01", "gdp"),
        ("지역,2021.01,2021.02,2021.03\n서울,1,2,5\n부산,4,5,6\n", "2021-01-01", "2021-03-01", "서울"),
        ("w,v\n2023-W09,1\n2023-W10,2\n", "2023-02-27", "2023-03-06", "v"),
        ("시점,전국\n2021.01 p),101.5\n2021.02 p),102\n", "2021-01-01", "2021-02-01", "전국"),
        ("Date,kWh\n3/6/2023 1:00 PM,1.5\n3/7/2023 1:00 PM,1.6\n", "2023-03-06", "2023-03-07", "kWh"),
        ("# a\n# year,month,decimal date,v\n1958,3,1958.20,31\n1958,4,1958.28,37\n", "1958-03-01", "1958-04-01", "v"),
    ],
)
def test_other_ways_to_write_a_date(text, first, last, default):
    table = read_series(text)
    assert (str(table.dates[0])[:10], str(table.dates[-1])[:10], table.default) == (first, last, default)


def test_years_of_several_countries_are_put_side_by_side():
    table = read_series("Entity,Year,Life\nAfrica,1950,37\nAfrica,1951,38\nAsia,1950,41\nAsia,1951,42\n")
    assert (table.columns, table.values.tolist()) == (("Life · Africa", "Life · Asia"), [[37, 41], [38, 42]])


def test_series_that_two_columns_name_are_put_side_by_side():
    rows = [(day, store, item) for day in (6, 7) for store in (1, 2) for item in (1, 2)]
    text = "date,store,item,sales\n" + "".join(f"2023-03-0{d},{s},{i},{d}{s}{i}\n" for d, s, i in rows)
    table = read_series(text)
    assert table.columns == ("sales · 1 · 1", "sales · 1 · 2", "sales · 2 · 1", "sales · 2 · 2")
    assert table.values.tolist() == [[611, 612, 621, 622], [711, 712, 721, 722]]


def test_rows_in_no_order_are_sorted_and_it_is_said():
    text = "d,v\n2023-03-06,1\n2023-03-08,3\n2023-03-07,2\n2023-03-05,0\n"
    table = read_series(text)
    assert (table.values[:, 0].tolist(), table.lines.tolist()) == ([0, 1, 2, 3], [5, 2, 4, 3])
    assert said(text) == "The rows were not in the order of their dates: they were sorted."
