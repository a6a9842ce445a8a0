"""Printed dates and times, and what people type for them (house-format 2 and 5).

Months and weekdays are written out here and not taken from the system's locale: a document is
the same on every machine.
"""

from __future__ import annotations

import re
from datetime import date, time

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def printed(day: date) -> str:
    """Return "18 November 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def printed_with_weekday(day: date) -> str:
    """Return "Thursday, 18 November 2021" (house-format 5)."""
    return f"{WEEKDAYS[day.weekday()]}, {printed(day)}"


def spoken(day: date) -> str:
    """Return "Thursday 18 November 2021", as screens say it."""
    return f"{WEEKDAYS[day.weekday()]} {printed(day)}"


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "3rd", "4th", "11th" and so on."""
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def printed_on_agenda(day: date) -> str:
    """Return "Thursday, 14th March, 2024" (house-format 2)."""
    return f"{WEEKDAYS[day.weekday()]}, {ordinal(day.day)} {MONTHS[day.month - 1]}, {day.year}"


def printed_time(at: time) -> str:
    """Return "10.00 am" (house-format 2)."""
    hour = at.hour % 12 or 12
    return f"{hour}.{at.minute:02d} {'am' if at.hour < 12 else 'pm'}"


def printed_short_time(at: time) -> str:
    """Return "10am", "2.30pm", as dates to come are listed (house-format 2)."""
    minutes = f".{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def printed_clock(at: time) -> str:
    """Return a time as noted in the room: "10.41", "14.05"."""
    return f"{at.hour}.{at.minute:02d}"


_DAY_FIRST = re.compile(
    r"^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([a-z]+|\d{1,2}),?[\s./-]+(\d{4}|\d{2})$",
)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_TIME = re.compile(r"^(\d{1,2})(?:[.:h]?(\d{2}))?\s*(?:(a|p)\.?m\.?|noon)?$")


def understood_date(text: str) -> date | None:
    """Read a date as a British secretary types it; ``None`` where it is none.

    "18/11/2021", "18.11.21", "18 nov 2021", "Thursday, 18th November, 2021", "2021-11-18". Two
    digits of a year mean this century. The day comes first, always.
    """
    text = " ".join(text.lower().split())
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.match(text):
        day, year = int(match[1]), int(match[3])
        year += 2000 if year < 100 else 0
        month = month_number(match[2])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Return the month that a number, a name or the start of a name means; 0: none."""
    if word.isdigit():
        return int(word)
    hits = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    return hits[0] if len(hits) == 1 and len(word) >= 3 else 0


def understood_time(text: str) -> time | None:
    """Read a time: "10.00", "10am", "2.30 p.m.", "14:30", "1430"; ``None`` where it is none."""
    match = _TIME.match(" ".join(text.lower().split()))
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] == "p" and hour < 12:
        hour += 12
    elif match[3] == "a" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
