"""A resolution that asks somebody for something: "be signed", "request", "comment on", "share".

How this works: what is only decided (noted, agreed, approved) is no commitment. A verb counts where
a decision begins: at the start of a clause, behind "RESOLVED to", behind "and", behind somebody who
is named. Words that are nouns as often ("report", "share") need what a verb would have behind it.
A duty that is noted ("the duty for partners to attend") is one all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import parties
from kcsp_desktop.domain.commitments.hits import Hit
from kcsp_desktop.domain.commitments.parties import NOBODY, Party, Who
from kcsp_desktop.domain.commitments.promises import GIVEN, by_whom
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene

_DONE = (
    "signed|sent|circulated|distributed|submitted|referred|forwarded|deferred|invited|asked|requested"
    "|authori[sz]ed|instructed|delegated|mandated|published|arranged|organised|set up|established|prepared"
    "|presented|brought|reported|reviewed|added|included|provided|shared|written|informed|notified"
    "|advised|consulted|encouraged|urged|recommended|undertaken|carried out|carried forward|produced"
    "|drafted|amended|corrected|updated|revised|retained|placed|put|made available|investigated|explored|monitored"
    "|commissioned|convened|held|advertised|sought|obtained|contacted|issued|scheduled|followed up"
    "|taken forward|taken back|raised|considered (?:at|by|in|again)|given to|granted to|tasked|directed|empowered|nominated"
    "|implemented|progressed|finalised|developed|formed|created|passed (?:on )?to|lodged|registered|uploaded"
)
_BE = re.compile(
    rf"\b(?:to\s+|should\s+|would\s+|will\s+)?be\s+(?:\w+ly\s+|also\s+|duly\s+)?(?:{_DONE})\b",
    re.IGNORECASE,
)
_BARE = (  # a report is "submitted", and no "be" is needed behind the second: "endorsed and forwarded"
    rf"\bbe\s+\w+ed,?\s+(?:\w+ed,?\s+)?and\s+(?:{_DONE})\b"
)
_AND_DONE = re.compile(_BARE, re.IGNORECASE)
_DETERMINED = (
    r"(?=\s+(?:the|a|an|its|their|this|these|those|any|all|that|with|to|on|findings|[A-Z]))"
)
_DOES = (
    r"write\s+to|invite|ask|contact|comment\s+on|attend|circulate|send|provide|supply|submit|present|arrange|organise"
    r"|convene|establish|set\s+up|form\s+a|create\s+a|prepare|produce|publish|instruct|authori[sz]e|delegate|direct"
    r"|task|commission|nominate|put(?:ting)?\s+forward|consider\s+(?:putting|sending|nominating|making|how|whether|what)"
    r"|respond|reply|forward|refer|defer|recommend\s+to|encourage|urge|seek|obtain|bring|carry\s+out|undertake"
    r"|follow\s+up|take\s+forward|promote|investigate|explore|examine|develop|implement|distribute|disseminate"
    r"|inform|notify|advise|consult|liaise|engage|identify|complete|finalise|amend|advertise|raise|feed\s+back"
    r"|report\s+(?:back|to|on)|let\s|keep\s|ensure\s|add\s|include\s|hold\s+(?:a|an|further)|continue\s+to\s+\w+"
    rf"|(?:share|request|review|update|draft|support|monitor|report|work|lobby|sign|approach|meet|champion|cascade|host|look){_DETERMINED}"
)
_NOT_A_DEED = re.compile(
    r"support\b|work\s+(?:the|that|of)|ensure\s+that\s+the\s+\w+\s+(?:is|are)\s+noted", re.I
)
_START = re.compile(
    rf"(?:^\s*(?:\(?[a-z0-9]{{1,3}}[).]\s+)?(?:that\s+|to\s+|it\s+)?"
    r"|\b(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED)\b:?\s+(?:unanimously\s+)?(?:that\s+)?(?:to\s+)?"
    r"|\b(?:and|or)\s+(?:that\s+|to\s+|also\s+|then\s+|therefore\s+)?|[;,]\s+(?:to\s+)?|\bagrees?d?\s+to\s+"
    r"|\b(?:should|would|will|shall|must)\s+(?:also\s+)?)"
    rf"(?P<verb>{_DOES})(?!\w)",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(
    rf"(?P<who>(?:\b[\w'-]+\s+){{1,7}}?)(?P<verb>{_DOES})(?!\w)",
)
_DUTY = re.compile(
    r"\b(?:dut(?:y|ies)|requirements?|obligations?|responsibilit(?:y|ies)|need|request|expectation|invitation"
    r"|opportunity|deadline)\s+(?:for|on|of)\s+(?P<who>(?:[\w'-]+\s+){1,6}?)to\s+(?P<verb>[a-z-]+)",
)
_SUBJECT_TO = re.compile(
    r"\bsubject\s+to\s+(?:the\s+|an?\s+|some\s+|minor\s+|following\s+)*(?:amendments?|corrections?"
    r"|additions?|inclusion|changes?|deletion|insertion|addition)\b",
)
_PLANS = re.compile(
    r"\b(?:note|notes|noted|support|supports|welcome|endorse)\b.{0,40}?\b(?:plans?|intentions?|proposals?)"
    r"\s+(?:for|to)\b.{0,60}",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:invite|ask|request|instruct|authori[sz]e|direct|task|encourage|urge|delegate(?:\s+\w+){0,3}?\s+to"
    r"|write\s+to|recommend\s+to)\s*$",
    re.IGNORECASE,
)
_EACH_OF_US = re.compile(
    r"(?:comment|attend|share|consider|put|contact|send|provide|promote|complete|encourage|identify|feed"
    r"|nominate|let|support|cascade|champion|disseminate|submit)",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:note[sd]?|receive[sd]?)\b[^;]*$", re.IGNORECASE)


def resolved(scene: Scene, us: Party = NOBODY) -> Iterator[Hit]:
    """Find what one sentence of a resolution asks of somebody. ``us``: who its lead speaks of."""
    text = scene.text
    for match in (*_BE.finditer(text), *_AND_DONE.finditer(text)):
        party = _of_passive(scene, match)
        yield _hit(match, "resolved", party, match.start())
    for match in _START.finditer(text):
        if not _NOT_A_DEED.match(match["verb"]):
            yield _hit(match, "resolved", _of_verb(scene, match, us), match.start("verb"))
    for match in _WHO_DOES.finditer(text):
        party = parties.before(text, match.start("verb"), scene.names)
        if party.can_owe and not party.words.endswith(" to"):
            yield _hit(match, "resolved", party, match.start("verb"))
    for match in _DUTY.finditer(text):
        words = match["who"].strip()
        who = parties.kind_of(words, scene.names)
        yield _hit(
            match, "duty", Party(words=words, start=match.start("who"), who=who), match.start()
        )
    for match in _SUBJECT_TO.finditer(text):
        yield _hit(match, "amended", NOBODY, match.start())
    for match in _PLANS.finditer(text):
        yield Hit(
            rule="plans noted", kind=CommitmentKind.IMPLIED, start=match.start(), end=match.end()
        )


def _hit(match: re.Match[str], rule: str, party: Party, start: int) -> Hit:
    return Hit(rule=rule, kind=CommitmentKind.RESOLVED, start=start, end=match.end(), party=party)


def _of_passive(scene: Scene, match: re.Match[str]) -> Party:
    named = by_whom(scene, match.end())
    subject = parties.before(scene.text, match.start(), scene.names)
    owes = subject.can_owe and match[0].split()[-1].lower() in GIVEN
    return named or (subject if owes else NOBODY)


def _of_verb(scene: Scene, match: re.Match[str], us: Party) -> Party:
    """Return who is asked ("ask the Head of Parks to …"); else, of a deed of all, who resolves."""
    if _ASKS.match(match["verb"]):
        rest = re.match(r"(?:\s+(?:authority|powers?|responsibility|it|this))*(?:\s+be\s+given)?(?:\s+to)?"
            r"\s+((?:(?!\bto\b)[\w'-]+\s*){1,9})", scene.text[match.end() :])
        words = rest[1].strip() if rest else ""
        party = Party(words=words, start=match.end(), who=parties.kind_of(words, scene.names))
        if party.can_owe and not match["verb"].lower().startswith(("write", "invite", "recommend")):
            return party
        return NOBODY
    return us if _EACH_OF_US.match(match["verb"]) else NOBODY
