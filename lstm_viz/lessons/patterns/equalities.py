"""The claims of the page Patterns: the outputs of the layers decide whether they are true."""

from collections.abc import Iterator

import numpy as np

from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_
from lstm_viz.lessons.patterns.results import Continuation, LayerRun, PatternRun


def equalities(run: PatternRun) -> list[Claim]:
    """The claims about each layer of a model. Their sentences say what is compared, not what the result shows."""
    claims = [claim for layer in run.layers for claim in _of_layer(run, layer)]
    if run.alone is not None:
        alone = N_("The first sample together with the others, and alone: do the other samples change its output?")
        claims.append(Claim(compare("model(x)[:1]", "model(x[:1])", run.output[:1], run.alone), alone))
    return claims


def _of_layer(run: PatternRun, layer: LayerRun) -> Iterator[Claim]:
    if layer.kind == "RepeatVector":
        yield from _copies(run, layer)
    elif layer.wrapper == "Bidirectional":
        yield _both_ways(layer)
    elif layer.directions:
        yield from _one_way(layer)
    elif layer.unwrapped is not None:
        words = N_("The Dense layer at each step, with and without TimeDistributed.")
        yield Claim(compare("TimeDistributed(Dense)(x)", "Dense(x)", layer.output, layer.unwrapped), words)


def _copies(run: PatternRun, layer: LayerRun) -> Iterator[Claim]:
    vector, copies = run.before(layer), layer.output
    words = N_("What RepeatVector reads, and what each step of it holds.")
    repeated = np.repeat(vector[:, None], copies.shape[1], axis=1)
    yield Claim(compare("copies", "np.repeat(vector[:, None], n, axis=1)", copies, repeated), words)
    after = run.layers[run.layers.index(layer) + 1 :]
    if after and after[0].directions and copies.shape[1] > 1:
        hidden = after[0].directions[0].hidden
        words = N_("The first and the last step of the layer that reads the copies: only its own state differs.")
        name = after[0].name
        yield Claim(compare(f"{name}[:, 0]", f"{name}[:, -1]", hidden[:, 0], hidden[:, -1]), words)


def _one_way(layer: LayerRun) -> Iterator[Claim]:
    (direction,) = layer.directions
    if layer.gives_sequence:
        name, last = f"{layer.name}[:, -1]", layer.output[:, -1]
        words = N_("The last step of the returned sequence, and the state that return_state would give.")
        yield Claim(compare(name, "state_h", last, direction.last_hidden), words)
    else:
        name, last = layer.name, layer.output
        words = N_("What it returns, and the last step of the sequence that return_sequences=True would give.")
        yield Claim(compare(name, "sequence[:, -1]", last, direction.hidden[:, -1]), words)
    if direction.last_cell is not None:
        words = N_("What it passes on, and its cell state, which stays inside the layer.")
        yield Claim(compare(name, "state_c", last, direction.last_cell), words)


def _both_ways(layer: LayerRun) -> Claim:
    ahead, back = layer.directions
    if layer.gives_sequence:
        joined = np.concatenate([ahead.hidden, back.hidden], axis=-1)
        words = N_(
            "At each step the outputs of both directions side by side, the backward one reversed to the "
            "order of the input."
        )
        return Claim(compare(layer.name, "concatenate([forward, backward[:, ::-1]])", layer.output, joined), words)
    joined = np.concatenate([ahead.hidden[:, -1], back.hidden[:, 0]], axis=-1)
    words = N_("The forward layer's state after the last step, the backward layer's after the first.")
    return Claim(compare(layer.name, "concatenate([forward[:, -1], backward[:, 0]])", layer.output, joined), words)


def loop_equalities(loop: Continuation) -> list[Claim]:
    """Compares the stateful loop with one long sequence, and with a model that forgets its state between calls."""
    own = loop.values[1:]
    later = loop.whole.output[0, len(loop.known) :]
    one = N_("One value per call, fed back with stateful=True, and all values at once in one stateless sequence.")
    none = N_("The same values, one per call, without stateful: each call starts from zeros.")
    first = N_("The first value, after the known part.")
    known = loop.whole.output[0, len(loop.known) - 1]
    return [
        Claim(compare("values[0]", "sequence[known - 1]", loop.values[0], known), first),
        Claim(compare("values[1:]", "sequence[known:]", own, later), one),
        Claim(compare("values[1:]", "stateless(values[:-1])", own, loop.forgetful), none),
    ]
