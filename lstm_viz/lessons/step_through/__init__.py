"""The page Step through: its settings, its view, its charts and its table."""
