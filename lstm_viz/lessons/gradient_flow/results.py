"""How strongly the end of a sequence hangs on each of its steps."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly


@dataclass(frozen=True, eq=False)
class GradientFlow(StaysReadOnly):
    """Norms over the steps of one sequence, as read by one network.

    Derivatives with respect to a state are those by what step t hands to step t + 1: its hidden state with its cell
    state held, or the reverse. Arrays are float64 of shape (time,), read-only; entry t belongs to the (t + 1)-th of T
    steps. Norms of matrices are spectral (the largest factor by which any small change grows), those of vectors
    Euclidean. A norm that float64 cannot hold is inf.

    Attributes:
        hidden: ‖∂h_T/∂h_t‖; the last is 1.
        cell: ‖∂c_T/∂c_t‖ of an LSTM, else None; the last is 1.
        forget_product: ‖∏ f‖ of an LSTM, else None: the largest of the units' products of forget gates after step t.
        beyond_forget: ‖∂c_T/∂c_t − diag(∏ f)‖ of an LSTM, else None: what reaches the cell by way of the gates and the
            candidate.
        loss_hidden: ‖∂L/∂h_t‖ of the loss L after the last step.
        loss_cell: ‖∂L/∂c_t‖ of an LSTM, else None; the last is 0, as the loss reads h_T alone.
        loss_input: ‖∂L/∂x_t‖ of what step t reads.
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
        """Every array of this network by its name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, np.ndarray)}

    @property
    def steps(self) -> int:
        """T."""
        return len(self.hidden)

    @property
    def by_state(self) -> dict[str, np.ndarray]:
        """‖∂s_T/∂s_t‖ of each state s by its name, that of the memory first."""
        return {"hidden": self.hidden} if self.cell is None else {"cell": self.cell, "hidden": self.hidden}

    @property
    def loss_by_state(self) -> dict[str, np.ndarray]:
        """‖∂L/∂s_t‖ of each state s, likewise."""
        hidden = {"hidden": self.loss_hidden}
        return hidden if self.loss_cell is None else {"cell": self.loss_cell} | hidden

    @property
    def forget_difference(self) -> np.ndarray | None:
        """By how much ∂c_T/∂c_t differs from diag(∏ f), as a share of ‖∂c_T/∂c_t‖; nan where that is 0 or inf."""
        if self.cell is None:
            return None
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.beyond_forget / self.cell
