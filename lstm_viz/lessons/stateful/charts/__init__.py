"""The charts of the page Stateful. Each is a function that takes plain data and returns an Altair chart."""
