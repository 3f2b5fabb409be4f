"""Rows that belong to no series, wherever they stand, and what programs print around a table."""

import numpy as np
import pytest

from lstm_viz.data import InputError, read_series
from lstm_viz.data.choices import DECLARED

SERIES = {"2023-03-06": 41.5, "2023-03-07": 42, "2023-03-08": 43.25, "2023-03-09": 42.75}
VALUES = tuple(SERIES.values())
ROWS = [f"{date},{value}" for date, value in SERIES.items()]


def is_read(text: str, values=VALUES, first="2023-03-06", said="") -> None:
    """The first column has these values, and what was understood, chosen again, gives the same."""
    table = read_series(text)
    np.testing.assert_allclose(table.values[:, table.columns.index(table.default)], values)
    assert table.dates is None if first is None else str(table.dates[0]).startswith(first)
    assert said in " ".join(map(str, table.notes))
    again = read_series(
        text, **{key: each for key, each in table.understood.items() if key in DECLARED.keys() - {"encoding"}}
    )
    np.testing.assert_array_equal(again.values, table.values)
    assert again.columns == table.columns


@pytest.mark.parametrize(
    "stop", ['"$RT_OFF$";"06.03.2023 12:00:03";0;2;45321', '"$RT_COUNT$";"06.03.2023 12:00:03";7;0;0']
)
@pytest.mark.parametrize("at", [2, 4])
def test_what_a_program_notes_of_itself_is_no_row_of_the_series(stop, at):
    rows = [f'"Tank";"06.03.2023 12:00:0{at}";{value};1;4532{at}' for at, value in enumerate(SERIES.values())]
    rows.insert(at, stop)
    text = "\n".join(['"VarName";"TimeString";"VarValue";"Validity";"Time_ms"', *rows])
    is_read(text, said="Left out between the rows of the series: rows")


@pytest.mark.parametrize(
    "line", ["date,price", "date,price\n", "3월 소계,83.5", "Subtotal,83.5", "Zwischensumme März,83.5", "Total March,1"]
)
def test_names_again_and_totals_between_the_rows_are_left_out_and_said(line):
    is_read("\n".join(["date,price", *ROWS[:2], line, *ROWS[2:]]), said="Left out between the rows")


def test_a_total_that_names_a_series_is_none_between_the_rows():
    rows = [f"{area},{date},{value}" for date, value in SERIES.items() for area in ("North", "Total")]
    assert read_series("\n".join(["area,date,v", *rows])).columns == ("v · North", "v · Total")


def test_a_row_of_a_date_and_a_text_without_a_number_is_left_out_and_said():
    rows = [f"{date}\t40.1\t{value}" for date, value in SERIES.items()]
    rows.insert(2, "2023-03-08\t0.23 Dividend")
    table = read_series("\n".join(["Date\tOpen\tClose", *rows]))
    assert table.values[:, 1].tolist() == list(SERIES.values())
    assert "rows 4, such as “0.23 Dividend”" in " ".join(map(str, table.notes))
    with pytest.raises(InputError, match="Row 4 and the first row have different numbers of cells"):
        read_series("\n".join(["Date\tOpen\tClose", rows[0], rows[1], "2023-03-08\t7", *rows[3:]]))


def test_a_thirteenth_month_is_the_whole_year():
    months = [f"2022{month:02},{month}.5" for month in range(1, 13)]
    text = "\n".join(["YYYYMM,Value", *months, "202213,99", "202301,3.5", "202302,4.5"])
    is_read(text, [*(month + 0.5 for month in range(1, 13)), 3.5, 4.5], "2022-01", "such as “202213”")


def test_words_in_place_of_a_date_above_the_series_are_left_out_and_said():
    text = ";BBEX3.D.USD\nEinheit;USD\nStand vom;13.03.2023 16:03:21\n" + "\n".join(ROWS).replace(",", ";")
    is_read(text, said="Row 3 was left out: “Stand vom” stands there in place of a date.")


@pytest.mark.parametrize(
    "text",
    [
        "date\n" + "\n".join(f"{date}    {value}" for date, value in SERIES.items()) + "\nName: price, dtype: float64",
        "\n".join(f"{date}    {value}" for date, value in SERIES.items()) + "\nFreq: D, Name: p, dtype: float64\n",
        "            price  n\ndate\n"
        + "\n".join(f"{d}  {v}  1" for d, v in SERIES.items())
        + "\n\n[4 rows x 2 columns]",
        "LabVIEW Measurement\t\nDate\t2023/03/06\nTime\t10:00:00.12\n***End_of_Header***\t\n\nChannels\t1\t\n"
        "Date\t2023/03/06\t\nTime\t10:00:00.1\t\nX0\t0.0E+0\t\n***End_of_Header***\t\t\ndate\tv\tComment\n"
        + "\t\n".join(ROWS).replace(",", "\t")
        + "\t\n",
        "-BEGIN HEADER-\nNASA/POWER: 2023-03-06 through 2023-03-09\n-END HEADER-\ndate,v\n" + "\n".join(ROWS),
    ],
)
def test_what_a_program_prints_around_a_table_is_left_out(text):
    is_read(text)


