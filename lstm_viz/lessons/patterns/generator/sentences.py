"""The sentences from which the text generator learns: all that a small grammar makes, in English and in Korean.

A sentence has words that depend on an earlier one: the verb on the number of the subject ("cats see") or on the respect
that is due to it ("할머니께서 … 드세요"), the food on who eats it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np

Sentence = tuple[str, ...]
END = "."
FORMS = ("eat", "like", "see", "sleep")

FOODS = {"cat": "fish", "dog": "meat", "bird": "seeds", "horse": "grass", "rabbit": "carrots"}
PLACES = ("", "in the garden", "on the hill", "near the river")
ADJECTIVES = ("", "old", "small", "hungry")

# Subject → object of the same word, and its food.
ANIMALS_KO = {
    "고양이가": ("고양이를", "생선을"),
    "강아지가": ("강아지를", "고기를"),
    "토끼가": ("토끼를", "당근을"),
    "새가": ("새를", "씨앗을"),
    "말이": ("말을", "풀을"),
}
PEOPLE_KO = {"할머니께서": "빵을", "할아버지께서": "밥을", "선생님께서": "사과를"}
PLACES_KO = ("", "마당에서", "언덕에서", "강가에서")
ADJECTIVES_KO = {"animals": ("", "작은", "귀여운", "배고픈"), "people": ("", "친절한", "다정한", "배고픈")}
VERBS_KO = {
    "animals": {"eat": "먹어요", "like": "좋아해요", "see": "봐요", "sleep": "자요"},
    "people": {"eat": "드세요", "like": "좋아하세요", "see": "보세요", "sleep": "주무세요"},
}


def _english() -> Iterator[tuple[str, str]]:
    """Each form with each sentence of it."""
    for animal, food in FOODS.items():
        others = [name for other in FOODS if other != animal for name in (other, f"{other}s")]
        objects = {"eat": [food], "like": [food], "see": [f"the {name}" for name in others], "sleep": [""]}
        nouns = (animal, "s"), (f"{animal}s", "")
        for (noun, ending), adjective, place, form in product(nouns, ADJECTIVES, PLACES, FORMS):
            for read in objects[form]:
                yield form, f"the {adjective} {noun} {place} {form}{ending} {read}"


def _korean() -> Iterator[tuple[str, str]]:
    """Each form with each sentence of it."""
    for who, subjects in (("animals", ANIMALS_KO), ("people", PEOPLE_KO)):
        for subject in subjects:
            own, food = ANIMALS_KO.get(subject, ("", PEOPLE_KO.get(subject, "")))
            seen = [name for name, _ in ANIMALS_KO.values() if name != own]
            objects = {"eat": [food], "like": [food], "see": seen, "sleep": [""]}
            for adjective, form in product(ADJECTIVES_KO[who], FORMS):
                places = PLACES_KO[:1] if form == "like" else PLACES_KO  # 좋아해요 takes no 에서
                for place, read in product(places, objects[form]):
                    yield form, f"{adjective} {subject} {place} {read} {VERBS_KO[who][form]}"


GRAMMARS = {"en": _english, "ko": _korean}


@cache
def sentences(language: str) -> dict[str, tuple[Sentence, ...]]:
    """Form → all sentences of it, each a tuple of words that ends with END.

    Args:
        language: "en" or "ko".
    """
    made: dict[str, list[Sentence]] = {form: [] for form in FORMS}
    for form, text in GRAMMARS[language]():
        made[form].append((*text.split(), END))
    return {form: tuple(each) for form, each in made.items()}


@cache
def every_sentence() -> frozenset[Sentence]:
    """All sentences of both languages."""
    return frozenset(each for language in GRAMMARS for form in sentences(language).values() for each in form)


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of all sentences. The position of a word is its id; END has 0."""
    words = dict.fromkeys(
        word for language in GRAMMARS for form in sentences(language).values() for each in form for word in each
    )
    return (END, *(word for word in words if word != END))


def text(language: str, length: int, draw: np.random.Generator) -> Sentence:
    """The first `length` words of random sentences, one after another. Each form is as frequent as the others."""
    words: list[str] = []
    while len(words) < length:
        of_form = sentences(language)[FORMS[draw.integers(len(FORMS))]]
        words += of_form[draw.integers(len(of_form))]
    return tuple(words[:length])


def finished(words: Sentence) -> list[Sentence]:
    """The sentences of a text that have their END."""
    ends = [at + 1 for at, word in enumerate(words) if word == END]
    return [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]
