"""How strongly the end of a sequence depends on each of its steps."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly


@dataclass(frozen=True, eq=False)
class GradientFlow(StaysReadOnly):
    """The norms of one network's derivatives over the steps of one sequence.

    A derivative by a state changes the value that step t passes to step t + 1: the hidden state while the cell state
    is constant, or the cell state while the hidden state is constant. Arrays are float64 of shape (time,) and
    read-only; entry t belongs to the (t + 1)-th of T steps. The norm of a matrix is spectral (the largest factor by
    which any small change grows), the norm of a vector is Euclidean. A norm that is too large for float64 is inf.

    Attributes:
        hidden: ‖∂h_T/∂h_t‖; the last is 1.
        cell: ‖∂c_T/∂c_t‖ of an LSTM, else None; the last is 1.
        forget_product: ‖∏ f‖ of an LSTM, else None: the largest product of one unit's forget gates after step t.
        beyond_forget: ‖∂c_T/∂c_t − diag(∏ f)‖ of an LSTM, else None: the part of the gradient that passes through the
            gates and the candidate.
        loss_hidden: ‖∂L/∂h_t‖ of the loss L after the last step.
        loss_cell: ‖∂L/∂c_t‖ of an LSTM, else None; the last is 0, because the loss reads only h_T.
        loss_input: ‖∂L/∂x_t‖ of the input at step t.
        loss: L, the cross-entropy of the answer after the last step, in nats.
    """

    hidden: np.ndarray
    cell: np.ndarray | None
    forget_product: np.ndarray | None
    beyond_forget: np.ndarray | None
    loss_hidden: np.ndarray
    loss_cell: np.ndarray | None
    loss_input: np.ndarray
    loss: float

    def __post_init__(self):
        for name, array in self.arrays().items():
            if array.shape != self.hidden.shape:
                raise ValueError(f"{name} must have shape {self.hidden.shape}, not {array.shape}.")
            array.setflags(write=False)

    def arrays(self) -> dict[str, np.ndarray]:
        """Name → array, for all arrays that this network has."""
        return {name: value for name, value in vars(self).items() if isinstance(value, np.ndarray)}

    @property
    def steps(self) -> int:
        """The number of steps T."""
        return len(self.hidden)

    @property
    def by_state(self) -> dict[str, np.ndarray]:
        """State s → ‖∂s_T/∂s_t‖, starting with the state that keeps the memory."""
        return {"hidden": self.hidden} if self.cell is None else {"cell": self.cell, "hidden": self.hidden}

    @property
    def loss_by_state(self) -> dict[str, np.ndarray]:
        """State s → ‖∂L/∂s_t‖, starting with the state that keeps the memory."""
        hidden = {"hidden": self.loss_hidden}
        return hidden if self.loss_cell is None else {"cell": self.loss_cell} | hidden

    @property
    def forget_difference(self) -> np.ndarray | None:
        """The difference between ∂c_T/∂c_t and diag(∏ f), as a fraction of ‖∂c_T/∂c_t‖; nan where that is 0 or inf."""
        if self.cell is None:
            return None
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.beyond_forget / self.cell