@pytest.mark.parametrize("cut", ["..         ...    ...", "            ...  "])
def test_a_table_that_was_printed_in_part_is_refused_with_the_reason(cut):
    rows = [f"{at}   {row.replace(',', '  ')}" for at, row in enumerate(ROWS)]
    with pytest.raises(InputError, match="stands for rows that were not printed"):
        read_series("\n".join(["        date  price", *rows[:2], cut, *rows[2:]]))
    with pytest.raises(InputError, match="stands for rows that were not printed"):
        read_series("[41.5 42.  43.  ... 44.  45.  46. ]")


@pytest.mark.parametrize(
    "text",
    [
        "[41.5  42.   43.25 42.75]",
        "[41.5, 42, 43.25, 42.75]",
        "array([41.5 , 42.  ,\n       43.25, 42.75])",
        "[[41.5  1.  ]\n [42.   0.  ]\n [43.25 0.  ]\n [42.75 1.  ]]",
        "[[41.5, 1], [42, 0], [43.25, 0], [42.75, 1]]",
    ],
)
def test_arrays_as_python_prints_them(text):
    assert read_series(text).values[:, 0].tolist() == list(SERIES.values())


def test_months_as_r_prints_them():
    text = (
        "     Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\n1949 112 118 132 129 121 135 148 148 136 119 104 118\n"
    )
    text += "1950 115 126 141 135 125 149 170 170 158 133 114 140\n"
    table = read_series(text)
    assert table.values[[0, 1, -1], 0].tolist() == [112, 118, 140]
    assert str(table.dates[-1])[:7] == "1950-12"


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("temp:{v},hum:45.{at}", ("temp", "hum")),
        ("Temperature: {v} C, Humidity: 45.{at} %", ("Temperature", "Humidity")),
        ("12:01:3{at}.123 -> Temperature: {v} C, Humidity: 45.{at} %", ("Temperature", "Humidity")),
        ("t={v}\tp=101{at}", ("t", "p")),
    ],
)
def test_names_in_each_cell_are_put_above_the_columns(line, columns):
    text = "\n".join(line.format(v=value, at=at) for at, value in enumerate(SERIES.values()))
    table = read_series(text)
    assert table.columns == columns
    assert table.values[:, 0].tolist() == list(SERIES.values())
    assert "Each cell names what it holds" in " ".join(map(str, table.notes))


def test_the_half_of_the_day_may_stand_in_a_column_of_its_own():
    times = [("11:00", "AM"), ("12:00", "PM"), ("1:00", "PM"), ("2:00", "PM")]
    both = list(zip(times, SERIES.values(), strict=True))
    is_read("\n".join(["d,t,half,v", *(f"3/16/2023,{t},{h},{v}" for (t, h), v in both)]), first="2023-03-16T11:00")
    is_read("\n".join(["d,half,v", *(f"3/16/2023 {t},{h},{v}" for (t, h), v in both)]), first="2023-03-16T11:00")
    korean = {"AM": "오전", "PM": "오후"}
    is_read(
        "\n".join(["날짜,시각,구분,v", *(f"2023-03-16,{t},{korean[h]},{v}" for (t, h), v in both)]),
        first="2023-03-16T11",
    )


def test_a_half_of_the_day_without_a_time_begins_at_twelve():
    rows = [f"2023-03-{16 + at // 2},{'PM' if at % 2 else 'AM'},{value}" for at, value in enumerate(VALUES)]
    is_read("\n".join(["d,half,v", *rows]), first="2023-03-16T00:00")
    assert str(read_series("\n".join(["d,half,v", *rows])).dates[-1])[:16] == "2023-03-17T12:00"


def test_a_half_of_the_day_that_stands_twice_is_read_once():
    rows = [f"3/16/2023 {9 + at}:00 AM,AM,{value}" for at, value in enumerate(VALUES[:3])]
    is_read("\n".join(["d,half,v", *rows]), VALUES[:3], first="2023-03-16T09")


def of_clock(times: list[str]) -> str:
    return "\n".join(["Zeit;kWh", *(f"{time};{at % 5},5" for at, time in enumerate(times))])


