"""What is asked when an agenda or a record goes out: events, corrections, approval."""
