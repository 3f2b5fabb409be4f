"""From what is typed to words, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.data.reviews import LANGUAGES, MAX_WORDS, split
from lstm_viz.lessons.text.sentence import Sentence, parting, sentence


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The film isn't good — at ALL!", "the film is not good at all"),
        ("en", "I didn’t like it, it's silly.", "i do not like it it is silly"),
        ("en", "We regretted it; 😀 <b>lovely</b>", "we regret it 😀 b lovely b"),
        ("ko", "이 영화는 전혀 재미있지 않다.", "이 영화 -은/는 전혀 재미있 -지 않 -다"),
        ("ko", "처음에는 지루했지만 결국 훌륭했어요!", "처음에는 지루하 -지만 결국 훌륭하 -았/었다"),
        ("ko", "결말이 아름다웠습니다", "결말 -이/가 아름답 -았/었다"),
        ("ko", "좋은 영화가 아니었다", "좋 -(으)ㄴ 영화 -이/가 아니 -았/었다"),
        ("en", "I LOVED it, wasn't bored", "i love it was not bored"),
        ("en", "Didnt expect the funniest movies", "do not expect the funny movie"),
        ("en", "They cried beautifully", "they cry beautiful"),
        ("ko", "재밌어요", "재밌 -다"),
        ("ko", "재미 있었어요ㅋㅋㅋㅋ", "재미있 -았/었다 ㅋㅋ"),
        ("ko", "안좋다", "안 좋 -다"),
        ("ko", "좋지않아요", "좋 -지 않 -다"),
        ("ko", "하나도안웃김", "하나도 안 웃기 -다"),
        ("ko", "추천 안함", "추천 안 하 -다"),
        ("ko", "강추합니다", "강추 -다"),
        ("ko", "최악이네요", "최악 -이다"),
        ("ko", "별로였음", "별로 -이었다"),
        ("ko", "돈이 아까움", "돈 -이/가 아깝 -다"),
        ("ko", "배우들의 연기만 좋은데", "배우 -의 연기 -은/는 좋 -지만"),
        ("ko", "못 보겠네요", "못 보 -다"),
        ("ko", "보지 마세요", "보 -지 마 -세요"),
        ("ko", "몰입이 안 돼요", "몰입 -이/가 안 되 -다"),
        ("ko", "초콜릿을 먹었다", "초콜릿 -을/를 먹 -았/었다"),
    ],
)
def test_what_is_typed_is_taken_apart(language, text, words):
    assert split(language, text) == words.split()


def test_decomposed_korean_is_the_same_korean():
    import unicodedata

    text = "영화는 좋았다"
    assert split("ko", unicodedata.normalize("NFD", text)) == split("ko", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no word to read"),
        ("  \n ... !!", "There is no word to read"),
        ("x" * 10_000, "10000 characters is too long: at most 400"),
        ("no " * (MAX_WORDS + 1), f"{MAX_WORDS + 1} words is too long"),
        ("asdf qwer", "None of these words is in the vocabulary"),
        ("😀😀", "None of these words is in the vocabulary"),
        ("<qwe onclickk=aalert>", "None of these words is in the vocabulary"),
        ("영화는 재미있다", "None of these words is in the vocabulary"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(text, said):
    with pytest.raises(InputError, match=said):
        sentence("en", text)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=450))
def test_any_text_is_read_or_refused_in_words(language, text):
    try:
        read = sentence(language, text)
    except InputError:
        return
    assert 1 <= len(read.words) <= MAX_WORDS
    assert len(read.ids) == len(read.words) == len(read.known)
    assert any(read.known)


def of(text: str) -> Sentence:
    return Sentence("en", tuple(text.split()))


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("it was good", "it was bad", 2),
        ("it was good", "it was good", None),
        ("it was", "it was good", 2),
        ("good", "bad", 0),
    ],
)
def test_where_two_sentences_part(a, b, first):
    assert parting(of(a), of(b)) == parting(of(b), of(a)) == first
