"""What the rules share: the sentence in hand, what a rule hands back, and what makes words harmless.

How this works: ``Hit`` is a phrase that a rule found in one sentence. ``harmless`` looks at the
words before it: a reported question ("asked whether"), a condition ("if"), a hope or a fear, an
explanation ("explained how") and what was past already ("had agreed", "at its last meeting") make
no commitment. The answer that follows a question in the same sentence begins a clause of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import dues, parties
from kcsp_desktop.domain.commitments.parties import NOBODY, Party
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.actions import Due
    from kcsp_desktop.domain.commitments.sentences import Sentence


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

    def before(self, at: int) -> Party:
        """Return who is named right before ``at``; "he" is who spoke, and so is nobody named."""
        party = parties.before(self.text, at, self.names)
        beside = _BESIDE.search(self.text, 0, at) if party.who is parties.Who.NONE else None
        if beside:  # "Mr Hale, the Highways Manager, would"
            party = parties.before(self.text, beside.start(), self.names)
        if party.who in (parties.Who.PRONOUN, parties.Who.NONE):
            return self.speaker_at(at) or party
        return party

    def speaker_at(self, at: int) -> Party | None:
        """Return who speaks in the words before ``at``, or spoke last in the block."""
        for verb in reversed(list(SAID.finditer(self.text, 0, at))):
            party = parties.before(self.text, verb.start(), self.names)
            beside = _BESIDE.search(self.text, 0, verb.start())
            if party.who is parties.Who.NONE and beside:
                party = parties.before(self.text, beside.start(), self.names)
            if party.can_owe:
                return party
        return self.speaker if self.speaker.can_owe else None

    def due(self, start: int, end: int) -> Due:
        """Return the time that stands with a phrase."""
        return dues.due_near(self.text, start, end, self.said_on)[1]


SAID = re.compile(
    r"\b(?:said|stated|confirmed|explained|advised|noted|added|reported|informed|agreed|told"
    r"|reassured|assured|indicated|undertook|offered|promised|highlighted|outlined|presented"
    r"|mentioned|acknowledged|replied|responded|commented|suggested|proposed|gave|provided"
    r"|introduced|updated|announced|recognised|asked|thanked|invited|requested|would|will|[a-z]{3,}ed)\b",
)
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
    r"\b(?:explain|outlin|describ|set out|detail|summaris|illustrat|show|demonstrat|consider|discuss"
    r"|debat|understand|understood|learn|hear|highlight|note)(?:ed|d|t|s|ing)?\b"
    r"(?:\s+[\w'-]+){0,3}?\s+(?:how|why|what|whether|who)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:\bif\b|\bunless\b|\bprovided that\b|\bin the event\b|^were\b)", re.IGNORECASE)
_HOPED = re.compile(
    r"\b(?:hop(?:ed|ing|eful)|wish(?:ed)?|fear(?:ed)?|believ(?:ed|ing)|felt|thought|considered"
    r"|worr(?:ied|y)|concern(?:ed|s)?(?=\s+(?:that|was|were|about|at|over|expressed|raised))|doubt(?:ed)?|anxious|assum(?:ed|ing)|imagined|of the (?:view"
    r"|opinion)|risk|danger|fears|prefer(?:red)?)\b(?:\s+(?:was|were|is)\s+\w+)?(?:\s+that)?"
    r"(?:\s+[\w'-]+){0,8}?\s*$",
    re.IGNORECASE,
)
_BEFORE_TODAY = re.compile(
    r"\b(?:previously|at (?:the|its|their|our) (?:last|previous|earlier)|last (?:year|month|week|meeting"
    r"|autumn|summer|spring|winter)|(?:years?|months?|weeks?) ago|earlier (?:this|that|in the) year"
    r"|originally|formerly|in the past|historically)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|during|of)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_BESIDE = re.compile(r",[^,;]{2,80},\s*$")
_OPENED_IN_THE_PAST = re.compile(
    r"^(?:Previously|Originally|At (?:the|its|their|our) (?:last|previous)|It had (?:been|previously)"
    r"|Last (?:year|month|week|autumn|summer|spring|winter)|In (?:19|20)\d\d)\b",
)
_WH = re.compile(r"\b(?:whether|if|when|how|what|why|who|which|where)\s*$", re.IGNORECASE)
_HAD = re.compile(
    r"\b(?:had|having|who|which|that was|that were|as)(?:\s+\w+ly|\s+also|\s+already|\s+not)?\s*$"
)


def harmless(scene: Scene, at: int) -> bool:
    """Whether the words before ``at`` say that what "would" happen is no commitment."""
    text = scene.text
    asked = text[: parties.before(text, at, scene.names).start]
    if _WH.search(asked) or _WH.search(text[:at]):
        return True
    if _OPENED_IN_THE_PAST.match(text) and is_past(scene, at):
        return True
    told = [m.start() for m in _NEW_CLAUSE.finditer(text, 0, at)]
    since = max(told, default=0)
    if any(m.start() >= since for m in _QUESTION.finditer(text, 0, at)):
        return True
    return bool(
        _TOLD_HOW.search(text, since, at)
        or _IF.search(text, since, at)
        or _HOPED.search(text[since:at]),
    )


def is_past(scene: Scene, at: int) -> bool:
    """Whether what stands at ``at`` was so before the meeting: "had agreed", "last year agreed"."""
    before = scene.text[:at]
    years = [int(m[1]) for m in _YEAR.finditer(before)]
    return bool(
        _HAD.search(before)
        or _BEFORE_TODAY.search(before)
        or any(year < scene.said_on.year for year in years),
    )
