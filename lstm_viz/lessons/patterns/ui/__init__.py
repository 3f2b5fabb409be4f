"""Draws the page Patterns."""
