"""What comes before a meeting: its pattern, its day, its notice, what is due for it."""
