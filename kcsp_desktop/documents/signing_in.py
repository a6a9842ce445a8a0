"""The sheet on which people sign in at the door, as parts: a true table (house-format 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import day_and_time, place
from kcsp_desktop.documents.parts import Document, Part, Style, Table
from kcsp_desktop.documents.record import when
from kcsp_desktop.domain.attendance import Capacity, in_printed_order, office
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.disclosure import Edition

_NOT_COMING = frozenset({Capacity.APOLOGIES, Capacity.ABSENT})
_HEADS = ("Name", "Organisation", "Signature")
_WIDTHS = (38, 30, 32)
_SUBSTITUTES = "Who comes in place of a member writes behind the name for whom."
_VISITORS = 8  # empty rows for those nobody expected


def signing_in(edition: Edition) -> Document:
    """Return the sheet for those who are expected, in printed order, with rows for visitors.

    Who is expected stands in the secretary's own edition alone. Of it only the names, offices
    and organisations are used, of those who sent no apologies.
    """
    if edition.audience is not Audience.SECRETARY:
        raise ValueError(edition.audience)
    expected = in_printed_order(
        row for row in edition.attendance if row.capacity not in _NOT_COMING
    )
    if not expected:
        raise KcspError("Nobody is listed for this meeting.", todo="Add people under Attendance.")
    rows = tuple((_named(edition, row), row.organisation, "") for row in expected)
    empty = (("", "", ""),) * _VISITORS
    parts = (
        Part(style=Style.BODY, runs=plain("SIGNING-IN SHEET")),
        Part(style=Style.SUBTITLE, runs=plain(edition.body.name.upper())),
        Part(style=Style.MEETING_LINE, runs=plain(day_and_time(edition))),
        Part(style=Style.MEETING_LINE, runs=plain(place(edition))),
        Table(heads=_HEADS, rows=rows, widths=_WIDTHS),
        Part(style=Style.HEADING, runs=plain("Visitors")),
        Table(heads=_HEADS, rows=empty, widths=_WIDTHS),
        Part(style=Style.CLOSING, runs=plain(_SUBSTITUTES)),
    )
    title = f"Signing-in sheet of the {edition.body.name}, {printed(edition.details.date)}"
    return Document(title=title, dated=when(edition), parts=parts)


def _named(edition: Edition, row: Attendance) -> str:
    word = office(edition.body, row)
    return f"{row.name} ({word})" if word else row.name
