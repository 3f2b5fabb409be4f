"""Every combination of switches, side by side."""

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
"""What may be done to a layer, as the arguments of a call: nothing, turned round, wrapped in a Bidirectional."""
FLAGS = tuple(product((False, True), repeat=2))
"""return_sequences and return_state in every combination."""


@dataclass(frozen=True)
class CombinationRow:
    """A row of the combinations: the arguments that its calls share, whichever the layer.

    Attributes:
        wrap: One of WRAPS.
        return_sequences: As in Keras.
        return_state: As in Keras.
    """

    wrap: int
    return_sequences: bool
    return_state: bool

    def call(self, chosen: Call, layer: str) -> Call:
        """The call of this row, with the layer of a column and all else as it is chosen."""
        flags = {"return_sequences": self.return_sequences, "return_state": self.return_state}
        return replace(chosen, layer=layer, **flags, **WRAPS[self.wrap])  # type: ignore[arg-type]

    @property
    def arguments(self) -> str:
        """What is done to the layer, in Keras's words; "" if nothing is."""
        wrap = WRAPS[self.wrap]
        turned = "go_backwards=True" if wrap["go_backwards"] else ""
        if not wrap["bidirectional"]:
            return turned
        mode = wrap["merge_mode"] if wrap["merge_mode"] == "None" else f'"{wrap["merge_mode"]}"'
        return f"Bidirectional, {turned or f'merge_mode={mode}'}"


ROWS = tuple(CombinationRow(wrap, *flags) for wrap in range(len(WRAPS)) for flags in FLAGS)


def calls_of(chosen: Call, layer: str, wrap: int) -> tuple[Call, ...]:
    """The calls of one layer in one of WRAPS, in the order of FLAGS; the same for any next layer."""
    return tuple(CombinationRow(wrap, *flags).call(Call(units=chosen.units), layer) for flags in FLAGS)


def wrap_of(call: Call) -> int:
    """Which of WRAPS a call is."""
    wanted = {name: getattr(call, name) for name in ALONE} | {"stateful": False}
    if call.bidirectional and call.go_backwards:
        wanted["merge_mode"] = "concat"
    return WRAPS.index(wanted)


def signature(shapes: Shapes | KerasError) -> str:
    """How many tensors come back, and their shapes: "3: (1, 4, 3) (1, 3) (1, 3)"; or the kind of Keras's refusal."""
    if isinstance(shapes, KerasError):
        return shapes.kind
    return f"{len(shapes)}: {' '.join(map(str, shapes))}"


def signatures(shapes: Sequence[Shapes | KerasError]) -> list[str]:
    """Each of several."""
    return [signature(each) for each in shapes]
