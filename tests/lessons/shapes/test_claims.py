"""The page says what the numbers say: with other numbers every statement turns round."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.lessons.shapes.claims import leak_claims, padding_claims, pair_claims
from lstm_viz.lessons.shapes.parsing import parse_sentences
from lstm_viz.lessons.shapes.pipeline import ids_of, pipeline_of
from lstm_viz.lessons.shapes.results import Padded, Readings
from lstm_viz.lessons.shapes.scaling import split_of
from tests.lessons.shapes.cases import CASES

PAIR = CASES["pair, sequences"].pair


def equals(claims) -> dict[str, bool]:
    return {name: claim.equal for name, claim in claims.items()}


@pytest.fixture(scope="module")
def read() -> Readings:
    pytest.importorskip("keras")
    from lstm_viz.lessons.shapes.in_keras import read_pair

    return read_pair(PAIR)


@pytest.fixture(scope="module")
def padded() -> dict[str, Padded]:
    pytest.importorskip("keras")
    from lstm_viz.lessons.shapes.in_keras import read_padded

    ids = ids_of(parse_sentences(CASES["text, pre"].sentences))
    return {padding: read_padded(ids, padding, 1) for padding in ("pre", "post")}


def test_a_step_a_sample_forgets_and_a_stateful_layer_does_not(read):
    assert equals(pair_claims(read)) == {"first": True, "later": False, "stateful": True, "twins": True}


def test_each_statement_about_the_pair_turns_with_its_numbers(read):
    off = read.apart.copy()
    off[0, 0] += 1e-3
    assert not pair_claims(replace(read, apart=off))["first"].equal
    assert pair_claims(replace(read, apart=read.whole))["later"].equal
    assert not pair_claims(replace(read, stateful=read.apart))["stateful"].equal
    off = read.apart.copy()
    off[1, -1] += 1e-3
    assert not pair_claims(replace(read, apart=off))["twins"].equal


def test_a_pair_of_one_step_has_no_later_ones(read):
    short = replace(read, **{name: getattr(read, name)[:, :1] for name in ("whole", "apart", "stateful")})
    assert set(pair_claims(short)) == {"first", "stateful", "twins"}


def test_with_the_sequence_kept_the_trained_model_is_right_and_without_it_is_not(read):
    assert read.whole_predicts.argmax(-1).tolist() == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert read.stateful_predicts.argmax(-1).tolist() == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert read.apart_predicts[0, 3].argmax() == read.apart_predicts[1, 3].argmax()


@pytest.mark.parametrize("padding", ["pre", "post"])
def test_the_mask_saves_what_padding_would_change(padded, padding):
    x = pipeline_of(CASES[f"text, {padding}"], str).x
    claims = equals(padding_claims(padded[padding], x))
    assert claims == {"x": True, "masking": True, "masked": True, "unmasked": False, "repeated": True}


def test_each_statement_about_padding_turns_with_its_numbers(padded):
    x, read = pipeline_of(CASES["text, post"], str).x, padded["post"]
    assert not padding_claims(read, x[:, ::-1])["x"].equal
    assert not padding_claims(replace(read, masking=~read.mask), x)["masking"].equal
    assert not padding_claims(replace(read, masked_last=read.unmasked_last), x)["masked"].equal
    assert padding_claims(replace(read, unmasked_last=read.alone_last), x)["unmasked"].equal
    assert not padding_claims(replace(read, masked=read.unmasked), x)["repeated"].equal


def test_sentences_of_one_length_are_not_padded(padded):
    read = padded["pre"]
    full = replace(read, mask=np.ones_like(read.mask), masking=np.ones_like(read.mask))
    assert set(padding_claims(full, read.x)) == {"x", "masking", "masked"}


@pytest.mark.parametrize("name", ["sine", "own rows", "own series", "tanks"])
def test_what_is_fitted_on_everything_knows_the_future(name):
    split = split_of(CASES[name], 78)
    assert equals(leak_claims(split, 10)) == {"train": True, "all": False}
    assert equals(leak_claims(split, 0)) == {"train": True, "all": True}


def test_the_sine_has_seventy_windows_for_training_and_twenty_for_test():
    split = split_of(CASES["sine"], 78)
    assert (split.train_samples, split.samples - split.train_samples) == (70, 20)
    # The last training window reads the values 69 … 78, and its target is value 79.
    assert split.train_rows == 80
    mean = split.rows[:80].mean()
    assert split.scaler("train").mean == pytest.approx(mean, rel=1e-6)
    assert split.scaler("all").mean == pytest.approx(split.rows.mean(), rel=1e-6)


def test_one_sample_cannot_be_parted_and_words_have_no_scale():
    assert split_of(replace(CASES["tanks"], tanks=1), 78) is None
    with pytest.raises(ValueError, match="source must be of numbers, not 'text'"):
        split_of(CASES["text, pre"], 78)
    with pytest.raises(ValueError, match="fit must be one of train, all, not 'test'"):
        split_of(CASES["sine"], 78).scaler("test")
