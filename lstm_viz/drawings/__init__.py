"""Interactive drawings made from data: the unrolled picture, and an array as a block. `component` draws them in the app."""
