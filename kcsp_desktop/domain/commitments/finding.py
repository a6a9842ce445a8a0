"""From a meeting's blocks to the commitments that nobody logged.

How this works: each block is cut into sentences and every rule reads every sentence. Of what
overlaps the rule that is believed more is kept; "perhaps" is offered once in a sentence, and not
where the same words are explicit, or where a request was answered by a promise. An action that is
linked with a block takes out the one commitment in it that its words are nearest to: where a block
holds two, the other is still offered. Must stay in step: ``rules``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Due
from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind, is_closed
from kcsp_desktop.domain.commitments import dues, parties
from kcsp_desktop.domain.commitments.hits import SAID, Hit, Scene
from kcsp_desktop.domain.commitments.parties import NOBODY, Party, Who
from kcsp_desktop.domain.commitments.resolved import resolved
from kcsp_desktop.domain.commitments.rules import RULES
from kcsp_desktop.domain.commitments.sentences import sentences
from kcsp_desktop.domain.commitments.values import Commitment, CommitmentKind
from kcsp_desktop.domain.meeting import in_order, is_restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kcsp_desktop.domain.blocks import Block
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting

_SPOKEN_RESOLUTION = re.compile(r"^(?:It was )?(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed)\b")
_SECOND = ("agenda", "reports", "deferred", "listed")  # they only tell more of what is promised
_SPEAKERS = (Who.PERSON, Who.ROLE)
_LISTS = frozenset({BlockKind.LETTER, BlockKind.BULLET, BlockKind.SUB_BULLET})


def found(meeting: Meeting, *, said_on: date) -> tuple[Commitment, ...]:
    """Return what the minutes of ``meeting``, held on ``said_on``, record and nobody logged.

    In the order of the agenda and of the text. What was dismissed is the caller's matter.
    """
    names = _names(meeting)
    all_of_them: list[Commitment] = []
    for item in in_order(meeting):
        closed = is_restricted(meeting, item)
        here = found_in(item, said_on=said_on, names=names)
        here = _unlogged(meeting, here)
        all_of_them += [replace(one, closed=True) if closed else one for one in here]
    return tuple(all_of_them)


def _names(meeting: Meeting) -> frozenset[str]:
    """Return the names of the day, whole and as one says them: "Kelechi", "Okafor"."""
    whole = [row.name for row in meeting.attendance if row.name]
    parts = [part for name in whole for part in re.findall(r"[A-Z][\w'-]{2,}", name)]
    return frozenset((*whole, *parts))


def found_in(
    item: AgendaItem, *, said_on: date, names: frozenset[str] = frozenset()
) -> tuple[Commitment, ...]:
    """Return what the minutes of one item record, logged or not."""
    out: list[Commitment] = []
    us, deciding = _us(""), False
    for block in item.blocks:
        if block.kind is BlockKind.PRIVATE_NOTE:
            continue
        leads = block.kind is BlockKind.RESOLUTION or bool(_SPOKEN_RESOLUTION.match(block.text))
        deciding = leads or block.kind in RESOLUTION_PARTS or (deciding and block.kind in _LISTS)
        us = _us(block.text) if leads else us
        hits = _hits(block, said_on, names, us) if deciding else _said(block, said_on, names)
        out += _commitments(item.id, block, hits)
    return tuple(out)


def _us(text: str) -> Party:
    """Return who a resolution's clauses speak of where they name nobody: its members."""
    members = re.search(r"\b(all\s+(?:\w+\s+)?\w+|[Mm]embers|[Pp]artners)\b", text)
    return Party(words=members[1] if members else "Members", who=Who.MEMBERS)


_Found = tuple[Scene, tuple[Hit, ...]]


def _said(block: Block, said_on: date, names: frozenset[str]) -> Iterator[_Found]:
    """Read a paragraph sentence by sentence; who spoke last is who "he" is."""
    speaker = NOBODY
    for sentence in sentences(block.text):
        scene = Scene(sentence=sentence, said_on=said_on, names=names, speaker=speaker)
        yield scene, _kept(hit for rule in RULES for hit in rule(scene))
        for verb in SAID.finditer(sentence.bare):
            party = parties.before(sentence.bare, verb.start(), names)
            speaker = party if party.who in _SPEAKERS else speaker


def _hits(block: Block, said_on: date, names: frozenset[str], us: Party) -> Iterator[_Found]:
    """Read a part of a resolution: its own rules first, then those for what was said."""
    for sentence in sentences(block.text):
        scene = Scene(sentence=sentence, said_on=said_on, names=names)
        said = (hit for rule in RULES for hit in rule(scene))
        sure = (
            replace(hit, kind=CommitmentKind.RESOLVED)
            for hit in said
            if hit.kind is CommitmentKind.EXPLICIT
        )
        yield scene, _kept((*resolved(scene, us), *sure))


def _kept(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Leave one of those that overlap, and one "perhaps" where nothing is surer."""
    kept: list[Hit] = []
    in_order_of_belief = sorted(
        hits, key=lambda hit: (hit.kind is CommitmentKind.IMPLIED, hit.rule in _SECOND)
    )
    for hit in in_order_of_belief:
        if any(hit.start < one.end and one.start < hit.end for one in kept):
            continue
        if kept and (hit.kind is CommitmentKind.IMPLIED or hit.rule in _SECOND):
            continue
        kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _commitments(item_id: ItemId, block: Block, read: Iterable[_Found]) -> Iterator[Commitment]:
    rows = list(read)
    seen: dict[str, int] = {}
    for place, (scene, hits) in enumerate(rows):
        answered = place + 1 < len(rows) and any(
            hit.rule == "promised" for hit in rows[place + 1][1]
        )
        for hit in hits:
            if hit.rule == "asked for" and answered:
                continue
            one = _commitment(item_id, block, scene, hit)
            seen[one.key] = seen.get(one.key, 0) + 1
            again = f":{seen[one.key]}" if seen[one.key] > 1 else ""
            yield replace(one, key=f"{one.key}{again}")


def _commitment(item_id: ItemId, block: Block, scene: Scene, hit: Hit) -> Commitment:
    start = scene.sentence.start + hit.start
    phrase = scene.sentence.text[hit.start : hit.end]
    owner, owner_kind = parties.owner_of(hit.party)
    due = scene.due(hit.start)
    return Commitment(
        key=f"{block.id}:{hit.rule}:{' '.join(phrase.lower().split())}",
        item_id=item_id,
        block_id=block.id,
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        sentence=scene.sentence.text,
        kind=hit.kind,
        rule=hit.rule,
        owner=owner,
        owner_kind=owner_kind,
        due=due if not dues.is_past(due, scene.said_on) else Due(),
        closed=is_closed(block),
    )


def _unlogged(meeting: Meeting, here: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    """Take out one commitment for each action that was logged from its block."""
    left = list(here)
    for action in meeting.actions:
        same = [one for one in left if one.block_id == action.block_id]
        if same:
            words = _words(f"{action.owner} {action.text} {action.due.words}")
            left.remove(max(same, key=lambda one: _nearness(one, words)))
    return tuple(left)


def _nearness(one: Commitment, words: frozenset[str]) -> tuple[int, int, bool]:
    """Return how near an action's words are: shared words, of the phrase too; then the surer."""
    surer = one.kind is not CommitmentKind.IMPLIED
    return len(_words(one.sentence) & words), len(_words(one.phrase) & words), surer


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'-]{3,}", text.lower()))
