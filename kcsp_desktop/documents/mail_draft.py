"""The letter that asks for a report, as a draft (``plain.draft_letter``).

It takes a public edition, so that no restricted detail can be in it: of a restricted item there is
its title, as on every agenda.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.names import named
from kcsp_desktop.documents.plain.draft_letter import draft, is_address
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
    if to.strip() and not is_address(to):
        raise KcspError(
            f"“{to.strip()}” is no e-mail address.", todo="Mend it in the report, Author's e-mail."
        )
    return draft(to, subject, f"{text}\n{signed}" if signed else text)


def chaser_name(edition: Edition, item_id: ItemId) -> str:
    """Return "KCSP Chaser 2024-03-14 B1.eml"."""
    item = next(one for one in edition.items if one.item.id == item_id)
    return named(edition, "Chaser", item.code).removesuffix(".docx") + ".eml"
