"""Scripts for those who work on the project: finding a browser, making pictures."""
