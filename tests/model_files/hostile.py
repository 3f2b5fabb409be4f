"""Files that would run something, cost more than they hold, or break whoever reads them. Each is made here."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
from onnx import TensorProto, helper
from safetensors.numpy import save

from tests.engine.layers import random
from tests.model_files.files import old_hdf5, sequential, zipped

LSTM = {"lstm/kernel:0": random(3, 8), "lstm/recurrent_kernel:0": random(2, 8), "lstm/bias:0": random(8)}
CONFIG = {"name": "lstm", "units": 2, "batch_input_shape": [None, 6, 3]}
METADATA = json.dumps({"keras_version": "3.15.1"}).encode()


class Marker:
    """What unpickling would run."""

    def __init__(self, path: Path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def sound() -> bytes:
    return old_hdf5(sequential(("LSTM", CONFIG)), {"lstm": LSTM}, "2.9.0")


def hdf5(fill) -> bytes:
    """A file of one layer, after `fill` has worked on it."""
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.attrs["model_config"] = json.dumps(sequential(("LSTM", CONFIG))).encode()
        file.attrs["keras_version"] = b"2.9.0"
        group = file.create_group("model_weights/lstm")
        file["model_weights"].attrs["layer_names"] = [b"lstm"]
        group.attrs["weight_names"] = [b"a", b"b", b"c"]
        for name, array in zip("abc", LSTM.values(), strict=True):
            group[name] = array
        fill(file, group)
    return content.getvalue()


def replaced(group, name: str) -> None:
    del group[name]


def zeros_packed(size: int, *, times: int) -> bytes:
    """What zlib makes of so many zeros: after a flush, the same bytes stand for the same zeros again."""
    packer = zlib.compressobj(1)
    begin = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(size)) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.flush()[:-4]
    checksum = (size * times % 65521) << 16 | 1
    return begin + again * times + end + struct.pack(">I", checksum)


def chunk_bomb(file, group) -> None:
    """A chunk of four megabytes that becomes a gigabyte."""
    replaced(group, "a")
    data = group.create_dataset("a", (1000, 1000), "f4", chunks=(1000, 1000), compression="gzip")
    data.id.write_direct_chunk((0, 0), zeros_packed(2**24, times=64))


def large_zeros(file, group) -> None:
    replaced(group, "a")
    group.create_dataset("a", (20_000, 20_000), "f4", chunks=(2000, 2000), compression="gzip")[:2000, :2000] = 1


def large_shape(file, group) -> None:
    replaced(group, "a")
    group.create_dataset("a", (200_000, 200_000), "f4")


def many_chunks(file, group) -> None:
    replaced(group, "a")
    group.create_dataset("a", (3000, 3000), "f4", chunks=(1, 1))


def external(file, group) -> None:
    replaced(group, "a")
    group.create_dataset("a", (3, 8), "f4", external=[("/etc/passwd", 0, 96)])


def virtual(file, group) -> None:
    replaced(group, "a")
    layout = h5py.VirtualLayout((3, 8), "f4")
    layout[...] = h5py.VirtualSource("/etc/other.h5", "a", (3, 8))
    group.create_virtual_dataset("a", layout)


def external_link(file, group) -> None:
    replaced(group, "a")
    group["a"] = h5py.ExternalLink("/etc/other.h5", "/a")


def soft_loop(file, group) -> None:
    replaced(group, "a")
    group["a"] = h5py.SoftLink("/model_weights/lstm/a")


def hard_loop(file, group) -> None:
    group["again"] = file["/"]


def texts(file, group) -> None:
    replaced(group, "a")
    group["a"] = ["a text", "another"]


def compound(file, group) -> None:
    replaced(group, "a")
    group["a"] = np.zeros(3, [("x", "f4"), ("y", "i4")])


def paths(file, group) -> None:
    group.attrs["weight_names"] = [b"../../../etc/passwd", b"b", b"c"]


def odd_attributes(file, group) -> None:
    file.attrs["model_config"] = np.arange(9)
    file.attrs["keras_version"] = np.arange(3)


def no_text(file, group) -> None:
    file.attrs["model_config"] = np.bytes_(b"\xff\xfe{\x00")


def many_objects(file, group) -> None:
    for number in range(25_000):
        group.create_group(f"g{number}")


def keras_zip(layers: list[dict]) -> bytes:
    config = {"class_name": "Sequential", "config": {"name": "m", "layers": layers}}
    return zipped({"metadata.json": METADATA, "config.json": json.dumps(config).encode(), "model.weights.h5": sound()})


def packed_zip(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def lying_zip() -> bytes:
    """The directory says that the part is small."""
    content = packed_zip({"metadata.json": METADATA, "config.json": bytes(2**28), "model.weights.h5": b""})
    return content.replace(struct.pack("<I", 2**28), struct.pack("<I", 1000))


def deep(levels: int) -> dict:
    config = CONFIG
    part = {"class_name": "LSTM", "config": config}
    for level in range(levels):
        part = {"class_name": "Sequential", "config": {"name": f"m{level}", "layers": [part]}}
    return part


def called_twice(levels: int) -> dict:
    """A model that calls a model twice, which calls a model twice, and so on."""
    part = {"class_name": "LSTM", "config": {**CONFIG, "return_sequences": True}, "name": "inner"}
    for level in range(levels):
        given = {"class_name": "InputLayer", "name": "i", "config": {"name": "i"}, "inbound_nodes": []}
        nodes = [[["i", 0, 0, {}]], [["inner", 0, 0, {}]]]
        inner = {**part, "name": "inner", "inbound_nodes": nodes}
        config = {"name": f"m{level}", "layers": [given, inner], "input_layers": [["i", 0, 0]]}
        part = {"class_name": "Model", "config": {**config, "output_layers": [["inner", 1, 0]]}}
    return part


def circle() -> dict:
    layers = [
        {"class_name": "LSTM", "name": one, "config": {**CONFIG, "name": one}, "inbound_nodes": [[[other, 0, 0, {}]]]}
        for one, other in (("a", "b"), ("b", "a"))
    ]
    return {"class_name": "Model", "config": {"layers": layers, "input_layers": [], "output_layers": [["a", 0, 0]]}}


def onnx_of(*, dims=(1, 8, 3), nodes: int = 1) -> bytes:
    tensor = TensorProto(name="W", data_type=TensorProto.FLOAT, dims=dims, raw_data=b"\0" * 96)
    other = TensorProto(name="R", data_type=TensorProto.FLOAT, dims=(1, 8, 2), raw_data=b"\0" * 64)
    each = [helper.make_node("LSTM", ["X", "W", "R"], [f"Y{n}"], hidden_size=2) for n in range(nodes)]
    return helper.make_model(helper.make_graph(each, "g", [], [], [tensor, other])).SerializeToString()


def safetensors_of(header: dict, data: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def files(marker: Path) -> Iterator[tuple[str, bytes, str]]:
    """What it is, the file, and what the sentence says; "" where the file is read."""
    yield "nothing", b"", "The file is empty"
    yield "web page", b"<!DOCTYPE html><html>", "This is a web page"
    yield "pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "pointer of Git LFS"
    yield "configuration", json.dumps(sequential(("LSTM", CONFIG))).encode(), "holds no weights"
    yield "packed", b"\x1f\x8b\x08" + bytes(50), "Unpack it"
    yield "array", b"\x93NUMPY\x01\x00", "an array of NumPy"
    yield "noise", random(500).tobytes(), "not a model that can be read"
    yield from of_pickles(marker)
    yield from of_hdf5()
    yield from of_zips(marker)
    yield from of_configurations(marker)
    yield from of_others()


def of_pickles(marker: Path) -> Iterator[tuple[str, bytes, str]]:
    pickled = pickle.dumps(Marker(marker))
    yield "pickle", pickled, "It is never opened"
    yield "checkpoint of PyTorch", zipped({"archive/data.pkl": pickled, "archive/version": b"3"}), "It is never opened"
    content = io.BytesIO()
    np.savez(content, header=np.array([Marker(marker)], object))
    yield "pickle in an NPZ", content.getvalue(), "not a saved trace"


def of_hdf5() -> Iterator[tuple[str, bytes, str]]:
    whole = sound()
    for share in (10, 50, 90, 99):
        yield f"cut off at {share} %", whole[: len(whole) * share // 100], "cut off"
    yield "chunk bomb", hdf5(chunk_bomb), "memory"
    yield "zeros of 1.6 GB", hdf5(large_zeros), "larger than can be opened"
    yield "shape of 160 GB", hdf5(large_shape), "larger than the file"
    yield "nine million chunks", hdf5(many_chunks), "not have the shapes"
    yield "external data", hdf5(external), "taken from other files"
    yield "virtual data", hdf5(virtual), "taken from other files"
    yield "external link", hdf5(external_link), "a link to another file"
    yield "link to itself", hdf5(soft_loop), "a link in place of the array a"
    yield "group in itself", hdf5(hard_loop), ""
    yield "texts", hdf5(texts), "does not hold numbers"
    yield "records", hdf5(compound), "does not hold numbers"
    yield "path", hdf5(paths), "has no array ../../../etc/passwd"
    yield "odd attributes", hdf5(odd_attributes), ""
    yield "no text", hdf5(no_text), "description of the model cannot be read"
    yield "many objects", hdf5(many_objects), "more than 20000 objects"
    for place in range(0, len(whole), 997):
        yield f"changed at {place}", whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :], "?"


def of_zips(marker: Path) -> Iterator[tuple[str, bytes, str]]:
    whole = keras_zip([{"class_name": "LSTM", "config": CONFIG}])
    yield "half a zip", whole[: len(whole) // 2], "cut off or damaged"
    yield "configuration bomb", packed_zip({"config.json": bytes(2**28), "model.weights.h5": b""}), "too large"
    yield "weights bomb", packed_zip({"config.json": b"{}", "model.weights.h5": bytes(2**28)}), "too large"
    yield "lying zip", lying_zip(), "cut off or damaged"
    yield "paths in a zip", zipped({f"../../../..{marker}": b"x", str(marker): b"x", "config.json": b"{}"}), "no part"
    yield "many parts", zipped({f"{n}": b"" for n in range(12_000)}), "more than 10000 parts"
    yield "no weights", zipped({"config.json": b"{}", "metadata.json": METADATA}), "no part weights.h5"


def of_configurations(marker: Path) -> Iterator[tuple[str, bytes, str]]:
    run = f"__import__('pathlib').Path({str(marker)!r}).touch()"
    code = {"class_name": "__lambda__", "config": {"code": "4wEAAAAA", "defaults": None, "closure": None}}
    yield "Lambda", keras_zip([{"class_name": "Lambda", "config": {"name": "l", "function": code}}]), ""
    evil = {"module": "builtins", "class_name": "eval", "config": {"source": run}, "registered_name": "os>system"}
    yield "eval", keras_zip([evil]), ""
    yield "module", keras_zip([{**evil, "module": "os", "class_name": "system"}]), ""
    units = sequential(("LSTM", {**CONFIG, "units": 3000}))
    yield "many units", old_hdf5(units, {"lstm": LSTM}, "2.9.0"), "3000 units in the description"
    yield "missing weights", old_hdf5(units, {"lstm": {}}, "2.9.0"), "has 0 arrays of weights"
    wrong = {**LSTM, "lstm/bias:0": random(7)}
    yield "other shapes", old_hdf5(sequential(("LSTM", CONFIG)), {"lstm": wrong}, "2.9.0"), "not have the shapes"
    yield "models in models", old_hdf5(deep(50), {}, "2.9.0"), "more than 12 deep"
    yield "brackets", zipped({"config.json": b"[" * 100_000, "model.weights.h5": sound()}), "cannot be read"
    many = b'{"class_name":"Sequential","config":[' + b'{"class_name":"Dense","config":{}},' * 10**6
    yield "a million layers", packed_zip({"config.json": many + b"{}]}", "model.weights.h5": b""}), "too large"
    yield "many layers", keras_zip([{"class_name": "Dropout", "config": {}}] * 3000), "more than 2000 layers"
    yield "called 4096 times", old_hdf5(called_twice(12), {"inner": LSTM}, "2.9.0"), "more than 2000 layers"
    yield "circle", old_hdf5(circle(), {"a": LSTM, "b": LSTM}, "2.9.0"), "goes in a circle"
    names = ["<script>alert(1)</script>", "x" * 100_000, "../../etc", "\x00\x1b[31m", "__class__", "{0.__class__}"]
    odd = [{"class_name": "Dropout", "config": {"name": name}} for name in names]
    yield "names", keras_zip([*odd, {"class_name": "{x}", "config": {"name": "{y}"}}]), ""
    numbers = [("RepeatVector", {"n": 10**18}), ("Reshape", {"target_shape": [10**30]}), ("UpSampling1D", {"size": -1})]
    numbers += [("MaxPooling1D", {"pool_size": 10**9}), ("ZeroPadding1D", {"padding": [10**9, 10**9]})]
    parts = [{"class_name": name, "config": {"name": f"l{n}", **config}} for n, (name, config) in enumerate(numbers)]
    yield "large numbers", keras_zip(parts), ""
    yield "no model", zipped({"config.json": b'{"class_name": 3}', "model.weights.h5": sound()}), "cannot be read"


def of_others() -> Iterator[tuple[str, bytes, str]]:
    arrays = {"weight_ih_l0": random(8, 3), "weight_hh_l0": random(8, 2)}
    whole = save(arrays)
    yield "half a safetensors", whole[: len(whole) // 2], "cut off or damaged"
    entry = {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 4 * 10**12]}
    yield "large safetensors", safetensors_of({"weight_ih_l0": entry}), "cut off or damaged"
    yield (
        "negative safetensors",
        safetensors_of({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [4, 0]}}),
        "cut off",
    )
    long = {f"a{n}": {"dtype": "F32", "shape": [], "data_offsets": [0, 0]} for n in range(12_000)}
    yield "many arrays", safetensors_of(long), "more than 10000 arrays"
    yield "half an ONNX", onnx_of()[:60], "not a model that can be read"
    yield "large ONNX", onnx_of(dims=(1, 2**31, 2**31)), ""
    yield "many operators", onnx_of(nodes=6000), "more than 5000 layers"
    yield "TensorFlow Lite", b"\x1c\x00\x00\x00TFL3" + bytes(50), "TensorFlow Lite"
