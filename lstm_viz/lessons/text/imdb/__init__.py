"""Keras's IMDB reviews: their files are downloaded, verified and read safely, and a network is trained on them.

Only `imdb.in_keras_model`, and `imdb.in_keras` through it, import Keras.
"""
