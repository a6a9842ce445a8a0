"""Who a sentence is about: the words before a verb, and what kind of owner they name.

How this works: ``before`` takes the words between the last boundary (a comma, "that", "and" …) and
the verb. Their kind comes from the head noun, which stands before the first preposition: "a list of
the schools" is a list, "officers from Highways" are officers. What is no person, office, group or
organisation can owe nothing and is a thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kcsp_desktop.domain.dates import MONTHS, WEEKDAYS
from kcsp_desktop.domain.wording.owners import ALL_MEMBERS, OwnerKind


class Who(StrEnum):
    """What the words before a verb name."""

    PERSON = "person"
    ROLE = "role"
    MEMBERS = "members"
    GROUP = "group"
    ORGANISATION = "organisation"
    OUTSIDE = "outside"
    PRONOUN = "pronoun"
    NONE = "none"
    THING = "thing"


OWNER_KINDS = {
    Who.PERSON: OwnerKind.PERSON,
    Who.ROLE: OwnerKind.ROLE,
    Who.MEMBERS: OwnerKind.ALL_MEMBERS,
    Who.GROUP: OwnerKind.SUB_GROUP,
    Who.ORGANISATION: OwnerKind.ORGANISATION,
    Who.OUTSIDE: OwnerKind.ORGANISATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The words, where they begin in the sentence, and what they name."""

    words: str = ""
    start: int = 0
    who: Who = Who.NONE

    @property
    def can_owe(self) -> bool:
        """Whether it is somebody."""
        return self.who in OWNER_KINDS

    @property
    def is_one(self) -> bool:
        """Whether it is a person, by name or by office."""
        return self.who in (Who.PERSON, Who.ROLE)


NOBODY = Party()

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllrs?|Councillors?|Sir|Dame|Lady|Lord|Prof(?:essor)?|Rev(?:erend)?"
    r"|Canon|Father|Alderman|(?:(?:Detective|Chief|Temporary|Acting|Assistant|Deputy)\s+)*"
    r"(?:Superintendent|Inspector|Sergeant|Constable)|(?:Det|Ch|T|A)?\s?/?(?:Supt|Insp|Sgt)"
    r"|DCI|DCS|DI|DS|DC|PC|PS|ACC|DCC|CI)"
)
_NAME = r"[A-Z][\w'\u2019-]*"
PERSON = re.compile(rf"{_TITLE}\.?\s+(?:(?:[A-Z]\.?\s?){{1,4}}\s+)?(?:{_NAME}\s?){{1,3}}")
_TWO_NAMES = re.compile(
    r"(?!.*(?:ing|tion|ment|ship|ity)\b)"
    r"[A-Z][a-z]+(?:\s+[A-Z]\.?|\s+[A-Z][a-z]+)?\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?$"
)
_ROLE_WORDS = (
    "chair", "chairman", "chairwoman", "chairperson", "vice-chair", "vice-chairman", "convenor",
    "clerk", "secretary", "treasurer", "officer", "officers", "manager", "managers", "director",
    "directors", "head", "heads", "leader", "lead", "leads", "coordinator", "co-ordinator",
    "commissioner", "mayor", "solicitor", "executive", "adviser", "advisor", "engineer", "warden",
    "accountant", "auditor", "holder", "representative", "representatives", "planner", "inspector",
    "analyst", "consultant", "administrator", "member", "councillor", "champion", "staff",
    "practitioner", "surveyor", "trustee", "governor", "presenter", "author",
)  # fmt: skip
_MEMBER_WORDS = (
    "members", "partners", "agencies", "councillors", "colleagues", "attendees", "everyone",
    "organisations", "governors", "trustees", "all", "authorities", "districts", "boroughs",
    "councils", "schools", "parishes",
)  # fmt: skip
_GROUP_WORDS = (
    "group", "sub-group", "subgroup", "committee", "sub-committee", "board", "panel", "partnership",
    "forum", "cabinet", "network", "party", "force", "assembly", "commission",
)  # fmt: skip
_ORGANISATION_WORDS = (
    "council", "police", "team", "teams", "service", "services", "trust", "authority", "unit",
    "units", "department", "office", "agency", "nhs", "constabulary", "association", "college",
    "university", "company", "contractor", "contractors", "provider", "providers", "charity",
    "hospital", "school", "division", "directorate", "organisation",
)  # fmt: skip
_KINDS: dict[str, Who] = {
    **dict.fromkeys(_ROLE_WORDS, Who.ROLE),
    **dict.fromkeys(_MEMBER_WORDS, Who.MEMBERS),
    **dict.fromkeys(_GROUP_WORDS, Who.GROUP),
    **dict.fromkeys(_ORGANISATION_WORDS, Who.ORGANISATION),
    **dict.fromkeys(("he", "she", "they", "i", "we"), Who.PRONOUN),
}
_OUTSIDE = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:government|home office|minist(?:ry|er)s?\b.*|secretary of state.*"
    r"|parliament|treasury|department (?:for|of)\b.*|ofsted|legislation|home secretary)$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:\u2013\u2014]\s|\s-\s|\b(?:that|and|but|or|while|whilst|which|who|whom|as|because|since"
    r"|so|if|where|when|how|what|why|whether|before|until|than|then|though|although|said|also)\b"
    r"|\b(?:agreed|noted|confirmed|suggested|proposed)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s+(?:of|from|in|for|at|on|with|to|by|representing|within|between|about|into|concerned"
    r"|including|regarding|relating|under|over|against)\b",
)
_AND_PERSON = re.compile(rf"({PERSON.pattern})\s*(?:,|and)\s+$")
_NEAR = 300  # how far back a name's beginning is looked for, in letters
_ONE_NAME = re.compile(  # inside a sentence: "agreed that Kelechi would"
    rf"(?!(?:{'|'.join((*MONTHS, *WEEKDAYS))}|RESOLVED|AGREED|It|This|That|There)\b)"
    r"[A-Z][a-z]{2,}"
)
_AND_PLACE = re.compile(r"(?:[Tt]he\s+)?[A-Z][a-z]+\s+and\s+$")
_LEADS = re.compile(
    r"^(?:in (?:addition|reply|response)|however|therefore|furthermore|also|both|action)\s*:?\s+",
    re.I,
)
_TRAIL = re.compile(
    r"(?:\s+(?:then|now|again|therefore|both|each|himself|herself|themselves|in turn|\w+ly|not"
    r"|was|were|is|are|has|had|have|been|being))+$",
)
_WHEN_FIRST = re.compile(
    r"^(?:at|in|on|for|by|from|with|during|following|after|once|under|given)\b.*\s"
    rf"(?=(?:the|a|an)\s|{_TITLE}\b)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:all\s+)?(?:(?:partnership|board|committee|panel|kcsp)\s+)?members$|^all\b", re.I
)


