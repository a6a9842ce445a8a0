"""People as the text names them: whom a few letters mean, and which form stands where.

How this works: the first mention of a person in the reach that the body has chosen (item or
meeting) is the full form, "Mr Hill (Head of Community Safety, KCC)", each later one the short
form, "Mr Hill" (house-format 5). ``settled`` puts the forms right again where blocks have moved:
only for people whose full form stands somewhere, since to leave it out is the secretary's right.
Must stay in step: ``people`` (the printed forms), ``ui/sheet/naming_people`` (offers the names).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE, Attendance
from kcsp_desktop.domain.blocks import BlockKind, Runs, Visibility, spliced
from kcsp_desktop.domain.body import MentionReach
from kcsp_desktop.domain.edits import SetBlockText
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.people import HONORIFICS, Person, first_mention, short, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import ItemId, MeetingId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person who can be named: the two forms, what tells them apart, and whether here today."""

    person_id: PersonId
    honorific: str
    surname: str
    short: str
    full: str
    about: str = ""
    here: bool = True


def nameable(record: Record, meeting: Meeting) -> tuple[Named, ...]:
    """Return who can be named: those in the list of the day, then everybody else known."""
    body = record.body_of(meeting)
    listed_today = {row.person_id for row in meeting.attendance}
    found = [_of_row(body, row, record.person(row.person_id)) for row in meeting.attendance]
    found += [
        _of_person(body, person, person.post, here=False)
        for person in record.people
        if person.id not in listed_today
    ]
    return _told_apart(found, record)


def _of_row(body: Body, row: Attendance, person: Person | None) -> Named:
    """Name somebody as on the day: a later change of post leaves this meeting alone."""
    parts = understood(row.name)
    today = Person(
        id=row.person_id,
        honorific=parts["honorific"],
        initials=parts["initials"],
        forename=parts["forename"],
        surname=parts["surname"],
    )
    post = row.post
    if person is not None and person.surname == today.surname:
        today, post = person, post or person.post
    return _of_person(body, today, post, here=row.capacity in HERE, about=post or row.organisation)


def _of_person(body: Body, person: Person, post: str, *, here: bool, about: str = "") -> Named:
    name = first_mention(person, post=post, initials=body.mention_initials)
    return Named(
        person_id=person.id,
        honorific=person.honorific,
        surname=person.surname,
        short=short(person),
        full=name,
        about=about or post,
        here=here,
    )


def _told_apart(found: list[Named], record: Record) -> tuple[Named, ...]:
    """Give those who share a short form their initials: "Mr P Hill" and "Mr T Hill"."""
    counts = Counter(one.short for one in found)
    out = []
    for one in found:
        person = record.person(one.person_id)
        if counts[one.short] > 1 and person is not None:
            longer = first_mention(person, post="", initials=True)
            full = one.full.replace(one.short, longer, 1) if one.short in one.full else one.full
            one = replace(one, short=longer, full=full)
        out.append(one)
    return tuple(out)


_LETTERS = r"[^\W\d_][\w'\u2019-]*"
_NAME_TYPED = re.compile(
    rf"(?:^|(?<=[\s(\u201c\"]))(?P<honorific>{'|'.join(sorted(HONORIFICS, key=len, reverse=True))})"
    rf"\.?\s+(?P<name>{_LETTERS}(?:\s{_LETTERS})?)$",
    re.IGNORECASE,
)


def typed_name(before: str) -> str:
    """Return the name being typed at the end of ``before``: a title and two letters, or nothing."""
    match = _NAME_TYPED.search(before)
    return match[0] if match and len(match["name"]) >= 2 else ""


def matching(
    typed: str, names: Iterable[Named], spoken: Sequence[PersonId] = ()
) -> tuple[Named, ...]:
    """Return whom the letters may mean, the likeliest first.

    Those in the room before those who are not, of them whoever spoke last, then the order of the
    list. A title that was typed and is another than the person's counts against them.
    """
    match = _NAME_TYPED.search(typed)
    title, letters = (match["honorific"], match["name"]) if match else ("", typed)
    wanted, title = letters.casefold(), title.casefold()
    recency = {person_id: n for n, person_id in enumerate(reversed(spoken))}
    found = [(n, one) for n, one in enumerate(names) if _begins(one, wanted)]
    found.sort(
        key=lambda row: (
            not row[1].here,
            bool(title) and row[1].honorific.casefold() != title,
            recency.get(row[1].person_id, len(recency)),
            row[0],
        )
    )
    return tuple(one for _, one in found)


