"""A session's settings, and the link that holds them all."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import streamlit as st

from lstm_viz.data import InputError

Values = Mapping[str, str | int]
Read = Callable[[Mapping[str, str]], tuple[Mapping[str, str | int], list[InputError]]]


def adopt_link(read: Read, names: Sequence[str]) -> None:
    """Puts a link's values into the controls, unless this session wrote the link itself or has it already.

    Args:
        read: Gives a value for each of `names`, and what of the link was ignored.
        names: The page's names in a link, which are its controls' keys.
    """
    query = {name: value for name, value in st.query_params.to_dict().items() if name in names}
    known = st.session_state.setdefault("known_links", [])
    returning = not query and all(name in st.session_state for name in names)
    if query not in known and not returning:
        values, ignored = read(query)
        show(values)
        st.session_state.update(ignored=ignored, ignored_view=None)
        known.append(query)


def ignored_of_link(view: Hashable) -> list[InputError]:
    """What was ignored of the link that is shown, until another view is chosen than the one it opened."""
    if st.session_state["ignored_view"] is None:
        st.session_state["ignored_view"] = view
    return st.session_state["ignored"] if st.session_state["ignored_view"] == view else []


def show(values: Values) -> None:
    """Puts values into the controls; to be called before these are drawn. The viewer's cursor goes along."""
    st.session_state.update(values)
    st.session_state["jump"] = st.session_state.get("jump", 0) + 1


def write_link(values: Values) -> None:
    """Makes the address in the browser a link to these values."""
    query = {name: str(value) for name, value in values.items()}
    known = st.session_state["known_links"]
    if query not in known:
        known.append(query)
    wanted = query | {"lang": st.session_state["lang"]}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
