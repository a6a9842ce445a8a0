"""Rows for lists made from values: meetings, bodies, people, abbreviations. Pure, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kcsp_desktop.domain.dates import printed_time, spoken
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.series import minute_spans, printed_span
from kcsp_desktop.ui.kit.rows import Cell, Row

if TYPE_CHECKING:
    from kcsp_desktop.domain.abbreviations import Abbreviation
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import Details, Meeting
    from kcsp_desktop.domain.people import Person
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.theme import Role

_S = MeetingState

STATE_ICONS: Final[dict[MeetingState, tuple[str, Role]]] = {
    _S.PLANNED: ("calendar", "ink2"),
    _S.AGENDA_DRAFTED: ("doc", "accent"),
    _S.AGENDA_PUBLISHED: ("globe", "accent"),
    _S.IN_PROGRESS: ("half", "accent"),
    _S.DRAFT_NOTES: ("half", "accent"),
    _S.CIRCULATED: ("mail", "accent"),
    _S.APPROVED: ("done", "ok"),
    _S.SIGNED: ("done", "ok"),
    _S.PUBLISHED: ("globe", "ok"),
    _S.CANCELLED: ("stop", "ink3"),
}


def where(details: Details) -> str:
    """Return mode and venue in a few words: "Council Chamber", "Online"."""
    if details.mode is Mode.ONLINE:
        return "Online"
    if details.mode is Mode.HYBRID:
        return f"{details.venue} and online" if details.venue else "Hybrid, no venue yet"
    return details.venue or "No venue yet"


def meeting_rows(record: Record) -> list[Row]:
    """Return the meetings, newest first, under their years where there is more than one."""
    spans = minute_spans(record)
    meetings = tuple(reversed(by_date(record.meetings)))
    by_years = len({one.details.date.year for one in meetings}) > 1
    rows: list[Row] = []
    year = 0
    for meeting in meetings:
        if by_years and meeting.details.date.year != year:
            year = meeting.details.date.year
            rows.append(Row(key=f"year {year}", cells=(Cell(text=str(year)),), section=True))
        rows.append(_meeting_row(record, meeting, printed_span(spans.get(meeting.id))))
    return rows


def _meeting_row(record: Record, meeting: Meeting, minutes: str) -> Row:
    cancelled = meeting.state is _S.CANCELLED
    minutes = "" if cancelled else minutes  # the next meeting has them
    body, details = record.body_of(meeting), meeting.details
    icon, role = STATE_ICONS[meeting.state]
    state = str(meeting.state).capitalize()
    said = (
        spoken(details.date),
        printed_time(details.start) if details.start else "",
        body.name,
        body.short_name,
        where(details),
        f"minutes {minutes}" if minutes else "no minutes",
        state,
    )
    words: Role | None = "ink3" if cancelled else None
    return Row(
        key=meeting.id,
        cells=(
            Cell(text=spoken(details.date), role=words),
            Cell(text=body.name, role=words),
            Cell(text=where(details), role=words),
            Cell(text=minutes, role=words),
            Cell(text=state, icon=icon, icon_role=role, role=words),
        ),
        spoken=", ".join(part for part in said if part),
    )


def body_rows(record: Record) -> list[Row]:
    """Return the bodies by name."""
    counts: dict[str, int] = {}
    for meeting in record.meetings:
        counts[meeting.body_id] = counts.get(meeting.body_id, 0) + 1
    bodies = sorted(record.bodies, key=lambda body: body.name.casefold())
    return [_body_row(body, counts.get(body.id, 0)) for body in bodies]


def _body_row(body: Body, meetings: int) -> Row:
    members = len(body.members)
    said = f"{body.name}, {body.short_name}, {members} members, {meetings} meetings"
    cells = (
        Cell(text=body.name),
        Cell(text=body.short_name),
        Cell(text=str(members)),
        Cell(text=str(meetings)),
    )
    return Row(key=body.id, cells=cells, spoken=said)


def person_rows(record: Record) -> list[Row]:
    """Return the people by surname, as lists print them."""
    names = {one.id: one.name for one in record.organisations}
    shorts = {one.id: one.short_name for one in record.organisations}
    people = sorted(record.people, key=_by_surname)
    return [
        _person_row(
            one,
            names.get(one.organisation_id, "") if one.organisation_id else "",
            shorts.get(one.organisation_id, "") if one.organisation_id else "",
        )
        for one in people
    ]


def _by_surname(person: Person) -> tuple[str, str]:
    return (person.surname.casefold(), listed(person).casefold())


def _person_row(person: Person, organisation: str, short: str) -> Row:
    said = (listed(person), person.post, organisation, short, person.email, person.phone)
    cells = (
        Cell(text=listed(person)),
        Cell(text=person.post),
        Cell(text=organisation),
        Cell(text=person.email),
    )
    return Row(key=person.id, cells=cells, spoken=", ".join(part for part in said if part))


def abbreviation_rows(record: Record) -> list[Row]:
    """Return the abbreviations by what is typed, capitals aside."""
    known = sorted(record.abbreviations, key=lambda one: (one.short.casefold(), one.short))
    return [_abbreviation_row(one) for one in known]


def _abbreviation_row(one: Abbreviation) -> Row:
    kind = "Acronym" if one.acronym else "Word"
    cells = (Cell(text=one.short), Cell(text=one.full), Cell(text=kind))
    return Row(key=one.id, cells=cells, spoken=f"{one.short}, {one.full}, {kind.lower()}")
