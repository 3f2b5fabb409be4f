"""The elements of our first page with next to nothing in them: what Streamlit and the browser take for them alone."""

import streamlit as st

CANVASES = """export default ({ parentElement }) => {
    if (parentElement.querySelector('.viewer')) return;
    const viewer = document.createElement('div');
    viewer.className = 'viewer';
    for (let each = 0; each < 6; each += 1) viewer.append(document.createElement('canvas'));
    parentElement.append(viewer);
};"""


def draw() -> None:
    """As many elements of each kind as the first page has."""
    st.title("The elements of the first page")
    st.html("<style>p { margin: 0 }</style>")
    for number in range(6):
        st.page_link(PAGES[number], label=f"Page {number}")
    for number in range(5):
        st.button(f"Button {number}")
    for number in range(4):
        st.segmented_control(f"Row {number}", ["one", "two", "three"])
    for number in range(2):
        st.text_input(f"Text {number}")
    st.toggle("Toggle")
    with st.expander("Line"):
        pass
    with st.container(horizontal=True):
        for number in range(7):
            st.markdown(f"Text {number}")
    st.download_button("File", b"")
    st.components.v2.component("six_canvases", js=CANVASES)()


PAGES = [
    st.Page(draw, title=f"Page {number}", url_path=f"page_{number}", icon=":material/science:", default=number == 0)
    for number in range(13)
]
st.navigation({"": PAGES}, position="top").run()
