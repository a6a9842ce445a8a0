"""What a colleague or another program takes over: people and abbreviations as files."""
