"""The user interface of the page Text."""
