"""A session's settings, and the link that holds them all."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import streamlit as st

from lstm_viz.data import InputError

Values = Mapping[str, str | int]
Read = Callable[[Mapping[str, str]], tuple[Mapping[str, str | int], list[InputError]]]


def adopt_link(read: Read, names: Sequence[str]) -> None:
    """Puts a link's values into the controls, when the session opens with it or goes back or forward to it.

    Args:
        read: Gives a value for each of `names`, and what of the link was ignored.
        names: The page's names in a link, which are its controls' keys.
    """
    query = {name: value for name, value in st.query_params.to_dict().items() if name in names}
    written, settings = st.session_state.get("written", (None, None))
    # A click may come with the address before its own last change. So only an address that changed alone is adopted.
    moved = query != written and settings == _settings(names)
    if written is None or (moved and query):
        values, ignored = read(query)
        ignored += st.session_state.pop("ignored_language", [])
        show(values)
        st.session_state.update(ignored=ignored, ignored_view=None)


def ignored_of_link(view: Hashable) -> list[InputError]:
    """What was ignored of the link that is shown, until another view is chosen than the one it opened."""
    if st.session_state["ignored_view"] is None:
        st.session_state["ignored_view"] = view
    return st.session_state["ignored"] if st.session_state["ignored_view"] == view else []


def show(values: Values) -> None:
    """Puts values into the controls; to be called before these are drawn. The viewer's cursor goes along."""
    st.session_state.update(values)
    st.session_state["jump"] = st.session_state.get("jump", 0) + 1


def write_link(values: Values, names: Sequence[str]) -> None:
    """Makes the address in the browser a link to these values.

    Args:
        values: What is shown, a value for each of `names`.
        names: As in `adopt_link`.
    """
    query = {name: str(values[name]) for name in names}
    st.session_state["written"] = (query, _settings(names))
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def _settings(names: Sequence[str]) -> dict[str, object]:
    return {name: st.session_state.get(name) for name in names}
