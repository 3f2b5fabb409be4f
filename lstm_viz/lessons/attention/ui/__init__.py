"""Draws the page Attention."""
