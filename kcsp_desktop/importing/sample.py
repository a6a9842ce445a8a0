"""Reads the sample: one made-up body with two meetings, as edits that add it to a record."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain import ids
from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, normalised
from kcsp_desktop.domain.body import (
    STANDING,
    Body,
    Membership,
    Role,
    SectionPattern,
    StandingItem,
)
from kcsp_desktop.domain.edits import (
    AddMeeting,
    Advance,
    PutBody,
    PutEntry,
    PutOrganisation,
    PutPerson,
)
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.people import (
    Organisation,
    OrganisationKind,
    Person,
    Post,
    listed,
    understood,
)
from kcsp_desktop.domain.wording.due_words import understood_due
from kcsp_desktop.importing.sample_lists import entries, report, tag_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.domain.edits import Edit

_SPACE = uuid.UUID("6d0f5b2e-5e0c-4a64-9f5b-6a1f6c1d2026")


def _id(*words: object) -> str:
    """Return the same id for the same words, always: sample documents are the same bytes."""
    return str(uuid.uuid5(_SPACE, "/".join(str(word) for word in words)))


def sample_edits(folder: Path) -> tuple[Edit, ...]:
    """Return the edits that add the sample in ``folder`` to a record."""
    data = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    organisations = {one["name"]: _organisation(one) for one in data["organisations"]}
    people = {one["name"]: _person(one, organisations) for one in data["people"]}
    body = _body(data["body"], data["people"], people)
    meetings = [_meeting(one, body, people, organisations) for one in data["meetings"]]
    return (
        *(PutOrganisation(organisation=one) for one in organisations.values()),
        *(PutPerson(person=one) for one in people.values()),
        PutBody(body=body),
        *(PutEntry(entry=one) for one in entries(data, body.id, _id)),
        *(edit for one in meetings for edit in _held(one)),
    )


def _held(meeting: Meeting) -> tuple[Edit, ...]:
    """Add a meeting; notes that were circulated have their numbers issued as in real life."""
    if meeting.state is not MeetingState.CIRCULATED:
        return (AddMeeting(meeting=meeting),)
    draft = replace(meeting, state=MeetingState.DRAFT_NOTES)
    return (AddMeeting(meeting=draft), Advance(meeting_id=meeting.id, event=Event.CIRCULATE))


def sample_body_id() -> ids.BodyId:
    """Return the id by which the sample's body is known."""
    return ids.BodyId(_id("body"))


# Crime and Disorder Act 1998, section 5; councils are all of them.
_RESPONSIBLE = ("police", "fire and rescue", "health", "probation")


def _organisation(one: dict[str, Any]) -> Organisation:
    return Organisation(
        id=ids.OrganisationId(_id("organisation", one["name"])),
        name=one["name"],
        short_name=one.get("short", ""),
        kind=OrganisationKind(one["kind"]),
        responsible="council" in one["kind"] or one["kind"] in _RESPONSIBLE,
    )


def _person(one: dict[str, Any], organisations: dict[str, Organisation]) -> Person:
    organisation = organisations.get(one.get("organisation", ""))
    posts = (Post(title=one["post"], organisation=one.get("post_of", "")),) if "post" in one else ()
    return Person(
        id=ids.PersonId(_id("person", one["name"])),
        **understood(one["name"]),
        organisation_id=organisation.id if organisation else None,
        posts=posts,
        email=one.get("email", ""),
    )


def _body(one: dict[str, Any], rows: list[dict[str, Any]], people: dict[str, Person]) -> Body:
    members = tuple(
        Membership(
            person_id=people[row["name"]].id,
            role=Role(row.get("role", "member")),
            organisation_id=people[row["name"]].organisation_id,
            begins=row.get("from", ""),
            substitute_id=people[row["substitute"]].id if "substitute" in row else None,
        )
        for row in rows
        if row.get("role") != "guest"
    )
    return Body(
        id=sample_body_id(),
        name=one["name"],
        short_name=one["short_name"],
        authority=one["authority"],
        quorum=one["quorum"],
        usual_venue=one["usual_venue"],
        usual_start=time.fromisoformat(one["usual_start"]),
        contact=one["contact"],
        contact_phone=one["contact_phone"],
        contact_email=one["contact_email"],
        sections=tuple(SectionPattern(**section) for section in one["sections"]),
        members=members,
        standing=(*STANDING, *map(_standing, one["standing"])),
        keeps_grants=True,
        keeps_cases=True,
    )


def _standing(one: dict[str, Any]) -> StandingItem:
    kind = ItemKind(one.get("kind", ItemKind.INFORMATION))
    return StandingItem(**{**one, "kind": kind})