def test_an_hour_that_comes_twice_at_the_end_of_summer():
    day = [f"29.10.2023 {hour:02}:{minute:02}" for hour in range(5) for minute in (0, 30)]
    times = [*day[:6], *day[4:]]
    table = read_series(of_clock(times))
    assert set(np.diff(table.dates).astype("timedelta64[m]").astype(int)) == {30}
    assert str(table.dates[-1])[:16] == "2023-10-29T04:30"
    assert "The clock was set back on 2023-10-29" in " ".join(map(str, table.notes))
    assert read_series(of_clock(times[::-1])).dates.tolist() == table.dates.tolist()


def test_a_year_of_hours_with_both_changes_of_the_clock_has_even_steps():
    hours = np.arange(np.datetime64("2023-01-01T00:00"), np.datetime64("2024-01-01T00:00"), np.timedelta64(1, "h"))
    is_summer = (hours >= np.datetime64("2023-03-26T02:00")) & (hours < np.datetime64("2023-10-29T02:00"))
    local = hours + np.where(is_summer, 1, 0).astype("timedelta64[h]")
    table = read_series(of_clock([str(time).replace("T", " ") for time in local]))
    np.testing.assert_array_equal(table.dates, hours)


@pytest.mark.parametrize("day", ["28.10.2023", "30.10.2023"])
def test_an_hour_that_comes_twice_on_another_day_is_refused(day):
    with pytest.raises(InputError, match="Rows 3 and 4 have the same date"):
        read_series(of_clock([f"{day} {clock}" for clock in ("01:00", "02:00", "02:00", "03:00", "04:00")]))


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,200.00 Cr", "300.00 Dr", "150.00 Cr"], [1200, -300, 150]),
        (["1.200,00 H", "300,00 S", "150,00 H"], [1200, -300, 150]),
        (["12.00 Dr", "300.00 Dr", "1.50 Dr"], [-12, -300, -1.5]),
        (["▲ 1.5", "▼ 2.25", "0"], [1.5, -2.25, 0]),
        (["▲1.5%", "▼2.25%", "▲3.5%"], [1.5, -2.25, 3.5]),
    ],
)
def test_what_is_owed_or_falls_is_negative_and_said(cells, values):
    text = "\n".join(["d;v", *(f"2023-03-0{at};{cell}" for at, cell in enumerate(cells, start=6))])
    is_read(text, values, said="were read as negative")


def test_arrows_without_a_fall_may_be_a_minus_and_are_left_out():
    with pytest.raises(InputError, match="Column v was left out"):
        read_series("d;v\n2023-03-06;▲1.5\n2023-03-07;▲2.5\n2023-03-08;▲3.5\n")


def test_numbers_in_arabic_digits_with_their_own_marks():
    text = "اليوم;القيمة\n٢٠٢٣-٠٣-٠٦;٤١٫٥\n٢٠٢٣-٠٣-٠٧;١٬٢٤٢٫٢٥\n"
    is_read(text, [41.5, 1242.25])


@pytest.mark.parametrize("name", ["현재가", "終値", "收盘价"])
def test_below_names_of_east_asia_a_comma_is_between_thousands(name):
    is_read(f"date\t{name}\n2023-03-06\t41,500\n2023-03-07\t42,000\n", [41500, 42000])
    with pytest.raises(InputError, match="could mean"):
        read_series("date\tprice\n2023-03-06\t41,500\n2023-03-07\t42,000\n")


def test_a_german_clock_may_say_uhr():
    is_read("\n".join(["Zeit;v", *(f"06.03.2023, {8 + at}:00 Uhr;{v}" for at, v in enumerate(SERIES.values()))]))


@pytest.mark.parametrize("title", ["March 2023,", "Übertrag,83.5", "Carried forward,83.5", "전월이월,83.5", "Depot A,"])
def test_titles_and_what_is_carried_forward_between_the_rows_are_left_out(title):
    is_read("\n".join(["date,price", *ROWS[:2], title, *ROWS[2:]]), said=f"rows 4, such as “{title.split(',')[0]}”")


def test_an_opening_balance_without_a_date_is_left_out():
    rows = [f"{date},shop,{value}" for date, value in SERIES.items()]
    is_read("\n".join(["date,text,v", ",Opening balance,100", *rows]), said="such as “Opening balance”")


def test_a_date_whose_values_are_missing_is_a_row_of_the_series():
    rows = [f"{date},{value},1" for date, value in SERIES.items()]
    table = read_series("\n".join(["date,v,w", *rows[:2], "2023-03-08,,", rows[3]]))
    assert len(table.values) == len(SERIES)
    assert np.isnan(table.values[2]).all()


