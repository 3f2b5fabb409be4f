"""Products of the Jacobians of single steps, and their norms."""

import numpy as np


def total_derivatives(jacobians: np.ndarray) -> np.ndarray:
    """The derivative of the last state by the state at each step.

    Args:
        jacobians: Shape (time, size, size): entry t is ∂s_t/∂s_{t−1} of the full state s. A row belongs to an entry of
            s_t, a column to an entry of s_{t−1}.

    Returns:
        Shape (time, size, size): entry t is ∂s_T/∂s_t = J_T J_{T−1} … J_{t+1}; the last is the identity. Entries that
        are too large for float64 are not finite.

    Source: the chain rule, as in Pascanu, Mikolov & Bengio (2013), "On the difficulty of training recurrent neural
    networks", eq. 5.
    """
    products = np.empty_like(jacobians)
    products[-1] = np.eye(jacobians.shape[-1])
    with np.errstate(over="ignore", invalid="ignore"):
        for time in range(len(jacobians) - 1, 0, -1):
            np.matmul(products[time], jacobians[time], out=products[time - 1])
    return products


def gate_products(gates: np.ndarray) -> np.ndarray:
    """The product of a gate over all steps after step t: (time, units) → (time, units). The last product is 1."""
    after = np.concatenate([gates[1:], np.ones_like(gates[:1])])
    return np.cumprod(after[::-1], axis=0)[::-1]


def spectral_norms(matrices: np.ndarray) -> np.ndarray:
    """The largest singular value of each matrix: (time, rows, columns) → (time,). Not finite matrices give inf."""
    finite = np.isfinite(matrices).all(axis=(1, 2))
    norms = np.full(len(matrices), np.inf)
    norms[finite] = np.linalg.norm(matrices[finite], ord=2, axis=(1, 2))
    return norms


def euclidean_norms(vectors: np.ndarray) -> np.ndarray:
    """The length of each vector: (time, size) → (time,).

    Unlike `np.linalg.norm` it is exact below 1e-154 too, because the singular value decomposition scales its input.
    """
    return spectral_norms(vectors[:, None])
