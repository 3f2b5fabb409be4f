"""Every statement of the page Stateful turns when the numbers do that Keras gave."""

from dataclasses import replace

import numpy as np
import pytest

from tests.support.app import codes, markdown, words
from tests.support.stateful import charts, everything, more, open_stateful
from tests.support.worker import forget

# Each statement of the page: the panel, what is changed on its way, and what is said before and after.
STATEMENTS = {
    "a batch gives what the sequence gives": (
        {},
        ("act", lambda events: (*events[:-1], more(events[-1], "outputs"))),
        "outputs = sequence[:, 4:8]",
        "outputs ≠ sequence[:, 4:8]",
    ),
    "stateful batches are the sequence": (
        {"panel": "ways"},
        ("three_ways", lambda ways: more(ways, "stateful")),
        "stateful = sequence",
        "stateful ≠ sequence",
    ),
    "stateless batches are not": (
        {"panel": "ways"},
        ("three_ways", lambda ways: replace(ways, stateless=ways.sequence)),
        "stateless ≠ sequence",
        "stateless = sequence",
    ),
    "stateful windows are not": (
        {"panel": "ways"},
        ("three_ways", lambda ways: replace(ways, windows_stateful=ways.sequence[:, 3:])),
        "stateful_windows ≠ sequence[:, 3:]",
        "stateful_windows = sequence[:, 3:]",
    ),
    "windows are not": (
        {"panel": "ways"},
        ("three_ways", lambda ways: replace(ways, windows=ways.sequence[:, 3:])),
        "`windows ≠ sequence[:, 3:]",
        "`windows = sequence[:, 3:]",
    ),
    "shuffled tanks differ": (
        {"panel": "mistakes"},
        ("sequence", lambda sequence: sequence + np.float32(0.01)),
        "shuffled[:, :4] = sequence[:, :4]",
        "shuffled[:, :4] ≠ sequence[:, :4]",
    ),
    "a second time differs": (
        {"panel": "mistakes", "mistake": "no_reset"},
        ("passes", lambda passes: replace(passes, again=passes.first)),
        "second ≠ first",
        "second = first",
    ),
    "after a reset it is the same": (
        {"panel": "mistakes", "mistake": "no_reset"},
        ("passes", lambda passes: more(passes, "after_reset")),
        "after_reset = first",
        "after_reset ≠ first",
    ),
    "a reset before each batch is stateless": (
        {"panel": "mistakes", "mistake": "reset_often"},
        ("passes", lambda passes: more(passes, "reset_each")),
        "reset_each = stateless",
        "reset_each ≠ stateless",
    ),
    "a single row is read from every state": (
        {"panel": "mistakes", "mistake": "batch_size"},
        ("other_batch", lambda found: more(found, "predicted")),
        "predicted = x[0] read from each tank's state",
        "predicted ≠ x[0] read from each tank's state",
    ),
    "later tanks go on from earlier ones": (
        {"panel": "mistakes", "mistake": "batch_size", "rows": "6"},
        ("other_batch", lambda found: more(found, "predicted_in_parts")),
        "in_parts = each part",
        "in_parts ≠ each part",
    ),
    "by hand is stateful": (
        {"panel": "by_hand"},
        ("by_hand", lambda found: more(found, "carried")),
        "by_hand = stateful",
        "by_hand ≠ stateful",
    ),
    "a tank alone is the tank among others": (
        {"panel": "by_hand"},
        ("by_hand", lambda found: more(found, "alone")),
        "alone = stateful[:1]",
        "alone ≠ stateful[:1]",
    ),
    "training leaves states": (
        {"panel": "by_hand"},
        ("train_and_predict", lambda found: replace(found, without_reset=found.predictions)),
        "without_reset ≠ after_reset",
        "without_reset = after_reset",
    ),
    "after a reset predictions are the same": (
        {"panel": "by_hand"},
        ("train_and_predict", lambda found: more(found, "again")),
        "after_another_reset = after_reset",
        "after_another_reset ≠ after_reset",
    ),
    "model.reset_states is refused": (
        {"panel": "by_hand"},
        ("train_and_predict", lambda found: replace(found, model_reset=None)),
        "AttributeError: 'Sequential' object has no attribute 'reset_states'",
        "Nothing: this version of Keras accepts it.",
    ),
}


AS_IT_IS: dict[str, str] = {}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_turns_when_kerass_numbers_do(keras_here, name):
    query, (function, change), holds, turned = STATEMENTS[name]
    if str(query) not in AS_IT_IS:
        AS_IT_IS[str(query)] = everything(open_stateful(**query))
        forget()
    assert holds in AS_IT_IS[str(query)]
    assert turned not in AS_IT_IS[str(query)]
    keras_here.changes[function] = change
    said = everything(open_stateful(**query))
    assert turned in said
    assert holds not in said


def test_where_a_state_comes_from_hangs_on_the_numbers(keras_here):
    def turned(events):
        return tuple(replace(each, before=tuple(state[::-1].copy() for state in each.before)) for each in events)

    keras_here.changes["act"] = turned
    (lanes,) = charts(open_stateful())
    assert "batch 2, tank 1: from tank 3, batch 1." in lanes
    assert "batch 2, tank 2: from its batch 1." in lanes


def test_a_state_that_nothing_left_is_called_unknown(keras_here):
    def lifted(events):
        return tuple(replace(each, before=tuple(state + 1 for state in each.before)) for each in events)

    keras_here.changes["act"] = lifted
    assert "batch 2, tank 1: from an unknown state." in charts(open_stateful())[0]


def test_zeros_are_called_so_only_if_they_are(keras_here):
    def left_over(events):
        return tuple(replace(each, after=tuple(state + 1 for state in each.after)) for each in events)

    keras_here.changes["act"] = left_over
    assert "states reset, tank 1: not zero." in charts(open_stateful(actions="1,r"))[0]


def test_shuffled_tanks_show_whose_state_they_got(keras_here):
    (lanes,) = charts(open_stateful(panel="mistakes", tanks="2"))
    assert "batch 2, tank 1: from tank 2." in lanes
    assert "batch 2, tank 2: from tank 1." in lanes


def test_another_batch_size_is_refused_or_broadcast(keras_here):
    app = open_stateful(panel="mistakes", mistake="batch_size")
    assert "Expected batch size: 3" in codes(app)
    assert markdown(app).count("no error, but wrong") == 2
    assert "Rows in: 1; rows out: 3, `(3, 4, 3)`" in markdown(app)
    app = open_stateful(panel="mistakes", mistake="batch_size", rows="4")
    assert "Incompatible shapes: [4,12] vs. [3,12]" in codes(app)
    assert "Rows in: 4; rows out: 6" in markdown(app)
    assert "was compiled for batches of any size" in " ".join(words(app))
    assert "site-packages" not in codes(app)
    assert (
        markdown(open_stateful(panel="mistakes", mistake="batch_size", rows="3")).count("as many outputs as rows") == 4
    )
