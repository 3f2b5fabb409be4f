"""What the page Step through shows: its view, its link, its table."""
