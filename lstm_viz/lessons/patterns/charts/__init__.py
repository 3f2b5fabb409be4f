"""The charts of the page Patterns. Each is a function that takes plain data and returns an Altair chart."""
