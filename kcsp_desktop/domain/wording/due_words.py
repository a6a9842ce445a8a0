"""When something is due, read from the words of the room. The words are kept, always.

How this works: a table of forms, tried in order; each gives a kind and, where one can be known, a
day. A month or a day without a year is the first one that comes after the meeting it was said at.
Words that fit no form are kept as unclear: they have to be chased. Must stay in step:
``actions.DueKind``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.dates import MONTHS, month_number, spoken, understood_date

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = tuple[DueKind, date | None]

_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_LEADS = re.compile(
    r"^(?:(?:to be )?(?:completed|done)\s+)?"
    r"(?:by|before|on|in|at|from|no later than|not later than|until|due)\s+"
)


def understood_due(words: str, said_on: date) -> Due:
    """Read when an action is due that was agreed on ``said_on``."""
    words = " ".join(words.split())
    if not words:
        return Due()
    kind, day = _read(words.lower().rstrip("."), said_on)
    return Due(kind=kind, words=words, date=day.isoformat() if day else "")


def explained(due: Due) -> str:
    """Say how the words were understood: "Friday 31 July 2026", "at the next meeting"."""
    if due.date:
        day = spoken(date.fromisoformat(due.date))
        return f"the meeting on {day}" if due.kind is DueKind.NAMED_MEETING else day
    return _EXPLAINED.get(due.kind, "")


_EXPLAINED = {
    DueKind.NEXT_MEETING: "at the next meeting",
    DueKind.NAMED_MEETING: "at that meeting",
    DueKind.YEARLY: "once a year",
    DueKind.EACH_MEETING: "at each meeting",
    DueKind.OPEN: "no date",
    DueKind.UNCLEAR: "not a date: kept in these words, to be asked for",
}


def _read(words: str, said_on: date) -> Read:
    for pattern, kind in _PHRASES:
        if pattern.fullmatch(words):
            return kind, None
    bare = _LEADS.sub("", words)
    for form in _FORMS:
        try:
            found = form(bare, said_on)
        except (ValueError, OverflowError):  # no such day in any calendar: "the end of 0000"
            continue
        if found is not None:
            return found
    return DueKind.UNCLEAR, None


_PHRASES = (
    (re.compile(r"(?:(?:at|by|for|to)\s+)?(?:the\s+|our\s+)?next\s+(?:\w+\s+)?meeting"),
     DueKind.NEXT_MEETING),
    (re.compile(r"(?:at\s+)?(?:each|every)\s+meeting|(?:a\s+|as\s+a\s+)?standing\s+item"),
     DueKind.EACH_MEETING),
    (re.compile(r"yearly|annually|annual|(?:each|every|once\s+a)\s+year"), DueKind.YEARLY),
    (re.compile(r"open|ongoing|no\s+date|none|continuing"), DueKind.OPEN),
)  # fmt: skip


def _meeting(words: str, said_on: date) -> Read | None:
    """Read "the meeting on 9 May", "July meeting"."""
    named = re.fullmatch(r"(?:the\s+)?meeting\s+(?:on|of|in)\s+(.+)", words)
    after = re.fullmatch(r"(?:the\s+)?(.+?)\s+meeting", words)
    inner = named or after
    if inner is None:
        return None
    found = _day(inner[1], said_on)
    if found is not None:
        return DueKind.NAMED_MEETING, found[1]
    month = re.fullmatch(_MONTH + _YEAR, inner[1])
    return (DueKind.NAMED_MEETING, None) if month and month_number(month["month"]) else None


def _day(words: str, said_on: date) -> Read | None:
    day = understood_date(words)
    if day is not None:
        return DueKind.DATE, day
    for year in (said_on.year, said_on.year + 1):  # a day without its year: the next to come
        day = understood_date(f"{words} {year}") if re.search(r"[a-z]$", words) else None
        if day is not None and day > said_on:
            return DueKind.DATE, day
    return None


def _end_of(words: str, said_on: date) -> Read | None:
    """Read "the end of July 2026", "end of the year", "the end of the financial year"."""
    match = re.fullmatch(r"(?:the\s+)?end\s+(?:of\s+)?(?:the\s+)?(.+)", words)
    if match is None:
        return None
    what = match[1]
    if re.fullmatch(r"(?:financial|municipal|fiscal)\s+year", what):
        day = date(said_on.year, 3, 31)
        return DueKind.BY_THE_END_OF, day if day > said_on else date(said_on.year + 1, 3, 31)
    if re.fullmatch(r"(?:calendar\s+)?year", what):
        return DueKind.BY_THE_END_OF, date(said_on.year, 12, 31)
    if what in ("month", "this month"):
        return DueKind.BY_THE_END_OF, _last_day(said_on.year, said_on.month)
    if re.fullmatch(r"\d{4}", what):
        return DueKind.BY_THE_END_OF, date(int(what), 12, 31)
    last = _month_of(what, said_on)
    return (DueKind.BY_THE_END_OF, last) if last else None


def _month(words: str, said_on: date) -> Read | None:
    """Read "July 2026", "early July": it is due on the month's last day."""
    day = _month_of(re.sub(r"^(?:early|mid|late)[\s-]+", "", words), said_on)
    return (DueKind.MONTH, day) if day else None


def _month_of(words: str, said_on: date) -> date | None:
    match = re.fullmatch(_MONTH + _YEAR, words)
    month = month_number(match["month"]) if match else 0
    if not match or not month:
        return None
    year = int(match["year"]) if match["year"] else said_on.year
    day = _last_day(year, month)
    return day if match["year"] or day > said_on else _last_day(year + 1, month)


def _last_day(year: int, month: int) -> date:
    first_of_next = date(year + month // len(MONTHS), month % len(MONTHS) + 1, 1)
    return first_of_next - timedelta(days=1)


def _span(words: str, said_on: date) -> Read | None:
    """Read "two weeks", "within 14 days", "a month's time", "six months"."""
    match = re.fullmatch(
        r"(?:within\s+)?(?:the\s+next\s+)?(\d{1,3}|[a-z]+)\s+(day|week|fortnight|month)s?(?:['\u2019]s?)?"
        r"(?:\s+time)?",
        words,
    )
    count = _SMALL.get(match[1], int(match[1]) if match[1].isdigit() else 0) if match else 0
    if not match or not count:
        return None
    days = {"day": 1, "week": 7, "fortnight": 14}.get(match[2])
    if days:
        return DueKind.DATE, said_on + timedelta(days=days * count)
    months = said_on.month - 1 + count
    year, month = said_on.year + months // 12, months % 12 + 1
    return DueKind.DATE, min(_last_day(year, month), _same_day(year, month, said_on.day))


def _same_day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, _last_day(year, month).day))


_FORMS: tuple[Callable[[str, date], Read | None], ...] = (_meeting, _day, _end_of, _month, _span)
