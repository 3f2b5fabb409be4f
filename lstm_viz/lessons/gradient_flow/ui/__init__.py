"""The user interface of the page Gradient flow."""
