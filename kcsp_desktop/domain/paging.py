"""On which pages of the pack the papers of an agenda stand (house-format 3).

How this works: ``placed`` walks the open items in agenda order. Each document begins on a
right-hand, odd page and is filled up to an even one, so that the next begins on the right too.
What is restricted is in no public pack and is never counted. Must stay in step: the pack (puts
the files together in this order, with these fillers), ``documents/agenda`` (prints the ranges).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import ItemId, PaperId
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, in_order, is_restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_RANGE = re.compile(r"(?:pages?\s+)?(\d{1,5})\s*[-\u2013]\s*(\d{1,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A range of pages of the pack, the filler at its end included."""

    first: int
    last: int

    @property
    def printed(self) -> str:
        """As it stands on the agenda, without brackets: "7 - 46"."""
        return f"{self.first} - {self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document in the pack; ``paper_id`` ``None`` is the record up for approval, our own.

    ``fillers`` is 1 where its last page is an added one: "This page is intentionally left blank".
    """

    item_id: ItemId
    paper_id: PaperId | None
    pages: Pages
    fillers: int


def open_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items whose papers are public, in agenda order: what ``placed`` walks."""
    return tuple(item for item in in_order(meeting) if not is_restricted(meeting, item))


def placed(
    items: Iterable[AgendaItem], own: Mapping[ItemId, int] | None = None
) -> tuple[Placed, ...]:
    """Return where each document of open ``items`` stands.

    ``own`` has how many pages a document of ours has that stands before an item's papers. After
    a paper whose pages nobody has counted yet nothing is placed: it would be guessed.
    """
    out: list[Placed] = []
    upcoming = 1
    for item in items:
        documents = tuple(_documents(item, own or {}))
        if not documents:
            upcoming = max(upcoming, _after_typed(item.pages))
        for paper_id, count in documents:
            if not count:
                return tuple(out)
            last = upcoming + count - 1 + count % 2
            pages = Pages(first=upcoming, last=last)
            out.append(Placed(item_id=item.id, paper_id=paper_id, pages=pages, fillers=count % 2))
            upcoming = last + 1
    return tuple(out)


def _documents(item: AgendaItem, own: Mapping[ItemId, int]) -> Iterator[tuple[PaperId | None, int]]:
    if item.id in own:
        yield None, own[item.id]
    for paper in item.papers:
        if not paper.restricted:
            yield paper.id, paper.pages


def _after_typed(pages: str) -> int:
    """Return the odd page behind a range that was typed ("1 - 6" is followed by 7); 0: none."""
    found = _RANGE.fullmatch(pages.strip())
    return int(found[2]) + 1 + int(found[2]) % 2 if found else 0


def page_ranges(
    items: Iterable[AgendaItem], own: Mapping[ItemId, int] | None = None
) -> dict[ItemId, Pages]:
    """Return the range of each open item that has one: all of its documents, or as typed."""
    items = tuple(items)
    out: dict[ItemId, Pages] = {}
    uncounted = {item.id for item in items if not all(n for _, n in _documents(item, own or {}))}
    for one in placed(items, own):
        begin = out.get(one.item_id, one.pages)
        if one.item_id not in uncounted:
            out[one.item_id] = Pages(first=begin.first, last=one.pages.last)
    for item in items:
        typed = _RANGE.fullmatch(item.pages.strip())
        if item.id not in out and typed:
            out[item.id] = Pages(first=int(typed[1]), last=int(typed[2]))
    return out
