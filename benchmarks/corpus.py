"""A million steps of 128 units to the disk, against the numpy engine, which only computes them; and the memory."""

import contextlib
import functools
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
from loky import ProcessPoolExecutor, cpu_count

from benchmarks.row import Row
from lstm_viz import RecurrentWeights, trace_corpus, trace_layer
from lstm_viz.corpus.tracing import ENVIRONMENT
from lstm_viz.engine.cell import SIGNALS

UNITS, FEATURES, LENGTH = 128, 16, 1000
SEQUENCES = 1000
PART = 50
"""How many sequences a process gets at a time where only the engine runs."""
LARGE_BATCH = 10
KEPT = {"all six signals": SIGNALS["lstm"], "hidden and cell": ("hidden", "cell")}


def rows() -> list[Row]:
    """For each choice of signals, the time against the engine's; then the growth of the memory."""
    alone, together = engine_seconds(1), engine_seconds(LARGE_BATCH)
    found = []
    for what, signals in KEPT.items():
        seconds, _memory = corpus_seconds(SEQUENCES, signals)
        for name, engine, budget in (
            ("the numpy engine, a sequence at a time", alone, 1 / 0.8),
            (f"the numpy engine, {LARGE_BATCH} sequences at a time", together, 1 / 0.8),
        ):
            detail = f"{seconds:.1f} s against {engine:.1f} s"
            found.append(Row(f"trace_corpus, 10⁶ steps × 128 units, {what}", name, seconds / engine, budget, detail))
    return [*found, memory_row()]


def memory_row() -> Row:
    """The largest memory of its processes together, for four times as many steps."""
    (_, less), (_, more) = (corpus_seconds(count, SIGNALS["lstm"]) for count in (SEQUENCES // 4, SEQUENCES))
    detail = f"{more / 2**20:.0f} MiB against {less / 2**20:.0f} MiB"
    return Row("trace_corpus, memory for 10⁶ steps", "250,000 steps", more / less, 1.2, detail)


def corpus_seconds(count: int, signals: tuple[str, ...]) -> tuple[float, int]:
    """The seconds, and the largest memory in bytes, of a corpus of so many sequences."""
    folder = Path(tempfile.mkdtemp(prefix="lstm_viz_"))
    try:
        with Watched() as watched:
            start = time.perf_counter()
            trace_corpus(layer(), sequences(count), folder, signals=signals, report=None)
            return time.perf_counter() - start, watched.largest
    finally:
        shutil.rmtree(folder)


def engine_seconds(batch: int) -> float:
    """The seconds of the same processes for the same sequences, whose traces are dropped; without their start."""
    with ProcessPoolExecutor(cpu_count(), env=ENVIRONMENT) as pool:
        list(pool.map(trace_part, [batch] * 2 * cpu_count(), [batch] * 2 * cpu_count()))
        start = time.perf_counter()
        list(pool.map(trace_part, [batch] * (SEQUENCES // PART), [PART] * (SEQUENCES // PART)))
        return time.perf_counter() - start


def trace_part(batch: int, count: int) -> None:
    """Traces so many sequences in batches."""
    for inputs in np.split(np.stack(list(sequences(count))), count // batch):
        trace_layer(layer(), inputs, engine="numpy")


@functools.cache
def layer() -> RecurrentWeights:
    """An LSTM of 128 units."""
    draw = np.random.default_rng(0)
    kernel, recurrent = (draw.normal(0, 0.1, size=(rows, 4 * UNITS)) for rows in (FEATURES, UNITS))
    return RecurrentWeights("lstm", kernel, recurrent)


def sequences(count: int) -> Iterator[np.ndarray]:
    """Sequences that are made as they are read."""
    draw = np.random.default_rng(1)
    return (draw.normal(size=(LENGTH, FEATURES)).astype("float32") for _ in range(count))


class Watched:
    """The largest memory of this process's children while the block runs."""

    largest = 0

    def __enter__(self) -> "Watched":
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(0.1):
            with contextlib.suppress(psutil.NoSuchProcess):  # one has just ended
                processes = psutil.Process().children(recursive=True)
                self.largest = max(self.largest, sum(process.memory_info().rss for process in processes))
