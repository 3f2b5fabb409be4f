"""What the page Gradient flow shows: its settings, its results, its link, its table. No Keras."""
