"""The traces of more sequences than fit into memory, in files that DuckDB reads; see `trace_corpus`."""

from lstm_viz.corpus.progress import Progress
from lstm_viz.corpus.reading import Corpus, open_corpus
from lstm_viz.corpus.tracing import trace_corpus

__all__ = ["Corpus", "Progress", "open_corpus", "trace_corpus"]
