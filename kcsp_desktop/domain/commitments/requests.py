"""Somebody was asked to: "were asked to", "asked that … be", deadlines, the agenda of next time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import dues, parties, verbs
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

_WERE_ASKED = re.compile(
    r"\b(?:was|were|are|is|be|been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+)?(?P<how>asked|requested|invited"
    r"|encouraged|urged|reminded|instructed|directed|tasked|commissioned)\s+(?:to|with)\s+(?P<verb>[a-z-]+)",
)
_ASKED_ONE = re.compile(
    r"\b(?:asked|requested|invited|encouraged|urged|reminded|instructed|tasked)\s+"
    r"(?P<who>(?:(?!\b(?:whether|if|how|when|why|what|that|for|to)\b)[\w'-]+\s+){1,8}?)"
    r"to\s+(?P<verb>[a-z-]+)",
)
_IN_THE_ROOM = frozenset(
    [
        "note",
        "introduce",
        "present",
        "speak",
        "explain",
        "outline",
        "comment",
        "summarise",
        "describe",
        "leave",
        "withdraw",
        "agree",
        "approve",
        "endorse",
        "clarify",
        "expand",
        "elaborate",
        "begin",
        "open",
        "move",
        "declare",
        "stand",
        "consider",
        "vote",
        "support",
        "recommend",
        "determine",
        "receive",
        "accept",
        "adopt",
        "sign",
        "read",
        "talk",
        "ask",
        "join",
    ]
)
_SPOKEN = re.compile(
    r"\s+(?:a|an|the|his|her|their|any|some)?\s*(?:brief\s+|short\s+|verbal\s+|further\s+)?"
    r"(?:update|presentation|overview|introduction|summary|report|account|questions?|views?|comments?"
    r"|declarations?|thanks|apologies|example)s?\b",
)
_THAT = re.compile(
    r"\b(?:asked|requested|suggested|proposed|recommended|agreed|resolved|urged|insisted|directed"
    r"|instructed|(?:made|put forward)\s+(?:a|the)\s+(?:suggestion|proposal|request)|was\s+(?:\w+\s+)?agreement)\s+(?:that|for)\s+"
    r"(?P<what>.{2,160}?)\b(?P<be>(?:(?:would|should|will|must|to|could)\s+)?be|should|would|will|must)\s+"
    r"(?:\w+ly\s+|also\s+|again\s+|now\s+)?(?P<verb>[a-z-]+)",
)
_BARE_BE = re.compile(  # "and that the changes be submitted": no other mood has a bare "be"
    r"\b(?:and|;)\s+that\s+(?P<what>(?:(?!\b(?:would|should|will|must|to|could|may|might|cannot)\b).){2,120}?)"
    r"\b(?P<be>be)\s+(?P<verb>[a-z-]+)",
)
_TO_BE = re.compile(
    r"\b(?:asked|requested|wanted|called|wished)\s+(?:for\s+)?(?P<what>.{0,120}?)\bto\s+be\s+"
    r"(?:\w+ly\s+|also\s+)?(?P<verb>[a-z-]+)",
)
_COURTESY = re.compile(
    r"\b(?:thanks|condolences|appreciation|gratitude|congratulations|sympathy|best wishes)\b", re.I
)
_ANSWERS = re.compile(
    r"\b(?:(?:any|further|other|all|additional|if .{3,60}?)\s+(?:\w+\s+){0,2}?)(?:questions?|comments"
    r"|quer(?:y|ies)|suggestions|feedback|amendments|nominations|responses|volunteers|concerns)\b"
    r".{0,80}?\b(?:should|could|can|to|may|please)\s+(?:be\s+)?"
    r"(?:e-?mail(?:ed)?|sen[dt]|contact(?:ed)?|let|submit(?:ted)?|direct(?:ed)?|address(?:ed)?|"
    r"forward(?:ed)?|pass(?:ed)?|raise[d]?|return(?:ed)?|made)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:deadline|closing\s+date|cut-off(?:\s+date)?|final\s+date|last\s+date)\b"
    r"|\b(?:would|will|to|was\s+to|were\s+to)\s+close\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:(?:was|were|is|are)\s+(?:required|obliged|expected)\s+to|had\s+to|has\s+to|have\s+to"
    r"|must|need(?:ed|s)?\s+to|would\s+need\s+to|should|would\s+have\s+to)\s+(?!have\b)(?P<verb>[a-z-]+)",
)
_BY = re.compile(r"\b(?:by|before|no later than|not later than)\s", re.IGNORECASE)
_AGENDA = re.compile(
    r"\b(?:as\s+an?\s+(?:standing|regular|permanent)\s+(?:agenda\s+)?item|(?:would|will|to|should)\s+"
    r"(?:remain|stay|be\s+(?:a|included|placed|put|kept|retained|added))\b.{0,40}?\b(?:agenda|"
    r"work\s+programme|forward\s+plan|action\s+log|standing\s+item))",
)
_DEFERRED = re.compile(
    r"\b(?:was|were|is|be|been|would\s+be|had\s+been)\s+(?:deferred|carried\s+(?:forward|over)|held\s+over"
    r"|postponed|rescheduled)\b(?:\s+(?:to|until|for|pending)\b)?",
)
_THERE_WILL_BE = re.compile(
    r"\bthere\s+(?:would|will)\s+(?:also\s+)?be\s+(?:an?|another|further|regular|more)\s+(?:\w+\s+){0,3}?"
    r"(?:reports?|updates?|briefings?|papers?|presentation|meeting|workshop)\b",
    re.IGNORECASE,
)
_WOULD_GET = re.compile(
    r"\b(?:would|will|to|should)\s+(?:receive|be\s+given|be\s+provided\s+with|be\s+sent|have|be\s+presented\s+with)\s+"
    r"(?:(?:an?|the|further|regular|quarterly|annual|monthly|written|six-monthly|yearly|progress|monitoring"
    r"|detailed|full|more|another|update[sd]?|verbal|in)\s+)*"
    r"(?:reports?|updates?|briefings?|papers?|information|response|presentation|copy|copies|details?)\b",
)


def were_asked(scene: Scene) -> Iterator[Hit]:
    """Find "officers were asked to bring …" and "the Chairman asked officers to bring …"."""
    for match in _WERE_ASKED.finditer(scene.text):
        party = parties.before(scene.text, match.start(), scene.names)
        if is_past(scene, match.start()) or not _is_asked_for(scene, match.end(), match["verb"]):
            continue
        far = re.search(r"\b(?:should|would|will|could|to|might)\s*$", scene.text[: match.start()])
        party = scene.before(far.start()) if far else party
        kind = E if party.can_owe and party.who is not Who.OUTSIDE else IMPLIED
        if not (harmless(scene, match.start()) or (far and not party.can_owe)):
            yield Hit(rule="asked to", kind=kind, start=match.start(), end=match.end(), party=party)
    for match in _ASKED_ONE.finditer(scene.text):
        asker, asked = scene.before(match.start()), _named(scene, match)
        if is_past(scene, match.start()) or not asker.can_owe or not asked.can_owe:
            continue
        if _is_asked_for(scene, match.end(), match["verb"]) and not _QUIET.search(
            scene.text, 0, match.start()
        ):
            kind = IMPLIED if asker.who is Who.OUTSIDE or asked.who is Who.OUTSIDE else E
            yield Hit(rule="asked to", kind=kind, start=match.start(), end=match.end(), party=asked)


_QUIET = re.compile(r"\b(?:be|been|was|were|being|is|are)\s*$")


def _named(scene: Scene, match: re.Match[str]) -> Party:
    words = match["who"].strip()
    who = parties.kind_of(words, scene.names)
    return parties.Party(words=words, start=match.start("who"), who=who)


def _is_asked_for(scene: Scene, at: int, verb: str) -> bool:
    """Whether it is something to do after the meeting, not in the room."""
    rest = scene.text[at:]
    if verb in _IN_THE_ROOM and not re.match(r"\s+(?:\w+ing\b|their)", rest):
        return False
    if verb in ("give", "provide", "make", "raise", "offer") and _SPOKEN.match(rest):
        return bool(_timed(scene, at))
    return not _COURTESY.search(rest[:60])


def asked_that(scene: Scene) -> Iterator[Hit]:
    """Find "requested that a breakdown be sent", "it was agreed that the Clerk would write"."""
    for match in (
        *_THAT.finditer(scene.text),
        *_BARE_BE.finditer(scene.text),
        *_TO_BE.finditer(scene.text),
    ):
        behind = scene.text[match.end() :]
        be = match.groupdict().get("be", "be").split()[-1] == "be"
        verb = (verbs.looked_up_done if be else verbs.looked_up)(match["verb"], behind)
        asked = be and match["verb"] in ("asked", "requested", "invited", "followed", "tasked")
        if (verb is None and not asked) or is_past(scene, match.start()):
            continue
        follows = match.re is _BARE_BE and harmless(scene, match.start())
        if follows or _COURTESY.search(match["what"]):
            continue
        what = scene.text[match.start("what") : match.start("verb")]
        if match[0].startswith("agreed") and "should" in what and _is_a_view(scene, match):
            continue
        if re.search(r"\bif\b|\bwhether\b|\bnot\b", what):
            continue
        subject = _subject(scene, match)
        kind = _sure(verb, subject, be=be)
        owes = subject.can_owe and (not be or match["verb"] in GIVEN)
        party = subject if owes else (by_whom(scene, match.end()) or NOBODY)
        yield Hit(rule="asked that", kind=kind, start=match.start(), end=match.end(), party=party)


def suggested_doing(scene: Scene) -> Iterator[Hit]:
    """Find "suggested inviting the Fire Service", "proposed adding an item"."""
    for match in _DOING.finditer(scene.text):
        verb = verbs.looked_up_doing(match["verb"], scene.text[match.end() :])
        if verb is not None and verb.weight is Weight.TASK and not is_past(scene, match.start()):
            yield Hit(rule="asked that", kind=E, start=match.start(), end=match.end())


_DOING = re.compile(r"\b(?:suggested|proposed|recommended)\s+(?P<verb>[a-z-]+ing)\b")


def _is_a_view(scene: Scene, match: re.Match[str]) -> bool:
    """Whether one person agreed that something should be: an opinion, no decision."""
    party = parties.before(scene.text, match.start(), scene.names)
    return party.who in (Who.PERSON, Who.PRONOUN)


def agreed_that_they(scene: Scene) -> Iterator[Hit]:
    """Find "it was agreed that the Clerk liaise with …"."""
    for match in re.finditer(r"\b[a-z][a-z-]+\b", scene.text):
        verb = verbs.looked_up(match[0], scene.text[match.end() :])
        if verb is None or verb.weight is Weight.WORK:
            continue
        party = parties.before(scene.text, match.start(), scene.names)
        told = _AGREED.search(scene.text, 0, party.start)
        if told and party.can_owe and not is_past(scene, told.start()):
            if not re.search(r"\bto$|\bdid$|\bdo$", party.words):
                yield Hit(
                    rule="asked that", kind=E, start=told.start(), end=match.end(), party=party
                )


_AGREED = re.compile(
    r"\b(?:asked|requested|suggested|proposed|recommended|agreed|resolved|insisted)\s+that\s+$"
)


def _sure(verb: Verb | None, subject: Party, *, be: bool) -> CommitmentKind:
    if subject.who is Who.OUTSIDE:
        return IMPLIED
    if be:
        return E
    named = subject.can_owe or subject.who is Who.PRONOUN
    return E if named and verb is not None and verb.weight is not Weight.WORK else IMPLIED


def _subject(scene: Scene, match: re.Match[str]) -> Party:
    start = match.start("what")
    words = match["what"].strip()
    return parties.Party(words=words, start=start, who=parties.kind_of(words, scene.names))


def answers_welcome(scene: Scene) -> Iterator[Hit]:
    """Find "any comments should be sent to …", "if Members had questions, they could e-mail …"."""
    for match in _ANSWERS.finditer(scene.text):
        party = _answering(scene, match)
        yield Hit(rule="answers", kind=E, start=match.start(), end=match.end(), party=party)


def _answering(scene: Scene, match: re.Match[str]) -> Party:
    """Return who is written to where they owe an answer, else who is to write."""
    rest = re.match(
        r"\s+(?:(?:them|these|those|it|this|directly|by e-?mail)\s+)?(?:to\s+)?((?:the\s+)?[\w'-]+(?:\s+[A-Z][\w'-]*)*)",
        scene.text[match.end() :],
    )
    words = rest[1] if rest else ""
    party = parties.Party(words=words, start=match.end(), who=parties.kind_of(words, scene.names))
    return party if party.can_owe else NOBODY


def deadlines(scene: Scene) -> Iterator[Hit]:
    """Find deadlines that are still to come, and what is required by a day."""
    for match in _DEADLINE.finditer(scene.text):
        due = _timed(scene, match.start())
        if due and not harmless(scene, match.start()):
            end = scene.text.find(due, match.start()) + len(due)
            end = end if match.end() < end <= match.end() + 90 else match.end()
            yield Hit(rule="deadline", kind=E, start=match.start(), end=end)
    for match in _MUST.finditer(scene.text):
        due = _timed(scene, match.end())
        party = scene.before(match.start())
        if due and _BY.match(due) and not harmless(scene, match.start()):
            kind = E if party.can_owe else IMPLIED
            yield Hit(rule="deadline", kind=kind, start=match.start(), end=match.end(), party=party)


def _timed(scene: Scene, at: int) -> str:
    """Return the words for a time still to come behind ``at``, or nothing."""
    rest = scene.text[at:]
    words, due = dues.due_near(rest, 0, 0, scene.said_on)
    return "" if dues.is_vague(words) or dues.is_past(due, scene.said_on) else words


def next_time(scene: Scene) -> Iterator[Hit]:
    """Find standing items, what was deferred, and reports that the body would receive."""
    for rule, pattern in (
        ("agenda", _AGENDA),
        ("deferred", _DEFERRED),
        ("reports", _WOULD_GET),
        ("reports", _THERE_WILL_BE),
    ):
        for match in pattern.finditer(scene.text):
            if harmless(scene, match.start()) or is_past(scene, match.start()):
                continue
            if rule == "deferred" and not re.search(
                r"\b(?:meeting|agenda)\b|\bpending\b", scene.text[match.start() :]
            ):
                continue
            party = scene.before(match.start()) if rule != "deferred" else NOBODY
            receives = rule == "reports" and party.who in (Who.GROUP, Who.MEMBERS)
            if pattern is _WOULD_GET and not receives:
                continue
            owner = NOBODY if rule == "reports" else party
            yield Hit(rule=rule, kind=E, start=match.start(), end=match.end(), party=owner)
