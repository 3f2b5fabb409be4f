"""What equals what in a pattern, and what does not, decided by what its layers gave."""

from collections.abc import Iterator

import numpy as np

from lstm_viz.comparison import Comparison, compare
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.results import Continuation, LayerRun, PatternRun

Compared = tuple[Comparison, str]


def equalities(run: PatternRun, gettext: Translate) -> list[Compared]:
    """Each comparison with a sentence of what it is about.

    Args:
        run: What the layers gave.
        gettext: Translates the sentences.
    """
    lines = [line for layer in run.layers for line in _of_layer(run, layer, gettext)]
    if run.alone is not None:
        alone = gettext("The first sample among the others, and alone: what a sample knows of those before it.")
        lines.append((compare("model(x)[:1]", "model(x[:1])", run.output[:1], run.alone), alone))
    return lines


def _of_layer(run: PatternRun, layer: LayerRun, gettext: Translate) -> Iterator[Compared]:
    if layer.kind == "RepeatVector":
        yield from _copies(run, layer, gettext)
    elif layer.wrapper == "Bidirectional":
        yield _both_ways(layer, gettext)
    elif layer.directions:
        yield from _one_way(layer, gettext)
    elif layer.unwrapped is not None:
        words = gettext("The Dense layer at each step, with TimeDistributed and without.")
        yield compare("TimeDistributed(Dense)(x)", "Dense(x)", layer.output, layer.unwrapped), words


def _copies(run: PatternRun, layer: LayerRun, gettext: Translate) -> Iterator[Compared]:
    vector, copies = run.before(layer), layer.output
    words = gettext("What RepeatVector reads, and what each step of it holds.")
    repeated = np.repeat(vector[:, None], copies.shape[1], axis=1)
    yield compare("copies", "np.repeat(vector[:, None], n, axis=1)", copies, repeated), words
    after = run.layers[run.layers.index(layer) + 1 :]
    if after and after[0].directions and copies.shape[1] > 1:
        hidden = after[0].directions[0].hidden
        words = gettext("The first and the last step of the layer that reads the copies: only its own state differs.")
        name = after[0].name
        yield compare(f"{name}[:, 0]", f"{name}[:, -1]", hidden[:, 0], hidden[:, -1]), words


def _one_way(layer: LayerRun, gettext: Translate) -> Iterator[Compared]:
    (direction,) = layer.directions
    if layer.gives_sequence:
        name, last = f"{layer.name}[:, -1]", layer.output[:, -1]
        words = gettext("The last step of the returned sequence, and the state that return_state would give.")
        yield compare(name, "state_h", last, direction.last_hidden), words
    else:
        name, last = layer.name, layer.output
        words = gettext("What it returns, and the last step of the sequence that return_sequences=True would give.")
        yield compare(name, "sequence[:, -1]", last, direction.hidden[:, -1]), words
    words = gettext("What it hands on, and its cell state, which stays inside.")
    yield compare(name, "state_c", last, direction.last_cell), words


def _both_ways(layer: LayerRun, gettext: Translate) -> Compared:
    ahead, back = layer.directions
    if layer.gives_sequence:
        joined = np.concatenate([ahead.hidden, back.hidden], axis=-1)
        words = gettext("At each step both ways side by side, the backward one turned round to the input's order.")
        return compare(layer.name, "concatenate([forward, backward[:, ::-1]])", layer.output, joined), words
    joined = np.concatenate([ahead.hidden[:, -1], back.hidden[:, 0]], axis=-1)
    words = gettext("The forward layer's state after the last step, the backward layer's after the first.")
    return compare(layer.name, "concatenate([forward[:, -1], backward[:, 0]])", layer.output, joined), words


def loop_equalities(loop: Continuation, gettext: Translate) -> list[Compared]:
    """The stateful loop against one long sequence, and against a model that forgets between two calls."""
    own = loop.values[1:]
    later = loop.whole.output[0, len(loop.known) :]
    one = gettext("Fed back one value a call with stateful=True, and all values at once in one stateless sequence.")
    none = gettext("The same values, one a call, without stateful: each call begins from zeros.")
    first = gettext("The first value, after the known part.")
    known = loop.whole.output[0, len(loop.known) - 1]
    return [
        (compare("values[0]", "sequence[known - 1]", loop.values[0], known), first),
        (compare("values[1:]", "sequence[known:]", own, later), one),
        (compare("values[1:]", "stateless(values[:-1])", own, loop.forgetful), none),
    ]
