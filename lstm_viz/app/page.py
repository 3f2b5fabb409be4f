"""The settings of a page in the session, and the controls that change them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from lstm_viz.app.language import _, language
from lstm_viz.data import InputError
from lstm_viz.links import Whole
from lstm_viz.settings import Settings


def _nothing() -> dict[str, str]:
    return {}


@dataclass(frozen=True)
class Page:
    """A page and its settings in the session.

    Attributes:
        settings: The settings, as declared.
        prefix: The beginning of the keys of its controls, since two pages may both have a setting "units".
        implied: Returns settings that a link has without naming them.
        name: The name of its script in the folder pages/.
        first: The link that an address without any setting stands for, if that does not open the defaults.
    """

    settings: Settings
    prefix: str = ""
    implied: Callable[[], Mapping[str, str]] = _nothing
    name: str = ""
    first: Mapping[str, str] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """The key of a control and of its value in the session."""
        return self.prefix + name

    def get(self, name: str) -> Any:
        """The value of a setting."""
        return st.session_state[self.key(name)]

    def find(self, name: str) -> Any:
        """A value that the session keeps for the page, of a setting or not; None if it is not set."""
        return st.session_state.get(self.key(name))

    def set(self, **values: object) -> None:
        """Sets values in the session. Streamlit allows it for a setting only before its control is drawn."""
        st.session_state.update({self.key(name): value for name, value in values.items()})

    def values(self) -> dict[str, Any]:
        """The value of each setting."""
        return {name: self.find(name) for name in self.settings}

    def read(self, query: Mapping[str, str]) -> tuple[dict[str, Any], list[InputError]]:
        """The settings of a link and what was ignored of it; see `Settings.read`."""
        return self.settings.read({**self.implied(), **query})

    def fit(self) -> None:
        """Reduces each whole number to the setting that bounds it, if there is one."""
        for name, setting in self.settings.items():
            if setting.most:
                self.set(**{name: min(self.get(name), self.get(setting.most))})

    def draw(self, name: str, **changed: Any) -> Any:
        """Draws a setting's control.

        Args:
            name: The name of the setting.
            **changed: Values that replace those of the setting: `label`, `help` and `titles` (in the session's
                language), `options`, `low`, `high`, `control`; and further arguments of Streamlit's function.

        Returns:
            The value that is chosen.
        """
        setting = self.settings[name]
        label, help_text = changed.pop("label", _(setting.label)), changed.pop("help", setting.help and _(setting.help))
        given = {"key": self.key(name), "persist_state": "session", "help": help_text or None, **changed}
        return DRAW[given.pop("control", setting.drawn_as)](self, name, label, given)

    def bounds(self, name: str) -> tuple[int, int]:
        """The smallest and the largest value of a whole number that is valid now."""
        most = self.settings[name].most
        return self.settings.bounds(name, {most: self.get(most)} if most else {})

    def titles(self, name: str) -> dict[Any, str]:
        """The options of a setting, each with its title in the session's language."""
        setting = self.settings[name]
        if isinstance(setting.field, Whole):
            low, high = self.bounds(name)
            return {number: str(number) for number in range(low, high + 1)}
        titles = setting.titles or {}
        options = getattr(setting.field, "options", ())
        return {option: _(titles[option]) if option in titles else str(option) for option in options}

    def told(self, name: str) -> str:
        """A setting and its value in words; "" for one that has no words, as the cursor of a viewer."""
        setting, value = self.settings[name], self.get(name)
        if isinstance(value, bool):
            value = _("on") if value else _("off")
        elif setting.titles or isinstance(value, list):
            value = ", ".join(self.titles(name)[each] for each in (value if isinstance(value, list) else [value]))
        if not setting.label:
            return value if setting.titles else ""
        return f"{_(setting.label)} {value}"


def selectbox(label: str, options: Sequence[Any], *, key: str, **given: Any) -> Any:
    """Draws a `st.selectbox` whose choice is in the session's language.

    Streamlit 1.67 leaves the text of a choice as it is when only the titles of the options change. It draws a choice
    again that is set again.
    """
    spoken = st.session_state.get(f"{key}_language")
    if spoken not in (None, language()) and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    st.session_state[f"{key}_language"] = language()
    return st.selectbox(label, options, key=key, **({"placeholder": ""} | given))


def _titled(page: Page, name: str, given: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The options of a control, and its other arguments with a function that gives the titles of the options."""
    titles = given.pop("titles", None) or page.titles(name)
    options = list(given.pop("options", titles))
    return options, {"format_func": lambda option: titles.get(option, str(option)), **given}


def _row(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    options, given = _titled(page, name, given)
    return st.segmented_control(label, options, required=True, wrap=True, **given)


def _pills(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    options, given = _titled(page, name, given)
    return st.pills(label, options, wrap=True, **given)


def _select_slider(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    options, given = _titled(page, name, given)
    return st.select_slider(label, options, **given)


def _selectbox(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    options, given = _titled(page, name, given)
    return selectbox(label, options, **given)


def _within(page: Page, name: str, given: dict[str, Any]) -> tuple[int, int, dict[str, Any]]:
    low, high = page.bounds(name)
    return given.pop("low", low), given.pop("high", high), given


def _slider(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    low, high, given = _within(page, name, given)
    return st.slider(label, low, high, **given)


def _number(page: Page, name: str, label: str, given: dict[str, Any]) -> Any:
    low, high, given = _within(page, name, given)
    return st.number_input(label, low, high, step=1, **given)


DRAW: dict[str, Callable[[Page, str, str, dict[str, Any]], Any]] = {
    "area": lambda _page, _name, label, given: st.text_area(label, **given),
    "number": _number,
    "pills": _pills,
    "segmented": _row,
    "select_slider": _select_slider,
    "selectbox": _selectbox,
    "slider": _slider,
    "text": lambda _page, _name, label, given: st.text_input(label, **given),
    "toggle": lambda _page, _name, label, given: st.toggle(label, **given),
}
