"""The gates, cell state and hidden state of a Keras recurrent layer, step by step."""
