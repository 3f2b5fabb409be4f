"""The library: it makes traces from weights and inputs, and uses no page and no chart. Only `keras/` runs Keras."""
