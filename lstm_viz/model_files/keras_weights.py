"""Finds the weights of each layer of a Keras model: in the HDF5 files of Keras 1 and 2, and in those of Keras 3."""

import math
import re
from collections.abc import Iterable, Sequence

from lstm_viz.model_files import recurrent
from lstm_viz.model_files.hdf5 import Hdf5
from lstm_viz.model_files.keras_config import Spec
from lstm_viz.model_files.keras_layers import PROJECTIONS, READERS, RECURRENT, NotUnderstoodError
from lstm_viz.model_files.sentences import FileError
from lstm_viz.model_files.writer import Writer

NUMBERED = re.compile(r"(.+?)(?:_(\d{1,9}))?", re.DOTALL)
CONTAINERS = ("layers", "_layer_checkpoint_dependencies")


def _counts(spec: Spec, writer: Writer) -> tuple[int, int] | None:
    """How many weights the layer has that are trained, and how many that are not; None if that is not known."""
    if spec.class_name in RECURRENT:
        return recurrent.weights_count(spec.class_name, spec.config, writer), 0
    if spec.class_name not in READERS:
        return None
    try:
        known = READERS[spec.class_name](spec.config, writer)
    except NotUnderstoodError:
        return None
    return len(known.trained), len(known.fixed)


def read(file: Hdf5, spec: Spec, paths: Sequence[str]) -> None:
    """Reads the weights of a layer."""
    spec.parameters = sum(math.prod(file.shape(path)) for path in paths)
    if spec.class_name in RECURRENT or spec.class_name in READERS:
        spec.arrays = {str(number): file.read(path) for number, path in enumerate(paths)}


class Legacy:
    """The weights as `save` and `save_weights` of Keras 1 and 2 wrote them: a list for each layer of the model.

    Args:
        file: The file.
        writer: Who wrote it.

    Attributes:
        layers: Layer → the paths of its weights, in the order of the layer.
        names: Path → the name of the weight in Keras.
    """

    def __init__(self, file: Hdf5, writer: Writer):
        self._file, self._writer = file, writer
        prefix = "model_weights" if "model_weights" in file.groups else ""
        self.layers: dict[str, list[str]] = {}
        self.names: dict[str, str] = {}
        for layer in file.names(file.groups[prefix], "layer_names") or ():
            where = f"{prefix}/{layer}".strip("/")
            names = file.names(file.groups[where], "weight_names") if where in file.groups else None
            self.layers[layer] = [f"{where}/{name}" for name in names or ()]
            self.names |= {f"{where}/{name}": name for name in names or ()}
        if missing := [path for path in self.names if path not in file.arrays]:
            raise FileError(
                "The file has no array {name}, which it lists among its weights.", name=self.names[missing[0]]
            )

    def assign(self, model: Spec) -> None:
        """Gives each layer of the model its weights."""
        for spec in model.parts:
            if spec.name not in self.layers and spec.parts:  # Keras 1 lists the layers of a model inside as its own
                self.assign(spec)
            else:
                self._share(spec, self.layers.get(spec.name, []))

    def _share(self, spec: Spec, paths: list[str]) -> None:
        leaves = list(spec.leaves())
        if leaves == [spec]:
            read(self._file, spec, paths)
            return
        spec.parameters = sum(math.prod(self._file.shape(path)) for path in paths)
        shared = self._by_order(leaves, paths) or self._by_name(leaves, paths)
        for leaf, own in zip(leaves, shared, strict=True):
            read(self._file, leaf, own)

    def _by_order(self, leaves: list[Spec], paths: list[str]) -> list[list[str]] | None:
        """Keras lists all weights that are trained, layer by layer, and then all others. None if they do not fit."""
        counts = [_counts(leaf, self._writer) for leaf in leaves]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts) or sum(map(sum, known)) != len(paths):
            return None
        trained = [
            count if leaf.config.get("trainable", True) else 0 for leaf, (count, _) in zip(leaves, known, strict=True)
        ]
        others = [sum(count) - own for count, own in zip(known, trained, strict=True)]
        rest = iter(paths)
        first = [[next(rest) for _ in range(count)] for count in trained]
        last = [[next(rest) for _ in range(count)] for count in others]
        return [one + other for one, other in zip(first, last, strict=True)]

    def _by_name(self, leaves: list[Spec], paths: list[str]) -> list[list[str]]:
        """The name of a weight begins with the name of its layer, or of the model that it is in."""
        parts = {path: self.names[path].split("/") for path in paths}
        return [[path for path in paths if leaf.name in parts[path]] for leaf in leaves]


