"""Names and acronyms that are right because the record says so. Pure."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kcsp_desktop.domain.spelling.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record


def known_names(record: Record, meeting: Meeting | None = None) -> frozenset[str]:
    """Return the words of all names in the record, and of who and where in a meeting.

    Of agenda titles only acronyms are taken: an ordinary word typed wrong in a title would
    otherwise be right everywhere.
    """
    found = {
        found.word
        for text in _names(record, meeting)
        for found in words(text)
        if found.word != found.word.lower()
    }
    if meeting is not None:
        titles = (found for item in meeting.items for found in words(item.title))
        found |= {one.word for one in titles if sum(map(str.isupper, one.word)) > 1}
    return frozenset(found)


def _names(record: Record, meeting: Meeting | None) -> Iterator[str]:
    for person in record.people:
        yield from (person.honorific, person.forename, person.surname, person.post_nominals)
        yield from (post.printed for post in person.posts)
    for one in record.organisations:
        yield from (one.name, one.short_name)
    for body in record.bodies:
        yield from (body.name, body.short_name, body.authority, body.usual_venue)
    if meeting is not None:
        yield from (meeting.details.venue, meeting.details.contact)
        yield from (item.presenter for item in meeting.items)
        for row in meeting.attendance:
            yield from (row.name, row.post, row.organisation)


def is_known(word: str, known: frozenset[str]) -> bool:
    """Whether a word is one of those known: as it stands, begun with a capital, or all in capitals.

    A name without its capital is not: the dictionary decides.
    """
    if word in known or (word.isupper() and word.capitalize() in known):
        return True
    return word[:1].isupper() and word.lower() in known


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to two known names that a word with a capital may have been meant for."""
    if not word[:1].isupper():
        return ()
    return tuple(difflib.get_close_matches(word, sorted(known), n=2, cutoff=0.75))
