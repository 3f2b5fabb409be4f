"""Draws the page Fix my code."""
