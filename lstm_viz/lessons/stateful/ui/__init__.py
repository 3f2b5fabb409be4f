"""Draws the page Stateful."""
