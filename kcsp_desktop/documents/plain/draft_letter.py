"""A letter as a draft that a mail program opens ready to be sent (``.eml``, RFC 5322).

How this works: ``X-Unsent: 1`` tells Outlook and others that it is to be edited and sent. It has
no date, sender or message id: the program that sends it gives it those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.documents.plain.clean import clean, one_line

if TYPE_CHECKING:
    from email.headerregistry import Address


def draft(to: str, subject: str, text: str) -> bytes:
    """Return a letter in plain text; ``to`` may be empty, and is left out where it is no address.

    Every break in the subject is a space, so that none can begin a header of its own.
    """
    # Not before a letter is asked for: they are slow to import.
    from email.message import EmailMessage
    from email.policy import SMTP

    letter = EmailMessage(policy=SMTP)
    letter["X-Unsent"] = "1"
    if is_address(to):
        letter["To"] = _address(to)
    letter["Subject"] = one_line(subject)
    letter.set_content(clean(text))
    return letter.as_bytes()


_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def is_address(to: str) -> bool:
    """Whether a letter can be addressed to this."""
    from email.errors import MessageError

    if not _ADDRESS.fullmatch(to.strip()):
        return False
    try:
        _address(to)
    except (ValueError, IndexError, MessageError):  # two stops in a row, and the like
        return False
    return True


def _address(to: str) -> Address:
    from email.headerregistry import Address

    return Address(addr_spec=to.strip())
