"""The scripts that the app writes speak the reader's language, and compute the same in each."""

import ast
import re

import pytest

from lstm_viz.i18n import translation
from lstm_viz.lessons.stateful.code import stateful_code
from lstm_viz.lessons.stateful.online import online_code
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.script_words import COMMENTS, PRINTED, comments, spoken
from lstm_viz.tasks import memory_pair
from lstm_viz.training.code import training_code
from lstm_viz.training.settings import pair_settings
from tests.support import source

KOREAN = translation("ko").gettext
WRITERS = [
    path
    for path in source.files(".py", folders=("lstm_viz",))
    if re.search(r"/(code|keras_code|online|by_hand|readings|advice)\.py$|/keras_errors/", str(path))
]
COPIED = ("lstm_viz/data/series.py", "lstm_viz/data/long_series.py")
"""Modules whose functions the script of Time series copies."""
TANKS = StatefulSettings("lstm", units=2, tanks=3, steps=8, length=4, features=1, seed=1)
SCRIPTS = {
    "stateful": stateful_code(TANKS),
    "online": online_code(TANKS),
    "memory lab": training_code(pair_settings("lstm", 20), memory_pair(), 2),
}
CODE = re.compile(r"[\w.]+=.*|[\w.]*[_(\[{].*|ReLU\(.*|LSTM|GRU|Bidirectional\(.*|[^a-z]*")
"""What a comment says that is code, or numbers alone."""


def texts_of(path) -> list[str]:
    """All strings of a module; in an f-string, what is computed stays in its braces."""
    tree = ast.parse((source.ROOT / path).read_text("utf-8"))
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in whole for part in node.values}
    found = ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values) for node in whole]
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in parts)
    return found + [node.value for node in constants if isinstance(node.value, str) and node.value not in COMMENTS]


def test_there_are_modules_that_write_scripts():
    assert len(WRITERS) > 15


def test_every_comment_of_a_script_is_known():
    said = {comment for path in WRITERS for text in texts_of(path) for comment in comments(text)}
    words = [comment for comment in said if not CODE.fullmatch(comment)]
    assert len(words) > 50
    filled = {comment: comment.replace("{about_bias}", "Keras's own bias is 0.") for comment in words}
    assert [comment for comment, text in filled.items() if spoken(f"# {text}", KOREAN) == f"# {text}"] == []


def test_every_comment_that_is_known_is_written():
    everything = "\n".join(text for path in WRITERS for text in texts_of(path))
    everything += "".join((source.ROOT / path).read_text("utf-8") for path in COPIED)
    openings = {text: re.split(r"\{|\. Keras's own", text)[0] for text in (*COMMENTS, *PRINTED)}
    assert [text for text, opening in openings.items() if opening not in everything] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_in_korean_has_no_english_comment(name):
    told = spoken(SCRIPTS[name], KOREAN)
    assert [
        comment for comment in comments(told) if not re.search("[가-힣]", comment) and not CODE.fullmatch(comment)
    ] == []
    assert re.search("[가-힣]", told)


@pytest.mark.parametrize("name", SCRIPTS)
def test_only_what_it_says_changes(name):
    """Comments are not part of the tree; the words of a print are."""
    trees = [ast.parse(text) for text in (SCRIPTS[name], spoken(SCRIPTS[name], KOREAN))]
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
                node.args = [each for each in node.args if not isinstance(each, ast.Constant | ast.JoinedStr)]
    assert ast.dump(trees[0]) == ast.dump(trees[1])
    assert spoken(SCRIPTS[name], translation("en").gettext) == SCRIPTS[name]


def test_a_number_sign_in_a_text_is_no_comment():
    line = 'symbols = "# zeros"  # in the order of time'
    assert spoken(line, KOREAN) == 'symbols = "# zeros"  # 시간 순서대로'
    assert spoken('symbols = ["# zeros"]', KOREAN) == 'symbols = ["# zeros"]'


def test_a_key_of_the_same_name_stays():
    line = 'print("loss", history.history["loss"][-1])'
    assert spoken(line, KOREAN) == 'print("손실", history.history["loss"][-1])'
