"""The notes of a meeting as parts: the house format, word by word (house-format 5 and 6)."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.domain.attendance import Capacity, names_as, present_names, sentence
from kcsp_desktop.domain.blocks import (
    BOLD,
    ITALIC,
    RESOLUTION_PARTS,
    BlockKind,
    Runs,
    Vote,
    normalised,
    plain,
    split_runs,
)
from kcsp_desktop.domain.dates import printed, printed_with_weekday
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.wording.voting import recorded, voted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.disclosure import Edition, EditionBlock, EditionItem

_STYLES = {
    BlockKind.PARAGRAPH: Style.PARAGRAPH,
    BlockKind.PLAIN: Style.PLAIN,
    BlockKind.LETTER: Style.LETTER,
    BlockKind.BULLET: Style.BULLET,
    BlockKind.SUB_BULLET: Style.SUB_BULLET,
    BlockKind.RESOLUTION: Style.RESOLUTION,
    BlockKind.CLAUSE: Style.CLAUSE,
    BlockKind.CLAUSE_BULLET: Style.CLAUSE_BULLET,
    BlockKind.POST_MEETING_NOTE: Style.POST_MEETING_NOTE,
}


def notes(edition: Edition) -> Document:
    """Return the notes. Raises ``KcspError`` where a heading would have a hole."""
    return Document(
        title=notes_title(edition),
        dated=when(edition),
        parts=tuple(_parts(edition)),
    )


def when(edition: Edition) -> datetime:
    """Return what a document of this meeting is dated by: never the clock."""
    return datetime.combine(edition.details.date, edition.details.start or time(0, 0))


def without_venue() -> KcspError:
    """Return the refusal of a document that would not say where."""
    return KcspError(
        "The venue is not set.",
        "The heading would have a hole where the place belongs.",
        "Fill in the venue under Details, or choose online there.",
    )


def notes_title(edition: Edition) -> str:
    """Return the document's title: "Notes of the … of 18 November 2021", DRAFT until approved."""
    word = edition.body.record_word.capitalize()
    day = printed(edition.details.date)
    title = f"{word} of the {edition.body.name}, {day}"
    return f"DRAFT {title}" if edition.draft else title


def opening(edition: Edition) -> str:
    """Return "NOTES of a meeting of the … held in the … on Thursday, 18 November 2021."."""
    details = edition.details
    if details.mode is not Mode.ONLINE and not details.venue.strip():
        raise without_venue()
    venue = details.venue.strip()
    match details.mode:
        case Mode.ONLINE:
            place = "online"
        case Mode.HYBRID:
            place = f"in the {_without_article(venue)} and online"
        case _:
            place = f"in the {_without_article(venue)}"
    return (
        f"{edition.body.record_word.upper()} of a meeting of the {edition.body.name} held {place} "
        f"on {printed_with_weekday(details.date)}."
    )


def _without_article(venue: str) -> str:
    return venue[4:] if venue.lower().startswith("the ") else venue


def _parts(edition: Edition) -> Iterator[Part]:
    body = edition.body
    if body.authority.strip():
        yield Part(style=Style.COUNCIL, runs=plain(body.authority.upper()))
    yield Part(style=Style.BODY, runs=plain(body.name.upper()))
    if edition.draft:
        yield Part(style=Style.DRAFT, runs=plain("DRAFT"))
    yield Part(style=Style.OPENING, runs=plain(opening(edition)))
    yield from _attendance(edition)
    yield from _items(edition)


def _attendance(edition: Edition) -> Iterator[Part]:
    rows = edition.attendance
    lines = [
        ("PRESENT", sentence(present_names(edition.body, rows))),
        ("ALSO PRESENT", sentence(names_as(Capacity.ALSO_PRESENT, rows))),
    ]
    if edition.body.print_apologies:
        absent = tuple(row.name for row in rows if row.capacity is Capacity.APOLOGIES)
        lines.append(("APOLOGIES", sentence(absent)))
    lines.append(("IN ATTENDANCE", sentence(names_as(Capacity.IN_ATTENDANCE, rows))))
    for label, names in lines:
        if names:
            yield Part(style=Style.ATTENDANCE, runs=((f"{label}:", BOLD), (f" {names}", 0)))


def _items(edition: Edition) -> Iterator[Part]:
    """Yield the minuted items under what they are: a restricted one never as unrestricted alone.

    Restricted items among others have a heading where the body wants it; open items that follow
    such a heading get theirs again (house-format 5).
    """
    items = [item for item in edition.items if item.number]
    told = edition.body.print_restricted_heading or all(item.restricted for item in items)
    former = ""
    for item in items:
        heading = "RESTRICTED ITEMS" if told and item.restricted else "UNRESTRICTED ITEMS"
        if heading != former:
            yield Part(style=Style.HEADING, runs=plain(heading))
        former = heading
        yield from _item(edition, item)


def _item(edition: Edition, item: EditionItem) -> Iterator[Part]:
    if not item.item.title.strip():
        raise KcspError(
            f"Item {item.code} has no title.",
            "Its minute would have a number and no heading.",
            "Give it a title under Agenda, or take it out of the minutes there.",
        )
    yield Part(style=Style.MINUTE, runs=plain(item.item.title.strip()), number=item.number)
    yield Part(style=Style.ITEM_LINE, runs=((f"(Item {item.code})", ITALIC),))
    vote: Vote | None = None
    for block in item.blocks:
        if block.block.kind is BlockKind.RESOLUTION or block.block.kind not in RESOLUTION_PARTS:
            yield from _vote(vote)
            vote = block.block.vote if edition.body.records_votes else None
        yield Part(
            style=_STYLES[block.block.kind],
            runs=_runs(edition, block),
            number=block.label.value,
        )
    yield from _vote(vote)


def _vote(vote: Vote | None) -> Iterator[Part]:
    """Yield how it was resolved, behind all of a resolution (house-format 6)."""
    for line in (voted(vote), *recorded(vote)) if vote is not None else ():
        if line:
            yield Part(style=Style.PLAIN, runs=plain(line))


def _runs(edition: Edition, block: EditionBlock) -> Runs:
    runs = block.block.runs
    if block.block.kind is BlockKind.POST_MEETING_NOTE:
        return normalised((("POST MEETING NOTE: ", BOLD), *_without_label(runs)))
    if block.block.kind is BlockKind.RESOLUTION and edition.body.bold_resolved:
        return _with_bold_word(runs, "RESOLVED")
    return runs


_OWN_LABEL = re.compile(r"\s*post[\s-]+meeting[\s-]+note\s*:\s*", re.IGNORECASE)


def _without_label(runs: Runs) -> Runs:
    """Leave out the label where it was typed as well: it is printed once."""
    found = _OWN_LABEL.match("".join(text for text, _ in runs))
    return split_runs(runs, found.end())[1] if found else runs


def _with_bold_word(runs: Runs, word: str) -> Runs:
    out: list[tuple[str, int]] = []
    for text, flags in runs:
        before, found, after = text.partition(word)
        out += [(before, flags), (found, flags | BOLD), (after, flags)]
    return normalised(out)
