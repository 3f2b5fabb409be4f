"""The settings of a page. Each is declared once: its values in a link, its bounds, and the texts of its control."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lstm_viz import links
from lstm_viz.ceilings import MAX_SEED
from lstm_viz.data import InputError
from lstm_viz.i18n import N_
from lstm_viz.links import Choice, Field, Several, Switch, Text, Value, Whole

Control = Literal["area", "number", "pills", "segmented", "select_slider", "selectbox", "slider", "text", "toggle"]
USUAL_CONTROL: dict[type, Control] = {
    Choice: "segmented",
    Several: "pills",
    Switch: "toggle",
    Text: "text",
    Whole: "slider",
}
NOT_WITHIN = "The link's “{name}” cannot be “{given}”; it is a whole number from {low} to {high}. Shown: {shown}."

Values = dict[str, Any]
Problems = dict[str, InputError]


@dataclass(frozen=True)
class Setting:
    """One setting of a page. Its texts are English, marked for the catalogue with `N_`; the page translates them.

    Attributes:
        field: Its valid values and its default.
        label: The label of its control; "" without a label.
        titles: Option → label of the option; None if the options themselves are shown.
        help: The help text of its control.
        most: The name of another setting, whose value is the largest valid value; "" without one.
        control: The kind of control that draws it; "" for the usual control of its field.
    """

    field: Field
    label: str = ""
    titles: Mapping[Any, str] | None = None
    help: str = ""
    most: str = ""
    control: Control | Literal[""] = ""

    @property
    def default(self) -> Value:
        """The value of the setting if a link does not name it."""
        return list(self.field.default) if isinstance(self.field, Several) else self.field.default

    @property
    def drawn_as(self) -> Control:
        """The kind of control that draws the setting."""
        return self.control or USUAL_CONTROL[type(self.field)]


SEED = Setting(Whole(0, MAX_SEED, 1), N_("Seed"), control="number")
PREDICT = Setting(
    Switch(False),
    N_("Predict first"),
    help=N_("Hides the answer until you have chosen one, and then says why. No score is kept."),
)
BASELINES = {
    "zeros": N_("zeros"),
    "mean": N_("the mean over the steps"),
    "padding": N_("padding (id 0)"),
    "other": N_("the other sample"),
}
"""What an input can be compared with (`explain.attribution.baselines`) → its title."""
BASELINE = Setting(
    Choice(tuple(BASELINES), "zeros"),
    N_("Baseline input"),
    titles=BASELINES,
    help=N_("What was read is compared with it: it stands for an input that says nothing."),
)

HIDEABLE = {
    "controls": N_("Buttons for the steps"),
    "equations": N_("Formula"),
    "words": N_("In words"),
    "maps": N_("Grids"),
    "b": N_("Sequence B"),
}
CLASSROOM = {
    "teach": Setting(Switch(False)),
    "without": Setting(Several(tuple(HIDEABLE), ()), N_("Hidden"), titles=HIDEABLE),
    "predict": PREDICT,
}
"""The settings of a page whose figure can be shown alone and in large type, for a class. See `app/classroom.py`."""


def _nothing(*_: object) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Settings(Mapping[str, Setting]):
    """All settings of a page. Their names and defaults do not change, so that old links still work.

    Attributes:
        each: Name → setting.
        begin: `begin(values)` returns initial values that depend on other settings. They replace the defaults, but not
            a value in the link.
        settle: `settle(values, ignored, query)` changes values that do not go together, in place, to the nearest values
            that do. It adds a sentence to `ignored` for each changed value that the link names.
        unused: `unused(values)` returns the names of settings that do not affect what is shown. A link holds their
            defaults.
    """

    each: Mapping[str, Setting]
    begin: Callable[[Values], Values] = _nothing
    settle: Callable[[Values, Problems, Mapping[str, str]], object] = _nothing
    unused: Callable[[Mapping[str, Any]], Collection[str]] = _nothing

    def __getitem__(self, name: str) -> Setting:
        return self.each[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.each)

    def __len__(self) -> int:
        return len(self.each)

    def read(self, query: Mapping[str, str]) -> tuple[Values, list[InputError]]:
        """Reads a link. A value that is not valid is replaced by the nearest valid value.

        Args:
            query: The link's names and values. Names that are not settings are skipped.

        Returns:
            A value for each setting, and a sentence for each value of the link that was replaced.
        """
        values, ignored = links.read({name: setting.field for name, setting in self.each.items()}, query)
        values |= {name: value for name, value in self.begin(values).items() if name not in query}
        for name, setting in self.each.items():
            if setting.most and values[name] > (most := values[setting.most]):
                if name in query and name not in ignored:
                    low = self.bounds(name, values)[0]
                    ignored[name] = InputError(NOT_WITHIN, name=name, given=query[name], low=low, high=most, shown=most)
                values[name] = most
        self.settle(values, ignored, query)
        return values, list(ignored.values())

    def link(self, values: Mapping[str, Any]) -> dict[str, str]:
        """The query of a link to these values.

        Args:
            values: Setting name → value. A setting without a value is left out of the link.
        """
        kept = {**values, **{name: self[name].default for name in self.unused(values)}}
        return {name: _written(kept[name]) for name in self.each if name in kept}

    def defaults(self) -> Values:
        """The default of every setting."""
        return {name: setting.default for name, setting in self.each.items()}

    def bounds(self, name: str, values: Mapping[str, Any]) -> tuple[int, int]:
        """The smallest and the largest valid value of a whole number, given the values of the other settings.

        Raises:
            TypeError: If the setting is not a whole number.
        """
        setting = self[name]
        if not isinstance(setting.field, Whole):
            raise TypeError(f"{name} must be a whole number, not a {type(setting.field).__name__}.")
        return setting.field.low, values[setting.most] if setting.most else setting.field.high


def _written(value: Value) -> str:
    return ",".join(value) if isinstance(value, list | tuple) else str(value)
