"""KCSP Desktop: minutes as people speak, notes as the council prints them."""

__version__ = "0.1.0"  # as in pyproject.toml; a test compares them
