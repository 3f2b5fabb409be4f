"""The page Your model: a model that a visitor brings, its layers, and the gates of its recurrent layers."""
