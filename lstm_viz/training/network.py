"""The Keras layers and the optimiser of a network that is trained."""

from collections.abc import Sequence
from typing import Any

import keras
import tensorflow as tf

from lstm_viz.engine.cell import STATES

RECURRENT = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU, "simple_rnn": keras.layers.SimpleRNN}


class Network:
    """The Keras layers of a network and its optimiser Adam, for one thread at a time.

    The variables keep nothing between two epochs: `assign` sets them before an epoch, and `read` reads them after it.

    Args:
        network: One of `training.NETWORKS`.
        units: Size of the state, or of the perceptron's hidden layer.
        symbols: Size of the alphabet.
    """

    def __init__(self, network: str, units: int, symbols: int):
        self.symbols = symbols
        self._states = [(1, units)] * len(STATES.get(network, ()))
        self._recurrent = RECURRENT.get(network)
        if self._recurrent:
            self._layer = self._recurrent(units, return_sequences=True)
        else:
            self._layer = keras.layers.Dense(units, activation="tanh")
        self._head = keras.layers.Dense(symbols, activation="softmax")
        self._layer.build((None, None, symbols))
        self._head.build((None, units))
        self._weights = [*self._layer.trainable_variables, *self._head.trainable_variables]
        self._optimizer = keras.optimizers.Adam()
        self._optimizer.build(self._weights)
        self._iteration, self._rate, *slots = self._optimizer.variables
        self._kept = [*self._weights, *slots]

    def assign(self, values: Sequence[Any], iteration: Any, learning_rate: Any) -> None:
        """Sets the weights and Adam's slots, in the order of `TrainingState`, and Adam's iteration and rate."""
        variables = [*self._kept, self._iteration, self._rate]
        for variable, value in zip(variables, [*values, iteration, learning_rate], strict=True):
            variable.assign(value)

    def read(self) -> tuple[list[Any], Any]:
        """The weights and Adam's slots, and whether all of them are finite."""
        values = [variable.value.read_value() for variable in self._kept]
        return values, tf.reduce_all([tf.reduce_all(tf.math.is_finite(value)) for value in values])

    def empty_memory(self) -> list[Any]:
        """The initial state of a sequence, for a batch of one; an empty list for the perceptron."""
        return [tf.zeros(shape) for shape in self._states]

    def step(self, position: Any, states: list[Any]) -> tuple[Any, list[Any]]:
        """Reads one symbol.

        Args:
            position: Position of the symbol in the alphabet, shape (1,).
            states: The states before the step, each (1, units).

        Returns:
            The probability of each symbol to come next, (1, symbols), and the states after the step.
        """
        symbol = tf.one_hot(position, self.symbols)
        if not self._recurrent:
            return self._head(self._layer(symbol)), states
        hidden, states = self._layer.cell(symbol, states)
        return self._head(hidden), list(states)

    def sequences(self, positions: Any) -> Any:
        """Reads whole sequences, (sequences, time), and returns the probabilities (sequences, time, symbols)."""
        return self._head(self._layer(tf.one_hot(positions, self.symbols)))

    def update(self, tape: tf.GradientTape, loss: Any) -> None:
        """Updates the weights with Adam, from the gradient of the loss."""
        self._optimizer.apply(tape.gradient(loss, self._weights), self._weights)
