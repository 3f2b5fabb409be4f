"""The app, with files that the tests make in the place of Keras's IMDB files. They are not there at first.

Run by `tests/browser/test_text_imdb.py`; LSTM_VIZ_DATASETS names the folder.
"""

import functools
import os
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT))

from lstm_viz.lessons.text.ui import imdb  # noqa: E402
from tests.lessons.text.imdb import made  # noqa: E402

FOLDER = Path(os.environ["LSTM_VIZ_DATASETS"])
imdb.default_location = functools.partial(made.usual, FOLDER)

runpy.run_path(str(ROOT / "lstm_viz" / "main.py"))
