"""Mend a name once, everywhere: in the list of people, in attendances and in the minutes' text.

How this works: every printed form of the old name is replaced by the same form of the new one, in
meetings of which no notes were issued; what was circulated or approved keeps the name it went out
with, and is put right by a correction. A form that somebody else has too ("Mr Hill", where there
are two) is left: nobody can know who was meant. Must stay in step: ``people`` (the printed forms).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Runs, spliced
from kcsp_desktop.domain.edits import PutAttendance, PutDeclaration, PutPerson, SetBlockText
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.people import Person, first_mention, listed, short, understood
from kcsp_desktop.domain.wording.merging import ISSUED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record


def mended(record: Record, old: Person, new: Person) -> tuple[Edit, ...]:
    """Return the edits that change the person, and the old name wherever it may be changed.

    A change of anything but title and surname is a fact of today and not a spelling: it leaves
    every meeting as it is (house-format 5).
    """
    edits: list[Edit] = [PutPerson(person=new)]
    if is_another_name(old, new):
        for meeting in _open_meetings(record):
            edits += _in_lists(meeting, old, new)
            edits += _in_texts(meeting, _wanted(record, meeting, old, new))
    return tuple(edits)


def places_mended(record: Record, old: Person, new: Person) -> int:
    """Return in how many places of open meetings ``mended`` changes the name."""
    if not is_another_name(old, new):
        return 0
    count = 0
    for meeting in _open_meetings(record):
        wanted = _wanted(record, meeting, old, new)
        count += len(list(_in_lists(meeting, old, new)))
        texts = (block.text for item in meeting.items for block in item.blocks)
        count += sum(len(_places(text, wanted)) for text in texts)
    return count


def mended_words(old: Person, new: Person, places: int) -> tuple[str, str]:
    """Return how it is told: what was done, and what was left."""
    where = "1 place" if places == 1 else f"{places} places"
    done = f"{short(old)} is {short(new)} now, in {where} of attendances and minutes."
    return done, "Issued notes keep the old name. Ctrl+Z takes it back."


def is_another_name(old: Person, new: Person) -> bool:
    """Whether title or surname have changed: what every mention of a person has."""
    return (old.honorific, old.surname) != (new.honorific, new.surname)


def _open_meetings(record: Record) -> Iterator[Meeting]:
    return (one for one in record.meetings if one.state not in ISSUED)


def _forms(person: Person) -> tuple[str, ...]:
    """Return the forms in which a name is printed; those of two people stand in one order."""
    without_letters = replace(person, post_nominals="")
    return (
        listed(person),
        listed(without_letters),
        first_mention(person, initials=True, post=""),
        short(person),
    )


def _wanted(record: Record, meeting: Meeting, old: Person, new: Person) -> dict[str, str]:
    """Return each form that may stand in a text, and what it becomes; others' stay what they are.

    Others' forms are among them so that "Mr Hill" is not found within "Mr Hill Smith".
    """
    others = [one for one in record.people if one.id != old.id]
    others += [_read(row) for row in meeting.attendance if row.person_id != old.id]
    pairs = zip(_forms(old), _forms(new), strict=True)
    # A surname alone is left: it may be a street's, or anybody's.
    forms = {was: now for was, now in pairs if was not in (now, old.surname)}
    taken = {form: form for one in others for form in _forms(one)}
    near = {form: form for form in taken if any(was in form for was in forms)}
    return forms | near


def _read(row: Attendance) -> Person:
    parts = understood(row.name)
    return Person(
        id=row.person_id,
        honorific=parts["honorific"],
        initials=parts["initials"],
        forename=parts["forename"],
        surname=parts["surname"],
        post_nominals=parts["post_nominals"],
    )


def _in_lists(meeting: Meeting, old: Person, new: Person) -> Iterator[Edit]:
    """Yield what puts the name as on the day right, where it was the old one."""
    before, after = listed(old), listed(new)
    for row in meeting.attendance:
        if row.person_id == old.id and row.name == before:
            yield PutAttendance(meeting_id=meeting.id, attendance=replace(row, name=after))
    for told in meeting.declarations:
        if told.person_id == old.id and told.name == before:
            yield PutDeclaration(meeting_id=meeting.id, declaration=replace(told, name=after))


def _in_texts(meeting: Meeting, wanted: Mapping[str, str]) -> Iterator[Edit]:
    for item in in_order(meeting):
        for block in item.blocks:
            runs = _put_right(block.runs, block.text, wanted)
            if runs != block.runs:
                yield SetBlockText(
                    meeting_id=meeting.id, item_id=item.id, block_id=block.id, runs=runs
                )


def _put_right(runs: Runs, text: str, wanted: Mapping[str, str]) -> Runs:
    for match in reversed(_places(text, wanted)):
        runs = spliced(runs, match.start(), match.end(), wanted[match[0]])
    return runs


def _places(text: str, wanted: Mapping[str, str]) -> list[re.Match[str]]:
    """Return where a form stands that becomes another; the longest form there counts.

    Not inside a longer word, nor before a hyphen: "Mr Hill" is not "Mr Hill-Smith".
    """
    if not any(form in text for form in wanted):
        return []
    forms = "|".join(re.escape(form) for form in sorted(wanted, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w-])(?:{forms})(?!\w|[-\u2010\u2011]\w)", text)
    return [match for match in found if wanted[match[0]] != match[0]]
