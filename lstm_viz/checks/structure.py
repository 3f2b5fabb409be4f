"""The checks of how a model's layers are connected."""

from lstm_viz.checks.finding import Result, judged, measure, unknown
from lstm_viz.checks.subject import Subject, ancestors
from lstm_viz.checks.thresholds import THRESHOLDS
from lstm_viz.model_files.graph import TRACED, Graph
from lstm_viz.problem import Note

BETWEEN = ("same", "activate", "prelu", "batch_normalization", "layer_normalization", "masking")
"""Layers that leave the steps of a sequence as they are."""


def recurrent(graph: Graph) -> list[int]:
    """The nodes of recurrent layers."""
    return [place for place in range(len(graph.nodes)) if graph.layer(place).kind in TRACED]


def stateful_without_batch_size(subject: Subject) -> Result:
    """Whether a stateful layer does not know how many samples it has to keep states for."""
    graph = subject.graph
    kept = [place for place in recurrent(graph) if graph.layer(place).options.get("stateful")]
    if not kept:
        return unknown(Note("No layer is stateful."))
    size = next((own for node in graph.inputs if (own := graph.layer(node).options.get("batch_size"))), None)
    name = subject.name(kept[0])
    if size is None:
        return judged(True, Note("{name} is stateful, but the model's inputs have no batch size.", name=name))
    rest = len(subject.inputs[0]) % size if subject.inputs else 0
    return judged(
        rest > 0,
        Note("{name} keeps the states of {size} samples, but {count} were given.", name=name, size=size, count=rest),
        measure(Note("samples left over after whole batches"), rest, "none"),
    )


def one_step_left(subject: Subject) -> Result:
    """Whether a recurrent layer reads only the last output of the one before it."""
    graph = subject.graph
    found = {}
    for place in recurrent(graph):
        source = next((item for item in graph.nodes[place].inputs if isinstance(item, tuple)), None)
        shape = subject.shape(source) if source else None
        steps = shape[1] if shape and len(shape) > 2 else None
        before = [one for one in ancestors(graph, place) if _ends_sequence(graph, one)]
        if steps is not None and before:
            found[place] = (steps, before[-1])
    if not found:
        return unknown(Note("No recurrent layer reads what another one has returned as its last output."))
    place = min(found, key=lambda one: found[one][0])
    steps, before_it = found[place]
    return judged(
        THRESHOLDS["one_step"].alarms(steps),
        Note(
            "{layer} reads one step: {before} returns only its last output.",
            layer=subject.name(place),
            before=subject.name(before_it),
        ),
        measure(Note("steps that it reads"), steps, "one_step"),
    )


def _ends_sequence(graph: Graph, place: int) -> bool:
    layer = graph.layer(place)
    return layer.kind in TRACED and not layer.options["return_sequences"]


def sequences_for_one_answer(subject: Subject) -> Result:
    """Whether every step is returned where one answer is wanted; or one answer where every step is wanted."""
    graph = subject.graph
    whole = [place for place in recurrent(graph) if graph.layer(place).options["return_sequences"]]
    for place in whole:
        if (after := _flattened(graph, place)) is not None:
            return judged(
                True,
                Note(
                    "{layer} returns all steps, and {after} puts them into one row.",
                    layer=subject.name(place),
                    after=subject.name(after),
                ),
            )
    if subject.outputs is None or subject.targets is None:
        return (
            unknown(Note("Whether one answer is wanted or one for each step: give inputs and targets."))
            if whole
            else judged(False, None)
        )
    outputs, targets = subject.outputs.shape, subject.targets.shape
    each = len(outputs) > 2 and outputs[1] > 1
    if each and (len(targets) == 1 or (len(targets) == 2 and targets[1] != outputs[1])):
        return judged(
            True,
            Note(
                "The model answers at each of {steps} steps, but there is one target for each sample.", steps=outputs[1]
            ),
        )
    steps = {array.shape[1] for array in subject.inputs if array.ndim > 1}
    if len(outputs) == 2 and len(targets) > 1 and targets[1] in steps - {1, outputs[1]}:
        return judged(
            True, Note("The model answers once, but there are targets for each of {steps} steps.", steps=targets[1])
        )
    return judged(False, None)


def _flattened(graph: Graph, place: int) -> int | None:
    """The Flatten that reads the sequence of a recurrent layer, if there is one."""
    same = {place}
    for later in range(place + 1, len(graph.nodes)):
        kind = graph.layer(later).kind
        if any(source in same for source, _ in graph.nodes[later].sources):
            if kind == "flatten":
                return later
            if kind in BETWEEN:
                same.add(later)
    return None


def states_not_passed(subject: Subject) -> Result:
    """Whether what an encoder has read does not reach the decoder."""
    graph = subject.graph
    if len(graph.inputs) < 2:
        return unknown(Note("The model has one input, so no encoder and decoder."))
    reached = {node for ref in graph.outputs for node in (ref[0], *ancestors(graph, ref[0]))}
    unused = [node for node in graph.inputs if node not in reached]
    if unused:
        said = Note("The input {name} reaches no output of the model.", name=subject.name(unused[0]))
        return judged(True, said, measure(Note("inputs without effect"), len(unused), "none"))
    encoder, decoder = _apart(graph) or (0, 0)
    said = Note(
        "{encoder} returns its states, but no layer starts from them: {decoder} starts from zeros.",
        encoder=subject.name(encoder),
        decoder=subject.name(decoder),
    )
    return judged(encoder != decoder, said, measure(Note("inputs without effect"), 0, "none"))


def _apart(graph: Graph) -> tuple[int, int] | None:
    """A layer that returns states which nobody reads, and one that starts from zeros and reads nothing of it."""
    refs = {ref for node in graph.nodes for ref in node.sources} | set(graph.outputs)
    read = {source for source, output in refs if output > 0}
    from_zeros = [place for place in recurrent(graph) if not graph.nodes[place].states]
    idle = [place for place in from_zeros if graph.layer(place).options["return_state"] and place not in read]
    before = {place: ancestors(graph, place) for place in from_zeros} if idle else {}
    pairs = ((one, other) for one in idle for other in from_zeros if other != one and one not in before[other])
    return next(pairs, None)
