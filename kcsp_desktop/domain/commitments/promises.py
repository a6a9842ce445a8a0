"""Somebody said that they would: "agreed to report back", "would circulate", "ACTION: …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import dues, parties, verbs
from kcsp_desktop.domain.commitments.hits import Hit, harmless, is_past
from kcsp_desktop.domain.commitments.parties import NOBODY, Party, Who
from kcsp_desktop.domain.commitments.values import CommitmentKind
from kcsp_desktop.domain.commitments.verbs import Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.commitments.hits import Scene
    from kcsp_desktop.domain.commitments.verbs import Verb

E, IMPLIED = CommitmentKind.EXPLICIT, CommitmentKind.IMPLIED

_PROMISED = re.compile(
    r"\b(?:agreed|undertook|offered|promised|volunteered|pledged|committed(?:\s+\w+self)?"
    r"|(?:gave|given)\s+(?:an\s+undertaking|a\s+commitment|an\s+assurance)|consented"
    r"|(?:took|taken|accepted|given)\s+(?:an|the|on\s+an)\s+action(?:\s+point)?"
    r"|took\s+it\s+upon\s+\w+self|made\s+a\s+commitment)\s+to\s+"
    r"(?P<verb>(?:the\s+(?:formation|establishment|creation|setting\s+up|addition|inclusion"
    r"|amendment|deletion)|[a-z-]+))\b",
)
DECIDED = (
    "note", "approve", "endorse", "adopt", "accept", "support", "adjourn", "proceed", "waive",
    "suspend", "exclude", "appoint", "elect", "co-opt", "receive", "ratify", "increase", "reduce",
    "grant", "refuse", "differ", "disagree", "allow", "permit",
)  # fmt: skip
"""What a meeting agrees to and thereby does."""
_NO_VERB = (
    "a", "an", "the", "this", "that", "these", "those", "all", "both", "its", "their", "his", "her",
    "be",
)  # fmt: skip
GIVEN = (
    "asked", "requested", "tasked", "instructed", "authorised", "authorized", "directed",
    "empowered", "encouraged", "urged", "mandated", "commissioned", "reminded", "required",
)  # fmt: skip
"""What is done to whoever then owes it: "the Clerk be asked". Who is invited owes nothing."""
_TOOK_AWAY = re.compile(
    r"\b(?:took|(?:would|will|to)\s+take)\s+"
    r"(?:this|that|it|the\s+(?:point|matter|issue|question|comments?))\s+(?:back|away)\b"
    r"|\bundertook\s+that\b",
)
_MODAL = r"(?:would|will|shall|(?:was|were|is|are)\s+(?:going\s+)?to)"
_BETWEEN = (
    r"(?:\s+(?:also|now|then|therefore|shortly|soon|again|both|jointly|instead|first|next|"
    r"be\s+(?:happy|pleased|glad|willing)\s+to|seek\s+to|look\s+to|aim\s+to|endeavou?r\s+to|try\s+to"
    r"|go\s+away\s+and|continue\s+to|\w+ly))*"
)
_WOULD = re.compile(rf"\b(?P<modal>{_MODAL}){_BETWEEN}\s+(?P<verb>[a-z][a-z-]+)\b")
_WOULD_BE = re.compile(rf"\b{_MODAL}{_BETWEEN}\s+be{_BETWEEN}\s+(?P<verb>[a-z][a-z-]+)\b")
_RELATIVE = re.compile(r"\b(?:which|who|(?<!said )(?<!agreed )that)\s*$")
_BY_WHOM = re.compile(r"\s+(?:[\w'-]+\s+){0,8}?by\s+(?=(?:the|a|an|all|[A-Z])\b|[A-Z])")
_LISTED = re.compile(r"\bto\s+(?P<done>be\s+)?(?P<verb>[a-z][a-z-]+)\b")
_AND_THEN = re.compile(r"(?:\band|;|:|\s[-\u2013\u2014]|,)\s*$")
_A_FIRST_NAME = re.compile(
    r"(?!(?:Need|Opportunity|Time|Plan|Proposal|Request|Duty|Approach|Ability|How|What|Where|Order)\b)"
    r"[A-Z][a-z]+(?<!s)(?<!ing)(?<!tion)(?<!ment)"
)
_JUST_A_NAME = re.compile(
    r"(?:(?:the|all|The|All)\s+)?(?:(?:[A-Z][\w.'\u2019-]*|of|and|for)(?:\s+|$))*(?:[a-z-]+)?"
)
_MARK = re.compile(
    r"\b(?:ACTIONS?|Actions?)(?:\s+(?:POINT|point)s?)?\s*(?:\d+\s*)?"
    r"(?:\b(?:by|for|on)\s+|[:\u2013\u2014-]\s*)(?=\w)"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|did|went|began|\w+ed|able|unable|likely|due)\b"
)
_TRAIL = 60


def promised(scene: Scene) -> Iterator[Hit]:
    """Find "agreed to …", "undertook to …", "offered to …"."""
    for match in _PROMISED.finditer(scene.text):
        if is_past(scene, match.start()) or match["verb"] in (*DECIDED, *_NO_VERB):
            continue
        party = scene.before(match.start())
        far = re.search(r"\bha(?:s|ve)(?:\s+\w+)?\s*$", scene.text[: match.start()])
        kind = IMPLIED if far or party.who is Who.OUTSIDE else E
        if far:
            party = scene.before(far.start())
        end = _end(scene.text, match.end("verb"))
        yield Hit(rule="promised", kind=kind, start=match.start(), end=end, party=party)
    for match in _TOOK_AWAY.finditer(scene.text):
        if not is_past(scene, match.start()) and not harmless(scene, match.start()):
            party = scene.before(match.start())
            yield Hit(rule="promised", kind=E, start=match.start(), end=match.end(), party=party)


def will_do(scene: Scene) -> Iterator[Hit]:
    """Find "would circulate …" of somebody who can do it."""
    for match in _WOULD.finditer(scene.text):
        behind = scene.text[match.end() :]
        verb = verbs.looked_up(match["verb"], behind)
        end = _end(scene.text, match.end())
        if match["verb"] == "be":
            doing = re.match(r"\s+([a-z-]+ing)\b", behind)
            verb = verbs.looked_up_doing(doing[1], behind[doing.end() :]) if doing else None
            end = _end(scene.text, match.end() + doing.end()) if doing else end
        if verb is None or harmless(scene, match.start()):
            continue
        party = scene.before(match.start())
        kind = _kind_of_doing(scene, party, verb, match.end())
        if kind is not None:
            yield Hit(rule="will do", kind=kind, start=match.start(), end=end, party=party)


def _kind_of_doing(scene: Scene, party: Party, verb: Verb, at: int) -> CommitmentKind | None:
    """Return how sure it is that ``party`` would do it; ``None`` where nobody would."""
    somebody = party.who is Who.PRONOUN and party.words.lower() in ("he", "she", "i", "we")
    if not (party.can_owe or somebody):
        return None
    if party.who is Who.OUTSIDE:
        timed = scene.still_to_come(at)
        return IMPLIED if verb.weight is not Weight.WORK or timed else None
    if verb.weight is Weight.TASK:
        return E
    served = verb.base in verbs.GIVES and verbs.SERVED.search(_clause(scene.text, at))
    sure = party.is_one or somebody or served or _served_to(scene, at)
    return E if verb.weight is Weight.SERVE and sure else IMPLIED


def will_be_done(scene: Scene) -> Iterator[Hit]:
    """Find "would be circulated", "were to be brought to the next meeting"."""
    for match in _WOULD_BE.finditer(scene.text):
        subject = scene.nearest(match.start()).words
        verb = verbs.looked_up_done(match["verb"], scene.text[match.end() :], subject)
        if verb is None or harmless(scene, match.start()):
            continue
        end = _end(scene.text, match.end())
        told_of = _RELATIVE.search(scene.text, 0, match.start())
        to_us = _served_to(scene, match.end())
        over = dues.is_past(scene.due_behind(match.end()), scene.said_on)
        if over or (told_of and not to_us):
            continue
        sure = verb.weight is Weight.TASK or (verb.weight is Weight.SERVE and to_us)
        kind = E if sure and not told_of else IMPLIED
        party = by_whom(scene, match.end()) or scene.speaker_at(match.start()) or NOBODY
        yield Hit(rule="will be done", kind=kind, start=match.start(), end=end, party=party)


def marked(scene: Scene) -> Iterator[Hit]:
    """Find "ACTION: Mr Hale to confirm"."""
    text = scene.sentence.text
    for match in _MARK.finditer(text):
        rest = text[match.end() : match.end() + _TRAIL * 2]
        stop = re.search(r"\bto\b|[.,;)\]]|\s[-\u2013]\s|$", rest)
        named = parties.before(rest, stop.start() if stop else 0, scene.names)
        party = named if named.can_owe else NOBODY
        end = match.end() + len(_shortened(rest))
        yield Hit(rule="action", kind=E, start=match.start(), end=end, party=party)


def listed(scene: Scene) -> Iterator[Hit]:
    """Find "Mr Hale to confirm the date" and "minutes to be circulated", with no other verb."""
    for match in _LISTED.finditer(scene.text):
        party = scene.nearest(match.start())
        first = party.start == 0
        if not (first or _AND_THEN.search(scene.text, 0, party.start)):
            continue
        done = match["done"] is not None
        table = verbs.looked_up_done if done else verbs.looked_up
        verb = table(match["verb"], scene.text[match.end() :])
        if verb is None or not party.words or _FINITE.search(party.words):
            continue
        owner = _listed_owner(party, verb, first=first, done=done)
        if owner is not None:
            end = _end(scene.text, match.end())
            yield Hit(rule="listed", kind=E, start=match.start(), end=end, party=owner)


def _listed_owner(party: Party, verb: Verb, *, first: bool, done: bool) -> Party | None:
    """Return whose a listed action is; ``None`` where the words are none."""
    if verb.weight is Weight.WORK:
        return None
    if done:
        return NOBODY if party.can_owe or first else None
    if party.can_owe:
        return party if _JUST_A_NAME.fullmatch(party.words) else None
    called = first and _A_FIRST_NAME.fullmatch(party.words)
    return replace(party, who=Who.PERSON) if called else None


def by_whom(scene: Scene, at: int) -> Party | None:
    """Return who is named behind a passive: "be signed by the Chair"."""
    match = _BY_WHOM.match(scene.text, at)
    if match is None:
        return None
    words = re.match(r"(?:the |all |a )?(?:[A-Z][\w'-]*|[a-z-]+)(?:\s+[A-Z][\w'.-]*|\s+of)*",
                     scene.text[match.end() :])  # fmt: skip
    found = words[0] if words else ""
    who = parties.kind_of(found, scene.names)
    party = Party(words=found, start=match.end(), who=who)
    return party if party.can_owe else None


def _served_to(scene: Scene, at: int) -> bool:
    return bool(verbs.SERVED_TO.search(_clause(scene.text, at)))


def _clause(text: str, at: int) -> str:
    """Return the words from ``at`` to the end of the clause."""
    return re.split(r";|,\s+(?:and|but|which|who)\b", text[at:], maxsplit=1)[0]


def _end(text: str, at: int) -> int:
    """Return where a phrase ends that holds its verb at ``at``: with the small words behind it."""
    match = re.match(r"\s+(?:back|up|out|away|forward|off)\b", text[at:])
    return at + match.end() if match else at


def _shortened(words: str) -> str:
    stop = re.search(r"[.;)\]](?:\s|$)", words)
    words = words[: stop.start()] if stop else words
    return words if len(words) <= _TRAIL else words[:_TRAIL].rsplit(" ", 1)[0]
