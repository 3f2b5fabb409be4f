"""The page Gradient flow: its controls, its panels, its lessons."""
