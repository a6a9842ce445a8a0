"""What stands ready while the secretary types."""
