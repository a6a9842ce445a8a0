"""A letter as a draft that a mail program opens ready to be sent (``.eml``, RFC 5322).

How this works: ``X-Unsent: 1`` tells Outlook and others that it is to be edited and sent. It takes
a public edition, so that no restricted detail can be in it: of a restricted item there is its
title, as on every agenda.
"""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from kcsp_desktop.documents.names import named
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ItemId


def chaser(edition: Edition, item_id: ItemId, to: str, deadline: date | None) -> bytes:
    """Return a letter that asks for the report of an item; ``to`` may be empty."""
    if edition.audience is not Audience.PUBLIC:
        raise ValueError(edition.audience)
    item = next(one for one in edition.items if one.item.id == item_id)
    meeting = f"the {edition.body.name} on {spoken(edition.details.date)}"
    title = item.item.title.strip() or "no title yet"
    due = f" It was asked for by {spoken(deadline)}." if deadline else ""
    text = (
        "Hello,\n\n"
        f"the report for item {item.code}, {title}, of {meeting} has not reached me yet.{due}\n\n"
        "Please send it as a Word or PDF file by return, or tell me when I may expect it.\n\n"
        "Thank you.\n"
    )
    name = edition.details.contact.strip()
    signed = "".join(f"{line}\n" for line in (name, edition.details.contact_phone.strip()) if line)
    subject = f"Report for {edition.body.short_name}, item {item.code}: {title}"
    return draft(to, subject, f"{text}\n{signed}" if signed else text)


def draft(to: str, subject: str, text: str) -> bytes:
    """Return a letter that is ready to be sent; the sender is whoever opens it."""
    letter = EmailMessage(policy=SMTP)
    letter["X-Unsent"] = "1"
    if to.strip():
        letter["To"] = _address(to.strip())
    letter["Subject"] = " ".join(subject.split())
    letter.set_content(text)
    return letter.as_bytes()


def _address(to: str) -> Address:
    try:
        return Address(addr_spec=to)
    except (ValueError, IndexError) as error:
        raise KcspError(
            f"“{to}” is no e-mail address.", todo="Mend it in the report, Author's e-mail."
        ) from error


def chaser_name(edition: Edition, item_id: ItemId) -> str:
    """Return "KCSP Chaser 2024-03-14 B1.eml"."""
    item = next(one for one in edition.items if one.item.id == item_id)
    return named(edition, "Chaser", item.code).removesuffix(".docx") + ".eml"
