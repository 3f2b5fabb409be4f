"""Interactive drawings, made from data: a network unrolled over time, and an array as a block.

The data can be made anywhere; `component` draws them in the app.
"""
