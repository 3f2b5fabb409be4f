"""The least a Streamlit app can be, to measure ours against."""

import streamlit as st

st.title("An empty app")
