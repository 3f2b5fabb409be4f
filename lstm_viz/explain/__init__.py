"""Explains a trace: the operands of a step, the memory ledger, and sentences that follow from the numbers."""

from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.explain.step import explain_step

__all__ = ["explain_step", "memory_ledger"]
