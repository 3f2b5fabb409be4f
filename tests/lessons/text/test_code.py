"""The script of the page Text, run as it stands, prints the page's numbers."""

import runpy

import pytest

from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.code import reviews_code
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import EXAMPLES, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_prints_the_sentiment_after_each_word(language, tmp_path, capsys):
    pytest.importorskip("keras")
    unknown = {"en": "the wombats were not boring", "ko": "공룡은 지루하지 않았다"}[language]
    sentences = {"A": sentence(language, EXAMPLES[language][0]), "B": sentence(language, unknown)}
    script = tmp_path / "text.py"
    script.write_text(reviews_code(sentences), encoding="utf-8")
    runpy.run_path(str(script))
    printed = iter(capsys.readouterr().out.splitlines())
    for name, each in sentences.items():
        reading = read(each)
        for step, (word, value) in enumerate(zip(each.words, reading.sentiments, strict=True), start=1):
            *head, number = next(printed).split(" ")
            assert head == [name, "step", str(step), word]
            assert float(number) == pytest.approx(float(value), abs=2e-6)
        line = next(printed)
        assert line.startswith(f"{name} bag ")
        assert float(line.split()[-1]) == pytest.approx(reading.bag, abs=2e-6)


def test_the_script_can_be_read_and_needs_nothing_of_this_project():
    script = reviews_code({"A": sentence("en", "not good at all")})
    assert "lstm_viz" not in script
    assert max(map(len, script.splitlines())) <= 130
