"""The charts that only this page uses. Each takes plain data and returns a figure."""
