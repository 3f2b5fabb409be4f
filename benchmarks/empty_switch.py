"""The least a Streamlit app with a switch can be, to measure ours against."""

import streamlit as st

st.title("An empty app")
st.text(f"The switch is {st.toggle('switch')}")
