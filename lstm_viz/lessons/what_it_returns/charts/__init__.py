"""The charts of the page What it returns. Each is a function that takes plain data and returns an Altair chart."""
