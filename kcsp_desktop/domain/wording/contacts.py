"""Whom to ask about a report, as one line: "Ms A Barden, Head of Wardens, a.barden@abc.example"."""

from __future__ import annotations

import re

from kcsp_desktop.domain.reports import Contact

_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


def is_address(text: str) -> bool:
    """Whether a text has the form of an e-mail address (CHK-16)."""
    return bool(_ADDRESS.fullmatch(text))


def contact_line(contact: Contact) -> str:
    """Return a contact as it is typed."""
    return ", ".join(part for part in (contact.name, contact.post, contact.email) if part)


def understood_contact(line: str) -> Contact | None:
    """Read a line: the name, a post that may have commas, an address at the end if there is one.

    ``None`` where it has no name, or an "@" that is in no address.
    """
    parts = [part.strip() for part in line.split(",") if part.strip()]
    email = parts.pop() if parts and "@" in parts[-1] else ""
    if not parts or (email and not is_address(email)) or any("@" in part for part in parts):
        return None
    return Contact(name=parts[0], post=", ".join(parts[1:]), email=email)
