"""What the page Memory lab shows: what is trained, what is looked at, and what is broken. No Streamlit, no Keras."""
