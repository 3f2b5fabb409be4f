"""What a trace means: the operands of a step, the memory's ledger, and sentences that the numbers bear."""

from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.explain.step import explain_step

__all__ = ["explain_step", "memory_ledger"]
