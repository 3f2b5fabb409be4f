"""Computes the norms of Gradient flow's first view: python -m tools.gradient_flow_default [folder].

Writes gap_gradients.npz, and gap_gradients.json, which says how it came about.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.gradient_flow.in_keras import flow_of
from lstm_viz.lessons.gradient_flow.recorded import FILE, RECORDED, packed
from lstm_viz.lessons.gradient_flow.settings import DEFAULT


def main(folder: Path) -> None:
    """Writes every network's norms and their story."""
    flows = {name: flow_of(*asked) for name, asked in RECORDED.items()}
    np.savez_compressed(folder / FILE.name, allow_pickle=False, **packed(flows))
    how = asdict(DEFAULT) | {"script": "tools/gradient_flow_default.py"}
    how |= {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    (folder / FILE.with_suffix(".json").name).write_text(json.dumps(how, indent=2) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS)
