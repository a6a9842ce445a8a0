"""What the words only imply: plans, work under way, events to come. Offered as "perhaps"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import dues, verbs
from kcsp_desktop.domain.commitments.hits import Hit, harmless, is_past
from kcsp_desktop.domain.commitments.parties import NOBODY, Party, Who
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene

_BE = r"(?:was|were|is|are|been)\s+(?:(?:now|currently|also|still|therefore|\w+ly)\s+)?"
_PLANNED = re.compile(
    rf"\b{_BE}(?:expected|due|planned|scheduled|anticipated|intended|proposed|arranged|booked|set"
    r"|hoped)\s+(?:to\s+(?P<verb>(?:be\s+)?[a-z-]+)|for|in|on|by|at|that|later|this|next|within"
    r"|during|before|early|shortly|soon)\b",
)
_MEANT = re.compile(
    r"\b(?:intended|intends|intend|planned|plans|plan|hoped|hopes|aimed|aims|proposed|proposes"
    r"|(?:was|were|is|are)\s+(?:looking|planning|hoping|intending|preparing|about))"
    r"\s+to\s+[a-z-]+",
)
BEING = (
    "planned", "developed", "considered", "explored", "drafted", "prepared", "finalised",
    "arranged", "organised", "progressed", "investigated", "looked at", "looked into", "scoped",
    "worked up", "worked on", "worked through", "updated", "refreshed", "recruited", "procured",
    "commissioned", "sought", "produced", "drawn up", "put together", "reviewed", "held on",
    "rolled out", "set up", "discussed",
)  # fmt: skip
DOING = (
    "looking at", "looking into", "working on", "working up", "working towards", "exploring",
    "scoping", "investigating", "developing", "drafting", "preparing", "finalising", "seeking",
    "reviewing", "recruiting", "arranging", "organising", "planning", "consulting on", "awaiting",
    "expecting", "waiting for", "in discussions?",
)  # fmt: skip
NOT_YET = (
    "available", "completed?", "finalised", "agreed", "received", "published", "decided",
    "confirmed",
)  # fmt: skip


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(one.replace(" ", r"\s+") for one in phrases)


_UNDER_WAY = re.compile(
    rf"\b{_BE}(?:being\s+(?:{_any(BEING)})|{_any(DOING)})\b"
    r"|\bin\s+(?:the\s+)?process\b(?:\s+of\s+\w+ing)?|\bunder\s?-?way\b"
    r"|\bin\s+(?:preparation|development|train)\b"
    r"|\b(?:yet|still|remained|remains)\s+to\s+be\s+\w+"
    r"|\bto\s+be\s+(?:confirmed|finalised|decided|determined)\b"
    rf"|\bnot\s+yet\s+(?:been\s+)?(?:{_any(NOT_YET)})\b"
    r"|\bdiscussions\s+(?:were|are)\s+(?:taking\s+place|under\s?way|ongoing|continuing)\b"
    r"|\b(?:would|will)\s+need\s+to\s+(?:be\s+)?\w+"
    r"|\bdiscuss(?:ed|ing)?\s+how\s+(?:best\s+)?to\s+\w+",
)
_OPEN_STILL = re.compile(r"(?:yet|still|not yet|remain)")  # "had yet to be agreed" is not past
_OFFERED = re.compile(
    r"\bexpressed\s+(?:(?:an?|their|his|her)\s+)?(?:interest\s+in|(?:willingness|desire|wish)\s+to)\b"
    r"|\b(?:would|will)\s+welcome\b|\bvolunteers\s+were\s+(?:sought|invited)\b"
    r"|\b(?:has|have|had)\s+agreed\s+(?:a|an|the)\s+"
    r"(?:plan|approach|timetable|way\s+forward|programme)\b"
    r"|\b(?:attendance|participation|responses|nominations|take-up)\b.{0,40}?"
    r"\b(?:was|were)\s+(?:encouraged|invited|sought)\b"
    r"|\bwould\s+like\s+(?:to\s+see\s+)?(?:(?!to\b)[\w'-]+\s+){1,6}?(?:to\s+be\s+)?(?:addressed"
    r"|considered|included|added|reviewed|investigated|resolved|provided|circulated|discussed)\b"
    r"|\bplans\s+(?:were\s+in\s+place\s+)?(?:to|for)\b"
    r"|\bthere\s+(?:was|were)\s+(?:a\s+)?plans?\s+to\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:asked\s+for|requested|sought|called\s+for)\s+"
    r"(?:(?:an?|some|more|further|the|additional|sight\s+of)\s+)*(?:\w+\s+){0,3}?"
    r"(?:updates?|information|details?|data|figures|reports?|briefings?|evidence|breakdown|note"
    r"|letter|copy|copies|papers?|list|feedback|statistics|presentation)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:note|letter|paper|report|copy|copies|breakdown|list|briefing)$", re.IGNORECASE
)
_ON = re.compile(
    r"\b(?:would|will|(?:was|were|is|are)\s+(?:to|being|due\s+to))\s+(?:also\s+|then\s+|next\s+)?"
    r"(?:be\s+)?(?:held|hold|take\s+place|run|begin|start|open|launch|launched|published|commence|"
    r"go\s+live|come\s+into|completed?|delivered|attend|host|hosted|end|finish|cease|expire|return|"
    r"opened|introduced|implemented|rolled\s+out|refreshed|submitted|re-?\w+ed)\b",
)


def planned(scene: Scene) -> Iterator[Hit]:
    """Find what "was expected for early 2027", what somebody "intended to" do."""
    for match in _PLANNED.finditer(scene.text):
        party = scene.before(match.start())
        if _is_a_plan(scene, match, party) and not _is_over(scene, match.start()):
            yield _hit("planned", match, party)
    for match in _MEANT.finditer(scene.text):
        party = scene.before(match.start())
        gone = dues.is_past(scene.due_behind(match.start()), scene.said_on)
        if party.can_owe and not gone and not _is_over(scene, match.start()):
            yield _hit("planned", match, party)


def _is_a_plan(scene: Scene, match: re.Match[str], party: Party) -> bool:
    """Whether what is "expected" or "due" is more than that things will be so."""
    due = scene.due_behind(match.start())
    if dues.is_past(due, scene.said_on):
        return False
    verb = (match["verb"] or "").split()
    done = verb[:1] == ["be"]
    known = bool(verb) and (done or verbs.looked_up(verb[-1], scene.text[match.end() :]))
    soon = match[0].endswith((" later", " next", " this"))
    return bool(known or soon or (verb and party.can_owe) or not dues.is_vague(due))


def under_way(scene: Scene) -> Iterator[Hit]:
    """Find work "under way", "being planned", "yet to be finalised"."""
    for match in _UNDER_WAY.finditer(scene.text):
        open_still = _OPEN_STILL.match(match[0]) and not harmless(scene, match.start())
        if open_still or not _is_over(scene, match.start()):
            party = scene.before(match.start())
            yield _hit("under way", match, party if party.can_owe else NOBODY)


def offered(scene: Scene) -> Iterator[Hit]:
    """Find interest that was expressed, and plans that others have agreed."""
    for match in _OFFERED.finditer(scene.text):
        if not harmless(scene, match.start()):
            party = scene.before(match.start())
            yield _hit("offered", match, party if party.can_owe else NOBODY)


def asked_for(scene: Scene) -> Iterator[Hit]:
    """Find "asked for more detail", which may have been answered in the room."""
    for match in _ASKED_FOR.finditer(scene.text):
        if is_past(scene, match.start()) or harmless(scene, match.start()):
            continue
        written = _WRITTEN.search(match[0]) is not None
        kind = CommitmentKind.EXPLICIT if written else CommitmentKind.IMPLIED
        yield Hit(rule="asked for", kind=kind, start=match.start(), end=match.end())


def events(scene: Scene) -> Iterator[Hit]:
    """Find what will happen on a day that is given."""
    for match in _ON.finditer(scene.text):
        if scene.still_to_come(match.start()) and not harmless(scene, match.start()):
            party = scene.before(match.start())
            yield _hit("event", match, party if party.can_owe else NOBODY)


def _hit(rule: str, match: re.Match[str], party: Party) -> Hit:
    owner = NOBODY if party.who is Who.THING else party
    return Hit(
        rule=rule,
        kind=CommitmentKind.IMPLIED,
        start=match.start(),
        end=match.end(),
        party=owner,
    )


def _is_over(scene: Scene, at: int) -> bool:
    return harmless(scene, at) or is_past(scene, at)
