"""What a pasted text is taken for."""

import pytest

from lstm_viz.keras_errors.table import RULES
from lstm_viz.lessons.fix_my_code.pasted import CODE, ERROR, Pasted, told_apart
from lstm_viz.old_code import rewrite
from lstm_viz.old_code.examples import EXAMPLES, LINES
from tests.old_code.snippets import REWRITTEN

NDIM = "ValueError: Input 0 is incompatible with layer lstm_2: expected ndim=3, found ndim=2"
IN_NOTEBOOK = f"""\
---------------------------------------------------------------------------
ValueError                                Traceback (most recent call last)
<ipython-input-5-1a2b> in <module>()
      1 model = Sequential()
----> 2 model.add(LSTM(20))

/usr/lib/python3/site-packages/keras/models.py in add(self, layer)
    469                           'for example `x.add()`')
{NDIM}
"""
IN_PYTHON = f'Traceback (most recent call last):\n  File "a.py", line 2, in <module>\n    model.fit(x, y)\n{NDIM}'
CODES = "model = Sequential()\nmodel.add(LSTM(20))"


def is_error_alone(text: str) -> bool:
    found = told_apart(text)
    return bool(found.error) and not found.code


def test_every_known_error_is_an_error():
    examples = [example for rule in RULES for example in rule.examples]
    assert len(examples) > 500
    assert [text for text in examples if not is_error_alone(text)] == []


def test_all_old_code_is_code():
    code = [*EXAMPLES.values(), *LINES.values(), *REWRITTEN]
    assert [text for text in code if told_apart(text) != Pasted("", text)] == []


@pytest.mark.parametrize(
    "text",
    [IN_NOTEBOOK, NDIM, "expected ndim=3, found ndim=2", "KeyError: 'lstm'", "it does not learn", "lstm", "", " "],
)
def test_what_is_no_code(text):
    assert told_apart(text) == Pasted(text.strip(), "")


@pytest.mark.parametrize(
    "error", [NDIM, IN_NOTEBOOK, f'Traceback (most recent call last):\n  File "a.py", line 2\n{NDIM}']
)
def test_code_and_error_in_either_order(error):
    after = told_apart(f"{CODES}\n\n{error}")
    assert (after.error, after.code.strip()) == (error.strip(), CODES)
    before = told_apart(f"{error}\n{CODES}")
    assert (before.error, before.code.strip()) == (error.strip(), CODES)
    assert before.code.split("\n")[-2:] == CODES.split("\n"), "each line of code stays in its place"


def test_indented_code_may_follow_an_error_as_in_a_forum():
    indented = "    model = Sequential()\n    model.add(LSTM(20))"
    found = told_apart(f"It says\n\n    {NDIM}\n\nfor this\n\n{indented}")
    assert found.code.strip("\n") == indented
    assert NDIM in found.error


def test_the_prompts_of_a_notebook_and_of_python_are_no_hindrance():
    for prompt in ("In [5]: ", ">>> "):
        found = told_apart(f"{prompt}model.fit(x, y, nb_epoch=5)\n{NDIM}")
        assert (found.error, rewrite(found.code).text.strip()) == (NDIM, "model.fit(x, y, epochs=5)")
    assert "Input(batch_shape=...)" in rewrite("model.add(LSTM(4, batch_input_shape=…))").text


def test_the_last_line_of_a_frame_is_no_code_of_its_own():
    text = f'Traceback (most recent call last):\nFile "a.py", line 2, in <module>\nmodel.add(LSTM(20))\n{NDIM}'
    assert told_apart(text) == Pasted(text, "")


def test_sentences_around_code_are_left_out_and_named():
    found = told_apart(f"Here is my code:\n{CODES}\nWhat is wrong with it\nThanks!")
    assert found.code.strip() == CODES
    assert (found.error, found.left_out) == ("", (1, 4, 5))
    with_error = told_apart(f"I get expected ndim=3, found ndim=2\n{CODES}")
    assert with_error == Pasted("I get expected ndim=3, found ndim=2", f"\n{CODES}")
    korean = told_apart(f"코드는 다음과 같습니다\n{CODES}")
    assert (korean.code.strip(), korean.left_out) == (CODES, (1,))


def test_code_with_a_mistake_is_code():
    assert told_apart("a = 1\nif a\n").code
    assert told_apart(f"{CODES}\nmodel.add(Dense(1)").code


def test_an_array_in_a_message_is_no_code():
    assert is_error_alone("ValueError: Expected 2D array, got 1D array instead:\narray=[1. 2. 3.].\nReshape your data")


def test_what_a_person_says_holds():
    assert told_apart(NDIM, CODE) == Pasted("", NDIM)
    assert told_apart(CODES, ERROR) == Pasted(CODES, "")


def test_long_texts_are_judged_by_their_end():
    assert told_apart("x = 1\n" * 5000).code
    assert told_apart("x = 1\n" * 5000 + NDIM).error
    assert told_apart("(" * 20_000).error
