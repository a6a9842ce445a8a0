"""Letters that no file of ours may hold: control characters, halves of letters."""

from __future__ import annotations

import re

# What XML 1.0 has no place for; a form feed pasted from a PDF must not spoil a document.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return text that every kind of file can hold; each break of a line is a line feed."""
    if text.isprintable():
        return text
    return _BREAKS.sub("\n", FORBIDDEN.sub("", text))


def one_line(text: str) -> str:
    """Return clean text with single spaces and no break."""
    return " ".join(clean(text).split())
