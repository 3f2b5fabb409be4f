"""The settings of a page, each declared once: what a link may hold of it, its bounds, and what its control says."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lstm_viz import links
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
TOO_LARGE = "The link's “{name}” cannot be “{given}”; it is a whole number from {low} to {high}. Shown: {shown}."

Values = dict[str, Any]
Problems = dict[str, InputError]


@dataclass(frozen=True)
class Setting:
    """A setting. Its texts are English, marked for the catalogue with `N_`; the page translates them.

    Attributes:
        field: What it may be, and its default.
        label: What its control is called; "" if it has none.
        titles: What each option is called; None: as it is written.
        help: What the control explains on demand.
        most: The setting that it may not exceed.
        control: Which kind of control draws it; "" for the usual one of its field.
    """

    field: Field
    label: str = ""
    titles: Mapping[Any, str] | None = None
    help: str = ""
    most: str = ""
    control: Control | Literal[""] = ""

    @property
    def default(self) -> Value:
        """Its value without a link."""
        return list(self.field.default) if isinstance(self.field, Several) else self.field.default

    @property
    def drawn_as(self) -> Control:
        """The kind of control that draws it."""
        return self.control or USUAL_CONTROL[type(self.field)]


MAX_SEED = 999_999
SEED = Setting(Whole(0, MAX_SEED, 1), N_("Seed"), control="number")
PREDICT = Setting(
    Switch(False),
    N_("Predict first"),
    help=N_("Hides the answer until you have said what you expect, and tells why it is so. No score is kept."),
)


def _nothing(*_: object) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Settings(Mapping[str, Setting]):
    """All settings of a page. Their names and defaults are a promise: a link of today opens tomorrow.

    Attributes:
        each: Name → setting.
        begin: Of values, those that hang on others and begin otherwise than by default; a link that names them wins.
        settle: Changes values that do not go together to the nearest that do, in place, and adds a sentence for each
            that the link asked for: `settle(values, ignored, query)`.
        unused: Of values, the names that have no part in what is shown; a link has their defaults.
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
        """The nearest valid values to a link.

        Args:
            query: The link's names and values. Names that are no setting are left alone.

        Returns:
            A value for each setting, and a sentence for each part of the link that was ignored.
        """
        values, ignored = links.read({name: setting.field for name, setting in self.each.items()}, query)
        values |= {name: value for name, value in self.begin(values).items() if name not in query}
        for name, setting in self.each.items():
            if setting.most and values[name] > (most := values[setting.most]):
                if name in query and name not in ignored:
                    low = self.bounds(name, values)[0]
                    ignored[name] = InputError(TOO_LARGE, name=name, given=query[name], low=low, high=most, shown=most)
                values[name] = most
        self.settle(values, ignored, query)
        return values, list(ignored.values())

    def link(self, values: Mapping[str, Any]) -> dict[str, str]:
        """What a link to these values holds.

        Args:
            values: By name; those that are missing are left out of the link.
        """
        kept = {**values, **{name: self[name].default for name in self.unused(values)}}
        return {name: _written(kept[name]) for name in self.each if name in kept}

    def defaults(self) -> Values:
        """The values without a link."""
        return {name: setting.default for name, setting in self.each.items()}

    def bounds(self, name: str, values: Mapping[str, Any]) -> tuple[int, int]:
        """The least and the largest value of a whole number, as the others are now.

        Raises:
            TypeError: If the setting is none.
        """
        setting = self[name]
        if not isinstance(setting.field, Whole):
            raise TypeError(f"{name} must be a whole number, not a {type(setting.field).__name__}.")
        return setting.field.low, values[setting.most] if setting.most else setting.field.high


def _written(value: Value) -> str:
    return ",".join(value) if isinstance(value, list | tuple) else str(value)
