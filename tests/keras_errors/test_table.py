"""Each message that the table gives as an example is explained by its own rule, however it was pasted."""

import ast
import re

import pytest

from lstm_viz.i18n import translation
from lstm_viz.keras_errors import explain
from lstm_viz.keras_errors.explaining import names_an_error
from lstm_viz.keras_errors.table import RULES

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
TRACEBACK = (
    "Traceback (most recent call last):\n"
    '  File "/usr/lib/python3/keras/engine/base_layer.py", line 311, in assert_input_compatibility\n'
    "    raise ValueError('Input ' + str(index) + ' of layer ' + name + ': expected ndim=9, found ndim=7')\n"
)


def test_there_are_several_wordings_of_what_people_meet_most():
    assert len(EXAMPLES) > 150
    assert min(len(rule.examples) for rule in RULES[1:5]) >= 2


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example[:60] for _, example in EXAMPLES])
def test_an_example_is_explained_by_its_own_rule(rule, example):
    explanation = explain(example)
    assert explanation is not None
    told = [re.sub(r"\\{.*?\\}", ".*", re.escape(case.meaning)) for case in rule.cases]
    assert [pattern for pattern in told if re.fullmatch(pattern, explanation.meaning)]
    assert explanation.code


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_it_does_not_matter_how_it_was_pasted(example):
    as_it_is = explain(example)
    in_quotes = example.replace("`", "'").replace('"', "'")
    for pasted in (
        TRACEBACK + example,
        TRACEBACK.replace("ValueError", "Exception") + example + "\n\n",
        example.replace(" ", "\n  ", 3),
        "\n".join(f"> {line}" for line in example.splitlines()),
        in_quotes,
        in_quotes.replace("'", '"'),
        example.replace("'", "&#39;"),
        f"\x1b[1m{example}\x1b[0m",
    ):
        assert explain(pasted) == as_it_is, pasted


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_every_line_of_a_cure_is_python(example):
    code = explain(example).code
    if "pip install" not in code:
        ast.parse(code)


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_it_is_said_in_korean_too(example):
    korean = explain(example, translation("ko").gettext)
    english = explain(example)
    assert korean.code == english.code
    assert korean.meaning != english.meaning
    assert korean.cure != english.cure


def test_an_error_that_is_not_known_is_told_from_what_is_no_error():
    unknown = "Traceback (most recent call last):\nValueError: something that nobody has met"
    assert explain(unknown) is None
    assert names_an_error(unknown)
    assert explain("model.fit(x, y)") is None
    assert not names_an_error("model.fit(x, y)")
