"""Draws the page Shapes."""
