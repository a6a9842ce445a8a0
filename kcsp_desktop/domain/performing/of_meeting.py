"""Perform the edits of a meeting's details, agenda, attendance and actions, with inverses.

Must stay in step: ``edits`` (what each means) and ``applying`` (which calls these, and asks the
locks first).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.actions import CLOSED
from kcsp_desktop.domain.blocks import normalised
from kcsp_desktop.domain.errors import Missing, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting

    Done = tuple[Meeting, tuple[Edit, ...]]


def set_details(meeting: Meeting, edit: e.SetDetails) -> Done:
    """Set when, where and under whom; a first number of the secretary's needs a reason."""
    details = edit.details
    check_first_number(details)
    return replace(meeting, details=details), (replace(edit, details=meeting.details),)


def check_first_number(details: Details) -> None:
    """Refuse a first number below 1, or one without a reason (house-format 5, numbering)."""
    if details.first_number < 0:
        raise RuleBroken("Minutes are numbered from 1.", "Details, First number.")
    if details.first_number and not details.first_number_reason.strip():
        raise RuleBroken(
            "A first number of your own needs a reason.",
            "Details, Why this number.",
            "Say in a few words why the series does not simply run on.",
        )


def set_sections(meeting: Meeting, edit: e.SetSections) -> Done:
    """Set the sections; refused where an item would lose its own."""
    kept = {section.id for section in edit.sections}
    if len(kept) < len(edit.sections):
        raise RuleBroken("A section can stand in the agenda only once.")
    lost = [item for item in meeting.items if item.section_id not in kept]
    if lost:
        raise RuleBroken(
            f"“{lost[0].title}” stands in a section that would go.",
            todo="Move or remove its items first.",
        )
    return replace(meeting, sections=edit.sections), (replace(edit, sections=meeting.sections),)


def add_item(meeting: Meeting, edit: e.AddItem) -> Done:
    """Add an item with its blocks."""
    if meeting.item(edit.item.id) is not None:
        raise RuleBroken("That agenda item is there already.")
    if meeting.section(edit.item.section_id) is None:
        raise Missing("The section for that item is no longer there.")
    at = place(meeting.items, edit.after)
    new = with_normalised_text(edit.item)
    after = replace(meeting, items=(*meeting.items[:at], new, *meeting.items[at:]))
    check_blocks_once(after)
    back = e.RemoveItem(meeting_id=meeting.id, item_id=edit.item.id)
    return after, (back,)


def with_normalised_text(item: AgendaItem) -> AgendaItem:
    """Return the item with every block's runs normalised."""
    blocks = tuple(replace(block, runs=normalised(block.runs)) for block in item.blocks)
    return replace(item, blocks=blocks)


def check_blocks_once(meeting: Meeting) -> None:
    """Refuse a meeting in which a block's id stands twice."""
    ids = [block.id for item in meeting.items for block in item.blocks]
    if len(set(ids)) < len(ids):
        raise RuleBroken("A block can stand in a meeting only once.")


def place(items: tuple[AgendaItem, ...], after: ItemId | None) -> int:
    """Return the index behind ``after``; raises ``Missing``."""
    if after is None:
        return 0
    for n, item in enumerate(items, 1):
        if item.id == after:
            return n
    raise Missing("The item to put it after is no longer there.")


def _found(meeting: Meeting, item_id: ItemId) -> tuple[int, AgendaItem]:
    for n, item in enumerate(meeting.items):
        if item.id == item_id:
            return n, item
    raise Missing("That agenda item is no longer there.")


def remove_item(meeting: Meeting, edit: e.RemoveItem) -> Done:
    """Take an item away with its blocks, its actions and what was declared in it."""
    at, item = _found(meeting, edit.item_id)
    former = meeting.items[at - 1].id if at else None
    going = ((n, one) for n, one in enumerate(meeting.actions) if one.item_id == item.id)
    declared = ((n, one) for n, one in enumerate(meeting.declarations) if one.item_id == item.id)
    after = replace(
        meeting,
        items=(*meeting.items[:at], *meeting.items[at + 1 :]),
        actions=tuple(action for action in meeting.actions if action.item_id != item.id),
        declarations=tuple(one for one in meeting.declarations if one.item_id != item.id),
    )
    back: tuple[Edit, ...] = (
        e.AddItem(meeting_id=meeting.id, item=item, after=former),
        *(e.PutAction(meeting_id=meeting.id, action=action, at=n) for n, action in going),
        *(e.PutDeclaration(meeting_id=meeting.id, declaration=one, at=n) for n, one in declared),
    )
    return after, back


def move_item(meeting: Meeting, edit: e.MoveItem) -> Done:
    """Put an item into a section, behind another one."""
    at, item = _found(meeting, edit.item_id)
    if meeting.section(edit.section_id) is None:
        raise Missing("That section is no longer there.")
    former = meeting.items[at - 1].id if at else None
    rest = (*meeting.items[:at], *meeting.items[at + 1 :])
    to = place(rest, edit.after)
    moved = replace(item, section_id=edit.section_id)
    back = replace(edit, section_id=item.section_id, after=former)
    return replace(meeting, items=(*rest[:to], moved, *rest[to:])), (back,)


def set_item(meeting: Meeting, edit: e.SetItem) -> Done:
    """Set an item's own facts; its blocks and its section stay."""
    _, old = _found(meeting, edit.item.id)
    new = replace(edit.item, blocks=old.blocks, section_id=old.section_id)
    items = tuple(new if item is old else item for item in meeting.items)
    return replace(meeting, items=items), (replace(edit, item=old),)


