"""Each message that the table gives as an example is explained by its own rule, however it was pasted."""

import ast
import re

import pytest

from lstm_viz.i18n import translation
from lstm_viz.keras_errors import explain
from lstm_viz.keras_errors.explaining import names_an_error
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.keras_errors.rule import Rule
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


@pytest.fixture(scope="module")
def english() -> dict[str, Explanation | None]:
    return {example: explain(example) for _rule, example in EXAMPLES}


def is_told_by(rule: Rule, explanation: Explanation | None) -> bool:
    told = [re.sub(r"\\{.*?\\}", ".*", re.escape(case.meaning)) for case in rule.cases]
    return explanation is not None and any(re.fullmatch(pattern, explanation.meaning) for pattern in told)


def test_an_example_is_explained_by_its_own_rule(english):
    assert [example for rule, example in EXAMPLES if not is_told_by(rule, english[example])] == []
    assert [example for example, explanation in english.items() if not explanation.code] == []


def as_pasted(example: str) -> tuple[str, ...]:
    in_quotes = example.replace("`", "'").replace('"', "'")
    return (
        TRACEBACK + example,
        TRACEBACK.replace("ValueError", "Exception") + example + "\n\n",
        example.replace(" ", "\n  ", 3),
        "\n".join(f"> {line}" for line in example.splitlines()),
        in_quotes,
        in_quotes.replace("'", '"'),
        example.replace("'", "&#39;"),
        f"\x1b[1m{example}\x1b[0m",
    )


def test_it_does_not_matter_how_it_was_pasted(english):
    pasted = [(each, explanation) for example, explanation in english.items() for each in as_pasted(example)]
    assert [each for each, explanation in pasted if explain(each) != explanation] == []


def is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def test_every_line_of_a_cure_is_python(english):
    lines = {explanation.code for explanation in english.values()}
    assert [code for code in lines if "pip install" not in code and not is_python(code)] == []


def test_it_is_said_in_korean_too(english):
    korean = {example: explain(example, translation("ko").gettext) for example in english}
    assert [example for example in english if korean[example].code != english[example].code] == []
    assert [example for example in english if korean[example].meaning == english[example].meaning] == []
    assert [example for example in english if korean[example].cure == english[example].cure] == []


def test_an_error_that_is_not_known_is_told_from_what_is_no_error():
    unknown = "Traceback (most recent call last):\nValueError: something that nobody has met"
    assert explain(unknown) is None
    assert names_an_error(unknown)
    assert explain("model.fit(x, y)") is None
    assert not names_an_error("model.fit(x, y)")
