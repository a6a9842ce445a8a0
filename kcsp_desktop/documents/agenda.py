"""The agenda of a meeting as parts: the house format, line by line (house-format 2).

How this works: what is closed is named by its title and nothing else, unless the edition is for
those who may read it; the filter has seen to that already. Codes, page ranges and dates are
derived. Must stay in step: ``domain/paging`` (ranges), ``documents/names`` (the file's name).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.record import future_date, when, without_venue
from kcsp_desktop.domain.blocks import BOLD, ITALIC, plain
from kcsp_desktop.domain.body import DateForm
from kcsp_desktop.domain.dates import (
    printed,
    printed_on_agenda,
    printed_time,
    printed_with_weekday,
)
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.paging import page_ranges
from kcsp_desktop.domain.reports import ReportState
from kcsp_desktop.domain.wording.exempt import NOT_OPEN, OPEN, exempt_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kcsp_desktop.domain.disclosure import Edition, EditionItem
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.paging import Pages

_UNISSUED = (MeetingState.PLANNED, MeetingState.AGENDA_DRAFTED)
TO_FOLLOW = "to follow"


def agenda(
    edition: Edition,
    *,
    issued: date | None = None,
    own: Mapping[ItemId, int] | None = None,
) -> Document:
    """Return the agenda. Raises ``KcspError`` where a line would have a hole.

    ``issued`` is the day printed at its foot, from the meeting's log; ``own`` how many pages a
    document of ours has that stands before an item's papers (see ``paging``).
    """
    return Document(
        title=agenda_title(edition),
        dated=when(edition),
        parts=tuple(_parts(edition, issued, own)),
    )


def is_unissued(edition: Edition) -> bool:
    """Whether the agenda is a draft still."""
    return edition.state in _UNISSUED


def agenda_title(edition: Edition) -> str:
    """Return "Agenda of the …, 14 March 2024", DRAFT until it is published."""
    title = f"Agenda of the {edition.body.name}, {printed(edition.details.date)}"
    return f"DRAFT {title}" if is_unissued(edition) else title


def holds_detail(edition: Edition) -> bool:
    """Whether anything is printed that is not for the public."""
    return any(_closed_lines(edition, item) for item in edition.items)


def day_and_time(edition: Edition) -> str:
    """Return "Thursday, 14th March, 2024, at 10.00 am" as the body's date form has it."""
    details = edition.details
    if details.start is None:
        raise KcspError(
            "The time is not set.",
            "The agenda would not say when the meeting begins.",
            "Fill in the start under Details.",
        )
    ordinal = edition.body.date_form is DateForm.ORDINAL
    day = printed_on_agenda(details.date) if ordinal else printed_with_weekday(details.date)
    return f"{day}, at {printed_time(details.start)}"


def place(edition: Edition) -> str:
    """Return the line of the venue: "Online", "Council Chamber", "Council Chamber and online"."""
    details = edition.details
    if details.mode is Mode.ONLINE:
        return "Online"
    if not details.venue.strip():
        raise without_venue()
    venue = details.venue.strip()
    return f"{venue} and online" if details.mode is Mode.HYBRID else venue


def head(edition: Edition, heading: str, *marks: str) -> Iterator[Part]:
    """Yield the head of an agenda: what it is, of whom, when and where, and whom to ask."""
    details = edition.details
    yield Part(style=Style.BODY, runs=plain(heading))
    yield Part(style=Style.SUBTITLE, runs=plain(edition.body.name.upper()))
    for mark in marks:
        yield Part(style=Style.DRAFT, runs=plain(mark))
    for line in (day_and_time(edition), place(edition)):
        yield Part(style=Style.MEETING_LINE, runs=plain(line))
    contact = (
        ("Ask for: ", details.contact),
        ("Telephone ", details.contact_phone),
        ("", details.contact_email),
    )
    for label, value in contact:
        if value.strip():
            yield Part(style=Style.CONTACT, runs=((label, 0), (value.strip(), BOLD)))