def _with_item(meeting: Meeting, old: AgendaItem, new: AgendaItem) -> Meeting:
    return replace(meeting, items=tuple(new if item is old else item for item in meeting.items))


def set_course(meeting: Meeting, edit: e.SetCourse) -> Done:
    """Say what became of an item in the room."""
    _, old = _found(meeting, edit.item_id)
    back = replace(edit, course=old.course)
    return _with_item(meeting, old, replace(old, course=edit.course)), (back,)


def set_times(meeting: Meeting, edit: e.SetTimes) -> Done:
    """Set when an item was begun and how long it took."""
    _, old = _found(meeting, edit.item_id)
    back = replace(edit, began=old.began, spent=old.spent)
    return _with_item(meeting, old, replace(old, began=edit.began, spent=edit.spent)), (back,)


def put_declaration(meeting: Meeting, edit: e.PutDeclaration) -> Done:
    """Add a declaration of interest, or replace the one with its id."""
    new, rows = edit.declaration, meeting.declarations
    _found(meeting, new.item_id)
    former = next((row for row in rows if row.id == new.id), None)
    if former is None:
        at = len(rows) if edit.at is None else edit.at
        back = e.RemoveDeclaration(meeting_id=meeting.id, declaration_id=new.id)
        return replace(meeting, declarations=(*rows[:at], new, *rows[at:])), (back,)
    after = tuple(new if row is former else row for row in rows)
    return replace(meeting, declarations=after), (replace(edit, declaration=former),)


def remove_declaration(meeting: Meeting, edit: e.RemoveDeclaration) -> Done:
    """Take a declaration away."""
    former = next((row for row in meeting.declarations if row.id == edit.declaration_id), None)
    if former is None:
        raise Missing("That declaration is no longer there.")
    after = tuple(row for row in meeting.declarations if row is not former)
    at = meeting.declarations.index(former)
    back = e.PutDeclaration(meeting_id=meeting.id, declaration=former, at=at)
    return replace(meeting, declarations=after), (back,)


def put_attendance(meeting: Meeting, edit: e.PutAttendance) -> Done:
    """Add a person's row, or replace it."""
    new = edit.attendance
    rows = meeting.attendance
    former = next((row for row in rows if row.person_id == new.person_id), None)
    if former is not None:
        after = tuple(new if row is former else row for row in rows)
        return replace(meeting, attendance=after), (replace(edit, attendance=former),)
    at = next((n for n, row in enumerate(rows, 1) if row.person_id == edit.after), len(rows))
    after = (*rows[:at], new, *rows[at:])
    back = e.RemoveAttendance(meeting_id=meeting.id, person_id=new.person_id)
    return replace(meeting, attendance=after), (back,)


def remove_attendance(meeting: Meeting, edit: e.RemoveAttendance) -> Done:
    """Take a person's row away."""
    after = tuple(row for row in meeting.attendance if row.person_id != edit.person_id)
    if len(after) == len(meeting.attendance):
        raise Missing("That person is not in the list.")
    back = e.SetAttendance(meeting_id=meeting.id, attendance=meeting.attendance)
    return replace(meeting, attendance=after), (back,)


def set_attendance(meeting: Meeting, edit: e.SetAttendance) -> Done:
    """Set the whole list; a person may stand in it once."""
    ids = [row.person_id for row in edit.attendance]
    if len(set(ids)) != len(ids):
        raise RuleBroken("A person can stand in the attendance only once.")
    back = replace(edit, attendance=meeting.attendance)
    return replace(meeting, attendance=edit.attendance), (back,)


def put_action(meeting: Meeting, edit: e.PutAction) -> Done:
    """Add an action, or replace the one with its id."""
    new, rows = edit.action, meeting.actions
    former = next((row for row in rows if row.id == new.id), None)
    if meeting.item(new.item_id) is None:
        raise Missing("The agenda item of that action is no longer there.")
    if new.state in CLOSED and not (new.note.strip() and new.closed_on):
        raise RuleBroken("To close an action, say what came of it, and on which day.")
    if former is None:
        at = len(rows) if edit.at is None else edit.at
        back = e.RemoveAction(meeting_id=meeting.id, action_id=new.id)
        return replace(meeting, actions=(*rows[:at], new, *rows[at:])), (back,)
    after = tuple(new if row is former else row for row in rows)
    return replace(meeting, actions=after), (replace(edit, action=former),)


def remove_action(meeting: Meeting, edit: e.RemoveAction) -> Done:
    """Take an action away."""
    former = next((row for row in meeting.actions if row.id == edit.action_id), None)
    if former is None:
        raise Missing("That action is no longer there.")
    after = tuple(row for row in meeting.actions if row is not former)
    at = meeting.actions.index(former)
    back = e.PutAction(meeting_id=meeting.id, action=former, at=at)
    return replace(meeting, actions=after), (back,)


HANDLERS: dict[type, Callable[..., Done]] = {
    e.SetDetails: set_details,
    e.SetSections: set_sections,
    e.AddItem: add_item,
    e.RemoveItem: remove_item,
    e.MoveItem: move_item,
    e.SetItem: set_item,
    e.PutAttendance: put_attendance,
    e.RemoveAttendance: remove_attendance,
    e.SetAttendance: set_attendance,
    e.SetCourse: set_course,
    e.SetTimes: set_times,
    e.PutDeclaration: put_declaration,
    e.RemoveDeclaration: remove_declaration,
    e.PutAction: put_action,
    e.RemoveAction: remove_action,
}
