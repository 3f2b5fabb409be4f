"""The page Patterns: models as plain data, their tasks, and the results of their training."""
