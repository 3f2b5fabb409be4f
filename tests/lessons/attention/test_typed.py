"""What a visitor types: what is read, what is refused, and the right answers."""

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.lessons.attention.settings import SETTINGS
from lstm_viz.lessons.attention.tasks import FORMATS, TASKS, date_of
from lstm_viz.lessons.attention.typed import DEFAULT_TEXTS, typed


@pytest.mark.parametrize(
    ("name", "text", "read", "right"),
    [
        ("reverse", " a, b C ", "ABC", "CBA"),
        ("dates", "  31  May 2026 ", "31 may 2026", "2026-05-31"),
        ("dates", "Oct 1, 1999", "oct 1, 1999", "1999-10-01"),
        ("dates", "2026. 5. 31.", "2026. 5. 31.", "2026-05-31"),
        ("dates", "2026년 5월 31일", "2026년 5월 31일", "2026-05-31"),
        ("dates", "3.12.1999", "3.12.1999", "1999-12-03"),
        ("dates", "3/12/1999", "3/12/1999", "1999-03-12"),
        ("dates", "31 feb 2026", "31 feb 2026", None),
        ("dates", "may", "may", None),
    ],
)
def test_what_is_read_and_its_right_answer(name, text, read, right):
    shown = typed(name, text)
    assert (shown.text, shown.right) == (read, right)
    assert typed(name, shown.text) == shown


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("reverse", "", "Nothing is typed: this model reads 1 to 16 characters."),
        ("dates", "  ", "Nothing is typed: this model reads 1 to 24 characters."),
        ("reverse", "ABX", "This model does not know “X”, at position 3. It knows: A B C D E F G H"),
        ("dates", "31 mäy 2026", "This model does not know “ä”, at position 5."),
        ("reverse", "A" * 17, "This model reads at most 16 characters, not 17."),
        ("dates", "1" * 5000, "This model reads at most 24 characters, not 5000."),
    ],
)
def test_what_cannot_be_read_is_told(name, text, told):
    with pytest.raises(InputError) as problem:
        typed(name, text)
    assert told in str(problem.value)


def test_a_link_with_another_input_shows_the_example_and_says_so():
    values, ignored = SETTINGS.read({"task": "reverse", "input": "XYZ"})
    assert values["input"] == DEFAULT_TEXTS["reverse"]
    assert ["XYZ" in str(each) or "“X”" in str(each) for each in ignored] == [True]


@pytest.mark.parametrize("name", TASKS)
def test_the_right_answers_of_the_training_are_those_of_the_page(name):
    task, draw = TASKS[name], np.random.default_rng(0)
    for text, answer in (task.draw(draw) for _ in range(300)):
        assert typed(name, text).text == text
        assert task.answer(text) == answer
        assert task.text(task.said(answer)) == answer
        assert len(answer) < task.most_said


def test_each_way_to_write_a_date_is_named_by_an_example():
    assert {date_of(example.lower()) for example in FORMATS} == {"2026-05-31", "2026-10-31"}
