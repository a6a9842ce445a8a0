"""The minute sheet: one text for the item in hand, its blocks, keys and painting."""
