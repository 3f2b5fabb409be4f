"""What people type finds what answers it, in English, in Korean and by an error message."""

import pytest

from lstm_viz.lessons.find.index import ANSWERS, LONGEST_QUERY, NEAR_PAGE, Entry, Index, alike, words_of
from lstm_viz.lessons.find.korean import stem_of
from lstm_viz.lessons.find.questions import QUESTIONS
from lstm_viz.lessons.find.ui.entries import index
from tests.lessons.find.typed import NOWHERE, WAYS


def results(query: str, language: str = "en") -> list[str]:
    return [entry.title for entry, share in index(language).search(query) if share >= ANSWERS]


def test_every_question_is_asked_in_other_words():
    assert {entry.title for entry in QUESTIONS} == set(WAYS)
    assert [title for title, ways in WAYS.items() if len(ways) < 2] == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_people_type_finds_the_question(language):
    asked = [(title, way) for title, ways in WAYS.items() for way in (title, *ways)]
    assert [each for each in asked if each[0] not in results(each[1], language)[:3]] == []


def test_nothing_is_found_for_what_the_app_does_not_answer():
    assert [query for query in NOWHERE if results(query)] == []


def test_an_unknown_question_has_pages_near_to_it():
    found = index("en").search("pretrained weights of a large language model")
    assert results("pretrained weights of a large language model") == []
    assert "text" in [entry.page for entry, share in found if entry.kind == "page" and share >= NEAR_PAGE]


@pytest.mark.parametrize("query", ["MASE", "spectral norm", "스펙트럼 노름", "nats", "원핫", "time step", "look-back"])
def test_a_term_is_found(query):
    kinds = [entry.kind for entry, share in index("en").search(query) if share >= ANSWERS]
    assert "term" in kinds[:3]


def test_a_link_to_try_is_found_in_the_language_of_its_examples():
    for language in ("en", "ko"):
        tries = [entry for entry in index(language).entries if entry.page == "text" and entry.kind == "try"]
        assert {entry.link["reviews"] for entry in tries} == {language}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("expected ndim=3", ["expected", "ndim", "3"]),
        ("return_sequences", ["return", "sequences", "returnsequences"]),
        ("TimeDistributed", ["time", "distributed", "timedistributed"]),
        ("many-to-one", ["many", "to", "one", "manytoone"]),
        ("LSTM은", ["lstm", "은"]),
        ("LSTMs", ["lstm", "s", "lstms"]),
        ("my_model.keras", ["my", "model", "mymodel", "keras"]),
    ],
)
def test_words_of_a_text(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("게이트는", "게이트"), ("상태를", "상태가"), ("층은", "층"), ("shifted", "shift"), ("gates", "gate")],
)
def test_endings_and_particles_do_not_matter(one, other):
    assert alike(one, other) > 0.5
    assert alike(other, one) > 0.5


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("지우", "지워요 지우면 지우고 지우나요 지웠어요 지웁니다 지우기"),
        ("달라지", "달라져요 달라지면 달라졌어요 달라집니까"),
        ("다르", "달라요 다르면 다른지"),
        ("만드", "만들어요 만드는 만들고 만들려면"),
        ("하", "해요 하면 했어요 할까요 합니다 해야"),
        ("", "게이트 상태 가중치"),
    ],
)
def test_a_verb_has_the_same_stem_in_every_form(stem, forms):
    assert {stem_of(form) for form in forms.split()} == {stem}


def test_words_beside_each_other_count_more_than_words_apart():
    made = Index(
        [Entry("question", "One", "", words="state hidden"), Entry("question", "Another", "", words="hidden state")]
    )
    assert [entry.title for entry, _share in made.search("hidden state")] == ["Another", "One"]


def test_an_entry_whose_title_is_asked_for_as_a_whole_comes_first():
    titles = ("Gates", "A forget gate", "A forget gate of a GRU")
    made = Index(Entry("question", title, "", words="forget gate") for title in titles)
    assert next(entry.title for entry, _share in made.search("gate forget")) == "A forget gate"


def test_a_long_question_is_answered_by_a_smaller_share_of_its_words():
    told = "yesterday our teacher told us some story"
    made = Index(
        [Entry("question", "Forget gates of cells", "", "text"), *(Entry("page", f"n{n}", "") for n in range(99))]
    )
    share = made.search("forget gates teacher story")[0][1]
    assert made.search(f"forget gates cells {told}")[0][1] > share


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("수", "수식"),
        ("state", "start"),
        ("게이트", "데이터"),
        ("ndim", "3"),
        ("lose", "loss"),
        ("결정", "의사결정나무"),
    ],
)
def test_other_words_are_not_alike(one, other):
    assert alike(one, other) == 0


@pytest.mark.parametrize("typed", ["droput", "dropuot", "dropeut"])
def test_a_misspelt_word_is_found_only_where_no_entry_has_it_so(typed):
    made = Index([Entry("question", "Some dropout", "", "text")])
    assert [entry.title for entry, _share in made.search(typed)] == ["Some dropout"]
    made = Index([Entry("question", "Some dropout", "", "text"), Entry("question", f"A {typed}", "", "text")])
    assert [entry.title for entry, _share in made.search(typed)] == [f"A {typed}"]


@pytest.mark.parametrize("typed", ["resnet", "encoder", "drpout layers of dopout"])
def test_another_word_is_no_misspelling(typed):
    made = Index([Entry("question", "A reset of the decoder", "", "text")])
    assert made.search(typed) == []


def test_of_two_that_hold_as_much_the_question_comes_before_the_page():
    kinds = ("page", "try", "question")
    made = Index(Entry(kind, "Some gate", "", "text") for kind in kinds)
    assert [entry.kind for entry, _share in made.search("gate")] == ["question", "try", "page"]


@pytest.mark.parametrize("query", ["", " ", "?", "a b", "가" * 20_000, "word " * 20_000, "_" * 20_000, "aA" * 20_000])
def test_whatever_is_typed_is_answered_soon(query):
    index("en").search(query[: 2 * LONGEST_QUERY])
