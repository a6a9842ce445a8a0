"""The store: opening, saving, reading back, copies."""
