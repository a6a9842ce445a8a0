"""Everything that comes in, turned into domain values; nothing here writes."""
