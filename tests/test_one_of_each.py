"""Texts about a number read well when it is 1: none says “1 rows” or “1 units”."""

import re

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.data.table import parse_table
from lstm_viz.keras_errors.explaining import explain
from lstm_viz.lessons.shapes import drawings
from lstm_viz.lessons.shapes.parsing import parse_pair
from lstm_viz.lessons.shapes.results import UnrolledLayer
from lstm_viz.lessons.time_series.prepare import Split, _check_lengths
from lstm_viz.tasks import parse_task

ONE_OF_MANY = re.compile(r"\b1 (?!is\b|was\b|has\b|goes\b|always\b)[a-z]+s\b")


def refusals() -> list[str]:
    """What is said of input of which one is given."""
    found = []
    for read, given in (
        (parse_pair, "3,0,1"),
        (parse_task, "3,0,1"),
        (parse_table, "a,b\n1,2\n3\n4,5\n"),
        (lambda ends: _check_lengths(Split(*ends), 3, 2), (1, 9, 18)),
        (lambda ends: _check_lengths(Split(*ends), 3, 2), (9, 10, 18)),
        (lambda ends: _check_lengths(Split(*ends), 3, 2), (9, 17, 18)),
    ):
        with pytest.raises(InputError) as refused:
            read(given)
        found.append(str(refused.value))
    return found


def explanations() -> list[str]:
    """What is said of Keras's errors where a size is 1."""
    messages = (
        "Expected batch size: 1 - Received batch size: 2",
        "Expected batch size: 2 - Received batch size: 1",
        "cannot reshape array of size 1 into shape (5,7)",
        "indices[0,0] = 4 is not in [0, 1)",
        "Received a label value of 9 which is outside the valid range of [0, 1)",
        "Data cardinality is ambiguous. 'x' sizes: 1\n'y' sizes: 2",
    )
    found = [explain(message, str) for message in messages]
    assert None not in found
    return [f"{each.meaning} {each.cure}" for each in found if each]


def drawn() -> list[str]:
    """What an LSTM of one unit over one step of one feature is called."""
    one = np.zeros((1, 1, 1), "float32")
    picture = drawings.unrolled_drawing(UnrolledLayer(one, one, one[0], {}), str)
    return [picture.title, *(lane.title for lane in picture.lanes), *(node.title for node in picture.nodes)]


@pytest.mark.parametrize("made", [refusals, explanations, drawn])
def test_one_is_not_called_many(made):
    assert [text for text in made() if ONE_OF_MANY.search(text)] == []
