"""The checks of a recurrent layer over its inputs: gates, units, memory."""

import numpy as np

from lstm_viz.checks import memory
from lstm_viz.checks.finding import Picture, Result, judged, measure, numbered, unknown
from lstm_viz.checks.subject import Part
from lstm_viz.checks.thresholds import FLAT, HIGH, LOW, THRESHOLDS, percent
from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.cell import GATES, KEEPING_GATE
from lstm_viz.glossary import SIGNAL_NAMES
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.problem import Note

SIGMOIDS = ("sigmoid", "hard_sigmoid", HARD_SIGMOID_OF_KERAS_2)
TANHS = ("tanh", "hard_tanh")
STILL = 1e-4
"""A layer whose liveliest unit varies less than this stands still."""

UNIT = Note("unit")
BELOW, ABOVE, SHARE = N_("below 0.05"), N_("above 0.95"), N_("share of the values")
NO_GATES = N_("A {kind} has no gates.")


def _most(threshold: str) -> float:
    return THRESHOLDS[threshold].value


def saturated_gates(part: Part) -> Result:
    """Whether a gate is nearly always shut or wide open."""
    gates = [name for name in GATES[part.weights.kind] if name.endswith("_gate")]
    if not gates:
        return unknown(Note(NO_GATES, kind=LAYERS[part.weights.kind]))
    if part.weights.recurrent_activation not in SIGMOIDS:
        return unknown(Note("Its gates are not between 0 and 1."))
    shares = {}
    for name in gates:
        values = part.rows(name)
        shares[name] = np.stack([(values < LOW).mean(axis=0), (values > HIGH).mean(axis=0)])
    means = {name: share.sum(axis=0).mean() for name, share in shares.items()}
    worst = max(gates, key=lambda name: means[name])
    low, high = shares[worst]
    gate = Note(SIGNAL_NAMES[worst])
    return judged(
        means[worst] > _most("saturated"),
        Note(
            "The {gate} is below 0.05 or above 0.95 in {percent} of its values.",
            gate=gate,
            percent=percent(means[worst]),
        ),
        *(
            measure(Note("saturated share, {gate}", gate=Note(SIGNAL_NAMES[name])), means[name], "saturated")
            for name in sorted(gates, key=lambda name: -means[name])
        ),
        units=np.flatnonzero(low + high > _most("saturated")),
        picture=_shares({BELOW: low, ABOVE: high}),
    )


def _candidate(part: Part) -> str:
    """The signal that holds the new value of a step."""
    return "hidden" if part.weights.kind == "simple_rnn" else "candidate"


def candidates_at_one(part: Part) -> Result:
    """Whether the candidates, or the states of a SimpleRNN, are nearly always at -1 or 1."""
    signal = _candidate(part)
    if part.weights.activation not in TANHS:
        return unknown(Note("Its activation is {name}, which has no limits at -1 and 1.", name=part.weights.activation))
    shares = (np.abs(part.rows(signal)) > FLAT).mean(axis=0)
    name = Note(SIGNAL_NAMES[signal])
    return judged(
        shares.mean() > _most("saturated"),
        Note("The {signal} is beyond ±0.95 in {percent} of its values.", signal=name, percent=percent(shares.mean())),
        measure(Note("share beyond ±0.95, {signal}", signal=name), shares.mean(), "saturated"),
        units=np.flatnonzero(shares > _most("saturated")),
        picture=_shares({N_("beyond ±0.95"): shares}),
    )


def forgets_at_once(part: Part) -> Result:
    """Whether most units erase their memory at each step."""
    return _forgetting(
        part,
        "forgets_at_once",
        0.5,
        N_("{count} of {all} units erase their memory at each step: their {gate} is mostly below 0.05."),
    )


def forgets_never(part: Part) -> Result:
    """Whether most units never erase anything."""
    return _forgetting(
        part,
        "forgets_never",
        0.1,
        N_("{count} of {all} units never forget: their {gate} is above 0.97 at nearly every step."),
    )


def _shares(series: dict[str, np.ndarray]) -> Picture:
    """The share of saturated values of each unit."""
    units = len(next(iter(series.values())))
    return Picture(UNIT, Note(SHARE), series, numbered(units), _most("saturated"), is_share=True)


def _forgetting(part: Part, threshold: str, quantile: float, said: str) -> Result:
    """Compares a quantile of the gate that keeps the memory, unit by unit, with a threshold."""
    if part.weights.kind not in KEEPING_GATE:
        return unknown(Note(NO_GATES, kind=LAYERS[part.weights.kind]))
    if part.weights.recurrent_activation not in SIGMOIDS:
        return unknown(Note("Its gates are not between 0 and 1."))
    name = KEEPING_GATE[part.weights.kind]
    typical = np.quantile(part.rows(name), quantile, axis=0)
    wrong = np.array([THRESHOLDS[threshold].alarms(value) for value in typical])
    gate = Note(SIGNAL_NAMES[name])
    return judged(
        wrong.mean() > _most("most_units"),
        Note(said, count=int(wrong.sum()), all=len(wrong), gate=gate),
        measure(Note("share of such units"), wrong.mean(), "most_units"),
        measure(Note("{gate}, median of the units", gate=gate), float(np.median(typical)), threshold),
        units=np.flatnonzero(wrong),
        picture=Picture(UNIT, gate, {SIGNAL_NAMES[name]: typical}, numbered(len(typical)), _most(threshold)),
    )


