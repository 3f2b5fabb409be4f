"""What the page What it returns is made of."""
