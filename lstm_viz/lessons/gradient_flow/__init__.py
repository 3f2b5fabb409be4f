"""The page Gradient flow: its settings, results, charts and code. Only `in_keras` imports Keras."""
