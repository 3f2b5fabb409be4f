"""Keras 2 code rewritten for Keras 3: parsed, never run."""
