"""What a body's short name may be: it stands in references such as "KCSP/2021-11-18"."""

from __future__ import annotations


def short_name_refused(short_name: str) -> str:
    """Say in a sentence what is wrong with a short name, or nothing."""
    if not short_name:
        return "A short name is needed: it is how the body's meetings are called."
    if "/" in short_name or any(letter.isspace() for letter in short_name):
        return "A short name has no slash and no spaces: it stands in KCSP/2021-11-18."
    return ""
