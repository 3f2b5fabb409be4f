"""The text generator of the page Patterns: its sentences, its vocabulary, and the choice of the next word."""
