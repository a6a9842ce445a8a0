"""The decision register: each clause of each resolution, and what came of it.

A resolution of one sentence is one decision. Decisions that stand inside a paragraph ("was agreed
by the Partnership") are pointed out: they must be resolutions too (house-format 6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import (
    RESOLUTION_PARTS,
    Block,
    BlockKind,
    Clause,
    Visibility,
    resolutions,
)
from kcsp_desktop.domain.ids import BlockId, BodyId, EntryId, ItemId, MeetingId
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, in_order, is_restricted
from kcsp_desktop.domain.numbering import lettered
from kcsp_desktop.domain.record import Record, by_date, reference
from kcsp_desktop.domain.series import numbers_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcsp_desktop.domain.life import Outcome
    from kcsp_desktop.domain.numbering import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision; ``letter`` is its clause's, "" where the resolution is one sentence."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    body_id: BodyId
    body: str
    reference: str
    day: str
    code: str
    minute: int
    title: str
    letter: str
    verb: str
    text: str
    outcome: str
    tags: tuple[EntryId, ...]
    restricted: bool


def decision_rows(record: Record) -> tuple[DecisionRow, ...]:
    """Return every decision, meetings earliest first."""
    numbers = numbers_of_all(record)
    return tuple(
        row
        for meeting in by_date(record.meetings)
        for row in decisions_of(record, meeting, numbers[meeting.id])
    )


def decisions_of(record: Record, meeting: Meeting, numbers: Numbers) -> Iterator[DecisionRow]:
    """Yield the decisions of one meeting in the order of its agenda."""
    body, called = record.body_of(meeting), reference(record, meeting)
    outcomes = {one.block_id: one for one in meeting.outcomes}
    for item in in_order(meeting):
        closed = is_restricted(meeting, item)
        for block, letter, text in _decided(item):
            came = outcomes.get(block.id)
            yield DecisionRow(
                meeting_id=meeting.id,
                item_id=item.id,
                block_id=block.id,
                body_id=body.id,
                body=body.short_name,
                reference=called,
                day=meeting.details.date.isoformat(),
                code=numbers.codes.get(item.id, ""),
                minute=numbers.minutes.get(item.id, 0),
                title=item.title,
                letter=letter,
                verb=verb_of(text),
                text=text,
                outcome=came.text if came else "",
                tags=_tags(item, came),
                restricted=closed or block.visibility is Visibility.RESTRICTED,
            )


def _tags(item: AgendaItem, came: Outcome | None) -> tuple[EntryId, ...]:
    return tuple(dict.fromkeys((*item.tags, *(came.tags if came else ()))))


def _decided(item: AgendaItem) -> Iterator[tuple[Block, str, str]]:
    """Yield each decision of an item: its block, its letter and its words with their bullets."""
    if not any(block.kind in RESOLUTION_PARTS for block in item.blocks):
        return
    for resolution in resolutions(item.blocks):
        if not resolution.clauses:
            if resolution.lead.text.strip():
                yield resolution.lead, "", resolution.lead.text.strip()
            continue
        for n, clause in enumerate(resolution.clauses, 1):
            if words := words_of(clause):
                yield clause.block, lettered(n), words


def words_of(clause: Clause) -> str:
    """Return a clause and its bullets as one sentence: "send: proposals; speakers"."""
    bullets = "; ".join(_bare(b.text) for b in clause.bullets if b.text.strip())
    return f"{clause.block.text.strip().removesuffix('; and')} {bullets}".strip()


def _bare(text: str) -> str:
    return re.sub(r"[\s;,.]*(?:\band)?[\s;,.]*$", "", text.strip())


_FORMS = {
    "note": ("note", "notes", "noted"),
    "agree": ("agree", "agrees", "agreed"),
    "approve": ("approve", "approves", "approved"),
    "endorse": ("endorse", "endorses", "endorsed"),
    "support": ("support", "supports", "supported"),
    "request": ("request", "requests", "requested"),
    "ask": ("ask", "asks", "asked"),
    "thank": ("thank", "thanks", "thanked"),
    "consider": ("consider", "considers", "considered"),
    "receive": ("receive", "receives", "received"),
    "recommend": ("recommend", "recommends", "recommended"),
    "delegate": ("delegate", "delegates", "delegated"),
    "appoint": ("appoint", "appoints", "appointed"),
    "elect": ("elect", "elects", "elected"),
    "provide": ("provide", "provides", "provided"),
    "contact": ("contact", "contacts", "contacted"),
    "send": ("send", "sends", "sent"),
    "share": ("share", "shares", "shared"),
    "sign": ("sign", "signed"),
    "exclude": ("exclude", "excluded"),
}
_VERB = {form: verb for verb, forms in _FORMS.items() for form in forms}
_RECORDED = re.compile(r"\b(?:correctly recorded|a (?:correct|true) record)\b", re.IGNORECASE)


def verb_of(text: str) -> str:
    """Return what was decided in one word, "note"; "" where the words name no known verb.

    That a record is correct is its approval.
    """
    if _RECORDED.search(text):
        return "approve"
    words = re.findall(r"[a-z]+", text.casefold())
    return next((_VERB[word] for word in words if word in _VERB), "")


_IN_A_PARAGRAPH = re.compile(
    r"\b(?:(?:was|were|is|be|been)\s+(?:unanimously\s+)?(?:agreed|approved|endorsed|resolved)"
    r"(?:\s+by\s+(?:the\s+)?(?:partnership|committee|board|members|meeting|body|kcsp|group|panel))"
    r"|(?<!whether\s)(?<!if\s)it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved|decided)\b"
    r"|(?:the\s+(?:partnership|committee|board|group|panel)|members)\s+(?:then\s+|also\s+)?"
    r"(?:unanimously\s+)?(?:agreed|approved|endorsed|resolved|decided)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseDecision:
    """A decision inside a paragraph: where it is, and the words by which it was found."""

    item_id: ItemId
    block_id: BlockId
    phrase: str


def loose_decisions(items: Iterable[AgendaItem]) -> tuple[LooseDecision, ...]:
    """Return decisions that stand in paragraphs of items and in no resolution (DOMAIN's R10)."""
    return tuple(
        LooseDecision(item_id=item.id, block_id=block.id, phrase=found[0])
        for item in items
        for block in item.blocks
        if block.kind not in RESOLUTION_PARTS and block.kind is not BlockKind.PRIVATE_NOTE
        for found in _IN_A_PARAGRAPH.finditer(block.text)
    )
