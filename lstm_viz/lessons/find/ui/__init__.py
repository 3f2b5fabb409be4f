"""Draws the page Find."""
