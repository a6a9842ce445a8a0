"""What the checks find in a meeting, as a table of cases asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.checks import check, guard
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from tests.builders import a_meeting, a_record

if TYPE_CHECKING:
    from kcsp_desktop.domain.checks import Finding
    from kcsp_desktop.domain.record import Record


def of_agenda(*, record: Record | None = None, **fields) -> tuple[Finding, ...]:
    """Return what is found in the agenda of ``a_meeting``, or of the record's last meeting."""
    record = record or a_record(a_meeting(**fields))
    return guard(record, record.meetings[-1], Event.PUBLISH_AGENDA)


def of_notes(*, record: Record | None = None, **fields) -> tuple[Finding, ...]:
    """Return what is found in the notes of ``a_meeting``, or of the record's last meeting."""
    record = record or a_record(a_meeting(**{"state": MeetingState.DRAFT_NOTES} | fields))
    return check(record, record.meetings[-1])


def said(found: tuple[Finding, ...], name: str) -> list[str]:
    """Return what a check of that name has found."""
    return [one.what for one in found if one.check == name]
