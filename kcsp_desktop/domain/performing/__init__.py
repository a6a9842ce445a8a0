"""Performing edits: the record after one, and the edits that undo it."""