def _parts(
    edition: Edition, issued: date | None, own: Mapping[ItemId, int] | None
) -> Iterator[Part]:
    draft, closed = is_unissued(edition), holds_detail(edition)
    yield from head(edition, "AGENDA", *["DRAFT"] * draft, *["RESTRICTED"] * closed)
    ranges = page_ranges((one.item for one in edition.items if not one.restricted), own)
    former: EditionItem | None = None
    for item in edition.items:
        yield from _headings(item, former)
        yield from _item(edition, item, ranges.get(item.item.id))
        former = item
    if issued is not None and not draft:
        yield Part(style=Style.ISSUE_DAY, runs=plain(printed_with_weekday(issued)))


def _headings(item: EditionItem, former: EditionItem | None) -> Iterator[Part]:
    """Yield what stands over an item that begins a section, or opens the meeting again."""
    section = item.section
    if former is not None and former.section == section:
        return
    closed = section is not None and section.restricted
    title = f"{section.letter}. {section.title}" if section is not None else ""
    if closed:
        yield Part(style=Style.HEADING, runs=plain(title))
        yield Part(style=Style.AGENDA_NOTE, runs=plain(NOT_OPEN))
        return
    if former is None or (former.section is not None and former.section.restricted):
        yield Part(style=Style.HEADING, runs=plain("UNRESTRICTED ITEMS"))
        yield Part(style=Style.AGENDA_NOTE, runs=((OPEN, ITALIC),))
    if title:
        yield Part(style=Style.SECTION, runs=plain(title))


def _item(edition: Edition, item: EditionItem, pages: Pages | None) -> Iterator[Part]:
    title = item.item.title.strip()
    if not title:
        raise KcspError(
            f"Item {item.code} has no title.",
            "The agenda would have a code and no words.",
            "Give it a title under Agenda.",
        )
    yield listed(item, f"{title}{_ending(item, pages)}")
    for line in _lines(edition, item):
        yield Part(style=Style.DETAIL, runs=plain(line))
    if item.item.kind is ItemKind.DATES:
        for one in edition.future_dates:
            yield Part(style=Style.BULLET, runs=plain(future_date(one)))
    for style, line in _closed_lines(edition, item):
        yield Part(style=style, runs=plain(line))


def listed(item: EditionItem, words: str) -> Part:
    """Return the line of an item; its code is the list's own number: "A1"."""
    letter = item.section.letter if item.section is not None else ""
    number = int(item.code[len(letter) :])
    return Part(style=Style.ITEM, runs=plain(words), number=number, form=f"{letter}%1")


def _ending(item: EditionItem, pages: Pages | None) -> str:
    """Return what stands behind a title: its pages, that it is spoken, or that it is to come."""
    if item.restricted:
        return ""
    if pages is not None:
        return f" (Pages {pages.printed})"
    report = item.item.report
    waits = report is not None and report.state is ReportState.TO_FOLLOW
    if waits or item.item.pages.strip().casefold() == TO_FOLLOW:
        return f" - {TO_FOLLOW}"
    if item.item.kind is not ItemKind.VERBAL:
        return ""
    told = item.item.title.strip().casefold().endswith("verbal update")
    return "" if told else " - Verbal Update"


def _lines(edition: Edition, item: EditionItem) -> Iterator[str]:
    """Yield what everybody may read under a title."""
    by_itself = item.restricted and not (item.section is not None and item.section.restricted)
    if by_itself:
        yield NOT_OPEN
    if item.restricted and edition.body.cites_exempt and item.item.exempt:
        yield exempt_line(item.item.exempt)
    if item.item.urgent_reason.strip():
        yield f"Reason for urgency: {item.item.urgent_reason.strip()}"


def _closed_lines(edition: Edition, item: EditionItem) -> tuple[tuple[Style, str], ...]:
    """Return what only those entitled read under a title: the detail, and the closed papers."""
    if edition.audience is Audience.PUBLIC:
        return ()
    lines = (line.strip() for line in item.item.detail.splitlines())
    papers = (one for one in item.item.papers if one.restricted or item.restricted)
    return (
        *((Style.DETAIL, line) for line in lines if line),
        *((Style.BULLET, one.label.strip() or one.file_name) for one in papers),
    )
