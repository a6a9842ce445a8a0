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
from kcsp_desktop.domain.commitments.parties import NOBODY, Party
from kcsp_desktop.domain.commitments.promises import GIVEN, by_whom
from kcsp_desktop.domain.commitments.values import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene

DONE = (
    "signed", "sent", "circulated", "distributed", "submitted", "referred", "forwarded", "deferred",
    "invited", "asked", "requested", "authori[sz]ed", "instructed", "delegated", "mandated",
    "published", "arranged", "organised", "set up", "established", "prepared", "presented",
    "brought",
    "reported", "reviewed", "added", "included", "provided", "shared", "written", "informed",
    "notified", "advised", "consulted", "encouraged", "urged", "recommended", "undertaken",
    "carried out", "carried forward", "produced", "drafted", "amended", "corrected", "updated",
    "revised", "retained", "placed", "put", "made (?:available|to)", "investigated",
    "explored",
    "monitored", "commissioned", "convened", "held", "advertised", "sought", "obtained",
    "contacted",
    "issued", "scheduled", "followed up", "taken forward", "taken back", "raised", "tasked",
    "considered (?:at|by|in|again|further)", "given (?:to|further|authority|delegated)",
    "granted to", "directed", "empowered", "nominated", "implemented", "progressed", "finalised",
    "developed",
    "formed", "created", "passed (?:on )?to", "lodged", "registered", "uploaded", "removed",
    "e-?mailed",
    "discussed (?:at|with|further)", "explained", "moved to", "completed", "returned",
)  # fmt: skip
"""What is still to be done to a thing when it is resolved that it be …"""
DOES = (
    "write to", "invite", "ask", "contact", "comment on", "attend", "circulate", "send", "provide",
    "supply", "submit", "present", "arrange", "organise", "convene", "establish", "set up",
    "form a", "create a", "prepare", "produce", "publish", "instruct", "authori[sz]e", "delegate",
    "direct",
    "give (?:delegated )?(?:authority|powers)", "task", "commission", "nominate",
    "put(?:ting)? forward", "respond", "reply", "forward", "refer", "defer", "recommend to",
    "consider (?:putting|sending|nominating|making|how|whether|what)", "encourage", "urge", "seek",
    "obtain", "bring", "carry out", "undertake", "follow up", "take (?:forward|part)", "promote",
    "investigate", "explore", "examine", "develop", "implement", "distribute", "disseminate",
    "inform", "notify", "advise", "consult", "liaise", "engage", "identify", "complete", "finalise",
    "amend", "advertise", "raise", "feed back", "report (?:back|to|on)", "let", "keep", "ensure",
    "add", "include", "hold (?:a|an|further)", "continue to [a-z]+", "e-?mail",
)  # fmt: skip
NOUNS_TOO = (
    "share", "request", "review", "update", "draft", "monitor", "report", "lobby", "sign",
    "approach", "meet", "champion", "cascade", "host", "look",
)  # fmt: skip
ASKS = (
    "asks", "asked", "requests", "requested", "invites", "invited", "instructs", "instructed",
    "authori[sz]e[sd]", "delegate[sd]", "directs", "directed", "tasks", "tasked", "urges", "urged",
    "encourage[sd]", "recommend(?:s|ed) to", "agree(?:s|d)? to (?:write|send|ask|invite|hold)",
)  # fmt: skip
"""How a resolution that is told ("the Council requested …") asks."""

_DONE = "|".join(one.replace(" ", r"\s+") for one in DONE)
_DETERMINED = (
    r"(?=\s+(?:the|a|an|its|their|this|these|those|any|all|that|with|to|on|findings|[A-Z]))"
)
_DEEDS = "|".join(one.replace(" ", r"\s+") for one in (*DOES, *ASKS))
_DOES = rf"(?:{_DEEDS}|(?:{'|'.join(NOUNS_TOO)}){_DETERMINED})"
_BE = re.compile(
    rf"(?<!\bthat )(?<!\bwhich )(?<!\bwho )\b(?:to\s+|should\s+|would\s+|will\s+)?(?:be|is|are)\s+"
    rf"(?:\w+ly\s+|also\s+|duly\s+|now\s+)?(?:re-?)?(?:{_DONE})\b",
    re.IGNORECASE,
)
_AND_DONE = re.compile(
    rf"\b(?:be|is|are)\s+(?:\w+ly\s+)?\w+ed\b[^.;]{{0,80}}?\band\s+(?:duly\s+)?(?:{_DONE})\b",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:^\s*(?:\(?[a-z0-9]{1,3}[).]\s+)?(?:that\s+|to\s+|it\s+)?"
    r"|\b(?:RESOLVED|AGREED|RECOMMENDED|resolved)\b:?\s+(?:unanimously\s+)?(?:that\s+)?(?:to\s+)?"
    r"|\b(?:and|or)\s+(?:that\s+|to\s+|also\s+|then\s+|therefore\s+)?|[;,]\s+(?:to\s+)?"
    r"|\bagree[sd]?\s+to\s+|\b(?:should|would|will|shall|must)\s+(?:also\s+)?)"
    rf"(?P<verb>{_DOES})\b",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(rf"\b(?P<verb>{_DOES})\b")
_DUTY = re.compile(
    r"\b(?:dut(?:y|ies)|requirements?|obligations?|responsibilit(?:y|ies)|need|request|expectation"
    r"|invitation|opportunity|deadline)\s+(?:for|on|of)\s+(?P<who>(?:[\w'-]+\s+){1,6}?)to\s+[a-z-]+",
)
_SUBJECT_TO = re.compile(
    r"\bsubject\s+to\s+(?:(?:the|an?|some|minor|following|agreed|above|foregoing|below)\s+)*(?:amendments?|corrections?"
    r"|additions?|inclusion|changes?|deletion|insertion)\b"
    r"|\bsubject\s+to\b[^.;]{1,160}?\bbeing\s+(?:added|amended|moved|removed|corrected|included"
    r"|deleted|changed|replaced)\b",
)
_PLANS = re.compile(
    r"\b(?:note[sd]?|supports?|welcomes?|endorses?)\b.{0,40}?\b(?:plans?|intentions?|proposals?)"
    r"\s+(?:for|to)\b.{0,60}",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:ask|request|instruct|authori[sz]e|direct|task|encourage|urge|delegate|give)", re.IGNORECASE
)
_ASKED = re.compile(
    r"(?:\s+(?:authority|powers?|responsibility|it|this))*(?:\s+be\s+given)?(?:\s+to)?"
    r"\s+((?:(?!\bto\b)[\w'-]+\s*){1,9})",
)
_THAT_IT_BE = re.compile(rf"(?:,[^,;]+,)?\s+that\b.{{2,160}}?\bbe\s+(?:{_DONE})\b", re.IGNORECASE)
_TELLS_OF = re.compile(r"\b(?:how|what|which|who|where|when|whether)\b[^,;]*$")
_BARE = re.compile(r"(?:(?:to|should|would|will)\s+)?be\b", re.IGNORECASE)
_NEAR = 60  # how far back a word like "how" takes the strength from "is", in letters
_SAME_BREATH = re.compile(r"(?:and|or|[;,])\s+(?!to\s|that\s)", re.IGNORECASE)
_EACH_OF_US = re.compile(
    r"(?:comment|attend|share|consider|put|contact|send|provide|promote|complete|identify|feed"
    r"|nominate|let|cascade|champion|disseminate|submit)",
    re.IGNORECASE,
)


