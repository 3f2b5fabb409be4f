"""The library: weights in, traces out. It knows neither pages nor charts; `keras/` is its part that runs Keras."""
