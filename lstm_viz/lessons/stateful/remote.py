"""The functions of the files `in_keras*.py`, by name and type."""

import numpy as np

from lstm_viz.lessons.stateful.actions import Actions
from lstm_viz.lessons.stateful.results import (
    ByHand,
    Event,
    Online,
    OtherBatch,
    Passes,
    Shuffled,
    States,
    TrainedPredictions,
    Ways,
)
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.stateful"

act: Remote[[StatefulSettings, Actions, States], tuple[Event, ...]] = Remote(f"{HERE}.in_keras:act")
sequence: Remote[[StatefulSettings], np.ndarray] = Remote(f"{HERE}.in_keras:sequence")
three_ways: Remote[[StatefulSettings], Ways] = Remote(f"{HERE}.in_keras:three_ways")
shuffled: Remote[[StatefulSettings], Shuffled] = Remote(f"{HERE}.in_keras:shuffled")
other_batch: Remote[[StatefulSettings, int], OtherBatch] = Remote(f"{HERE}.in_keras:other_batch")
passes: Remote[[StatefulSettings], Passes] = Remote(f"{HERE}.in_keras:passes")
by_hand: Remote[[StatefulSettings], ByHand] = Remote(f"{HERE}.in_keras:by_hand")
train_and_predict: Remote[[StatefulSettings], TrainedPredictions] = Remote(f"{HERE}.in_keras_trained:train_and_predict")
online: Remote[[StatefulSettings], Online] = Remote(f"{HERE}.in_keras_online:online")
