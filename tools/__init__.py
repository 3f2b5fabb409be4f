"""Scripts for those who work on the project: they train what the app ships, and make its pictures and its site."""
