"""The user interface of the page Memory lab."""
