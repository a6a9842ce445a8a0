"""A record whose registers have something of everything, made up; and what leaves of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from kcsp_desktop import paths
from kcsp_desktop.documents.registers.action_log import action_log
from kcsp_desktop.documents.registers.chasers import chasers
from kcsp_desktop.documents.registers.decision_log import decision_log, decision_sheet
from kcsp_desktop.documents.registers.due_dates import due_dates
from kcsp_desktop.documents.registers.extract import extract
from kcsp_desktop.documents.registers.rows import action_lines, decision_lines
from kcsp_desktop.documents.registers.sheets import actions_sheet, decisions_sheet
from kcsp_desktop.documents.registers.spreadsheet import csv_bytes, xlsx_bytes
from kcsp_desktop.documents.word import word_bytes
from kcsp_desktop.domain.actions import ActionState, Due, DueKind, Update
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
from kcsp_desktop.domain.life import Outcome
from kcsp_desktop.domain.registers.actions import meeting_days
from kcsp_desktop.domain.registers.editions import editions
from kcsp_desktop.domain.wording.addressees import addressees
from tests.builders import a_block, a_meeting, a_person, a_record, an_action, an_item, some_details

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.documents.parts import Document
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

K = BlockKind
TODAY = date(2026, 9, 1)
MADE = datetime.fromisoformat("2026-07-09T10:00")
TEMPLATE = paths.notes_template()


def an_eventful_record() -> Record:
    """Return two meetings: actions of every standing, clauses, outcomes, a restricted item."""
    second = a_meeting(1, id=MeetingId("m2"), details=some_details(date(2026, 7, 9)))
    people = (a_person(1), a_person(2, email="p.quelch@abc.example"), a_person(3))
    return a_record(the_first(), second, people=people)


def the_first() -> Meeting:
    """Return the first of them."""
    blocks = (
        a_block("It was discussed.", block_id="b1"),
        a_block("RESOLVED that the Partnership:", K.RESOLUTION, block_id="b2"),
        a_block("agree the plan; and", K.CLAUSE, block_id="b3"),
        a_block("send to the team:", K.CLAUSE, block_id="b4"),
        a_block("proposals; and", K.CLAUSE_BULLET, block_id="b5"),
        a_block("topics.", K.CLAUSE_BULLET, block_id="b6"),
    )
    items = (an_item(1), an_item(2, blocks=blocks), an_item(3, "D", title="Case reviews"))
    return a_meeting(
        items,
        actions=tuple(the_actions()),
        outcomes=(Outcome(block_id=BlockId("b3"), text="Printed in May."),),
    )


def the_actions():
    """Yield an action of every standing."""
    due = Due(kind=DueKind.DATE, words="30 April 2026", date="2026-04-30")
    yield an_action(1, due=due, updates=(Update(day="2026-07-09", text="Half done.",
                                                meeting_id=MeetingId("m2")),))  # fmt: skip
    yield an_action(2, text="Write to all", owner="All members", due=Due(kind=DueKind.NEXT_MEETING))
    yield an_action(3, text="Ask when", owner="", due=Due(kind=DueKind.UNCLEAR, words="in time"))
    yield an_action(4, text="Sleep", dormant_until="2027-01-01", owner="The Clerk")
    done = {"state": ActionState.DONE, "closed_on": "2026-05-02", "note": "All was sent."}
    yield an_action(5, text="Send it", **done)
    closed = {"item_id": ItemId("item-3"), "block_id": None}
    yield an_action(6, text="Visit the family", owner="Mr P M Quelch", **closed)
    yield an_action(7, text="Report", due=Due(kind=DueKind.EACH_MEETING), owner="Ms Oduya")
    yield an_action(8, text="Hush", owner="Mrs Barden", visibility=Visibility.RESTRICTED)


def members(record: Record) -> tuple[Edition, ...]:
    """Return the members' editions."""
    return editions(record, Audience.RESTRICTED)


def public(record: Record) -> tuple[Edition, ...]:
    """Return the public's editions."""
    return editions(record, Audience.PUBLIC)


def lines_of(record: Record, audience: Audience = Audience.RESTRICTED):
    """Return the rows of the actions."""
    return action_lines(editions(record, audience), meeting_days(record), TODAY)


def word_documents(record: Record, found: tuple[Edition, ...]) -> Iterator[Document]:
    """Yield every Word document that the registers make."""
    yield action_log(found, meeting_days(record), TODAY)
    yield decision_log(found, TODAY)
    for one in found:
        yield decision_sheet(one)
        for item in one.items:
            if item.number:
                yield extract(one, item.item.id)


def bytes_of(record: Record, audience: Audience) -> bytes:
    """Return everything the registers make for an audience, unzipped, in one heap."""
    found, days = editions(record, audience), meeting_days(record)
    lines, decided = action_lines(found, days, TODAY), decision_lines(found)
    is_public = audience is Audience.PUBLIC
    sheets = (actions_sheet(lines, public=is_public), decisions_sheet(decided, public=is_public))
    packages = [word_bytes(one, TEMPLATE) for one in word_documents(record, found)]
    packages += [xlsx_bytes(sheet, MADE) for sheet in sheets]
    heap = [csv_bytes(sheet) for sheet in sheets] + [due_dates(lines, "Actions", TODAY)]
    for content in packages:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            heap += [package.read(name) for name in package.namelist()]
    if is_public:
        for one in letters(record):
            heap += [one.name.encode(), one.owner.encode(), one.content]
    return b"\n".join(heap)


def letters(record: Record, **fields):
    """Return the letters to whoever owes something."""
    days, known = meeting_days(record), addressees(record)
    return chasers(public(record), members(record), days, TODAY, known, **fields)


def with_words(words: str) -> Record:
    """Return a record that says ``words`` wherever a secretary can type something."""
    action = an_action(
        text=words,
        owner=words,
        due=Due(kind=DueKind.UNCLEAR, words=words),
        updates=(Update(day="2026-07-09", text=words),),
    )
    due = Due(kind=DueKind.DATE, date="2026-10-01", words=words)
    done = an_action(2, text=words, state=ActionState.DONE, note=words, closed_on="2026-05-02")
    blocks = (a_block(words, K.RESOLUTION, block_id="r"),)
    item = an_item(1, title=f"Item {words}", blocks=blocks)
    meeting = a_meeting(
        (item,),
        actions=(
            replace(action, block_id=None),
            replace(action, id="dated", block_id=None, due=due, owner="Ms Oduya"),
            replace(done, block_id=None),
        ),
        outcomes=(Outcome(block_id=BlockId("r"), text=words),),
    )
    return a_record(meeting)
