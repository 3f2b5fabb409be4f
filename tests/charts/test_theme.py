"""The colours: readable, told apart by every eye, and ramps that mean what they say."""

import itertools
import json

import numpy as np
import pytest

from lstm_viz.charts import theme
from lstm_viz.engine.cell import SIGNAL_ORDER
from tests.support.server import ROOT

# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
EYES = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
LSTM = {"forget_gate", "input_gate", "candidate", "output_gate", "cell", "hidden"}
GRU = {"update_gate", "reset_gate", "candidate", "hidden"}


def linear(color):
    encoded = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def contrast(first, second):
    low, high = sorted(linear(color) @ TO_XYZ[1] for color in (first, second))
    return (high + 0.05) / (low + 0.05)


def cielab(color, eye="normal"):
    xyz = TO_XYZ @ np.clip(np.asarray(EYES[eye]) @ linear(color), 0, 1) / TO_XYZ.sum(axis=1)
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(first, second, eye):
    return np.linalg.norm(cielab(first, eye) - cielab(second, eye))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", theme.MODES)
def test_every_eye_tells_the_signals_apart(mode, eye):
    for first, second in itertools.combinations(SIGNAL_ORDER, 2):
        together = {first, second} <= LSTM or {first, second} <= GRU
        apart = distance(theme.signal_color(first, mode), theme.signal_color(second, mode), eye)
        assert apart >= (20 if together else 10), (first, second)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", theme.MODES)
def test_every_eye_tells_the_sign_and_the_sequences_apart(mode, eye):
    ramp = theme.diverging(mode)
    assert distance(ramp[0], ramp[-1], eye) >= 40
    # The end of A − B is the colour of the sequence that is larger.
    smaller, *_, larger = theme.difference(mode)
    assert (smaller, larger) == (theme.sequence_color("B", mode), theme.sequence_color("A", mode))
    assert distance(theme.sequence_color("A", mode), theme.sequence_color("B", mode), eye) >= 30
    # A sequence's colour is no sign's: a number in orange or blue says nothing about A or B.
    for sequence, end in itertools.product("AB", (ramp[0], ramp[-1])):
        apart = distance(theme.sequence_color(sequence, mode), end, eye)
        assert apart >= (40 if eye == "normal" else 8), (sequence, end)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", theme.MODES)
def test_every_eye_tells_the_networks_apart_and_before_from_after(mode, eye):
    for first, second in itertools.combinations(theme.NETWORK_ORDER, 2):
        apart = distance(theme.network_color(first, mode), theme.network_color(second, mode), eye)
        assert apart >= 20, (first, second)
    assert distance(theme.version_color("before", mode), theme.version_color("after", mode), eye) >= 25


@pytest.mark.parametrize("mode", theme.MODES)
def test_networks_and_versions_can_be_seen(mode):
    page = theme.SURFACES[mode]["background"]
    for name in theme.NETWORK_ORDER:
        assert contrast(theme.network_color(name, mode), page) >= 3, name
    for name in ("before", "after"):
        assert contrast(theme.version_color(name, mode), page) >= 3, name


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", theme.MODES)
def test_the_colours_of_steps_follow_their_order_and_can_be_written_on(mode, eye):
    colors = theme.step_colors(12, mode)
    lightness = np.diff([cielab(color, eye)[0] for color in colors])
    assert np.all(lightness > 1)
    assert distance(colors[0], colors[-1], eye) >= 30
    assert all(contrast(color, theme.SURFACES[mode]["background"]) >= 4.5 for color in colors)


@pytest.mark.parametrize("count", [0, 1, 2, 50, 1000])
def test_there_is_a_colour_for_each_step(count):
    colors = theme.step_colors(count, "dark")
    assert len(colors) == count
    assert len(set(colors)) == min(count, 101)


@pytest.mark.parametrize("mode", theme.MODES)
def test_marks_and_words_can_be_read(mode):
    surfaces = theme.SURFACES[mode]
    for name in SIGNAL_ORDER:
        assert contrast(theme.signal_color(name, mode), surfaces["background"]) >= 3
        for ground in ("background", "panel"):
            assert contrast(theme.signal_text_color(name, mode), surfaces[ground]) >= 4.5, (name, ground)
    for word, ground in itertools.product(("ink", "muted", "link"), ("background", "panel", "sunken")):
        assert contrast(surfaces[word], surfaces[ground]) >= 4.5, (word, ground)
    for verdict in ("correct", "wrong", "unknown"):
        assert contrast(surfaces[verdict], surfaces[f"{verdict}_fill"]) >= 4.5, verdict
    for name in "AB":
        assert contrast(theme.sequence_color(name, mode), surfaces["background"]) >= 4.5
    assert contrast(surfaces["control"], surfaces["background"]) >= 3


@pytest.mark.parametrize("mode", theme.MODES)
def test_ramps_run_evenly_from_the_surface_to_the_colour(mode):
    for name in SIGNAL_ORDER:
        ramp = theme.sequential(name, mode)
        steps = np.diff([cielab(color)[0] for color in ramp])
        assert ramp[-1] == theme.signal_color(name, mode)
        assert np.all(steps < 0) if mode == "light" else np.all(steps > 0)


@pytest.mark.parametrize("colors", [theme.diverging, theme.difference])
@pytest.mark.parametrize("mode", theme.MODES)
def test_diverging_ramp_has_zero_in_the_middle(mode, colors):
    lightness = np.array([cielab(color)[0] for color in colors(mode)])
    sign = 1 if mode == "light" else -1
    assert len(lightness) % 2 == 1
    assert np.all(np.diff(sign * lightness)[:10] > 0)
    assert np.all(np.diff(sign * lightness)[10:] < 0)
    assert np.linalg.norm(cielab(colors(mode)[10])[1:]) < 8


def test_the_colours_of_the_sequences_mean_nothing_else():
    charts = {path.stem for path in (ROOT / "lstm_viz").rglob("*.py") if "sequence_color" in path.read_text()}
    assert charts == {"theme", "state_space", "sentiment"}


def test_palette_is_json_and_complete():
    palette = json.loads(json.dumps(theme.palette()))
    for mode in theme.MODES:
        assert set(palette[mode]["signals"]) == set(SIGNAL_ORDER)
        assert palette[mode]["signals"]["cell"]["ramp"] == theme.sequential("cell", mode)
