"""Interactive drawings, made from data: a network unrolled over time, and an array as a block.

The data need no Streamlit; `component` draws them in the app.
"""