def before(text: str, at: int, names: frozenset[str] = frozenset()) -> Party:
    """Return who is named right before ``at``."""
    far = max(at - _NEAR, 0)
    boundaries = list(_BOUNDARY.finditer(text, far, at))
    start = boundaries[-1].end() if boundaries else far
    words = text[start:at]
    start += len(words) - len(words.lstrip())
    words = _TRAIL.sub("", words.strip())
    for pattern in (_LEADS, _WHEN_FIRST):
        lead = pattern.match(words)
        if lead:
            start, words = start + lead.end(), words[lead.end() :]
    who = kind_of(words, names)
    if who is Who.THING and start > 0 and _ONE_NAME.fullmatch(words):
        who = Who.PERSON
    joined = _joined(text, start, who, words)
    if joined is not None:
        start, words = joined, text[joined:at]
    return Party(words=" ".join(words.split()), start=start, who=who)


def _joined(text: str, start: int, who: Who, words: str) -> int | None:
    """Return where a name begins that an "and" cut: "Mr Hale and Ms Vane", "Kent and Medway …"."""
    found = None
    if who in (Who.GROUP, Who.ORGANISATION) and words[:1].isupper():
        found = _AND_PLACE.search(text, max(start - _NEAR, 0), start)
    elif who is Who.PERSON:
        found = _AND_PERSON.search(text, max(start - _NEAR, 0), start)
    return found.start() if found else None


def kind_of(words: str, names: frozenset[str] = frozenset()) -> Who:
    """Return what ``words`` name."""
    words = words.strip()
    if not words:
        return Who.NONE
    if _OUTSIDE.match(words):
        return Who.OUTSIDE
    if words in names or re.fullmatch(rf"{PERSON.pattern}", words):
        return Who.PERSON
    cut = _PREPOSITION.search(words)
    head = words[: cut.start()] if cut else words
    last = re.sub(r"'s?$", "", head.split()[-1]) if head.split() else ""
    kind = _KINDS.get(last.lower())
    if kind is not None:
        return kind
    if re.fullmatch(rf"{PERSON.pattern}", head):
        return Who.PERSON
    if re.fullmatch(r"[A-Z]{2,}s?(?:[A-Z]|\b)", last) and last not in ("RESOLVED", "AGREED"):
        return Who.ORGANISATION
    return Who.PERSON if _TWO_NAMES.fullmatch(head) and not head.startswith("The ") else Who.THING


def owner_of(party: Party) -> tuple[str, OwnerKind]:
    """Return the owner's printed text and kind; nothing for what can owe nothing."""
    if not party.can_owe:
        return "", OwnerKind.NOBODY
    if party.who is Who.MEMBERS and _ALL.match(party.words):
        return ALL_MEMBERS, OwnerKind.ALL_MEMBERS
    words = re.sub(r"^the\b", "The", party.words)
    return words, OWNER_KINDS[party.who]
