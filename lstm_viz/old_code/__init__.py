"""Keras 2 code rewritten for Keras 3: parsed, never run."""

from lstm_viz.old_code.rewrite import Rewritten, rewrite

__all__ = ["Rewritten", "rewrite"]