@pytest.mark.parametrize(
    "text",
    [
        "shape: (4, 2)\n┌────────────┬───────┐\n│ date       ┆ v     │\n│ ---        ┆ ---   │\n"
        "│ date       ┆ f64   │\n"
        "╞════════════╪═══════╡\n"
        + "\n".join(f"│ {d} ┆ {v} │" for d, v in SERIES.items())
        + "\n└────────────┴───────┘",
        "4×2 DataFrame\n Row │ date        v\n     │ Date        Float64\n─────┼─────────────────────\n"
        + "\n".join(f"   {at} │ {d}    {v}" for at, (d, v) in enumerate(SERIES.items(), start=1)),
        "# A tibble: 4 × 2\n  date           v\n  <date>     <dbl>\n"
        + "\n".join(f"{at} {d}  {v}" for at, (d, v) in enumerate(SERIES.items(), start=1)),
    ],
)
def test_tables_as_polars_julia_and_r_print_them(text):
    is_read(text)


def test_a_vector_as_r_prints_it():
    assert read_series(" [1] 41.50 42.00\n [3] 43.25 42.75\n").values[:, 0].tolist() == list(SERIES.values())


def test_a_name_before_a_date_is_put_above_it():
    is_read("\n".join(f"ts={date}T00:00:00Z level=info temp={value}" for date, value in SERIES.items()))


@pytest.mark.parametrize("before", [[""], ["T2M,"], ["T2M,", "RH,"]])
def test_months_in_columns_after_names_of_series(before):
    months = "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC,ANN"
    header = f"{'PARAMETER,' if before[0] else ''}YEAR,{months}"
    rows = [f"{name}{y},{','.join(f'{m + y - 2020}.5' for m in range(12))},99" for name in before for y in (2021, 2022)]
    is_read("\n".join([header, *rows]), [m + y + 0.5 for y in (1, 2) for m in range(12)], "2021-01")


@pytest.mark.parametrize(
    ("names", "header"),
    [
        ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Monat;2022;2023"),
        ("1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월", "월;2022;2023"),
        ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", ";2021;2022;2023"),
    ],
)
def test_a_row_for_each_month_and_a_column_for_each_year(names, header):
    years = header.count(";")
    rows = [f"{name};{';'.join(f'{100 * y + at}' for y in range(years))}" for at, name in enumerate(names.split())]
    text = "\n".join([header, *rows, f"Total{';9' * years}"])
    is_read(
        text, [100 * y + at for y in range(years) for at in range(12)], f"{2024 - years}-01", "a column for each year"
    )


def test_a_mean_below_years_of_months_is_left_out():
    months = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"
    rows = [f"{year},{','.join(f'{20 * (year - 2021) + at}' for at in range(12))},78" for year in (2021, 2022)]
    text = "\n".join([f"Year,{months},Total", *rows, f"Average{',1' * 13}"])
    is_read(text, [*range(12), *range(20, 32)], "2021-01", "Left out at the end: row 4 with “Average”")


@pytest.mark.parametrize("words", [("S", "H"), ("Debit", "Credit"), ("출금", "입금")])
def test_a_column_that_says_which_way_an_amount_goes_is_named(words):
    rows = [f"{date},{words[at % 2]},{value}" for at, (date, value) in enumerate(SERIES.items())]
    is_read("\n".join(["date,side,amount", *rows]), said="Column side says which way an amount goes")
    assert "which way" not in " ".join(map(str, read_series("\n".join(["d,w,v", *rows]).replace(words[0], "x")).notes))


def test_days_in_three_columns_without_names():
    rows = [f"2023;3;{day};2023.{174 + 3 * day};{day % 4 + 0.5}; 7;1" for day in range(6, 14)]
    is_read("\n".join(rows), [day % 4 + 0.5 for day in range(6, 14)])


def test_times_as_parts_of_a_day():
    rows = [f"2023-03-06,{at / 24:.6f},{value}" for at, value in enumerate(SERIES.values())]
    table = read_series("\n".join(["Date,Time,V", *rows]))
    assert str(table.dates[-1])[:19] == "2023-03-06T03:00:00"
    is_read("\n".join(["Date,Time,V", *rows]))


@pytest.mark.parametrize(
    "cells",
    [
        ("FY22 Q1", "FY22 Q2", "FY22 Q3", "FY22 Q4"),
        ("'22Q1", "'22Q2", "'22Q3", "'22Q4"),
        ("2022 1Q", "2022 2Q", "2022 3Q", "2022 4Q"),
    ],
)
def test_quarters_of_short_years(cells):
    is_read("\n".join(["q,v", *(f"{cell},{v}" for cell, v in zip(cells, VALUES, strict=True))]), first="2022-01")


def test_a_date_and_a_clock_with_a_semicolon_between_them():
    rows = [f"20230306;0{at}3000,,{value}" for at, value in enumerate(VALUES)]
    is_read("\n".join(["Date,x,v", *rows]), first="2023-03-06T00:30")
