"""The whole agenda pack: our own documents printed, the papers fetched, all put together.

How this works: the records are printed first, for the front sheet's page ranges hang on how many
pages they have. Runs off the window's thread, over frozen values. Must stay in step:
``documents.pack`` (what stands where).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import TO_FOLLOW, agenda
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.meeting import holds_restricted
from kcsp_desktop.domain.notice import issued_on
from kcsp_desktop.domain.planning.last_record import records_in_pack
from kcsp_desktop.domain.record import with_meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kcsp_desktop.domain.ids import FileId, ItemId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record


def printed_pack(
    record: Record, meeting: Meeting, audience: Audience, content_of: Callable[[FileId], bytes]
) -> bytes:
    """Return the pack of a meeting; ``content_of`` gives a paper's content by its name.

    Raises ``KcspError`` where something in it has a hole or cannot be read.
    """
    # Imported here: pypdf waits for the first pack.
    from kcsp_desktop.documents.pack import Printed, contents, pack_bytes
    from kcsp_desktop.ui.printing.printer import blank_bytes, feet_bytes, no_foot, pdf_bytes

    meeting = replace(meeting, items=tuple(map(_without_typed_pages, meeting.items)))
    record = with_meeting(record, meeting)
    records = printed_records(record, meeting, Audience.PUBLIC)
    closed = {} if audience is Audience.PUBLIC else printed_records(record, meeting, audience)
    own, more = _counted(records), _counted(closed)
    told = edition(record, meeting, audience)
    what = contents(told, own, more)
    front = agenda(told, issued=issued_on(meeting), own=own)
    ours = Printed(
        front=pdf_bytes(front, no_foot),
        records=records,
        closed=closed,
        filler=blank_bytes(),
        feet=feet_bytes(what.last_page),
    )
    wanted = {piece.file_id for piece in what.pieces if piece.file_id is not None}
    return pack_bytes(what, ours, {name: content_of(name) for name in wanted})


def own_pages(record: Record, meeting: Meeting) -> dict[ItemId, int]:
    """Return how many pages each record has that we print: the agenda's ranges need them.

    0 where one cannot be printed yet: then nothing is said of what stands behind it.
    """
    try:
        return _counted(printed_records(record, meeting, Audience.PUBLIC))
    except KcspError:  # the pack says why, when it is made
        return dict.fromkeys(records_in_pack(record, meeting), 0)


def _counted(records: Mapping[ItemId, bytes]) -> dict[ItemId, int]:
    from kcsp_desktop.documents.pack import page_count

    return {item_id: page_count(content) for item_id, content in records.items()}


def _without_typed_pages(item: AgendaItem) -> AgendaItem:
    """Return the item without a range that was typed: no such pages are in the pack."""
    return item if item.pages.casefold() == TO_FOLLOW else replace(item, pages="")


def printed_records(record: Record, meeting: Meeting, audience: Audience) -> dict[ItemId, bytes]:
    """Return, as PDF, the records that are up for approval and stand in the pack as ours.

    For those entitled: only where there is any restricted detail beside the public record.
    """
    from kcsp_desktop.documents.record import notes
    from kcsp_desktop.ui.printing.printer import no_foot, pdf_bytes

    out = {}
    for item_id, held in records_in_pack(record, meeting).items():
        if audience is not Audience.PUBLIC and not holds_restricted(held):
            continue
        try:
            document = notes(edition(record, held, audience))
        except KcspError as error:
            day = held.details.date.isoformat()
            raise KcspError(
                f"The record of {day} cannot be printed: {error.what}", error.where, error.todo
            ) from error
        out[item_id] = pdf_bytes(document, no_foot)
    return out
