"""Models that others made, read from their files without Keras; see `read_model`.

`reading` starts a process (`child`) that finds out what the file is (`sniffing`), and reads it by the module of its
kind. What comes back is a `description`, of which a `ModelFile` is made.
"""

from lstm_viz.model_files.model_file import Box, ModelFile
from lstm_viz.model_files.reading import read_model

__all__ = ["Box", "ModelFile", "read_model"]
