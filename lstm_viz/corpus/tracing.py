"""Traces more sequences than fit into memory, in several processes."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lstm_viz.corpus.manifest import NAME, Manifest, load_manifest, versions
from lstm_viz.corpus.network import Network, network_of
from lstm_viz.corpus.progress import GIGABYTE, Progress, print_progress, steps_of
from lstm_viz.corpus.shards import Schema, Shard, inputs_of, shards, write_shard

DTYPES = ("float16", "float32")
WAITING = 2
"""How many shards each process has to do: one that it traces, and the next one."""
IDLE_SECONDS = 60
"""After so many seconds without a shard a process ends, also if the one that started it is gone."""
ENVIRONMENT = {
    # There are as many processes as processors.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    # Where psutil is installed, loky ends a process that has grown by so many bytes; a shard takes more than it allows.
    "LOKY_MAX_MEMORY_LEAK_SIZE": "1e15",
}


def trace_corpus(
    layer_or_model: Any,
    sequences: Iterable[Any],
    out: str | Path,
    *,
    signals: Sequence[str],
    dtype: str = "float16",
    client: Any = None,
    report: Callable[[Progress], object] | None = print_progress,
) -> Path:
    """Traces a recurrent layer, or those of a model, over any number of sequences, and writes the traces to files.

    Every sequence starts from zeros, and is traced as a whole. If the run is ended, the same call goes on after the
    files that are finished; it reads all sequences again, but traces only the others.

    Args:
        layer_or_model: What `trace_layer` takes; or a Keras model or a `ModelFile`, which is run with numpy.
        sequences: Arrays, each (steps, features); for a model what its input reads, without the batch axis. A
            generator is read once.
        out: A folder: Parquet files, each of whole sequences, and `manifest.json`. With `client`, its workers must see
            the same folder.
        signals: The signals to keep, such as ["hidden", "cell"]. Of a model each of its layers has a column
            "lstm_hidden", of a Bidirectional "forward_hidden" and "backward_hidden"; this name keeps it alone.
        dtype: "float16" or "float32". float16 keeps 11 significant bits: between 0.5 and 1 a number is rounded by at
            most 0.00025. Numbers above 65,504 become infinite.
        client: A `distributed.Client`, whose workers do the tracing. If None, a process for each processor does.
        report: Called with the progress: at the start, with the expected gigabytes, and after each file. None for no
            report. By default a line on the standard error.

    Returns:
        The folder, for `open_corpus`.

    Raises:
        TypeError: If a layer cannot be traced.
        ValueError: If an argument or a sequence does not fit, or `out` holds another corpus.
        ImportError: If pyarrow or loky is not installed (extra `corpus`).
    """
    if dtype not in DTYPES:
        raise ValueError(f"dtype must be {' or '.join(DTYPES)}, not {dtype!r}.")
    network = network_of(layer_or_model)
    schema = Schema(network.columns(signals), dtype)
    folder = Path(out)
    manifest = _begun(folder, Manifest(network.digest, schema, versions()))
    run = _Run(folder, schema, sequences, report)
    run.report()
    with _processes(client, network, schema, folder.absolute()) as (start, most):
        for shard in shards(network, sequences, schema.shard_rows):
            if not run.has(shard):
                run.wait_for(most - 1)
                run.running[start(shard)] = shard.rows
        run.wait_for(0)
    run.check_end()
    replace(manifest, sequences=run.sequences, steps=run.steps).save(folder)
    return folder


@dataclass
class _Run:
    """One call of `trace_corpus`.

    Attributes:
        folder: The folder of the corpus.
        schema: What the rows hold.
        source: All sequences.
        tell: Gets the progress.
        sequences: How many have been read.
        shards: How many shards these make.
        steps: The steps that are in finished shards.
        running: The shards that are being made, with their steps.
    """

    folder: Path
    schema: Schema
    source: Iterable[Any]
    tell: Callable[[Progress], object] | None
    sequences: int = 0
    shards: int = 0
    read: int = 0
    steps: int = 0
    found: int = 0
    size: int = 0
    running: "dict[Future[int], int]" = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def has(self, shard: Shard) -> bool:
        """Counts a shard. Whether its file is finished.

        Raises:
            ValueError: If its file holds other sequences.
        """
        self.sequences += len(shard.sequences)
        self.read += shard.rows
        self.shards += 1
        path = shard.path(self.folder)
        if not path.exists():
            return False
        if inputs_of(path) != shard.digest:
            raise ValueError(f"out holds a corpus of other sequences: {path.name} differs. Give another folder.")
        self.steps += shard.rows
        self.found += shard.rows
        self.size += path.stat().st_size
        return True

    def wait_for(self, most: int) -> None:
        """Waits until at most so many shards are being made."""
        while len(self.running) > most:
            for done in wait(self.running, return_when=FIRST_COMPLETED).done:
                self.size += done.result()
                self.steps += self.running.pop(done)
                self.report()

    def check_end(self) -> None:
        """Raises a ValueError if there are shards of further sequences."""
        if len(list(self.folder.glob("shard-*.parquet"))) > self.shards:
            raise ValueError("out holds a corpus of more sequences. Give another folder.")

    def report(self) -> None:
        """Tells the progress."""
        if self.tell is None:
            return
        every, seconds = steps_of(self.source, self.sequences, self.read), time.monotonic() - self.began
        row = self.size / self.steps if self.steps else self.schema.row_bytes
        made = self.steps - self.found
        self.tell(
            Progress(
                steps=self.steps,
                gigabytes=self.size / GIGABYTE,
                all_steps=every,
                all_gigabytes=None if every is None else every * row / GIGABYTE,
                seconds=seconds,
                seconds_left=None if every is None or not made else seconds * (every - self.steps) / made,
            )
        )


def _begun(folder: Path, manifest: Manifest) -> Manifest:
    """The manifest of the corpus in a folder, which is begun if there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("*.tmp"):  # by a run that was ended
        left.unlink()
    if (folder / NAME).exists():
        known = load_manifest(folder)
        manifest.check(known)
        return known
    manifest.save(folder)
    return manifest


@contextmanager
def _processes(
    client: Any, network: Network, schema: Schema, folder: Path
) -> "Iterator[tuple[Callable[[Shard], Future[int]], int]]":
    """Yields a function that starts `write_shard`, and how many shards should be started at a time."""
    if client is not None:
        # Each worker gets the network once, and keeps it.
        sent = client.scatter(network, broadcast=True)
        with client.get_executor(pure=False) as executor:
            count = sum(client.nthreads().values())
            yield lambda shard: executor.submit(write_shard, sent, schema, shard, folder), WAITING * count
        return
    from loky import ProcessPoolExecutor, cpu_count

    executor = ProcessPoolExecutor(
        cpu_count(), timeout=IDLE_SECONDS, initializer=_Here.set, initargs=(network, schema, folder), env=ENVIRONMENT
    )
    try:
        yield lambda shard: executor.submit(_Here.write, shard), WAITING * cpu_count()
    finally:
        executor.shutdown(kill_workers=True)


class _Here:
    """What a process of the pool needs for every shard. Its start sets it, so it is sent once."""

    needed: tuple[Network, Schema, Path]

    @classmethod
    def set(cls, *needed: Any) -> None:
        cls.needed = needed

    @classmethod
    def write(cls, shard: Shard) -> int:
        network, schema, folder = cls.needed
        return write_shard(network, schema, shard, folder)
