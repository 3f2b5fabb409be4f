"""Draws the page What it returns."""
