"""What people commit themselves to do: tables of verbs, and how each is written in minutes.

How this works: a verb stands in one of three tables. ``TASKS`` are what one does for a meeting
after the meeting, and are a commitment by themselves. ``SERVES`` become one with what is served
(a report, an answer), with whom it is served to, or with a day. ``WORKS`` are what an organisation
does anyway: at most "perhaps". A verb may need words behind it ("report back", "let … know"):
``Verb.tail`` is a pattern for them. Forms are made by rule; the table of irregular ones is short.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


class Weight(IntEnum):
    """How much of a commitment a verb is by itself."""

    WORK = 1
    SERVE = 2
    TASK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb in the sense of one tail; without a tail in every sense."""

    base: str
    weight: Weight
    tail: re.Pattern[str] | None = None


TASKS = (
    "circulate", "recirculate", "distribute", "forward", "email", "e-mail", "notify", "inform",
    "remind", "respond", "reply", "arrange", "organise", "organize", "convene", "draft", "redraft",
    "amend", "invite", "chase", "clarify", "liaise", "revert", "investigate", "enquire",
    "ascertain", "confirm", "check", "revisit", "reconsider", "escalate", "relay", "raise",
    "contact", "request", "consult", "write", "telephone", "remove", "correct", "resend", "add",
    "append", "upload", "collate", "nominate", "address", "reflect on", "delete", "insert",
    "reword", "adjust", "list", "allocate", "schedule", "reschedule", "bring",
    "seek", "obtain", "refer", "ask",
    "sign", "brief", "feedback",
    "report back|in|to|on|its|their|the outcome|findings|progress",
    "come back", "come to the next|a future", "get back", "get in touch", "go back to",
    "feed back|into|this|that|the", "look into|again at", "find out|a date|a way",
    "follow ... up", "follow this|that|these|it", "take ... back|away|up with|forward",
    "take this|that|it|the matter|the point", "pick ... up", "pass ... on|to",
    "let ... know|have", "keep ... informed|updated|up to date|under review",
    "make ... available|enquiries|inquiries|contact|arrangements|aware",
    "make a note|an appointment", "update the|members|partners|them|him|her|colleagues",
    "speak to|with", "talk to|with", "meet with|to discuss|up", "discuss ... with",
    "put ... forward|on the agenda|together", "put on|onto", "return to the|with",
    "set up a meeting|meetings", "hold a meeting|a workshop|discussions",
)  # fmt: skip
SERVES = (
    "provide", "send", "share", "give", "supply", "submit", "present", "issue", "publish",
    "prepare", "produce", "attend", "review", "consider", "discuss", "explore", "examine",
    "monitor", "undertake", "set out|up", "establish", "carry out", "include", "report", "refresh",
    "update", "place", "compile", "complete", "finalise", "agree", "defer", "look at", "join",
    "bid", "apply", "identify", "advise", "consider putting|whether|how|ways",
)  # fmt: skip
WORKS = (
    "launch", "open", "reopen", "start", "begin", "recruit", "install", "develop", "deliver",
    "implement", "introduce", "roll out", "commence", "hold", "host", "take place|effect", "close",
    "visit", "train", "replace", "build", "inspect", "re-inspect", "tender", "procure",
    "commission",
    "appoint", "run", "create", "finish", "conduct", "pilot", "trial", "extend",
    "work up|on|with",
    "ensure", "come into", "decide", "determine", "fund", "redevelop", "redesign", "repair",
    "survey",
    "relaunch", "expand", "promote", "repeat", "move to|into", "come forward", "go live|out|to",
)  # fmt: skip

_IRREGULAR = {
    "bring": "brought", "send": "sent", "resend": "resent", "give": "given", "write": "written",
    "take": "taken", "make": "made", "hold": "held", "set": "set", "put": "put", "feed": "fed",
    "find": "found", "let": "let", "keep": "kept", "come": "come", "get": "got", "go": "gone",
    "speak": "spoken", "meet": "met", "seek": "sought", "begin": "begun", "run": "run",
    "build": "built", "undertake": "undertaken", "submit": "submitted", "refer": "referred",
    "defer": "deferred", "hear": "heard", "bid": "bid",
}  # fmt: skip
_DOUBLED = frozenset(
    {"get", "let", "put", "set", "run", "begin", "submit", "refer", "defer", "bid"}
)