def resolved(scene: Scene, us: Party = NOBODY) -> Iterator[Hit]:
    """Find what one sentence of a resolution asks of somebody. ``us``: who its lead speaks of."""
    yield from _to_be_done(scene)
    yield from _to_do(scene, us)
    for match in _DUTY.finditer(scene.text):
        words = match["who"].strip()
        who = parties.kind_of(words, scene.names)
        party = Party(words=words, start=match.start("who"), who=who)
        yield _hit("duty", match.start(), match.end(), party)
    for match in _SUBJECT_TO.finditer(scene.text):
        yield _hit("amended", match.start(), match.end())
    for match in _PLANS.finditer(scene.text):
        kind = CommitmentKind.IMPLIED
        yield Hit(rule="plans noted", kind=kind, start=match.start(), end=match.end())


def _to_be_done(scene: Scene) -> Iterator[Hit]:
    """Find "be signed by the Chairman", "the Clerk be asked"."""
    for match in (*_BE.finditer(scene.text), *_AND_DONE.finditer(scene.text)):
        if _TELLS_OF.search(scene.text, max(match.start() - _NEAR, 0), match.start()) and not (
            _BARE.match(match[0])
        ):
            continue  # "on how information is shared"
        if _THAT_IT_BE.match(scene.text, match.end()):
            continue  # "be requested that information be brought": the bringing is found
        subject = parties.before(scene.text, match.start(), scene.names)
        owes = subject.can_owe and match[0].split()[-1].lower() in GIVEN
        party = by_whom(scene, match.end()) or (subject if owes else NOBODY)
        yield _hit("resolved", match.start(), match.end(), party)


def _to_do(scene: Scene, us: Party) -> Iterator[Hit]:
    """Find "comment on the draft", "ask officers to report", "the Panel write to"."""
    asked_at = None
    for match in _START.finditer(scene.text):
        asking = _ASKING.match(match["verb"]) is not None
        if asking and _THAT_IT_BE.match(scene.text, match.end()):
            continue  # "requests that a meeting be arranged": the arranging is found
        if asked_at is not None and _SAME_BREATH.match(match[0]):
            continue  # "ask officers to look into this and report back" asks once
        asked_at = match.start() if asking else asked_at
        yield _hit("resolved", match.start("verb"), match.end(), _who_is_to(scene, match, us))
    for match in _WHO_DOES.finditer(scene.text):
        party = parties.before(scene.text, match.start(), scene.names)
        if party.can_owe and not party.words.endswith(" to"):
            asked = _asked(scene, match) if _ASKING.match(match["verb"]) else NOBODY
            owes = asked if asked.can_owe else party
            yield _hit("resolved", match.start(), match.end(), owes)


def _who_is_to(scene: Scene, match: re.Match[str], us: Party) -> Party:
    """Return who is asked ("ask the Head of Parks to …"); else, of a deed of all, who resolves."""
    if _ASKING.match(match["verb"]):
        return _asked(scene, match)
    return us if _EACH_OF_US.match(match["verb"]) else NOBODY


def _asked(scene: Scene, match: re.Match[str]) -> Party:
    rest = _ASKED.match(scene.text, match.end())
    words = rest[1].strip() if rest else ""
    party = Party(words=words, start=match.end(), who=parties.kind_of(words, scene.names))
    return party if party.can_owe else NOBODY


def _hit(rule: str, start: int, end: int, party: Party = NOBODY) -> Hit:
    return Hit(rule=rule, kind=CommitmentKind.RESOLVED, start=start, end=end, party=party)
