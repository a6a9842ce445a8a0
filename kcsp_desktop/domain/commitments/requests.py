"""Somebody was asked to: "were asked to bring", "asked that … be", "suggested inviting …".

How this works: what is asked in the room for the room ("invited Ms Vane to introduce the item",
"asked Members to note") is left out by ``IN_THE_ROOM``, and thanks by ``_COURTESY``. A bare "be"
behind "that" is always a request or a decision, whoever asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import verbs
from kcsp_desktop.domain.commitments.hits import Hit, harmless, is_past
from kcsp_desktop.domain.commitments.parties import NOBODY, Who
from kcsp_desktop.domain.commitments.promises import GIVEN, by_whom
from kcsp_desktop.domain.commitments.values import CommitmentKind
from kcsp_desktop.domain.commitments.verbs import Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene
    from kcsp_desktop.domain.commitments.parties import Party
    from kcsp_desktop.domain.commitments.verbs import Verb

E, IMPLIED = CommitmentKind.EXPLICIT, CommitmentKind.IMPLIED

IN_THE_ROOM = (
    "note", "introduce", "present", "speak", "explain", "outline", "comment", "summarise",
    "describe",
    "leave", "withdraw", "agree", "approve", "endorse", "clarify", "expand", "elaborate", "begin",
    "open", "move", "declare", "stand", "consider", "vote", "support", "recommend", "determine",
    "receive", "accept", "adopt", "sign", "read", "talk", "ask", "join",
)  # fmt: skip
"""What people are asked to do there and then."""

_ASKED = "asked|requested|invited|encouraged|urged|reminded|instructed|directed|tasked"
_WERE_ASKED = re.compile(
    r"\b(?:was|were|are|is|be|been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+)?"
    rf"(?:{_ASKED}|commissioned)\s+(?:to|with)\s+(?P<verb>[a-z-]+)",
)
_ASKED_ONE = re.compile(
    rf"\b(?:{_ASKED})\s+"
    r"(?P<who>(?:(?!\b(?:whether|if|how|when|why|what|that|for|to)\b)[\w'-]+\s+){1,8}?)"
    r"to\s+(?P<verb>[a-z-]+)",
)
_QUIET = re.compile(r"\b(?:be|been|was|were|being|is|are)\s*$")
_MODAL_BEFORE = re.compile(r"\b(?:should|would|will|could|to|might)\s*$")
_SPOKEN = re.compile(
    r"\s+(?:a|an|the|his|her|their|any|some)?\s*(?:brief\s+|short\s+|verbal\s+|further\s+)?"
    r"(?:update|presentation|overview|introduction|summary|report|account|question|view|comment"
    r"|declaration|thank|apologie|example)s?\b",
)
_COURTESY = re.compile(
    r"\b(?:thanks|condolences|appreciation|gratitude|congratulations|sympathy|best wishes)\b", re.I
)
_TOLD = "asked|requested|suggested|proposed|recommended|agreed|resolved|insisted"
_THAT = re.compile(
    rf"\b(?:{_TOLD}|noted|urged|directed|instructed|was\s+(?:\w+\s+)?agreement"
    r"|(?:made|put\s+forward)\s+(?:a|the)\s+(?:suggestion|proposal|request)"
    r"|(?:suggestion|proposal|request)\s+was\s+made(?:\s+by\s+[^.;]{3,60}?)?)\s+(?:that|for)\s+"
    r"(?P<what>.{2,160}?)"
    r"\b(?P<be>(?:(?:would|should|will|must|to|could)\s+)?be|should|would|will|must)\s+"
    r"(?:\w+ly\s+|also\s+|again\s+|now\s+)?(?P<verb>[a-z-]+)",
)
_BARE_BE = re.compile(  # "and that the changes be submitted": no other mood has a bare "be"
    r"\b(?:and|;)\s+that\s+"
    r"(?P<what>(?:(?!\b(?:would|should|will|must|to|could|may|might|cannot)\b).){2,120}?)"
    r"\b(?P<be>be)\s+(?P<verb>[a-z-]+)",
)
_TO_BE = re.compile(
    r"\b(?:asked|requested|wanted|called|wished)\s+(?:for\s+)?(?P<what>.{0,120}?)\bto\s+be\s+"
    r"(?:\w+ly\s+|also\s+)?(?P<verb>[a-z-]+)",
)
_THAT_THEY = re.compile(rf"\b(?:{_TOLD})\s+that\s+")
_WORD = re.compile(r"\b[a-z][a-z-]+\b")
_DOING = re.compile(r"\b(?:suggested|proposed|recommended)\s+(?P<verb>[a-z-]+ing)\b")
_WITHIN = 120  # how far behind "agreed that" its verb may stand, in letters


def were_asked(scene: Scene) -> Iterator[Hit]:
    """Find "officers were asked to bring …"."""
    for match in _WERE_ASKED.finditer(scene.text):
        at = match.start()
        if is_past(scene, at) or not _is_for_later(scene, match.end(), match["verb"]):
            continue
        far = _MODAL_BEFORE.search(scene.text[:at])
        party = scene.before(far.start()) if far else scene.nearest(at)
        if harmless(scene, at) or (far and not party.can_owe):
            continue
        kind = E if party.can_owe and party.who is not Who.OUTSIDE else IMPLIED
        yield Hit(rule="asked to", kind=kind, start=at, end=match.end(), party=party)


def asked_one(scene: Scene) -> Iterator[Hit]:
    """Find "the Chairman asked officers to bring …"; who asks must be somebody."""
    for match in _ASKED_ONE.finditer(scene.text):
        at = match.start()
        asker, asked = scene.before(at), scene.named(match["who"], match.start("who"))
        if is_past(scene, at) or not asker.can_owe or not asked.can_owe:
            continue
        if _QUIET.search(scene.text, 0, at) or not _is_for_later(scene, match.end(), match["verb"]):
            continue
        kind = IMPLIED if Who.OUTSIDE in (asker.who, asked.who) else E
        yield Hit(rule="asked to", kind=kind, start=at, end=match.end(), party=asked)


def _is_for_later(scene: Scene, at: int, verb: str) -> bool:
    """Whether it is something to do after the meeting, not in the room."""
    rest = scene.text[at:]
    if verb in IN_THE_ROOM and not re.match(r"\s+(?:\w+ing\b|their)", rest):
        return False
    if verb in ("give", "provide", "make", "raise", "offer") and _SPOKEN.match(rest):
        return bool(scene.still_to_come(at))
    return not _COURTESY.search(rest[:60])


def asked_that(scene: Scene) -> Iterator[Hit]:
    """Find "requested that a breakdown be sent", "it was agreed that the Clerk would write"."""
    for pattern in (_THAT, _BARE_BE, _TO_BE):
        for match in pattern.finditer(scene.text):
            if pattern is _BARE_BE and harmless(scene, match.start()):
                continue
            hit = _asked_that(scene, match)
            if hit is not None and not is_past(scene, match.start()):
                yield hit


def _asked_that(scene: Scene, match: re.Match[str]) -> Hit | None:
    behind = scene.text[match.end() :]
    be = match.groupdict().get("be", "be").split()[-1] == "be"
    done = verbs.looked_up_done(match["verb"], behind, match["what"])
    verb = done if be else verbs.looked_up(match["verb"], behind)
    if match[0].startswith("noted") and not (be and "should" in match["be"]):
        return None
    asked = be and match["verb"] in ("asked", "requested", "invited", "followed", "tasked")
    what = scene.text[match.start("what") : match.start("verb")]
    if (verb is None and not asked) or _COURTESY.search(what):
        return None
    if re.search(r"\b(?:if|whether|not)\b", what) or _is_a_view(scene, match):
        return None
    subject = scene.named(match["what"], match.start("what"))
    owes = subject.can_owe and (not be or match["verb"] in GIVEN)
    party = subject if owes else (by_whom(scene, match.end()) or NOBODY)
    kind = _sure(verb, subject, be=be)
    return Hit(rule="asked that", kind=kind, start=match.start(), end=match.end(), party=party)


def _is_a_view(scene: Scene, match: re.Match[str]) -> bool:
    """Whether one person agreed that something should be: an opinion, no decision."""
    if not (match[0].startswith("agreed") and "should" in match[0]):
        return False
    return scene.nearest(match.start()).who in (Who.PERSON, Who.PRONOUN)


def _sure(verb: Verb | None, subject: Party, *, be: bool) -> CommitmentKind:
    if subject.who is Who.OUTSIDE:
        return IMPLIED
    if be:
        return E
    named = subject.can_owe or subject.who is Who.PRONOUN
    return E if named and verb is not None and verb.weight is not Weight.WORK else IMPLIED


def agreed_that_they(scene: Scene) -> Iterator[Hit]:
    """Find "it was agreed that the Clerk liaise with …"."""
    for told in _THAT_THEY.finditer(scene.text):
        if is_past(scene, told.start()):
            continue
        for word in _WORD.finditer(scene.text, told.end(), told.end() + _WITHIN):
            verb = verbs.looked_up(word[0], scene.text[word.end() :])
            if verb is None or verb.weight is Weight.WORK:
                continue
            party = scene.nearest(word.start())
            if party.start == told.end() and party.can_owe and not _NO_MOOD.search(party.words):
                at = told.start()
                yield Hit(rule="asked that", kind=E, start=at, end=word.end(), party=party)
                break


_NO_MOOD = re.compile(r"\b(?:to|did|do)$")


def suggested_doing(scene: Scene) -> Iterator[Hit]:
    """Find "suggested inviting the Fire Service", "proposed adding an item"."""
    for match in _DOING.finditer(scene.text):
        verb = verbs.looked_up_doing(match["verb"], scene.text[match.end() :])
        if verb is not None and verb.weight is Weight.TASK and not is_past(scene, match.start()):
            yield Hit(rule="asked that", kind=E, start=match.start(), end=match.end())