def looked_up(word: str, behind: str) -> Verb | None:
    """Return the verb of the base form ``word``, as the words ``behind`` it allow; else none."""
    return _fitting(_BASES.get(word.lower(), ()), behind)


def looked_up_done(word: str, behind: str, subject: str = "") -> Verb | None:
    """Return the verb whose participle is ``word`` ("circulated"), as the words behind it allow.

    What is "made" is a task where the subject is such that somebody has to make it.
    """
    if word.lower() == "made" and _MADE.search(subject):
        return Verb(base="make", weight=Weight.TASK)
    return _fitting(_DONE.get(word.lower(), ()), behind)


def looked_up_doing(word: str, behind: str) -> Verb | None:
    """Return the verb of "circulating", as the words behind it allow."""
    return _fitting(_DOING.get(word.lower(), ()), behind)


_MADE = re.compile(
    r"\b(?:amendments?|corrections?|changes?|arrangements|enquiries|inquiries|referrals?|contact)\b",
    re.IGNORECASE,
)


def _fitting(verbs: tuple[Verb, ...], behind: str) -> Verb | None:
    fits = [one for one in verbs if one.tail is None or one.tail.match(behind)]
    return max(fits, key=lambda one: one.weight, default=None)


def _done(base: str) -> str:
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if re.search(r"[^aeiou]y$", base) else f"{base}ed"


def _doing(base: str) -> str:
    if base in _DOUBLED:
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") else f"{base}ing"


def _read(row: str, weight: Weight) -> Verb:
    """Read a row: "report back|to" needs one of these next, "let ... know" within six words."""
    base, _, tail = row.partition(" ")
    if not tail:
        return Verb(base=base, weight=weight)
    far = tail.startswith("... ")
    words = "|".join(re.escape(one) for one in tail.removeprefix("... ").split("|"))
    between = r"(?:\s+[\w'-]+){0,6}?" if far else ""
    return Verb(base=base, weight=weight, tail=re.compile(rf"{between}\s+(?:{words})\b", re.I))


_VERBS = tuple(
    _read(row, weight)
    for rows, weight in ((TASKS, Weight.TASK), (SERVES, Weight.SERVE), (WORKS, Weight.WORK))
    for row in rows
)


def _table(forms: dict[str, str]) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, tuple[Verb, ...]] = {}
    for verb in _VERBS:
        form = forms[verb.base]
        found[form] = (*found.get(form, ()), verb)
    return found


_BASES = _table({verb.base: verb.base for verb in _VERBS})
_DONE = _table({verb.base: _done(verb.base) for verb in _VERBS})
_DOING = _table({verb.base: _doing(verb.base) for verb in _VERBS})

GIVES = (
    "provide", "send", "share", "give", "supply", "submit", "present", "issue", "publish",
    "prepare", "produce", "report", "compile",
)  # fmt: skip
"""Of ``SERVES``, what becomes a commitment by the thing that is served."""
SERVED = re.compile(
    r"\b(?:updates?|reports?|papers?|details?|information|figures|briefings?|response|answers?"
    r"|reply|copy|copies|list|presentation|slides|data|breakdown|note|notes|advice|feedback"
    r"|summary|overview|link|minutes|bulletin|statistics|map|timetable|timeline|schedule|draft"
    r"|clarification|contact details|documents?|guidance|analysis|comments|evidence|costings?)\b",
    re.IGNORECASE,
)
"""What is served: the things that minutes say somebody will be sent."""

SERVED_TO = re.compile(
    r"\b(?:to|with|by|before|for)\s+(?:(?!(?:of|in|and|that|which|who|on|from)\b)[\w&'-]+\s+){0,6}?"
    r"(?:members?|councillors|committee|sub-committee|panel|board|partnership|group|cabinet"
    r"|council|executive|forum|partners|trustees|governors|clerk|chair(?:man)?|meeting|colleagues"
    r"|them|him|her|everyone|attendees)\b"
    r"|\b(?:at|to|for|until|in)\s+(?:the\s+|a\s+|our\s+|each\s+|every\s+)?(?:\w+\s+){0,2}meetings?\b"
    r"|\b(?:at|to|for|until|in)\s+the\s+next\s+\w+"
    r"|\b(?:after|outside(?:\s+of)?|following)\s+(?:the\s+)?meeting\b|\bagenda\b",
    re.IGNORECASE,
)
"""To whom it is served: the people and meetings of the body."""
