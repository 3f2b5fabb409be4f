"""The page Stateful."""
