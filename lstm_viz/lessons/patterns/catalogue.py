"""The patterns and the models that are trained for them."""

from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Embedding, Gru, Lstm, Repeat
from lstm_viz.lessons.patterns.generator.sentences import vocabulary

GENERATOR = "generator"
WORDS = len(vocabulary())

PATTERNS: dict[str, Blueprint] = {
    "one_to_one": Blueprint((1, 1), (Lstm(8), Dense(1))),
    "many_to_one": Blueprint((6, 1), (Lstm(12), Dense(1))),
    "many_to_many": Blueprint(
        (8, 1), (Lstm(6, return_sequences=True), Dense(1, activation="sigmoid", time_distributed=True))
    ),
    "encoder_decoder": Blueprint(
        (5, 5),
        (Lstm(24), Repeat(5), Lstm(24, return_sequences=True), Dense(5, activation="softmax", time_distributed=True)),
    ),
    "one_to_many": Blueprint((1,), (Repeat(16), Lstm(12, return_sequences=True), Dense(1, time_distributed=True))),
    "feed_back": Blueprint((None, 1), (Lstm(16, stateful=True), Dense(1)), batch_size=1),
    "stacked": Blueprint(
        (8, 1), (Lstm(6, return_sequences=True), Lstm(6, return_sequences=True), Dense(1, activation="sigmoid"))
    ),
    "bidirectional": Blueprint(
        (8, 1),
        (Lstm(6, return_sequences=True, bidirectional=True), Dense(1, activation="sigmoid", time_distributed=True)),
    ),
    "autoencoder": Blueprint(
        (10, 1), (Lstm(8), Repeat(10), Lstm(8, return_sequences=True), Dense(1, time_distributed=True))
    ),
    GENERATOR: Blueprint(
        (None,),
        (
            Embedding(WORDS, 8),
            Gru(32, return_sequences=True),
            Gru(32, return_sequences=True),
            Dense(WORDS, activation="softmax", time_distributed=True),
        ),
    ),
}
DEFAULT = "many_to_one"
FEED_BACK = "feed_back"
# A pattern is compared with a model that lacks its characteristic part. Both have about the same number of parameters
# and are trained in the same way.
RIVALS: dict[str, Blueprint] = {
    "stacked": PATTERNS["many_to_many"].with_layer(0, units=10),
    "bidirectional": PATTERNS["many_to_many"].with_layer(0, units=9),
}
