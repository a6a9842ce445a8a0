"""Spelling, as far as it needs no dictionary: which words are looked up, and what is known."""
