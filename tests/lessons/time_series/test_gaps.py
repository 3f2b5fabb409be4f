"""Gaps in a visitor's table: found, told, and filled as chosen."""

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.data.table import parse_table
from lstm_viz.lessons.time_series.gaps import filled, gaps_of

TABLE = parse_table("t,a,b\n2026-01-01,,10\n2026-01-02,1,20\n2026-01-03,,\n2026-01-04,,40\n2026-01-08,4,50\n")


def test_gaps_are_counted_and_the_first_is_named():
    gaps = gaps_of(TABLE)
    assert gaps.cells == {"a": 3, "b": 1}
    assert gaps.first_row == 2
    assert (gaps.step_seconds, gaps.uneven) == (86_400, 1)


@pytest.mark.parametrize(
    ("days", "uneven"),
    [
        (("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"), 0),
        (("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"), 0),
        (("2026-01-31", "2026-02-28", "2026-03-31", "2026-05-31"), 2),
        (("2026-01-31", "2026-02-28", "2026-03-30", "2026-04-30"), 2),
    ],
)
def test_months_are_even_on_one_day_of_each_or_on_its_last(days, uneven):
    rows = "\n".join(f"{day},{number}" for number, day in enumerate(days))
    assert gaps_of(parse_table(f"t,a\n{rows}\n")).uneven == uneven


@pytest.mark.parametrize(
    ("fill", "a", "b"),
    [
        ("previous", [1, 1, 1, 4], [20, 20, 40, 50]),
        ("linear", [1, 2, 3, 4], [20, 30, 40, 50]),
        ("drop", [1, 4], [20, 50]),
    ],
)
def test_they_are_filled_as_chosen_and_nothing_is_made_up_before_the_first(fill, a, b):
    series = filled(TABLE, fill, [0, 1])
    assert series.values.T.tolist() == [a, b]
    assert series.times[0] == "2026-01-02T00:00:00"
    assert len(series.times) == len(a)


def test_a_value_that_is_repeated_knows_nothing_of_later_ones():
    later = parse_table("a\n1\nNA\n100\n5\n")
    assert (
        filled(later, "previous", [0]).values[1, 0]
        == filled(parse_table("a\n1\nNA\n7\n5\n"), "previous", [0]).values[1, 0]
    )
    assert filled(later, "linear", [0]).values[1, 0] != 1


def test_a_column_without_a_number_cannot_be_filled():
    table = parse_table("a,b\n1,2\n,3\n")
    table.values[:, 0] = np.nan
    with pytest.raises(InputError, match="fewer than two rows"):
        filled(table, "previous", [0])
    assert len(filled(table, "previous", [1]).values) == 2
