"""The made-up reviews: what the grammar says of them, what is held out, and Korean that is spelled right."""

import itertools
import re
from collections import Counter

import pytest

from lstm_viz.data.reviews import (
    GRAMMARS,
    HELD_OUT,
    KINDS,
    LANGUAGES,
    TRAINING,
    held_out_reviews,
    split,
    vocabulary,
)
from lstm_viz.data.reviews.korean import KOREAN, form
from lstm_viz.data.reviews.korean_forms import predicate, with_particle
from tests.support.text import trained_on

# Sentences of native speakers, with the sentiment a reader gives them.
READ = {
    "en": {
        "{thing} was not {main} at all": ("good", False),
        "never {main}": ("boring", True),
        "{thing} was never not {main}": ("funny", True),
        "{other} at first but in the end {main}": ("wonderful", True),
        "{second} was {main} although {first} was {other}": ("dull", False),
        "although {first} was not {other} {second} was {main}": ("great", True),
        "i do not {main} {thing}": ("hate", True),
    },
    "ko": {
        "{main:지} 않다": ("나쁘", True),
        "{hardly} {main:지} 않다": ("재미있", False),
        "{main:지} 않은 것은 아니다": ("훌륭하", True),
        "처음에는 {other:았지만} 결국 {main:았다}": ("훌륭하", True),
        "{second:가} {main:았다} 비록 {first:는} {other:았지만}": ("지루하", False),
        "처음에는 {other:았지만} 나중에는 {main:지} 않았다": ("재미있", False),
        "{thing:는} 안 {main:았다}": ("좋", False),
    },
}


def every(language: str):
    """The reviews that train, and those that are held out."""
    return trained_on(language), held_out_reviews(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_grammar_reads_a_sentence_as_a_reader_does(language):
    grammar = GRAMMARS[language]
    for text, (word, positive) in READ[language].items():
        (pattern,) = (pattern for pattern in grammar.patterns if pattern.text == text)
        is_good = word in grammar.words[pattern.words][0]
        assert (is_good == (pattern.main > 0)) == positive, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contrast_overrules_the_opposite(language):
    grammar = GRAMMARS[language]
    for pattern in grammar.patterns:
        assert ("{other" in pattern.text) == bool(pattern.other) == ("contrast" in pattern.kind), pattern.text
    for review in itertools.chain(*every(language)):
        if "contrast" in review.kind:
            main, other = review.combinations
            (pattern,) = (pattern for pattern in grammar.patterns if pattern.text == main.pattern)
            words = grammar.words[pattern.words]
            assert (main.word in words[0]) == (review.positive == (pattern.main > 0))
            assert (other.word in words[0]) == (review.positive != (pattern.other > 0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_held_out_is_in_the_training(language):
    training, held_out = every(language)
    seen = {combination for review in training for combination in review.combinations}
    kept = GRAMMARS[language].held_out_combinations()
    assert not seen & kept
    assert all(set(review.combinations) & kept for review in held_out)
    assert not {review.text for review in training} & {review.text for review in held_out}
    # One in five, and each word is learned in some pattern.
    patterns = GRAMMARS[language].patterns
    words = {name: sum(map(len, each)) for name, each in GRAMMARS[language].words.items()}
    places = sum(words[pattern.words] * (2 if pattern.other else 1) for pattern in patterns)
    assert 0.15 < len(kept) / places < 0.25
    assert {each.word for each in seen} == {
        w for pair in GRAMMARS[language].words.values() for side in pair for w in side
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_has_its_number_half_of_them_positive_and_none_twice(language):
    for reviews, wanted in zip(every(language), (TRAINING[language], HELD_OUT), strict=True):
        counts = Counter((review.kind, review.positive) for review in reviews)
        assert counts == {(kind, sign): wanted[kind] // 2 for kind in KINDS for sign in (True, False)}
        assert len({review.text for review in reviews}) == len(reviews)
        assert max(len(split(language, review.text)) for review in reviews) <= 36


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_vocabulary_is_some_thousand_words_and_holds_them_all(language):
    assert 500 <= len(vocabulary(language)) <= 4000
    used = {word for review in itertools.chain(*every(language)) for word in split(language, review.text)}
    assert used <= set(vocabulary(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_reviews_are_made_again(language):
    assert tuple(GRAMMARS[language].reviews("held_out", HELD_OUT)) == every(language)[1]


def test_an_article_fits_its_word():
    texts = [review.text for review in itertools.chain(*every("en"))]
    assert any(re.search(r"\ban (awful|excellent|ugly|amazing|interesting)", text) for text in texts)
    assert not any(re.search(r"\ba [aeiou]|\ban [^aeiou]", text) for text in texts)


def test_what_stands_after_a_korean_review_is_a_sentence_of_its_own():
    texts = [review.text for review in itertools.chain(*every("ko"))]
    for end in KOREAN.ends:
        assert {text.removesuffix(end)[-2:] for text in texts if text.endswith(end)} == {". "}
        assert split("ko", f"재미있다. {end}") == split("ko", f"재미있다 {end}")


def test_korean_is_spelled_right():
    written = {
        ("지루하", "았지만"): "지루했지만",
        ("나쁘", "았다"): "나빴다",
        ("아름답", "았다"): "아름다웠다",
        ("아쉽", "ㄴ"): "아쉬운",
        ("재미있", "ㄴ"): "재미있는",
        ("좋", "ㄴ"): "좋은",
        ("멋지", "았다"): "멋졌다",
        ("뛰어나", "ㄴ"): "뛰어난",
        ("어설프", "았다"): "어설펐다",
        ("세련되", "았다"): "세련됐다",
        ("감동적이", "다고"): "감동적이라고",
        ("감동적이", "ㄴ"): "감동적인",
        ("감동적이", "았다"): "감동적이었다",
        ("훌륭하", "다고"): "훌륭하다고",
        ("실망스럽", "았다는"): "실망스러웠다는",
    }
    assert {pair: form(*pair) for pair in written} == written
    assert with_particle("영화", "는", "은") == "영화는"
    assert with_particle("결말", "는", "은") == "결말은"
    assert predicate("않").before_noun == "않은"


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("나쁘", "나쁘 나빠 나빴 나쁜"),
        ("예쁘", "예쁘 예뻐 예뻤 예쁜"),
        ("모르", "모르 몰라 몰랐 모른"),
        ("흐르", "흐르 흘러 흘렀 흐른"),
        ("힘들", "힘드 힘들어 힘들었 힘든"),
        ("아름답", "아름다우 아름다워 아름다웠 아름다운"),
        ("뽑", "뽑으 뽑아 뽑았 뽑은"),
        ("보", "보 봐 봤 본"),
        ("주", "주 줘 줬 준"),
        ("빠지", "빠지 빠져 빠졌 빠진"),
        ("되", "되 돼 됐 된"),
        ("재밌", "재밌으 재밌어 재밌었 재밌는"),
        ("낫", "나으 나아 나았 나은"),
        ("듣", "들으 들어 들었 들은"),
        ("그렇", "그러 그래 그랬 그런"),
        ("아니", "아니 아니어 아니었 아닌"),
    ],
)
def test_a_predicate_has_the_forms_that_are_written(stem, forms):
    assert list(predicate(stem))[1:] == forms.split()


def test_every_form_of_a_listed_word_is_read_as_it():
    endings = ("다", "았다", "ㄴ", "고", "지", "지만", "았지만", "다고", "게", "았다는")
    for stem in itertools.chain(*KOREAN.words["adjective"], *KOREAN.words["short"]):
        for ending in endings:
            assert split("ko", form(stem, ending))[0] == stem, form(stem, ending)