def _begins(one: Named, wanted: str) -> bool:
    surname = one.surname.casefold()
    parts = re.split(r"[\s-]", surname)
    name = one.short.casefold().removeprefix(one.honorific.casefold()).strip()
    return any(part.startswith(wanted) for part in (surname, name, *parts))


@lru_cache(maxsize=512)
def _pattern(one: Named) -> re.Pattern[str]:
    """Match the full form, else the short one, not inside a longer word."""
    ending = r"(?!\w)" if one.full[-1:].isalnum() else ""
    full, short = re.escape(one.full), re.escape(one.short)
    return re.compile(rf"(?<!\w)(?:{full}{ending}|{short}(?!\w))")


def occurrences(text: str, names: Iterable[Named]) -> tuple[tuple[int, int, Named, bool], ...]:
    """Return where people are named: start, end, who, and whether in full; in reading order."""
    found: list[tuple[int, int, Named, bool]] = []
    for one in names:
        if one.surname not in text:
            continue
        for match in _pattern(one).finditer(text):
            full = one.full != one.short and match[0] == one.full
            found.append((match.start(), match.end(), one, full))
    return tuple(sorted(found, key=lambda row: row[:2]))


def spoken_order(texts: Iterable[str], names: Sequence[Named]) -> tuple[PersonId, ...]:
    """Return who is named in the texts, whoever was named last standing last."""
    order: dict[PersonId, None] = {}
    for text in texts:
        for _, _, one, _ in occurrences(text, names):
            order.pop(one.person_id, None)
            order[one.person_id] = None
    return tuple(order)


def form(one: Named, earlier: Iterable[str]) -> str:
    """Return how to name somebody behind ``earlier``: in full at the first mention."""
    pattern = _pattern(one)
    return one.short if any(pattern.search(text) for text in earlier) else one.full


def settling(
    record: Record, meeting: Meeting, item_ids: Iterable[ItemId], visibility: Visibility
) -> tuple[SetBlockText, ...]:
    """Return the edits that put the forms of names right in these items, or the whole meeting.

    Each text is put right by itself, the public one and the restricted one: each has readers who
    see nothing else. Private notes are left as they are.
    """
    body, wanted = record.body_of(meeting), set(item_ids)
    whole = body.mention_reach is MentionReach.MEETING
    items = [item for item in in_order(meeting) if whole or item.id in wanted]
    reaches = [items] if whole else [[item] for item in items]
    names = nameable(record, meeting)
    return tuple(
        edit for reach in reaches for edit in _put_right(meeting.id, reach, visibility, names)
    )


def _put_right(
    meeting_id: MeetingId,
    items: Sequence[AgendaItem],
    visibility: Visibility,
    names: Sequence[Named],
) -> Iterator[SetBlockText]:
    found = [
        (item.id, block)
        for item in items
        for block in item.blocks
        if block.visibility is visibility and block.kind is not BlockKind.PRIVATE_NOTE
    ]
    texts = settled([block.runs for _, block in found], names)
    for (item_id, block), runs in zip(found, texts, strict=True):
        if runs != block.runs:
            yield SetBlockText(meeting_id=meeting_id, item_id=item_id, block_id=block.id, runs=runs)


def settled(texts: Sequence[Runs], names: Sequence[Named]) -> tuple[Runs, ...]:
    """Return the texts with every managed name in full at its first mention and short after it."""
    plain = ["".join(part for part, _ in runs) for runs in texts]
    seen_in = [occurrences(text, names) for text in plain]
    managed = {row[2].person_id for rows in seen_in for row in rows if row[3]}
    told: set[PersonId] = set()
    out = []
    for runs, rows in zip(texts, seen_in, strict=True):
        shift = 0
        for start, end, one, full in rows:
            if one.person_id not in managed:
                continue
            first = one.person_id not in told
            told.add(one.person_id)
            if first != full:
                wanted = one.full if first else one.short
                runs = spliced(runs, start + shift, end + shift, wanted)
                shift += len(wanted) - (end - start)
        out.append(runs)
    return tuple(out)
