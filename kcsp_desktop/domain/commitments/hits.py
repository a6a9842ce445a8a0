"""What the rules share: the sentence in hand, what a rule hands back, what makes words harmless.

How this works: ``Hit`` is a phrase that a rule found in one sentence. ``harmless`` looks at the
words before it: a reported question ("asked whether"), a condition ("if"), a hope or a fear, and an
explanation ("explained how") make no commitment. The answer that follows a question in the same
sentence begins a clause of its own. ``is_past``: "had agreed", "at its last meeting", a year gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import dues, parties
from kcsp_desktop.domain.commitments.parties import NOBODY, Party, Who
from kcsp_desktop.domain.commitments.sentences import Sentence
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from kcsp_desktop.domain.actions import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase that a rule found: where, which rule, how sure, and whose it seems to be."""

    rule: str
    kind: CommitmentKind
    start: int
    end: int
    party: Party = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The sentence that is read, who spoke last, the names of the day, the day of the meeting."""

    sentence: Sentence
    said_on: date
    names: frozenset[str] = frozenset()
    speaker: Party = NOBODY

    @property
    def text(self) -> str:
        """The sentence without what stands in brackets."""
        return self.sentence.bare

    def nearest(self, at: int) -> Party:
        """Return what the words right before ``at`` name."""
        return parties.before(self.text, at, self.names)

    def before(self, at: int) -> Party:
        """Return who is named right before ``at``; "he" is who spoke, and so is nobody named."""
        party = self._past_the_post(at)
        if party.who in (Who.PRONOUN, Who.NONE):
            return self.speaker_at(at) or party
        return party

    def named(self, words: str, start: int) -> Party:
        """Return the party that ``words``, which begin at ``start``, name."""
        words = words.strip()
        return Party(words=words, start=start, who=parties.kind_of(words, self.names))

    def speaker_at(self, at: int) -> Party | None:
        """Return who speaks in the words before ``at``, or spoke last in the block."""
        for verb in reversed(list(SAID.finditer(self.text, max(at - _NEAR, 0), at))):
            party = self._past_the_post(verb.start())
            if party.can_owe:
                return party
        return self.speaker if self.speaker.can_owe else None

    def due(self, start: int) -> Due:
        """Return the time that stands with a phrase that begins at ``start``."""
        return dues.due_near(self.text, start, self.said_on)

    def due_behind(self, at: int) -> Due:
        """Return the time that stands behind ``at``."""
        return dues.due_near(self.text[at : at + _NEAR], 0, self.said_on)

    def still_to_come(self, at: int) -> str:
        """Return the words for a time behind ``at`` that can be held to and is not over."""
        due = self.due_behind(at)
        return "" if dues.is_vague(due) or dues.is_past(due, self.said_on) else due.words

    def _past_the_post(self, at: int) -> Party:
        """Return who is named before ``at``, over a post: "Mr Hale, the Highways Manager, …"."""
        party = self.nearest(at)
        beside = _BESIDE.search(self.text, 0, at) if party.who is Who.NONE else None
        return self.nearest(beside.start()) if beside else party


_NEAR = 600  # how far back who speaks, and what makes harmless, is looked for, in letters
SAID = re.compile(
    r"\b(?:said|told|undertook|gave|drew|felt|would|will|[a-z]{3,}ed)\b",
)
"""Verbs behind which who speaks stands: nearly all of them are past."""
_NEW_CLAUSE = re.compile(
    r"(?:[,;]|\b(?:and|but|to which|whereupon))\s+(?:[\w'-]+\s+){0,6}?(?:said|stated|confirmed"
    r"|explained|advised|replied|responded|added|agreed|informed|told|undertook|offered|promised"
    r"|assured|reassured|(?:was|were)\s+(?:told|informed|advised|assured))\b",
)
_QUESTION = re.compile(
    r"\b(?:ask(?:ed|ing)?|question(?:ed|ing)?|quer(?:ied|ying)|[ei]nquir(?:ed|ing)|wondered"
    r"|wanted to know|a question)\b"
    r"(?:\s+[\w'-]+){0,5}?\s+(?:whether|if|how|when|why|what|where|which|who)\b"
    r"|\bsought\s+(?:\w+\s+)?(?:clarification|assurances?|confirmation|reassurances?)\b",
    re.IGNORECASE,
)
_TOLD_HOW = re.compile(
    r"\b(?:explain|outlin|describ|set out|detail|summaris|illustrat|show|demonstrat|consider"
    r"|discuss|debat|understand|understood|learn|hear|highlight|note)(?:ed|d|t|s|ing)?\b"
    r"(?:\s+[\w'-]+){0,3}?\s+(?:how|why|what|whether|who)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\bif\b|\bunless\b|\bprovided that\b|\bin the event\b|^were\b", re.IGNORECASE)
_HOPED = re.compile(
    r"\b(?:hop(?:ed|ing|eful)|wish(?:ed)?|fear(?:s|ed)?|believ(?:ed|ing)|felt|thought|considered"
    r"|worr(?:ied|y)|doubt(?:ed)?|anxious|assum(?:ed|ing)|imagined|of the (?:view|opinion)"
    r"|concern(?:ed|s)?(?=\s+(?:that|was|were|about|at|over|expressed|raised))"
    r"|(?:risk|danger)(?=\s+that)|prefer(?:red)?)\b(?:\s+(?:was|were|is)\s+\w+)?(?:\s+that)?"
    r"(?:\s+[\w'-]+){0,8}?\s*$",
    re.IGNORECASE,
)
_BEFORE_TODAY = re.compile(
    r"\b(?:previously|at (?:the|its|their|our) (?:last|previous|earlier)"
    r"|last (?:year|month|week|meeting|autumn|summer|spring|winter)|(?:years?|months?|weeks?) ago"
    r"|earlier (?:this|that|in the) year|originally|formerly|in the past|historically)\b",
    re.IGNORECASE,
)
_OPENED_IN_THE_PAST = re.compile(
    r"(?:Previously|Originally|It had (?:been|previously)"
    r"|At (?:the|its|their|our) (?:last|previous)"
    r"|Last (?:year|month|week|autumn|summer|spring|winter))\b",
)
_OPENED_IN_A_YEAR = re.compile(r"(?:In|During|Since)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|during|of)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_PART = re.compile(r"[,;]\s|\b(?:and|but|that)\b")
_BESIDE = re.compile(r",[^,;]{2,80},\s*$")
_WH = re.compile(r"\b(?:whether|if|when|how|what|why|who|which|where)\s*$", re.IGNORECASE)
_HAD = re.compile(
    r"\b(?:had|having|who|which|that was|that were|as)(?:\s+\w+ly|\s+also|\s+already|\s+not)?\s*$"
)


def harmless(scene: Scene, at: int) -> bool:
    """Whether the words before ``at`` say that what "would" happen is no commitment."""
    start = max(at - _NEAR, 0)
    before = scene.text[start:at]
    if _WH.search(scene.text[start : scene.nearest(at).start]) or _WH.search(before):
        return True
    if _opened_in_the_past(scene):
        return True
    told = [match.start() for match in _NEW_CLAUSE.finditer(before)]
    since = before[max(told, default=0) :]
    patterns = (_QUESTION, _TOLD_HOW, _IF, _HOPED)
    return any(pattern.search(since) for pattern in patterns)


def is_past(scene: Scene, at: int) -> bool:
    """Whether what stands at ``at`` was so before the meeting: "had agreed", "last year agreed"."""
    before = scene.text[max(at - _NEAR, 0) : at]
    parts = [match.end() for match in _PART.finditer(before)]
    part = before[max(parts, default=0) :]
    gone = any(int(match[1]) < scene.said_on.year for match in _YEAR.finditer(part))
    return bool(gone or _HAD.search(before) or _BEFORE_TODAY.search(part)) or _opened_in_the_past(
        scene
    )


def _opened_in_the_past(scene: Scene) -> bool:
    if _OPENED_IN_THE_PAST.match(scene.text):
        return True
    year = _OPENED_IN_A_YEAR.match(scene.text)
    return year is not None and int(year[1]) < scene.said_on.year
