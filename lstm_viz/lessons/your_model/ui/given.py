"""What a visitor brings: a model, its vocabulary, and its inputs. All of it stays in the visitor's session."""

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.uploads import read_given
from lstm_viz.data import InputError
from lstm_viz.engine.export import OPTIONS
from lstm_viz.engine.weights import BidirectionalWeights
from lstm_viz.lessons.your_model import brought, typed
from lstm_viz.lessons.your_model.brought import Brought
from lstm_viz.lessons.your_model.entries import entries_of
from lstm_viz.lessons.your_model.examples import EXAMPLES, example_model, example_words
from lstm_viz.lessons.your_model.settings import OWN, SETTINGS
from lstm_viz.lessons.your_model.typed import Vocabulary
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.model_files import ModelFile, read_model

UNSAID = ("activation", "recurrent_activation")
"""What a file of weights alone does not say."""
_STYLE = Path(__file__).with_name("file_field.css")
_READING = threading.BoundedSemaphore(2)
"""A file is read in a process of up to 512 MiB, and a whole class may drop files at once."""


@dataclass(frozen=True, eq=False)
class Given:
    """A model.

    Attributes:
        model: The model.
        file: The name of its file.
        key: Identifies it: the name of an example, or a random name.
    """

    model: ModelFile
    file: str
    key: str

    @property
    def of_file(self) -> str:
        """Identifies the file: what is brought with it stays for each layer that its weights fit."""
        return self.key.partition(" ")[0]

    @property
    def is_own(self) -> bool:
        """Whether a visitor has brought it."""
        return self.key not in EXAMPLES


def given_model() -> Given:
    """The model that is shown. A link to a visitor's own file shows an example, until the file is brought again."""
    own: Given | None = PAGE.find("own")
    source = PAGE.get("source")
    if source == OWN and own is not None:
        return _variant(own)
    name = source if source in EXAMPLES else next(iter(EXAMPLES))
    return Given(example_model(name), EXAMPLES[name].file, name)


def _variant(own: Given) -> Given:
    """The model as the file says it, or as the visitor says what it does not; the session keeps the last one."""
    number = PAGE.get("variant") if own.model.alternatives else 0
    said = {name: PAGE.get(name) for name in UNSAID if own.model.is_weights_alone and PAGE.get(name) != "derived"}
    if not number and not said:
        return own
    key = " ".join([own.key, str(number), *said.values()])
    if (kept := PAGE.find("variant_model")) is None or kept.key != key:
        model = own.model.instead(number - 1) if number else own.model
        kept = Given(model.with_options(dict.fromkeys(model.layers, said)), own.file, key)
        PAGE.set(variant_model=kept)
    return kept


def variants(given: Given) -> dict[int, str]:
    """The numbers of the layers that the weights may be of, and in what they differ; empty if the file says it."""
    own: Given | None = PAGE.find("own")
    if not given.is_own or own is None:
        return {}
    for name, others in own.model.alternatives.items():
        weights = own.model.layers[name]
        first = weights.forward if isinstance(weights, BidirectionalWeights) else weights
        names = [each for each in OPTIONS if any(getattr(one, each) != getattr(first, each) for one in others)]
        return {
            number: ", ".join(f"{each}={getattr(one, each)!r}" for each in names)
            for number, one in enumerate((first, *others))
        }
    return {}


def vocabulary(given: Given) -> Vocabulary | None:
    """The vocabulary of the model; None if none is known."""
    if (numbers := brought_for("words", given)) is not None:
        return Vocabulary(numbers, PAGE.get("offset"))
    known = None if given.is_own else example_words(given.key)
    return None if known is None else Vocabulary(known, PAGE.get("offset"))


def samples(given: Given) -> Brought | None:
    """The samples that a visitor has brought; None before that."""
    return brought_for("samples", given)


def brought_for(name: str, given: Given) -> Any:
    """What a visitor has brought for this model, as the session keeps it; None if nothing."""
    key, value = PAGE.find(name) or (None, None)
    return value if key == given.of_file else None


def drop_model() -> None:
    """Draws the field for a model's file. It takes every file: its contents tell what it is, and why it is refused."""
    st.file_uploader(
        _("Drop the file of a model"),
        key=PAGE.key("file"),
        on_change=_open,
        max_upload_size=20,
        label_visibility="collapsed",
    )
    st.html(_STYLE)
    show_problem(PAGE.find("file_problem"))
    if PAGE.get("source") == OWN and PAGE.find("own") is None:
        st.info(_("A link cannot hold a file. Drop the file again; until then an example is shown."))


def _open() -> None:
    """Shows the model in the file. If the file is refused, the page stays as it is."""
    problems = read_given(PAGE.key("file"), _use)
    if problems is not None:
        PAGE.set(file_problem=problems[0] if problems else None)


def _use(content: bytes, name: str) -> None:
    with _READING:
        model = read_model(content)
    model.check()
    PAGE.set(own=Given(model, name, uuid.uuid4().hex))
    session.show(PAGE, SETTINGS.defaults() | {"source": OWN, "panel": PAGE.get("panel")})


def drop_inputs(given: Given) -> None:
    """Draws the fields for inputs and a vocabulary from files."""
    entries = entries_of(given.model)
    left, right = st.columns(2, gap="large")
    with left:
        label = _("Inputs from a file: NPY, NPZ, or CSV with a row for each step")
        args = (given,)
        key = PAGE.key("samples_file")
        st.file_uploader(label, type=["npy", "npz", "csv", "txt"], key=key, on_change=_add_samples, args=args)
        show_problem(PAGE.find("samples_problem"))
    if any(entry.rows is not None for entry in entries):
        with right:
            label = _("The vocabulary: word_index as JSON")
            key = PAGE.key("words_file")
            st.file_uploader(label, type=["json"], key=key, on_change=_add_words, args=args)
            show_problem(PAGE.find("words_problem"))


def _add_samples(given: Given) -> None:
    def use(content: bytes, _name: str) -> None:
        PAGE.set(samples=(given.of_file, brought.read(content, entries_of(given.model))))

    add_file("samples", use)


def _add_words(given: Given) -> None:
    def use(content: bytes, _name: str) -> None:
        PAGE.set(words=(given.of_file, typed.read_vocabulary(content)))

    add_file("words", use)


def add_file(name: str, use: Callable[[bytes, str], object]) -> None:
    """Uses a file that was just given to a field, and keeps what is wrong with it; for the field's `on_change`.

    Args:
        name: The name of the field: its key is that of "{name}_file", the problem is kept as "{name}_problem".
        use: See `read_given`.
    """
    problems: list[InputError] | None = read_given(PAGE.key(f"{name}_file"), use)
    if problems is not None:
        PAGE.set(**{f"{name}_problem": problems[0] if problems else None})
