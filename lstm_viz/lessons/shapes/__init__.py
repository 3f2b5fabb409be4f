"""How data become [samples, timesteps, features], for the page Shapes."""
