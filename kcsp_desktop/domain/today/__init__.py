"""What a day asks of the secretary, what comes next, and the figures over meetings."""