def _meeting(
    one: dict[str, Any],
    body: Body,
    people: dict[str, Person],
    organisations: dict[str, Organisation],
) -> Meeting:
    day = one["date"]
    sections = tuple(
        Section(
            id=ids.SectionId(_id(day, "section", pattern.letter)),
            letter=pattern.letter,
            title=pattern.title,
            restricted=pattern.restricted,
        )
        for pattern in body.sections
    )
    items = tuple(_item(row, day, n) for n, row in enumerate(one["items"]))
    items = _flagged(items, one.get("flags", ()))
    return Meeting(
        id=ids.MeetingId(_id("meeting", day)),
        body_id=body.id,
        details=Details(
            date=date.fromisoformat(day),
            start=time.fromisoformat(one["start"]),
            end=time.fromisoformat(one["end"]) if one.get("end") else None,
            mode=Mode(one["mode"]),
            venue=one.get("venue", ""),
            contact=one["contact"],
            contact_phone=one["contact_phone"],
            contact_email=one["contact_email"],
            first_number=one.get("first_number", 0),
            first_number_reason=one.get("first_number_reason", ""),
        ),
        state=MeetingState(one["state"]),
        sections=sections,
        items=items,
        attendance=tuple(
            _with_news(row, one.get("news", ()), people, items)
            for row in _attendance(one["attendance"], people, organisations)
        ),
        actions=tuple(_actions(one, day, items)),
        future_dates=tuple(
            FutureDate(day=later, start=body.usual_start.isoformat() if body.usual_start else "")
            for later in one.get("future_dates", ())
        ),
    )


def _with_news(
    row: Attendance,
    news: Iterable[dict[str, Any]],
    people: dict[str, Person],
    items: tuple[AgendaItem, ...],
) -> Attendance:
    """Return the row with when its person came or went, and at which item."""
    for one in news:
        if people[one["who"]].id == row.person_id:
            row = replace(row, left=one["left"], left_item=items[one["item"]].id)
    return row


def _flagged(items: tuple[AgendaItem, ...], flags: Iterable[list[int]]) -> tuple[AgendaItem, ...]:
    wanted = {(item, block) for item, block in flags}
    return tuple(
        replace(
            item,
            blocks=tuple(replace(b, flagged=(n, m) in wanted) for m, b in enumerate(item.blocks)),
        )
        for n, item in enumerate(items)
    )


def _item(row: dict[str, Any], day: str, place: int) -> AgendaItem:
    restricted = row["section"] == "D"
    return AgendaItem(
        id=ids.ItemId(_id(day, "item", place)),
        section_id=ids.SectionId(_id(day, "section", row["section"])),
        title=row["title"],
        kind=ItemKind(row.get("kind", "information")),
        presenter=row.get("presenter", ""),
        pages=row.get("pages", ""),
        minutes_planned=row.get("minutes", 0),
        minuted=row.get("minuted", True),
        restriction="Agreed by the partnership" if restricted else "",
        notes_of=ids.MeetingId(_id("meeting", row["notes_of"])) if "notes_of" in row else None,
        report=report(row["report"]) if "report" in row else None,
        tags=tuple(tag_id(_id, name) for name in row.get("about", ())),
        blocks=tuple(_block(b, day, place, n) for n, b in enumerate(row.get("blocks", ()))),
    )


def _block(row: list[Any], day: str, place: int, n: int) -> Block:
    kind, text, *rest = row
    runs = tuple((part, 2 if i % 2 else 0) for i, part in enumerate(text.split("_")))
    return Block(
        id=ids.BlockId(_id(day, "block", place, n)),
        kind=BlockKind(kind),
        runs=normalised(runs),
        visibility=Visibility(rest[0] if rest else "public"),
    )


def _attendance(
    rows: dict[str, list[Any]],
    people: dict[str, Person],
    organisations: dict[str, Organisation],
) -> tuple[Attendance, ...]:
    names = {one.id: one.name for one in organisations.values()}
    out: list[Attendance] = []
    for name, (capacity, *rest) in rows.items():
        person = people[name]
        out.append(
            Attendance(
                person_id=person.id,
                name=listed(person),
                post=person.post,
                organisation=names.get(person.organisation_id, "")
                if person.organisation_id
                else "",
                role=Role(rest[0]) if rest and rest[0] else Role.MEMBER,
                capacity=Capacity(capacity),
                substitute_for=people[rest[1]].id if len(rest) > 1 else None,
            ),
        )
    return tuple(out)


def _actions(one: dict[str, Any], day: str, items: tuple[AgendaItem, ...]) -> list[Action]:
    return [
        Action(
            id=ids.ActionId(_id(day, "action", n)),
            item_id=items[row["item"]].id,
            block_id=items[row["item"]].blocks[row["block"]].id,
            text=row["text"],
            owner=row["owner"],
            due=understood_due(row["due"], date.fromisoformat(day)),
        )
        for n, row in enumerate(one.get("actions", ()))
    ]
