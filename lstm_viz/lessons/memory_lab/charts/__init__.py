"""The charts of this page alone: each takes plain data and returns a figure."""
