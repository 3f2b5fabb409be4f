"""The page Shapes: how data become an array of [samples, timesteps, features]."""
