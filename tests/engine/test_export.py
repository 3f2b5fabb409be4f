"""A trace as a file, as a table, as a Dataset."""

from __future__ import annotations

import io
import json
import re
import zipfile

import numpy as np
import pytest

from lstm_viz import RecurrentWeights, Trace, trace_layer
from lstm_viz.engine.keras.layers import recurrent_weights
from tests.engine.layers import INPUTS, MASK, layer, states
from tests.support.archives import damaged, every_change
from tests.support.sentences import refusal

LAYERS = {
    "LSTM": {},
    "GRU": {"reset_after": False, "go_backwards": True, "zero_output_for_mask": True},
    "SimpleRNN": {"use_bias": False, "unroll": True, "activation": "relu"},
}


@pytest.fixture(params=LAYERS)
def trace(request):
    keras_layer = layer(request.param, **LAYERS[request.param])
    mask = None if request.param == "SimpleRNN" else MASK
    return trace_layer(recurrent_weights(keras_layer), INPUTS, mask=mask, initial_state=states(keras_layer))


def bits(array):
    return None if array is None else (array.dtype, array.shape, array.tobytes())


def test_save_and_load_give_every_bit_back(trace, tmp_path):
    trace.save(tmp_path / "a trace")
    loaded = Trace.load(tmp_path / "a trace")
    assert list(loaded.signals) == list(trace.signals)
    for name in ("inputs", "mask", *trace.signals):
        assert bits(getattr(loaded, name)) == bits(getattr(trace, name)), name
    assert [bits(state) for state in loaded.initial_state] == [bits(state) for state in trace.initial_state]
    for name, value in vars(trace.weights).items():
        kept = getattr(loaded.weights, name)
        assert (bits(kept) == bits(value)) if isinstance(value, np.ndarray) else (kept == value), name


def test_what_is_no_number_is_kept_too(tmp_path):
    weights = RecurrentWeights("simple_rnn", np.ones((1, 1)), np.ones((1, 1)))
    trace = trace_layer(weights, [[[np.nan], [np.inf]]])
    trace.save(tmp_path / "trace.npz")
    assert bits(Trace.load(tmp_path / "trace.npz").hidden) == bits(trace.hidden)


def test_the_whole_file_is_read_without_pickle(trace, tmp_path):
    trace.save(tmp_path / "trace.npz")
    with np.load(tmp_path / "trace.npz", allow_pickle=False) as file:
        assert all(file[name].dtype != object for name in file.files)


@pytest.fixture
def saved(tmp_path):
    weights = RecurrentWeights("lstm", np.ones((2, 12)), np.ones((3, 12)), np.ones(12))
    trace_layer(weights, np.ones((1, 4, 2)), mask=np.ones((1, 4))).save(tmp_path / "trace.npz")
    with np.load(tmp_path / "trace.npz") as file:
        return dict(file)


def written(path, arrays, **options):
    with open(path, "wb") as file:
        np.savez(file, **arrays, **options)
    return path


def header(saved, **changes):
    return {"header": np.array(json.dumps(json.loads(str(saved["header"])) | changes))}


TAMPERED = {
    "another format": lambda saved: header(saved, format="lstm_viz.Trace/99"),
    "no format": lambda saved: {"header": np.array(json.dumps({"kind": "lstm"}))},
    "a header that is a list": lambda saved: {"header": np.array("[1]")},
    "a header that is no JSON": lambda saved: {"header": np.array("{")},
    "a header of numbers": lambda saved: {"header": np.arange(3)},
    "an option we do not know": lambda saved: header(saved, colour="red"),
    "an unknown kind": lambda saved: header(saved, kind="rwkv"),
    "a kind that is a list": lambda saved: header(saved, kind=["lstm"]),
    "an activation that is a number": lambda saved: header(saved, activation=3),
    "a flag that is a word": lambda saved: header(saved, go_backwards="no"),
    "a kernel of another shape": lambda saved: {"kernel": np.ones((2, 11))},
    "a kernel without axes": lambda saved: {"kernel": np.ones(())},
    "a signal cut short": lambda saved: {"signal_cell": saved["signal_cell"][:, 1:]},
    "a signal too many": lambda saved: {"signal_reset_gate": saved["signal_cell"]},
    "a state of another size": lambda saved: {"initial_cell": np.ones((1, 4))},
    "inputs of another shape": lambda saved: {"inputs": np.ones((4, 2))},
    "a mask of another shape": lambda saved: {"mask": np.ones(4, bool)},
    "a signal of words": lambda saved: {"signal_cell": saved["signal_cell"].astype(str)},
    "a signal of objects": lambda saved: {"signal_cell": saved["signal_cell"].astype(object)},
    "a signal of complex numbers": lambda saved: {"signal_cell": saved["signal_cell"] + 1j},
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_file_is_refused(saved, tamper, tmp_path):
    path = written(tmp_path / "tampered.npz", saved | tamper(saved))
    with pytest.raises(ValueError, match=r"^tampered.npz is not a saved trace: \S"):
        Trace.load(path)


@pytest.mark.parametrize("missing", ["header", "kernel", "inputs", "signal_cell", "initial_cell"])
def test_a_part_that_is_missing_is_refused(saved, missing, tmp_path):
    del saved[missing]
    with pytest.raises(ValueError, match=missing.removeprefix("signal_").removeprefix("initial_")):
        Trace.load(written(tmp_path / "trace.npz", saved))


def zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, content)
    return buffer.getvalue()


