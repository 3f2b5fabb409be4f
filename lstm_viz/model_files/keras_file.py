"""Files that Keras wrote: HDF5 of Keras 1 to 3, `.keras` of Keras 2 and 3, and weights alone."""

import io
import json
import zipfile
from collections.abc import Iterator

from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.npz import ENCRYPTED, METHODS
from lstm_viz.i18n import N_
from lstm_viz.model_files import weights_alone
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import TRACED, Graph
from lstm_viz.model_files.hdf5 import Hdf5
from lstm_viz.model_files.keras_config import LONGEST_TEXT, Spec, parse
from lstm_viz.model_files.keras_graph import graph_of
from lstm_viz.model_files.keras_weights import Legacy, Numbered
from lstm_viz.model_files.running import shapes
from lstm_viz.model_files.sentences import MIXED, FileError
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
MODELS = ("Sequential", "Functional", "Model", "Graph")
OWN_MODEL = N_(
    "The model {name} is of a class of its author, {class_name}. What its layers compute is shown; if the class has a "
    "method call of its own, its answers may differ."
)
MOST_PARTS = 1000
LARGEST_WEIGHTS = 2**27


def read_hdf5(content: bytes) -> Description:
    """An HDF5 file of Keras: a model with its weights, or weights alone.

    Raises:
        InputError: If it cannot be read.
    """
    file = Hdf5(content)
    writer = _writer_of_hdf5(file)
    text = file.text("model_config")
    if text is None:
        return weights_alone.read(file, writer)
    model = _model(parse(text))
    Legacy(file, writer).assign(model)
    return described(f"Keras {writer.keras[0]} HDF5", writer, model)


def _writer_of_hdf5(file: Hdf5) -> Writer:
    version, backend = (file.text(name) or file.text(name, "model_weights") for name in ("keras_version", "backend"))
    return Writer("Keras", version, backend)


def read_zip(content: bytes) -> Description:
    """A `.keras` file.

    Raises:
        InputError: If it cannot be read.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if len(names) > MOST_PARTS:
            raise FileError("The file has more than {most} parts.", most=MOST_PARTS)
        config = _part(archive, CONFIG, LONGEST_TEXT).decode("utf-8", errors="replace")
        metadata = _metadata(_part(archive, METADATA, LONGEST_TEXT)) if METADATA in names else {}
        if WEIGHTS not in names:
            raise FileError("The file has no part {name}, which holds the weights.", name="weights.h5")
        weights = _part(archive, WEIGHTS, LARGEST_WEIGHTS)
    version, date = metadata.get("keras_version"), metadata.get("date_saved")
    writer = Writer("Keras", version or "3.0", None, date)
    spec, file = parse(config), Hdf5(weights)
    if not spec.parts:  # a class of the author's own: the file does not say how its layers are connected
        found = weights_alone.read(file, writer)
        note = Note(
            "The class {class_name} is the author's own: how its layers are connected is not in the file.",
            class_name=spec.class_name,
        )
        return Description(found.format, writer, found.graph, found.shapes, (note, *found.notes), found.alternatives)
    model = _model(spec)
    Numbered(file).assign(model)
    return described(f"Keras {writer.keras[0]} .keras", writer, model)


def _part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A part of the file, by its name. No part is written anywhere, whatever its name is."""
    if name not in archive.namelist():
        raise FileError("The file has no part {name}.", name=name)
    entry = archive.getinfo(name)
    if entry.file_size > most or entry.compress_type not in METHODS or entry.flag_bits & ENCRYPTED:
        raise FileError("The part {name} of the file is too large, encrypted, or packed in an unusual way.", name=name)
    with archive.open(entry) as part:
        return part.read(entry.file_size)


def _metadata(content: bytes) -> dict[str, str]:
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    texts = values if isinstance(values, dict) else {}
    return {key: value[:100] for key, value in texts.items() if isinstance(value, str)}


def _model(spec: Spec) -> Spec:
    if not spec.is_model:
        raise FileError("The file holds a {class_name}, not a model with layers.", class_name=spec.class_name)
    return spec


def described(form: str, writer: Writer, model: Spec) -> Description:
    """The description of a model whose layers have their weights.

    Raises:
        FileError: If its layers do not fit together, or all that is recurrent computes in another precision.
    """
    graph = graph_of(model, writer)
    layers = list(graph.all_layers())
    mixed = [layer.reason for layer in layers if layer.reason is not None and layer.reason.template == MIXED]
    if mixed and not any(layer.kind in TRACED for layer in layers):
        raise FileError(mixed[0].template, **mixed[0].values)
    found = (*_own_classes(model), *notes(graph, writer))
    try:
        return Description(form, writer, graph, shapes(graph), found)
    except FileError as error:  # its recurrent layers can be traced all the same, each by itself
        return Description(form, writer, graph, {}, (*found, Note(error.template, **error.values)))


def _own_classes(model: Spec) -> Iterator[Note]:
    """A note for each class of the author's own that a model is of; it may compute something else than its parts."""
    if model.is_model and model.class_name not in MODELS:
        yield Note(OWN_MODEL, name=model.name, class_name=model.class_name)
    for part in model.parts:
        yield from _own_classes(part)


def notes(graph: Graph, writer: Writer) -> Iterator[Note]:
    """What a reader of the numbers must know: what Keras computes differently today, and what was left out."""
    layers = list(graph.all_layers())
    if any(HARD_SIGMOID_OF_KERAS_2 in json.dumps(dict(layer.options)) for layer in layers):
        yield Note(
            "hard_sigmoid is clip(0.2 x + 0.5, 0, 1), as it was when the model was trained. Keras 3 would "
            "compute clip(x / 6 + 0.5, 0, 1), which gives other outputs."
        )
    if writer.version is None:
        yield Note("The file does not say which version of Keras wrote it. It is read as a file of Keras 1.")
    if not writer.is_tf_keras and any(
        layer.kind == "bidirectional" and layer.options["return_sequences"] for layer in layers
    ):
        yield Note(
            "At masked steps, a Bidirectional of this version of Keras returned the previous output; today "
            "it returns zeros."
        )
    for layer in layers:
        if layer.class_name.startswith("CuDNN"):
            yield Note("The weights of {name} were stored for cuDNN, and are put into Keras's order.", name=layer.name)
        if layer.reason is not None:
            yield Note("{name}: {reason}", name=layer.name, reason=layer.reason)
