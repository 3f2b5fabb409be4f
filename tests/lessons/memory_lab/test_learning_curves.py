import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.networks import DASHES, SHAPES
from lstm_viz.charts.theme import MODES, NETWORK_ORDER, network_color
from lstm_viz.lessons.memory_lab.charts.learning_curves import learning_curves
from tests.charts.specs import channel, layer, values_of

FLOOR = 0.25 * np.log(2)


def curves(epochs=20, names=NETWORK_ORDER):
    rng = np.random.default_rng(0)
    losses = {name: rng.uniform(1e-4, 2, epochs).astype("float32") for name in names}
    return losses, {name: rng.uniform(0, 1, epochs) for name in names}


def drawn(losses, accuracies, **options):
    every = {name: range(1, len(each) + 1) for name, each in accuracies.items()}
    charts = learning_curves(losses, accuracies, **{"gettext": str, "measured_at": every, **options})
    return [spec(chart) for chart in charts]


def test_each_point_is_the_networks_own_value_at_its_epoch():
    quantities = curves()
    for chart, values in zip(drawn(*quantities), quantities, strict=True):
        rows = values_of(chart, "line")
        assert len(rows) == 4 * 20
        for row in rows:
            assert np.float32(row["value"]) == np.float32(values[row["network"]][row["epoch"] - 1])


@pytest.mark.parametrize("mode", MODES)
def test_each_network_has_its_colour_dash_and_shape_and_one_legend(mode):
    losses, accuracies = curves(names=("perceptron", "lstm"))
    for chart in drawn(losses, accuracies, mode=mode):
        color, dash = (channel(chart, "line", name) for name in ("color", "strokeDash"))
        assert color["scale"]["domain"] == dash["scale"]["domain"] == ["lstm", "perceptron"]
        assert color["scale"]["range"] == [network_color(name, mode) for name in ("lstm", "perceptron")]
        assert dash["scale"]["range"] == [DASHES["lstm"], DASHES["perceptron"]]
        assert color["legend"] == dash["legend"]
        ends = {row["network"]: row for row in values_of(chart, "point")}
        assert {name: (row["shape"], row["color"]) for name, row in ends.items()} == {
            name: (SHAPES[name], network_color(name, mode)) for name in ("lstm", "perceptron")
        }
    assert len({str(dash) for dash in DASHES.values()}) == len(set(SHAPES.values())) == len(NETWORK_ORDER)


def test_the_loss_is_logarithmic_and_zero_stays_on_the_axis():
    losses, accuracies = curves()
    losses["lstm"][5] = 0
    loss, accuracy = drawn(losses, accuracies)
    scale = channel(loss, "line", "y")["scale"]
    assert (scale["type"], scale["domain"][0]) == ("log", pytest.approx(min(v[v > 0].min() for v in losses.values())))
    assert scale["clamp"]
    assert values_of(loss, "line")[5]["value"] == 0
    assert channel(accuracy, "line", "y")["scale"] == {"domain": [0, 1]}


def test_an_axis_of_tiny_losses_ends_where_kerass_do():
    losses, accuracies = curves()
    losses["lstm"][5] = 1e-30
    assert channel(drawn(losses, accuracies)[0], "line", "y")["scale"]["domain"][0] == 1e-7


def test_the_best_a_perceptron_can_do_is_a_labelled_line():
    loss, accuracy = drawn(*curves(), floor=FLOOR, floor_accuracy=0.875)
    (row,) = values_of(loss, "rule")
    assert row["floor"] == pytest.approx(FLOOR, rel=1e-6)
    assert row["words"] == "perceptron at best: 0.1733"
    assert values_of(loss, "text") == [row]
    assert values_of(accuracy, "rule") == [{"floor": 0.875, "words": "perceptron at best: 87.5%"}]
    low, high = channel(loss, "line", "y")["scale"]["domain"]
    assert low <= FLOOR <= high


def test_a_best_loss_of_zero_is_said_where_it_cannot_be_drawn():
    loss, accuracy = drawn(*curves(), floor=0, floor_accuracy=1)
    assert [each["mark"]["type"] for each in loss["layer"]] == ["line", "point", "point"]
    assert loss["title"]["subtitle"] == ["perceptron at best: 0"]
    assert values_of(accuracy, "rule")[0]["floor"] == 1


