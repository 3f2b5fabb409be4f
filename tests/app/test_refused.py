"""While typed text is refused, the page says what its pictures still show, and dims them."""

import pytest

from tests.support.app import open_page, words

FIELDS = {
    "step_through": ({"step": "2", "a": "3,0,1,2,3"}, "a", "7,7", "3,0,1,2,3"),
    "what_it_returns": ({"input": "rows", "rows": "1\n2"}, "returns_rows", "1, x", "1 · 2"),
    "patterns": ({"pattern": "many_to_one", "input": "1,2,3,4,5,6"}, "patterns_input", "q", "1,2,3,4,5,6"),
    "text": ({"a": "the film was good"}, "text_a", "x" * 400, "the film was good"),
    "shapes": ({"source": "own", "own": "1\n2\n3\n4", "look_back": "2"}, "shapes_own", "1, x", "1,2,3,4"),
    "memory_lab": ({"task": "own", "sequences": "a,b,c;b,c,a", "trained": "0"}, "lab_sequences", "a", "a,b,c;b,c,a"),
}


def field(app, key):
    return next(each for each in (*app.text_input, *app.text_area) if each.key == key)


@pytest.mark.parametrize("page", FIELDS)
def test_the_page_says_what_it_still_shows(page, keras_here):
    link, key, wrong, kept = FIELDS[page]
    app = open_page(page, lang="en", **link)
    assert "The dimmed part" not in " ".join(words(app))
    right = field(app, key).value
    field(app, key).set_value(wrong).run()
    assert not app.exception
    assert f"The dimmed part still shows {kept}" in " ".join(words(app))
    field(app, key).set_value(right).run()
    assert "The dimmed part" not in " ".join(words(app))
