"""Widgets that edit values, for pages and dialogs alike."""
