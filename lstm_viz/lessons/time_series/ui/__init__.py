"""The page Time series: its controls, its training, its panels, its lessons."""
