"""Draws the page Your model."""
