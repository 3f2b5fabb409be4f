"""Keras's IMDB reviews: got, verified, read without trusting them, and what a network makes of them.

Importing this imports numpy alone; the training is in `imdb.in_keras`.
"""
