"""Rewrites Keras 2 code for Keras 3. The code is parsed, never run."""

from lstm_viz.old_code.rewrite import Rewritten, rewrite

__all__ = ["Rewritten", "rewrite"]
