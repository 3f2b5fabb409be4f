"""What a person says of a file is obeyed and told in `understood`; what cannot be is refused with a sentence."""

import numpy as np
import pytest

from lstm_viz.data import InputError, read_series
from lstm_viz.data.choices import DECLARED, NEWEST, OLDEST, RIGHT, SORTED, Choices, choices_of
from lstm_viz.data.dates import WRITTEN, way_of

MARKETS = "symbol,date,price\nA,2000-01-01,11\nA,2000-02-01,12\nB,2000-01-01,501\nB,2000-02-01,502\n"
FOUND = {
    "day and month": "t;v\n13/03/2023;1,5\n12/03/2023;2,5\n11/03/2023;3,5\n",
    "a clock": "Date,Time,P\n2023-03-06,17:24,4.2\n2023-03-06,17:25,5.36\n",
    "parts": "year,month,v\n2010,1,5\n2010,2,6\n",
    "integers": "day,v\n20230306,1\n20230307,2\n",
    "footer": "날짜,매출\n2023-03-06,41.5\n2023-03-07,42\n2023-03-08,43.25\n합계,302\n",
    "comments": "# own\n# day,v\n2023-03-06,10.5\n2023-03-07,11\n",
    "titles and units": "Monthly figures\nd,v\n,mm\n2023-03-06,1\n2023-03-07,2\n",
    "units": "d;v;w\n2023-03-06;3.45M;50%\n2023-03-07;912.30K;25%\n",
    "thousands": 'd,v\n2023-03-06,"1,234.5"\n2023-03-07,"2,345.5"\n',
    "stacked": MARKETS,
    "two keys": "date,store,item,v\n"
    + "".join(f"2023-03-0{d},{s},{i},{d}{s}{i}\n" for d in (6, 7) for s in (1, 2) for i in (1, 2)),
    "each row a series": "Country,1960,1961,1962\nKorea,1.5,2,3\nJapan,5,6,7.5\n",
    "months": "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n1996,1,2,3,4,5,6,7,8,9,10,11,12\n1997,13,14"
    + "," * 10,
    "sorted": "d,v\n2023-03-06,1\n2023-03-08,3\n2023-03-07,2\n2023-03-05,0\n",
    "blanks": "t v\n1 2.5\n2 2.5\n3 1\n",
    "one column": "1,5\n2,5\n3,5\n",
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_understood_and_is_chosen_again_gives_the_same(name):
    content = FOUND[name].encode()
    table = read_series(content)
    again = read_series(
        content, **{key: value for key, value in table.understood.items() if key in DECLARED and value != "unknown"}
    )
    assert again.columns == table.columns
    np.testing.assert_array_equal(again.values, table.values)
    np.testing.assert_array_equal(again.dates, table.dates)
    assert dict(again.understood) == dict(table.understood)


def test_every_choice_is_told():
    table = read_series(MARKETS.encode())
    assert set(DECLARED) <= set(table.understood)


@pytest.mark.parametrize(
    ("text", "choice", "values"),
    [
        ("a;b\n1,5;2\n2,5;3\n", {"separator": ","}, [[1], [2]]),
        ("a,b\n1,5\n2,5\n", {"separator": "\n", "header": 1}, [[1.5], [2.5]]),
        ("v\n1,066\n2,500\n", {"thousands": ",", "separator": "\n"}, [[1066], [2500]]),
        ("v;w\n1,066;1\n2,500;2\n", {"thousands": ""}, [[1.066, 1], [2.5, 2]]),
        ("v;w\n1.066;1\n2.500;2\n", {"thousands": "."}, [[1066, 1], [2500, 2]]),
        ("v;w\n1'066.5;1\n2'500.5;2\n", {"thousands": "'"}, [[1066.5, 1], [2500.5, 2]]),
        ("1;2\n3;4\n5;6\n", {"header": 1}, [[3, 4], [5, 6]]),
        ("1;2\n3;4\n5;6\n", {"header": 0}, [[1, 2], [3, 4], [5, 6]]),
        ("a;b\n1;2\n3;4\n5;6\n", {"leave_out": (3,)}, [[1, 2], [5, 6]]),
        ("a;b\n1;2\n3;4\n5;6\n", {"order": NEWEST}, [[5, 6], [3, 4], [1, 2]]),
        ("a;b\n1;2\n3;4\n5;6\n", {"order": OLDEST}, [[1, 2], [3, 4], [5, 6]]),
        ("a;b\n3K;20%\n4K;10%\n", {"factors": {"%": 0.01}}, [[3000, 0.2], [4000, 0.1]]),
        ("a;b\n3K;20%\n4K;10%\n", {"factors": {"K": 1}}, [[3, 20], [4, 10]]),
        ("a;b\n3;-200\n4;1\n5;2\n", {"missing": (-200, 5)}, [[3, np.nan], [4, 1], [np.nan, 2]]),
        ("name,w1,w2\nA,1,2\nB,3,4\n", {"layout": "rightwards"}, [[1, 3], [2, 4]]),
        ("1960,1961,1962\n1,2,3\n4,5,6\n", {"layout": "downwards", "header": 1}, [[1, 2, 3], [4, 5, 6]]),
        (MARKETS, {"series": "B"}, [[501], [502]]),
        (MARKETS, {"stacked": (), "dates": ()}, [[11], [12], [501], [502]]),
        ("g,v\nA,1\nA,2\nB,3\nB,4\n", {"stacked": ("g",), "series": "B"}, [[3], [4]]),
        ("a;b\n2026;1\n2027;2\n", {"dates": (1,)}, [[1], [2]]),
        ("year;b\n2026;1\n2027;2\n", {"dates": ()}, [[2026, 1], [2027, 2]]),
    ],
)
def test_a_choice_is_obeyed_and_told(text, choice, values):
    table = read_series(text, **choice)
    np.testing.assert_allclose(table.values, values)
    for name, value in choice.items():
        told = table.understood[name]
        if name == "factors":
            assert value.items() <= told.items()
        elif name != "dates":
            assert told == value


def test_the_dates_are_read_as_chosen():
    text = "a,b,v\n05/03/23,2023-07-01,1\n06/03/23,2023-07-02,2\n"
    assert str(read_series(text, dates=("b",)).dates[0])[:10] == "2023-07-01"
    for name, first in (("day/month/year", "2023-03-05"), ("month/day/year", "2023-05-03")):
        table = read_series(text, dates=(1,), date_format=name)
        assert (str(table.dates[0])[:10], table.understood["date_format"]) == (first, name)
        assert name in table.offers["date_format"]
    clock = "d,uhr,v\n2023-03-06,17:24,4.2\n2023-03-06,17:25,5.36\n"
    assert str(read_series(clock, dates=("d", "uhr")).dates[1])[:16] == "2023-03-06T17:25"
    with pytest.raises(InputError, match="have the same date: 2023-03-06"):
        read_series(clock, dates=("d",))


def test_a_header_of_two_rows_gives_each_column_both_names():
    text = ",Close,Close\n,AAPL,MSFT\n2023-03-06,1.5,2\n2023-03-07,2.5,3\n"
    assert read_series(text, header=2).columns == ("Close · AAPL", "Close · MSFT")


def test_rows_that_were_left_out_can_be_kept():
    text = "d;v\n6.3.2023;1\n7.3.2023;2\n8.3.2023;3\n합계;6\n"
    assert read_series(text).understood["leave_out"] == (5,)
    with pytest.raises(InputError, match="Row 5, column d: “합계” is not a date"):
        read_series(text, leave_out=())
    assert read_series(text, leave_out=(), dates=()).values[:, 0].tolist() == [1, 2, 3, 6]


def test_a_series_is_one_of_those_that_are_offered():
    table = read_series(MARKETS, series="A")
    assert (table.offers["series"], table.offers["stacked"], table.columns) == (("A", "B"), ("symbol",), ("price",))
    assert "only “A” is read" in " ".join(map(str, table.notes))


def test_an_encoding_is_chosen_for_a_file():
    file = "날짜;기온\n2023-03-06;1,5\n2023-03-07;2,5\n".encode("cp949")
    assert read_series(file, encoding="cp949").columns == ("기온",)
    assert read_series(file, encoding="cp1252").columns != ("기온",)


@pytest.mark.parametrize(
    ("text", "choice", "sentence"),
    [
        (MARKETS, {"separator": "x"}, "“x” cannot be chosen for separator"),
        (MARKETS, {"header": 9}, "“9” cannot be chosen for header"),
        (MARKETS, {"decimal": ",", "thousands": ","}, "cannot be both the decimal mark and"),
        (MARKETS, {"encoding": "cp949"}, "A text has no encoding"),
        ("날짜\n1\n2\n".encode("cp949"), {"encoding": "utf-8"}, "is not written in utf-8: its byte 1"),
        (MARKETS, {"leave_out": (77,)}, "Row 77 cannot be left out"),
        (MARKETS, {"leave_out": (1, 2, 3, 4, 5)}, "fewer than two rows"),
        (MARKETS, {"header": 5}, "fewer than two rows"),
        (MARKETS, {"dates": ("time",)}, "There is no column “time”. There are: symbol, date, price."),
        (MARKETS, {"dates": (4,)}, "There is no column “4”"),
        (MARKETS, {"dates": ("symbol",)}, "The dates in column symbol (“A”) are not understood"),
        (MARKETS, {"dates": ("date",), "date_format": "year"}, "column date (“2000-01-01”) are not written as 2026."),
        (MARKETS, {"date_format": "month-word year"}, "No column holds dates that are written as Dec 2026."),
        (MARKETS, {"stacked": ()}, "does not come after"),
        (MARKETS, {"stacked": ("price",)}, "No column says which series"),
        (MARKETS, {"series": "C"}, "There is no series “C” in column symbol. There are: A, B."),
        ("a,b\n1,2\n2,3\n", {"series": "C"}, "No column says which series"),
        ("g,v\nA,1\nA,2\n", {"stacked": ("g",)}, "no dates are known. Choose one"),
        ("g,d,v\nA,2000-01-01,1\nA,2000-01-01,2\n", {"stacked": ("g",)}, "“A” has two rows of 2000-01-01"),
        ("v\n1\n2\n", {"order": SORTED}, "cannot be sorted by date"),
        ("d,v\n2000-01-01,1\n2000-01-02,2\n", {"order": NEWEST}, "the dates contradict this order"),
        ("a;b\n3K;1\n4K;2\n", {"factors": {"K": 1e308}}, "Row 2, column a: “3K” is too large."),
        ("|a|v|\n|-|-|\n|2020-01-01|4|\n|2020-01-02|7|\n", {"layout": RIGHT}, "No column holds numbers"),
        ("a;b\n3K;1\n4K;2\n", {"factors": {"Q": 2}}, "No number has “Q” after it. Found after numbers: K."),
        ("a;b\n1,000.5;1\n2,000.5;2\n", {"thousands": ""}, "“1,000.5” does not use the chosen thousands separator"),
        ("a;b\n1;1\n2;2\n", {"layout": "months"}, "no column for each of the twelve months"),
    ],
)
def test_an_impossible_choice_is_refused_with_a_sentence(text, choice, sentence):
    with pytest.raises(InputError) as refused:
        read_series(text, **choice)
    assert sentence in str(refused.value)


def test_the_words_of_a_link_stand_for_the_choices():
    words = {"separator": "tab", "thousands": "none", "header": "2", "leave_out": "1-3, 9", "dates": "1,2"}
    words |= {"factors": "K=1024, %=0.01", "missing": "-200 -9999", "stacked": "0", "order": "newest", "series": "A"}
    assert choices_of(words).chosen == {
        "separator": "\t",
        "thousands": "",
        "header": 2,
        "leave_out": (1, 2, 3, 9),
        "dates": (1, 2),
        "order": NEWEST,
        "stacked": (),
        "series": "A",
        "factors": {"K": 1024, "%": 0.01},
        "missing": (-200, -9999),
    }
    assert choices_of({}) == Choices()


@pytest.mark.parametrize("words", [{"leave_out": "a-b"}, {"dates": "x"}, {"factors": "K"}, {"missing": "1,x"}])
def test_words_that_stand_for_nothing_are_refused(words):
    with pytest.raises(InputError, match="“"):
        choices_of(words)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_example_of_a_way_to_write_dates_is_read_in_this_way(name):
    cells = [WRITTEN[name]] * 3
    assert any((way := way_of(cells, integers=each, name=name)) and way.name == name for each in (True, False))
