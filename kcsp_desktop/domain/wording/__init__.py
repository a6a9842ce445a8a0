"""What stands ready while the secretary types: abbreviations, names, usual words."""
