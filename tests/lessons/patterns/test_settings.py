"""The page Patterns as a link, and the builder's settings as a model."""

import pytest

from lstm_viz.ceilings import MAX_PRINTED_STEPS
from lstm_viz.lessons.patterns.blueprint import Lstm
from lstm_viz.lessons.patterns.builder import build_of, like
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.settings import SETTINGS, of_pattern
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS


def told(query: dict[str, str]) -> tuple[dict, str]:
    values, ignored = SETTINGS.read(query)
    return values, " ".join(map(str, ignored))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_link_to_a_pattern_opens_its_example_and_its_layers(pattern):
    values, ignored = told({"pattern": pattern})
    assert not ignored
    assert values.keys() == SETTINGS.keys()
    assert values["input"] == DEFAULT_TEXTS.get(pattern, "")
    assert {name: values[name] for name in like(pattern)} == like(pattern)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_a_link_holds_opens_the_same(pattern):
    values, _ = SETTINGS.read({"pattern": pattern, "predict": "True", "returns_2": "False", "units_1": "3"})
    again, ignored = told(SETTINGS.link(values))
    assert again == values
    assert not ignored


def test_a_tampered_link_shows_the_nearest_and_says_what_was_ignored():
    values, said = told({"pattern": "many_to_one", "input": "<b>", "steps": "99", "returns_1": "maybe", "mode": "?"})
    assert (values["input"], values["steps"], values["returns_1"], values["mode"]) == (
        "3,1,4,1,5,9",
        30,
        False,
        "trained",
    )
    for words in ("The link's “input” was replaced.", "“steps” cannot be “99”", "“returns_1” cannot", "“mode” cannot"):
        assert words in said


@pytest.mark.parametrize("pattern", [name for name in PATTERNS if name not in (FEED_BACK, GENERATOR)])
def test_the_builder_begins_with_the_patterns_own_layers(pattern):
    built, wanted = build_of({**like(pattern), "seed": 1}).blueprint(), PATTERNS[pattern]
    assert built.input_shape == wanted.input_shape
    assert built.layers[:-1] == wanted.layers[:-1]
    dense, own = built.layers[-1], wanted.layers[-1]
    assert (dense.units, dense.time_distributed) == (own.units, own.time_distributed)


def test_of_the_loop_the_builder_has_the_layers_over_a_fixed_length():
    built = build_of({**like(FEED_BACK), "seed": 1}).blueprint()
    assert built.input_shape == (MAX_PRINTED_STEPS, 1)
    assert built.layers[0] == Lstm(16)


def test_of_the_generator_the_builder_has_lstms_over_vectors():
    built = build_of({**like(GENERATOR), "seed": 1}).blueprint()
    assert built.input_shape == (MAX_PRINTED_STEPS, 8)
    assert built.layers[:2] == (Lstm(32, return_sequences=True),) * 2


def test_the_generators_settings_are_in_the_link():
    asked = {"pattern": GENERATOR, "input": "The cats", "temperature": "0.5", "seed": "7", "generated": "16"}
    values, ignored = SETTINGS.read(asked)
    assert not ignored
    assert SETTINGS.link(values) == SETTINGS.link(SETTINGS.read(SETTINGS.link(values))[0])
    assert {name: SETTINGS.link(values)[name] for name in asked} == {**asked, "input": "the cats"}


def test_a_beginning_that_the_model_does_not_know_is_replaced_and_said():
    values, said = told({"pattern": GENERATOR, "input": "the zebra", "temperature": "9"})
    assert (values["input"], values["temperature"]) == ("the cat", "0.5")
    assert "The link's “input” was replaced. The model does not know “zebra”" in said
    assert "“temperature” cannot be “9”" in said


def test_what_a_pattern_begins_with_is_in_the_link():
    assert set(of_pattern("stacked")) <= set(SETTINGS)
