"""What comes: answers to be given, last days, the agenda of next time, reports to be received."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments.hits import Hit, harmless, is_past
from kcsp_desktop.domain.commitments.parties import NOBODY, Who
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene
    from kcsp_desktop.domain.commitments.parties import Party

E, IMPLIED = CommitmentKind.EXPLICIT, CommitmentKind.IMPLIED

_ANSWERS = re.compile(
    r"\b(?:any|further|other|all|additional|if .{3,60}?)\s+(?:\w+\s+){0,2}?"
    r"(?:questions?|comments|quer(?:y|ies)|suggestions|feedback|amendments|nominations|responses"
    r"|volunteers|concerns)\b"
    r".{0,80}?\b(?:should|could|can|to|may|please)\s+(?:be\s+)?"
    r"(?:e-?mail(?:ed)?|sen[dt]|contact(?:ed)?|let|submit(?:ted)?|direct(?:ed)?|address(?:ed)?"
    r"|forward(?:ed)?|pass(?:ed)?|raised?|return(?:ed)?|made)\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"\s+(?:(?:them|these|those|it|this|directly|by e-?mail)\s+)?(?:to\s+)?"
    r"((?:the\s+)?[\w'-]+(?:\s+[A-Z][\w'-]*)*)",
)
_DEADLINE = re.compile(
    r"\b(?:deadline|closing\s+date|cut-off(?:\s+date)?|final\s+date|last\s+date)\b"
    r"|\b(?:would|will|was\s+to|were\s+to)\s+close\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:(?:was|were|is|are)\s+(?:required|obliged|expected)\s+to|had\s+to|has\s+to|have\s+to"
    r"|must|need(?:ed|s)?\s+to|would\s+need\s+to|should|would\s+have\s+to)\s+(?!have\b)[a-z-]+",
)
_BY = re.compile(r"\b(?:by|before|no later than|not later than)\s", re.IGNORECASE)
_FAR = 90  # how far behind "deadline" its day may stand and be shown with it, in letters
_AGENDA = re.compile(
    r"\bas\s+an?\s+(?:standing|regular|permanent)\s+(?:agenda\s+)?item"
    r"|\b(?:would|will|to|should)\s+(?:remain|stay"
    r"|be\s+(?:a|included|placed|put|kept|retained|added))\b"
    r".{0,40}?\b(?:agenda|work\s+programme|forward\s+plan|action\s+log|standing\s+item)",
)
_DEFERRED = re.compile(
    r"\b(?:was|were|is|be|been|would\s+be)\s+(?:deferred|carried\s+(?:forward|over)|held\s+over"
    r"|postponed|rescheduled)\b(?:\s+(?:to|until|for|pending)\b)?(?=.*\b(?:meeting|agenda|pending)\b)",
)
_REPORTS = (
    r"(?:reports?|updates?|briefings?|papers?|information|response|presentation|copy|copies"
    r"|details?)\b"
)
_WOULD_GET = re.compile(
    r"(?<!\byet )\b(?:would|will|to|should)\s+(?:receive|have"
    r"|be\s+(?:given|sent|provided\s+with|presented\s+with))\s+"
    r"(?:(?:an?|the|further|regular|quarterly|annual|monthly|written|six-monthly|yearly|progress"
    rf"|monitoring|detailed|full|more|another|updated|verbal)\s+)*{_REPORTS}",
)
_THERE_WILL_BE = re.compile(
    r"\bthere\s+(?:would|will)\s+(?:also\s+)?be\s+(?:an?|another|further|regular|more)\s+"
    rf"(?:\w+\s+){{0,3}}?(?:{_REPORTS}|meeting\b|workshop\b)",
    re.IGNORECASE,
)


def answers_welcome(scene: Scene) -> Iterator[Hit]:
    """Find "any comments should be sent to …", "if Members had questions, they could e-mail …"."""
    for match in _ANSWERS.finditer(scene.text):
        rest = _TO_WHOM.match(scene.text, match.end())
        party = scene.named(rest[1], rest.start(1)) if rest else NOBODY
        yield _hit("answers", match, party if party.can_owe else NOBODY)


def deadlines(scene: Scene) -> Iterator[Hit]:
    """Find deadlines that are still to come, and what is required by a day."""
    for match in _DEADLINE.finditer(scene.text):
        due = scene.still_to_come(match.start())
        if due and not harmless(scene, match.start()):
            end = scene.text.find(due, match.start()) + len(due)
            end = end if match.end() < end <= match.end() + _FAR else match.end()
            yield Hit(rule="deadline", kind=E, start=match.start(), end=end)
    for match in _MUST.finditer(scene.text):
        due = scene.still_to_come(match.end())
        if due and _BY.match(due) and not harmless(scene, match.start()):
            party = scene.before(match.start())
            yield _hit("deadline", match, party, E if party.can_owe else IMPLIED)


def next_time(scene: Scene) -> Iterator[Hit]:
    """Find standing items and what was deferred."""
    for match in _AGENDA.finditer(scene.text):
        if not _is_harmless(scene, match):
            yield _hit("agenda", match, scene.before(match.start()))
    for match in _DEFERRED.finditer(scene.text):
        if not _is_harmless(scene, match):
            yield _hit("deferred", match)


def reports(scene: Scene) -> Iterator[Hit]:
    """Find reports that the body would receive, and that there would be."""
    for match in _WOULD_GET.finditer(scene.text):
        receives = scene.before(match.start()).who in (Who.GROUP, Who.MEMBERS)
        if receives and not _is_harmless(scene, match):
            yield _hit("reports", match)
    for match in _THERE_WILL_BE.finditer(scene.text):
        if not _is_harmless(scene, match):
            yield _hit("reports", match)


def _is_harmless(scene: Scene, match: re.Match[str]) -> bool:
    return harmless(scene, match.start()) or is_past(scene, match.start())


def _hit(rule: str, match: re.Match[str], party: Party = NOBODY, kind: CommitmentKind = E) -> Hit:
    return Hit(rule=rule, kind=kind, start=match.start(), end=match.end(), party=party)
