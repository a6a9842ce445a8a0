"""Meetings of a size, with text that is made up but always the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, plain
from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
from kcsp_desktop.store.opening import open_store
from tests.builders import a_meeting, a_record, an_item, some_details

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

LETTERS = 300  # of a paragraph, as in the trials of the sheet
SIZES = ((15, 120), (100, 3000))  # items and paragraphs of a usual meeting and of a huge one

_WORDS = (
    "the", "of", "and", "to", "that", "a", "in", "for", "was", "were", "be", "been", "had", "on",
    "with", "by", "at", "from", "as", "it", "its", "they", "this", "members", "officers",
    "partnership", "borough", "county", "parish", "wardens", "crossing", "footpath", "verge",
    "hedge", "report", "update", "survey", "grant", "budget", "scheme", "season", "traffic",
    "lighting", "drainage", "allotment", "library", "asked", "noted", "welcomed", "explained",
    "outlined", "considered", "confirmed", "suggested", "reminded", "thanked", "before", "after",
    "during", "between", "towards", "because", "although", "whether", "further", "annual",
    "local", "public",
)  # fmt: skip


def paragraphs(count: int, letters: int = LETTERS) -> list[str]:
    """Return so many paragraphs of about so many letters."""
    random = Random(1)
    return [_paragraph(random, letters) for _ in range(count)]


def _paragraph(random: Random, letters: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < letters:
        words.append(random.choice(_WORDS))
    return f"{' '.join(words).capitalize()}."


def meeting_of(items: int, count: int, meeting_id: str = "meeting-1") -> Meeting:
    """Return a meeting of ``items`` that share ``count`` paragraphs."""
    texts = iter(paragraphs(count))
    made = [
        an_item(
            number,
            blocks=tuple(
                Block(id=BlockId(f"block-{number}-{n}"), runs=plain(next(texts)))
                for n in range(count // items)
            ),
        )
        for number in range(1, items + 1)
    ]
    whole = a_meeting(tuple(made))
    return whole if meeting_id == whole.id else _with_ids(whole, meeting_id)


def meeting_with(blocks: int, whole: int) -> Meeting:
    """Return a meeting of ``whole`` paragraphs whose first item has so many of them.

    The others have thirty each; with ``whole`` the same as ``blocks`` there are none.
    """
    first = meeting_of(1, blocks)
    others = meeting_of((whole - blocks) // 30, whole - blocks) if whole > blocks else None
    if others is None:
        return first
    moved = tuple(
        replace(
            item,
            id=ItemId(f"other-{item.id}"),
            blocks=tuple(replace(b, id=BlockId(f"other-{b.id}")) for b in item.blocks),
        )
        for item in others.items
    )
    return replace(first, items=(*first.items, *moved))


def _with_ids(meeting: Meeting, meeting_id: str) -> Meeting:
    """Return the meeting once more under ids of its own."""
    same = a_meeting(0, id=MeetingId(meeting_id))
    sections = {old.id: new.id for old, new in zip(meeting.sections, same.sections, strict=True)}
    return replace(
        same,
        items=tuple(
            replace(
                item,
                id=f"{meeting_id}-{item.id}",
                section_id=sections[item.section_id],
                blocks=tuple(
                    replace(block, id=BlockId(f"{meeting_id}-{block.id}")) for block in item.blocks
                ),
            )
            for item in meeting.items
        ),
    )


def years(count: int) -> Record:
    """Return so many years of monthly meetings, some five hundred blocks a year."""
    meetings = []
    for number in range(12 * count):
        made = meeting_of(8, 40, f"meeting-{number}")
        day = date(2006, 1, 12) + timedelta(days=30 * number)
        meetings.append(replace(made, details=some_details(day)))
    return a_record(*meetings)


def store_of(path: Path, record: Record) -> Path:
    """Make a store of a record and return its path."""
    store = open_store(path)
    store.save(record)
    store.close()
    return path
