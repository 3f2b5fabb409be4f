"""The page Fix my code: an error of Keras explained, old code rewritten."""
