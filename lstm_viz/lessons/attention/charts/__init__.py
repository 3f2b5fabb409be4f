"""The charts of the page Attention. Each is a function that takes plain data and returns an Altair chart."""