FILES = {
    "text": b"time,unit,value\n0,0,0.5\n",
    "empty": b"",
    "another zip": zipped("word/document.xml", b"<document/>"),
    "a zip of broken arrays": zipped("header.npy", b"\x93NUMPY\x01\x00nonsense"),
    "a lone array": b"\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }".ljust(128)
    + b"\0" * 4,
    "a pickle": b"\x80\x04]\x94.",
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_another_file_is_refused(content, tmp_path):
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(ValueError, match=r"^other is not a saved trace: "):
        Trace.load(tmp_path / "other")


def test_a_file_cut_anywhere_is_refused(saved, tmp_path):
    whole = written(tmp_path / "whole.npz", saved).read_bytes()
    for part in (0.01, 0.3, 0.6, 0.99):
        (tmp_path / "cut").write_bytes(whole[: int(part * len(whole))])
        with pytest.raises(ValueError, match="cut is not a saved trace"):
            Trace.load(tmp_path / "cut")


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_a_file_with_a_flipped_byte_is_refused(saved, save, tmp_path):
    save(tmp_path / "whole.npz", **saved)
    content = (tmp_path / "whole.npz").read_bytes()
    for name in saved:
        flipped = bytearray(content)
        flipped[content.index(name.encode()) + len(f"{name}.npy") + 30] ^= 0xFF
        (tmp_path / "flipped").write_bytes(flipped)
        with pytest.raises(ValueError, match="flipped is not a saved trace"):
            Trace.load(tmp_path / "flipped")


def test_a_file_that_claims_to_be_vast_is_refused(saved, tmp_path):
    vast = b"{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000, 1000000), }".ljust(117) + b"\n"
    path = written(tmp_path / "vast.npz", {name: array for name, array in saved.items() if name != "inputs"})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("inputs.npy", b"\x93NUMPY\x01\x00" + len(vast).to_bytes(2, "little") + vast)
    with pytest.raises(ValueError, match=r"vast\.npz is not a saved trace"):
        Trace.load(path)


def test_every_change_is_refused_with_a_sentence_of_ours_or_gives_a_trace(saved, tmp_path):
    whole = written(tmp_path / "whole.npz", saved).read_bytes()
    path, told = tmp_path / "changed.npz", {}
    changes = [*every_change(whole), *((f"damaged {at}", each) for at, each in enumerate(damaged(whole, 300, seed=0)))]
    for what, content in changes:
        path.write_bytes(content)
        told[what] = refusal(lambda: Trace.load(path))
    # A trace may have other numbers and options than this one.
    harmless = "too large|infinite|NaN|largest|half|negative|falling|turned|activation|reset_after|go_backwards|unroll"
    harmless += "|zero_output|damaged|a folder|something before|bias.npy missing|mask.npy missing|mask.npy booleans"
    assert [what for what, sentence in told.items() if not sentence and not re.search(harmless, what)] == []
    assert sum(map(bool, told.values())) > 300


def test_no_file_is_no_trace(tmp_path):
    with pytest.raises(FileNotFoundError):
        Trace.load(tmp_path / "nowhere")


def test_a_table_has_one_row_a_value(trace):
    table = trace.to_dataframe()
    assert list(table.columns) == ["sample", "time", "unit", "signal", "value"]
    assert len(table) == sum(array.size for array in trace.signals.values())
    for (name, sample, time, unit), rows in table.groupby(["signal", "sample", "time", "unit"], observed=True):
        assert rows["value"].tolist() == [trace.signals[name][sample, time, unit]]


def test_a_dataset_has_named_axes(trace):
    pytest.importorskip("xarray")
    dataset = trace.to_xarray()
    for name, array in trace.signals.items():
        assert dataset[name].dims == ("sample", "time", "unit")
        np.testing.assert_array_equal(dataset[name], array)
    assert dataset["inputs"].dims == ("sample", "time", "feature")
    assert ("mask" in dataset) == (trace.mask is not None)
    assert dataset.attrs["kind"] == trace.kind