def memory_length(part: Part) -> Result:
    """How long each unit remembers, beside the length of the sequence."""
    if part.weights.kind not in KEEPING_GATE:
        return unknown(Note("A SimpleRNN has no gate that keeps a memory; see the gradient."))
    steps = part.read.sum(axis=1).mean()
    if steps < _most("one_step"):
        return unknown(Note("The sequence has one step: there is nothing to remember."))
    kept = memory.lengths(part)
    longest = float(kept.max())
    # The candidate of a GRU sees the whole previous state, so it can carry a memory past the gate.
    is_short = longest < _most("memory") or longest / steps < _most("memory_share")
    return judged(
        part.weights.kind == "lstm" and is_short,
        Note(
            "The unit that remembers longest remembers {longest} of {steps} steps.",
            steps=round(steps),
            longest=f"{longest:.1f}",
        ),
        measure(Note("longest memory, in steps"), longest, "memory"),
        measure(Note("its share of the sequence"), longest / steps, "memory_share"),
        measure(Note("median memory of the units, in steps"), float(np.median(kept))),
        measure(Note("length of the sequence, in steps"), float(steps)),
        picture=Picture(
            UNIT, Note("memory, in steps"), {N_("memory, in steps"): kept}, numbered(len(kept)), _most("memory")
        ),
    )


def _variation(part: Part) -> np.ndarray:
    """How much each unit's hidden state varies with what is read, (units,): over the samples, or the steps of one."""
    hidden = part.in_order("hidden").astype(float)
    if len(hidden) < 2:
        return hidden[0][part.read[0]].std(axis=0) if part.read[0].any() else np.zeros(part.weights.units)
    count = np.maximum(part.read.sum(axis=0), 1)[:, None]
    read = part.read[..., None]
    mean = (hidden * read).sum(axis=0) / count
    return np.sqrt((((hidden - mean) ** 2) * read).sum(axis=(0, 1)) / max(part.read.sum(), 1))


def dead_units(part: Part) -> Result:
    """Whether units stay the same, whatever is read."""
    if part.read.sum() < 2:
        return unknown(Note("Only one step was read: give more samples or more steps."))
    spread = _variation(part)
    relative = spread / max(spread.max(), STILL)
    dead = relative < _most("varies")
    return judged(
        bool(dead.any()),
        Note("{count} of {all} units stay the same, whatever the layer reads.", count=int(dead.sum()), all=len(dead)),
        measure(
            Note("variation of the unit that varies least, relative to the one that varies most"),
            relative.min(),
            "varies",
        ),
        measure(Note("variation of the unit that varies most"), spread.max()),
        units=np.flatnonzero(dead),
        picture=Picture(UNIT, Note("variation"), {N_("variation"): relative}, numbered(len(dead)), _most("varies")),
    )


def copies(part: Part) -> Result:
    """Whether units do the same as others, or exactly the opposite."""
    hidden = part.rows("hidden")
    spread = hidden.std(axis=0)
    alive = np.flatnonzero((_variation(part) > _most("varies") * max(spread.max(), STILL)) & (spread > 0))
    if len(alive) < 2 or len(hidden) < 3:
        return unknown(Note("Fewer than two units vary over these inputs."))
    hidden, spread = hidden[:, alive], spread[alive]
    products = hidden.T @ hidden / len(hidden)
    squares = np.diag(products)
    distance = squares[:, None] + squares - 2 * np.abs(products)
    relative = np.sqrt(np.maximum(distance, 0)) / np.minimum(spread[:, None], spread)
    np.fill_diagonal(relative, np.inf)
    nearest = relative.min(axis=0)
    same = alive[nearest < _most("differs")]
    return judged(
        len(same) > 0,
        Note("{count} of {all} units do the same as another one.", count=len(same), all=part.weights.units),
        measure(Note("difference of the two most similar units"), nearest.min(), "differs"),
        units=same,
        picture=Picture(
            UNIT,
            Note("difference from the most similar unit"),
            {N_("difference from the most similar unit"): nearest},
            tuple(str(unit + 1) for unit in alive),
            _most("differs"),
            is_log=True,
        ),
    )


def vanishing(part: Part) -> Result:
    """Whether what was read in the first half can still be learned from."""
    if part.read.shape[1] < _most("one_step"):
        return unknown(Note(NO_TIME))
    sizes = _sizes(part, part.read.shape[1] // 2)
    number = measure(Note(OVER, steps=len(sizes)), sizes[-1], "vanished")
    said = Note(
        "A small change of the state in the middle of the sequence is only {size} times as large at the end: "
        "nothing can be learned from the first half.",
        size=f"{sizes[-1]:.1g}",
    )
    return judged(number.is_alarm, said, number, picture=_curve(sizes, "vanished"))


def exploding(part: Part) -> Result:
    """Whether a small change at the start becomes large."""
    if part.read.shape[1] < _most("one_step"):
        return unknown(Note(NO_TIME))
    sizes = _sizes(part, 0)
    own = part.weights.recurrent_kernel[:, part.weights.columns(_candidate(part))].astype(float)
    numbers = (
        measure(Note(OVER, steps=len(sizes)), sizes[-1], "exploded"),
        measure(Note("spectral radius of the recurrent kernel"), np.abs(np.linalg.eigvals(own)).max(), "radius"),
    )
    return judged(
        numbers[0].is_alarm or (numbers[1].is_alarm and sizes[-1] > 1),
        Note("A small change of the state at the start is {size} times as large at the end.", size=f"{sizes[-1]:.2g}"),
        *numbers,
        picture=_curve(sizes, "exploded"),
    )


NO_TIME = N_("The sequence has one step: there is no gradient through time.")
OVER = N_("size of the gradient over {steps} steps")


def _sizes(part: Part, start: int) -> np.ndarray:
    with np.errstate(over="ignore"):
        return np.exp(memory.growth(part, start))


def _curve(sizes: np.ndarray, threshold: str) -> Picture:
    name = N_("size of the gradient")
    return Picture(Note("steps"), Note(name), {name: sizes}, threshold=_most(threshold), is_log=True)
