"""The charts of the page Step through. Each is a function that takes plain data and returns an Altair chart."""