class Numbered:
    """The weights as `.keras` and `.weights.h5` hold them: in folders that are named by class, and numbered.

    Args:
        file: The file.
    """

    def __init__(self, file: Hdf5):
        self._file = file
        self._found: dict[tuple[str, str], Spec] = {}

    def assign(self, model: Spec, prefix: str = "") -> None:
        """Gives each layer of the model its weights."""
        for container in CONTAINERS:
            if self._below(f"{prefix}{container}/"):
                self._assign_parts(model.parts, f"{prefix}{container}/")

    def _below(self, prefix: str) -> list[str]:
        return [path for path in self._file.arrays if path.startswith(prefix)]

    def _assign_parts(self, parts: Iterable[Spec], prefix: str) -> None:
        """The folder of the first layer of a class has the class's name, those of others a number too."""
        folders: dict[str, dict[int, str]] = {}
        for folder in {path[len(prefix) :].split("/")[0] for path in self._below(prefix)}:
            if found := NUMBERED.fullmatch(folder):
                folders.setdefault(found[1], {})[int(found[2] or 0)] = f"{prefix}{folder}/"
        if prefix.endswith(f"{CONTAINERS[1]}/"):
            # Keras 2.12 counted each layer that has weights twice.
            folders = {name: dict(enumerate(own[n] for n in sorted(own))) for name, own in folders.items()}
        counts: dict[str, int] = {}
        for part in parts:
            name = _snake_case(part.class_name.split(">")[-1])
            own_folder = folders.get(name, {}).get(counts.setdefault(name, 0))
            counts[name] += 1
            if own_folder is not None:
                self._assign(part, own_folder)
                self._found[part.class_name, part.name] = part
            elif (part.class_name, part.name) in self._found:  # a layer that is also elsewhere is written once
                first = self._found[part.class_name, part.name]
                part.parts, part.arrays, part.parameters = first.parts, first.arrays, first.parameters

    def _assign(self, spec: Spec, folder: str) -> None:
        below = self._below(folder)
        spec.parameters = sum(math.prod(self._file.shape(path)) for path in below)
        if spec.is_model:
            self.assign(spec, folder)
        elif spec.class_name == "Bidirectional":
            for part, name in zip(spec.parts, ("forward_layer", "backward_layer"), strict=True):
                self._assign(part, f"{folder}{name}/")
        elif spec.class_name == "RNN" and len(spec.parts) > 1:
            self._assign_parts(spec.parts, f"{folder}cell/cells/")
        elif spec.parts:
            self._assign(spec.parts[0], f"{folder}{'cell' if spec.class_name == 'RNN' else 'layer'}/")
        elif spec.class_name == "MultiHeadAttention":
            parts = [f"{folder}{mark}{name}_dense/vars/" for name in PROJECTIONS for mark in ("", "_")]
            read(self._file, spec, [path for part in parts for path in sorted(below) if path.startswith(part)])
        else:
            has_cell = any(path.startswith(f"{folder}cell/") for path in below)
            inside = f"{folder}cell/vars/" if has_cell else f"{folder}vars/"
            own = [path for path in below if path.startswith(inside) and path[len(inside) :].isdecimal()]
            read(self._file, spec, sorted(own, key=lambda path: int(path[len(inside) :])))


def _snake_case(name: str) -> str:
    """The name that Keras gives to an object of a class: "TimeDistributed" → "time_distributed"."""
    spaced = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", spaced).lower()
