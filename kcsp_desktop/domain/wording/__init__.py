"""What stands ready while the secretary types: names, usual resolutions, words for a date."""
