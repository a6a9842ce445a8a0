"""Perform the merge of two people, and put back what it changed.

Must stay in step: ``wording/merging`` (the rule), ``edits`` (what each means).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.wording.merging import merged, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.record import Record

    Done = tuple[Record, tuple[Edit, ...]]


def merge_people(record: Record, edit: e.MergePeople) -> Done:
    """Make one person of two; no state locks it, for it changes no name that was issued."""
    gone, kept = record.person(edit.gone_id), record.person(edit.kept_id)
    if gone is None or kept is None:
        raise Missing("That person is no longer there.")
    sentence = refusal(record, gone, kept)
    if sentence:
        raise RuleBroken(sentence)
    after = merged(record, gone, kept)
    return after, (_back(record, after),)


def restore_people(record: Record, edit: e.RestorePeople) -> Done:
    """Put people, members, attendances and declarations back as they were."""
    bodies = {body.id: body for body in edit.bodies}
    meetings = {meeting.id: meeting for meeting in edit.meetings}
    after = replace(
        record,
        people=edit.people,
        bodies=tuple(
            replace(body, members=bodies[body.id].members) if body.id in bodies else body
            for body in record.bodies
        ),
        meetings=tuple(
            replace(
                one,
                attendance=meetings[one.id].attendance,
                declarations=meetings[one.id].declarations,
                presided_by=meetings[one.id].presided_by,
            )
            if one.id in meetings
            else one
            for one in record.meetings
        ),
    )
    return after, (_back(record, after),)


def _back(before: Record, after: Record) -> e.RestorePeople:
    """Return what takes ``after`` back to ``before``: only what the change has touched."""
    return e.RestorePeople(
        people=before.people,
        bodies=tuple(
            old for old, new in zip(before.bodies, after.bodies, strict=True) if old != new
        ),
        meetings=tuple(
            old for old, new in zip(before.meetings, after.meetings, strict=True) if old != new
        ),
    )


MERGING_HANDLERS: dict[type, Callable[..., Done]] = {
    e.MergePeople: merge_people,
    e.RestorePeople: restore_people,
}
