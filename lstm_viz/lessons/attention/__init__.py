"""The page Attention: where an encoder–decoder looks while it answers."""
