"""The charts of the page Your model. Each is a function that takes plain data and returns an Altair chart."""