def test_the_cursor_stands_at_the_snapshots_epoch():
    for chart in drawn(*curves(), snapshot_epoch=0):
        assert values_of(chart, "rule") == [{"epoch": 0}]
        assert "The cursor is at epoch 0." in chart["description"]
    assert not [each for each in drawn(*curves())[0]["layer"] if each["mark"]["type"] == "rule"]


def test_thousands_of_epochs_are_thinned_the_same_way_each_time_and_say_so():
    losses, accuracies = curves(2222)
    loss = drawn(losses, accuracies)[0]
    assert loss["title"]["subtitle"] == ["One epoch in 9 is drawn."]
    for name in NETWORK_ORDER:
        epochs = [row["epoch"] for row in values_of(loss, "line") if row["network"] == name]
        assert epochs == [*range(1, 2222, 9), 2222]
    assert len(values_of(drawn(*curves(250))[0], "line")) == 4 * 250


def test_a_loss_that_is_no_number_leaves_a_gap_and_is_named():
    losses, accuracies = curves()
    losses["gru"][7:] = np.nan
    losses["simple_rnn"][3] = np.inf
    loss, accuracy = drawn(losses, accuracies)
    gru = [row["value"] for row in values_of(loss, "line") if row["network"] == "gru"]
    assert gru[7:] == [None] * 13
    assert loss["title"]["subtitle"] == [
        "GRU: at epoch 8 the loss was no longer a finite number.",
        "SimpleRNN: at epoch 4 the loss was no longer a finite number.",
    ]
    assert {row["network"]: row["epoch"] for row in values_of(loss, "point")}["gru"] == 7
    assert "subtitle" not in accuracy["title"]
    losses["lstm"][:] = np.nan
    assert "lstm" not in {row["network"] for row in values_of(drawn(losses, accuracies)[0], "point")}


def test_the_axis_ends_with_the_training_or_the_longest_line():
    def end(**options):
        return channel(drawn(*curves(), **options)[0], "line", "x")["scale"]["domain"]

    assert end(epochs=250) == [0, 250]
    assert end(epochs=10) == [0, 20]


def test_before_the_first_epoch_there_are_axes_alone():
    chart = drawn({"lstm": np.array([])}, {"lstm": np.array([])}, epochs=250)[0]
    assert values_of(chart, "line") == values_of(chart, "point") == []


def test_words_are_translated_and_the_last_values_are_described():
    losses, accuracies = curves()
    chart = drawn(losses, accuracies, gettext=lambda text: f"«{text}»")[0]
    assert chart["title"]["text"] == "«Loss»"
    assert channel(chart, "line", "y")["title"] == "«Cross-entropy (nats, logarithmic)»"
    assert '"perceptron": "«perceptron»"' in channel(chart, "line", "color")["legend"]["labelExpr"]
    assert f"LSTM: {losses['lstm'][-1]:.4f} after epoch 20." in drawn(losses, accuracies)[0]["description"]


def test_every_value_can_be_asked_for():
    chart = drawn(*curves())[0]
    assert [each["field"] for each in channel(chart, "point", "tooltip", 1)] == ["title", "epoch", "value"]
    (named,) = layer(chart, "point", 1)["transform"]
    assert '"simple_rnn": "SimpleRNN"' in named["calculate"]
    assert layer(chart, "point", 1)["mark"]["opacity"] == 0


def test_what_does_not_fit_is_named():
    losses, accuracies = curves()
    with pytest.raises(ValueError, match="networks must be some of lstm, gru, simple_rnn, perceptron, not rnn"):
        drawn({"rnn": losses["lstm"]}, {})
    with pytest.raises(ValueError, match="not none"):
        drawn({}, {})
    with pytest.raises(ValueError, match="accuracies must be of the networks"):
        drawn(losses, {"gru": accuracies["gru"]})
    with pytest.raises(ValueError, match="measured_at must hold an epoch for each accuracy"):
        drawn(losses, accuracies, measured_at={name: [1] for name in accuracies})
