"""All combinations of the switches, for a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import MERGE_MODES, Call

Shapes = tuple[tuple[int, ...], ...]

ALONE = {"go_backwards": False, "bidirectional": False, "merge_mode": "concat", "stateful": False}
WRAPS: tuple[dict[str, object], ...] = (
    ALONE,
    {**ALONE, "go_backwards": True},
    *({**ALONE, "bidirectional": True, "merge_mode": mode} for mode in MERGE_MODES),
    {**ALONE, "bidirectional": True, "go_backwards": True},
)
"""Ways to use a layer, as arguments of a call: alone, with `go_backwards`, or in a Bidirectional."""
FLAGS = tuple(product((False, True), repeat=2))
"""All combinations of `return_sequences` and `return_state`."""


@dataclass(frozen=True)
class CombinationRow:
    """A row of the table: the arguments that its calls share, for all layers.

    Attributes:
        wrap: A position in WRAPS.
        return_sequences: See Keras.
        return_state: See Keras.
    """

    wrap: int
    return_sequences: bool
    return_state: bool

    def call(self, chosen: Call, layer: str) -> Call:
        """The call of this row with the layer of a column. Its other arguments are those of the chosen call."""
        flags = {"return_sequences": self.return_sequences, "return_state": self.return_state}
        return replace(chosen, layer=layer, **flags, **WRAPS[self.wrap])  # type: ignore[arg-type]

    @property
    def arguments(self) -> str:
        """The arguments of this row as code; "" if all have Keras's defaults."""
        wrap = WRAPS[self.wrap]
        turned = "go_backwards=True" if wrap["go_backwards"] else ""
        if not wrap["bidirectional"]:
            return turned
        mode = wrap["merge_mode"] if wrap["merge_mode"] == "None" else f'"{wrap["merge_mode"]}"'
        return f"Bidirectional, {turned or f'merge_mode={mode}'}"


ROWS = tuple(CombinationRow(wrap, *flags) for wrap in range(len(WRAPS)) for flags in FLAGS)


def calls_of(chosen: Call, layer: str, wrap: int) -> tuple[Call, ...]:
    """The calls of one layer with one of WRAPS, in the order of FLAGS, without the next layer."""
    return tuple(CombinationRow(wrap, *flags).call(Call(units=chosen.units), layer) for flags in FLAGS)


def wrap_of(call: Call) -> int:
    """The position in WRAPS of a call's arguments."""
    wanted = {name: getattr(call, name) for name in ALONE} | {"stateful": False}
    if call.bidirectional and call.go_backwards:
        wanted["merge_mode"] = "concat"
    return WRAPS.index(wanted)


def signature(shapes: Shapes | KerasError) -> str:
    """The number of returned tensors and their shapes: "3: (1, 4, 3) (1, 3) (1, 3)"; or the kind of the Keras error."""
    if isinstance(shapes, KerasError):
        return shapes.kind
    return f"{len(shapes)}: {' '.join(map(str, shapes))}"


def signatures(shapes: Sequence[Shapes | KerasError]) -> list[str]:
    """The signature of each call."""
    return [signature(each) for each in shapes]
