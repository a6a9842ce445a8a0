"""The extract of one minute in Word: the head of the record, and the item as it stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.record import minute, opening, when
from kcsp_desktop.documents.registers.heads import head
from kcsp_desktop.domain.blocks import Visibility, plain
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition, EditionItem
    from kcsp_desktop.domain.ids import ItemId


def extract(edition: Edition, item_id: ItemId) -> Document:
    """Return the extract of an item; raises ``KcspError`` where it is not minuted."""
    item = minuted(edition, item_id)
    word = edition.body.record_word
    _, _, held = opening(edition).partition(" ")
    marks = (*["DRAFT"] * edition.draft, *["RESTRICTED"] * is_closed(edition, item))
    sentence = f"EXTRACT from the {word.lower()} {held}"
    heading = "RESTRICTED ITEMS" if item.restricted else "UNRESTRICTED ITEMS"
    title = f"Extract from the {word.lower()} of the {edition.body.name}"
    return Document(
        title=f"{title}, {printed(edition.details.date)}, minute {item.number}",
        dated=when(edition),
        parts=(
            *head((edition,), sentence, *marks),
            Part(style=Style.HEADING, runs=plain(heading)),
            *minute(edition, item),
        ),
    )


def minuted(edition: Edition, item_id: ItemId) -> EditionItem:
    """Return the item of that id; raises ``KcspError`` where it has no minute."""
    item = next(one for one in edition.items if one.item.id == item_id)
    if not item.number:
        raise KcspError(
            f"Item {item.code} is not minuted.",
            "There is nothing to make an extract of.",
            "Say under Agenda that it is minuted.",
        )
    return item


def is_closed(edition: Edition, item: EditionItem) -> bool:
    """Whether an extract holds what the public may not read."""
    if edition.audience is Audience.PUBLIC:
        return False
    return item.restricted or any(
        one.block.visibility is Visibility.RESTRICTED for one in item.blocks
    )
