"""When: the words for a time that stand with a commitment.

How this works: a table of the forms in which minutes give a time. The one nearest behind the phrase
is taken, else the nearest before it; ``wording.due_words`` says what it means. The words are
kept as they stand.
"""

from __future__ import annotations

import re
from datetime import date

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.dates import MONTHS, WEEKDAYS
from kcsp_desktop.domain.wording.due_words import understood_due

_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS if len(m) > 4)}|Sept)\b\.?"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAY = (
    rf"(?:the\s+)?(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    r"(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_PART = r"(?:early|mid|late|the\s+(?:beginning|start|middle)\s+of)[\s-]+"
_SEASON = r"(?:the\s+)?(?:(?:early|late|next|new|following)\s+)?(?:spring|summer|autumn|winter)"
_YEAR = r"(?:\s+(?:of\s+)?\d{4}(?:[/-]\d{2,4})?)?"
_WHEN = (
    rf"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:{_MONTH}(?:,?\s+\d{{4}})?|\d{{4}}(?:/\d\d)?"
    r"|(?:(?:financial|municipal|calendar|academic|school)\s+)?(?:year|month|week|term))"
    rf"|{_DAY}|(?:{_PART})?{_MONTH}(?:,?\s+\d{{4}})?(?!\s+meeting)|(?:{_PART})\d{{4}}"
    rf"|{_SEASON}{_YEAR}|the\s+new\s+(?:financial\s+|municipal\s+|calendar\s+)?year"
    r"|next\s+(?:week|month|year|term)|the\s+(?:following|coming)\s+(?:week|month|year)"
)
_LEAD = (
    r"(?:by|before|no later than|not later than|until|from|on|in|for|at|to|of|during|is|was|"
    r"would be|with effect from)\s+"
)
_NUMBER = r"(?:\d{1,3}|a|one|two|three|four|five|six|eight|nine|ten|twelve|fourteen|few|couple of)"
_TIMES = (
    rf"(?:(?:at|to|for|until|before|by)\s+)(?:the\s+|a\s+|its\s+|our\s+|their\s+)?(?:next|future|following|subsequent"
    rf"|forthcoming|{_MONTH}(?:\s+\d{{4}})?)\s+(?:[A-Z]?\w+\s+){{0,3}}?meetings?"
    rf"(?:\s+(?:on|in|of)\s+(?:{_WHEN}))?",
    rf"(?:at|to|for|until)\s+(?:the\s+|its\s+|a\s+)?meeting\s+(?:to be held\s+)?(?:on|in|of)\s+(?:{_WHEN})",
    r"(?:at\s+)?(?:each|every)\s+meeting|as\s+a\s+standing\s+(?:agenda\s+)?item",
    rf"(?:each|every)\s+(?:year|{_MONTH}|month|quarter|week|six months|{_SEASON})",
    r"half[ -]yearly|six[ -]monthly|annually|yearly|quarterly|monthly|twice a year|once a year|six[ -]monthly|half[ -]yearly",
    rf"{_LEAD}(?:{_WHEN})",
    rf"(?:with)?in\s+(?:the\s+next\s+)?{_NUMBER}\s+(?:working\s+)?(?:day|week|fortnight|month|year)s?\b"
    r"(?:'s?)?(?:\s+time)?",
    r"in\s+(?:the\s+)?(?:next|coming)\s+(?:few\s+)?(?:days|weeks|months|year|municipal year)",
    r"(?:before|after|outside(?:\s+of)?|following)\s+the\s+meeting",
    r"in\s+due\s+course|as\s+soon\s+as\s+(?:possible|practicable|available)|at\s+the\s+appropriate"
    r"\s+time|shortly|soon\b|in\s+the\s+near\s+future|at\s+a\s+later\s+date|when\s+(?:it\s+was\s+)?"
    r"available|urgently|immediately",
    rf"(?<!to )(?<![\w-])(?:{_DAY})",
)
_FIND = re.compile("|".join(f"(?:{one})" for one in _TIMES), re.IGNORECASE)
_VAGUE = re.compile(r"(?:before|after|outside|following|shortly|soon|urgently|immediately)\b", re.I)
_BOUNDS = re.compile(r"^(?:is|was|would be|of|to|for|from|during|on|in|at)\s+", re.I)


def due_near(text: str, start: int, end: int, said_on: date) -> tuple[str, Due]:
    """Return the words for a time nearest to ``text[start:end]`` and what they mean; or nothing."""
    found = list(_FIND.finditer(text))
    behind = [m for m in found if m.start() >= start]
    chosen = min(behind, key=lambda m: m.start(), default=None) or (found[-1] if found else None)
    if chosen is None:
        return "", Due()
    words = " ".join(chosen[0].split())
    return words, meant(words, said_on)


def meant(words: str, said_on: date) -> Due:
    """Return what ``words`` mean, with the words of the minutes kept."""
    tries = (words, _BOUNDS.sub("", words), re.sub(r"\s+\d{4}$", "", _BOUNDS.sub("", words)))
    if re.match(rf"(?:each|every)\s+(?:{_MONTH}|{_SEASON})", words, re.I):
        return Due(kind=DueKind.YEARLY, words=words)
    for one in tries[:2]:
        read = understood_due(one.replace("agenda ", ""), said_on)
        if read.kind is not DueKind.UNCLEAR:
            return Due(kind=read.kind, words=words, date=read.date)
    return Due(kind=DueKind.UNCLEAR, words=words)


def is_past(due: Due, said_on: date) -> bool:
    """Whether it names a day before the meeting."""
    return bool(due.date) and due.date < said_on.isoformat()


def is_vague(words: str) -> bool:
    """Whether the words give no time that could be held to: "in due course"."""
    return not words or bool(_VAGUE.match(words))
