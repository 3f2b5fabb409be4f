"""What the installed Keras says of old lines."""

import pytest

from lstm_viz.lessons.fix_my_code import remote
from lstm_viz.old_code.examples import LINES

pytest.importorskip("keras")


def test_the_argument_of_keras_2_is_refused():
    said = remote.said_to_old_lines.resolve()()
    assert set(said) == set(LINES)
    assert said["batch_input_shape"].kind == "ValueError"
