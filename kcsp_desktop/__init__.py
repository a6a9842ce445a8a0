"""KCSP Desktop: minutes as people speak, notes as the council prints them."""
