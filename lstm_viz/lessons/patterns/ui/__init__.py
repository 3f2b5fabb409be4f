"""The page Patterns: its controls, its panels, its lessons."""
