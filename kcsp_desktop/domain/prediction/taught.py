"""Which texts a memory may be given, each with its kind of block.

How this works: the record's and the meeting's memory are taught from editions for the public, so
the one filter of ``disclosure`` has been before, and what a restricted item or a private note
says is not there to be learnt. A restricted item's own memory is taught from the item, and asked
only while that item is in hand. Names and titles of the day are of the agenda and the list of
attendance, which are printed for everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.people import first_mention, listed, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.domain.people import Person

TITLE = "title"
NAME = "name"


def public_texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield what everybody may read of a meeting: names, titles and blocks."""
    if edition.audience is not Audience.PUBLIC:
        raise ValueError("Completion learns from public editions only.")
    for row in edition.attendance:
        yield from name_texts(row.name, row.post)
    for item in edition.items:
        yield item.item.title, TITLE
        for one in item.blocks:
            yield one.block.text, one.block.kind


def own_texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    """Yield a restricted item's own blocks, for the time it is in hand; no private note."""
    for block in item.blocks:
        if block.kind is not BlockKind.PRIVATE_NOTE:
            yield block.text, block.kind


def room_texts(
    people: Iterable[Person], titles: Iterable[str], phrases: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield what the day brings: people in the room, titles of the agenda, usual phrases."""
    for person in people:
        yield listed(person), NAME
        yield first_mention(person), NAME  # once it stands in the meeting, that says more
    for title in titles:
        yield title, TITLE
    for phrase in phrases:
        yield phrase, ""


def name_texts(name: str, post: str = "") -> Iterator[tuple[str, str]]:
    """Yield a name of a list, as it stands there and as the text has it: "Mr Quelch (Clerk)"."""
    parts = understood(name)
    mention = f"{parts['honorific']} {parts['surname']}" if parts["honorific"] else name
    yield name, NAME
    yield (f"{mention} ({post})" if post else mention), NAME
