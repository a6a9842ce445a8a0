"""When: the words for a time that stand with a commitment.

How this works: a table of the forms in which minutes give a time. The one nearest behind the phrase
is taken, else the nearest before it; ``wording.due_words`` says what it means. The words are
kept as they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.dates import MONTHS, WEEKDAYS
from kcsp_desktop.domain.wording.due_words import understood_due

if TYPE_CHECKING:
    from datetime import date

_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS if len(m) > 4)}|Sept)\b\.?"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAY = (
    rf"(?:the\s+)?(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    r"(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_PART = r"(?:early|mid|late|the\s+(?:beginning|start|middle)\s+of)[\s-]+"
_SEASON = r"(?:the\s+)?(?:(?:early|late|next|new|following)\s+)?(?:spring|summer|autumn|winter)"
_YEAR = r"(?:\s+(?:of\s+)?\d{4}(?:[/-]\d{2,4})?)?"
_YEARS = r"(?:financial|municipal|calendar|academic|school)\s+"
_END_OF = (
    rf"(?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+)?(?:{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}(?:/\d\d)?|(?:{_YEARS})?(?:year|month|week|term))"
)
_WHEN = (
    rf"{_END_OF}|{_DAY}|(?:{_PART})?{_MONTH}(?:,?\s+\d{{4}})?(?!\s+meeting)|(?:{_PART})\d{{4}}"
    rf"|{_SEASON}{_YEAR}|the\s+new\s+(?:{_YEARS})?year"
    r"|next\s+(?:week|month|year|term)|the\s+(?:following|coming)\s+(?:week|month|year)"
)
_LEAD = (
    r"(?:by|before|no later than|not later than|until|from|on|in|for|at|to|of|during|is|was|"
    r"would be|with effect from)\s+"
)
_NUMBER = r"(?:\d{1,3}|a|one|two|three|four|five|six|eight|nine|ten|twelve|fourteen|few|couple of)"
_NEXT = r"(?:next|future|following|subsequent|forthcoming)"
_TIMES = (
    r"(?:at|to|for|until|before|by)\s+(?:(?:the|a|its|our|their)\s+)?"
    rf"(?:{_NEXT}|{_MONTH}(?:\s+\d{{4}})?)\s+(?:\w+\s+){{0,3}}?meetings?"
    rf"(?:\s+(?:on|in|of)\s+(?:{_WHEN}))?",
    r"(?:at|to|for|until)\s+(?:(?:the|its|a)\s+)?meeting\s+(?:to be held\s+)?"
    rf"(?:on|in|of)\s+(?:{_WHEN})",
    r"(?:at\s+)?(?:each|every)\s+meeting",
    r"as\s+a\s+standing\s+(?:agenda\s+)?item",
    rf"(?:each|every)\s+(?:year|{_MONTH}|month|quarter|week|six months|{_SEASON})",
    r"half[ -]yearly|six[ -]monthly|annually|yearly|quarterly|monthly|twice a year|once a year",
    rf"{_LEAD}(?:{_WHEN})",
    rf"(?:with)?in\s+(?:the\s+next\s+)?{_NUMBER}\s+(?:working\s+)?"
    r"(?:day|week|fortnight|month|year)s?\b(?:'s?)?(?:\s+time)?",
    r"in\s+(?:the\s+)?(?:next|coming)\s+(?:few\s+)?(?:days|weeks|months|year|municipal year)",
    r"(?:before|after|outside(?:\s+of)?|following)\s+the\s+meeting",
    r"in\s+due\s+course|as\s+soon\s+as\s+(?:possible|practicable|available)",
    r"at\s+the\s+appropriate\s+time|in\s+the\s+near\s+future|at\s+a\s+later\s+date",
    r"shortly|soon\b|when\s+(?:it\s+was\s+)?available|urgently|immediately",
    rf"(?<!to )(?<![\w-])(?:{_DAY})",
)
_NEAR = 300  # how far from a phrase its time may stand, in letters
_FIND = re.compile("|".join(f"(?:{one})" for one in _TIMES), re.IGNORECASE)
_VAGUE = re.compile(r"(?:before|after|outside|following|shortly|soon|urgently|immediately)\b", re.I)
_BOUNDS = re.compile(r"^(?:is|was|would be|of|to|for|from|during|on|in|at)\s+", re.I)
_OUR_MEETING = re.compile(r"\b(?:its|our|their|a)\s+(?=(?:next\s+)?meeting\b)", re.I)
_YEARLY = re.compile(rf"(?:each|every)\s+(?:{_MONTH}|{_SEASON})", re.I)


def due_near(text: str, start: int, said_on: date) -> Due:
    """Return the time whose words stand nearest behind ``start``, else last before it."""
    found = list(_FIND.finditer(text, max(start - _NEAR, 0), start + _NEAR))
    behind = [match for match in found if match.start() >= start]
    chosen = behind[0] if behind else found[-1] if found else None
    return meant(" ".join(chosen[0].split()).rstrip("."), said_on) if chosen else Due()


def meant(words: str, said_on: date) -> Due:
    """Return what ``words`` mean, with the words of the minutes kept."""
    if _YEARLY.match(words):
        return Due(kind=DueKind.YEARLY, words=words)
    known = _OUR_MEETING.sub("the ", words)
    for one in (known, _BOUNDS.sub("", known)):
        read = understood_due(one.replace("agenda ", ""), said_on)
        if read.kind is not DueKind.UNCLEAR:
            return replace(read, words=words)
    return Due(kind=DueKind.UNCLEAR, words=words)


def is_past(due: Due, said_on: date) -> bool:
    """Whether it names a day before the meeting."""
    return bool(due.date) and due.date < said_on.isoformat()


def is_vague(due: Due) -> bool:
    """Whether the words give no time that could be held to: "shortly"."""
    return not due.words or bool(_VAGUE.match(due.words))
