"""What is made of a commitment that the secretary takes, and what is offered of a meeting.

How this works: an action takes the sentence as it stands in the minutes; where a sentence holds
two commitments each has its own part, so that the two can be told apart. Nothing here is done by
itself: a page asks, and submits. Must stay in step: ``finding`` (which action takes out which).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.commitments.finding import found
from kcsp_desktop.domain.commitments.values import CommitmentKind
from kcsp_desktop.domain.kinds import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.commitments.values import Commitment
    from kcsp_desktop.domain.ids import ActionId
    from kcsp_desktop.domain.meeting import Meeting


def as_action(one: Commitment, others: Iterable[Commitment], action_id: ActionId) -> Action:
    """Return the action that is made of a commitment; ``others`` are those of its meeting."""
    closed = Visibility.RESTRICTED if one.closed else Visibility.PUBLIC
    return Action(
        id=action_id,
        item_id=one.item_id,
        block_id=one.block_id,
        text=_words(one, others),
        owner=one.owner,
        due=one.due,
        visibility=closed,
    )


def _words(one: Commitment, others: Iterable[Commitment]) -> str:
    """Return the sentence in one line, or the part of it from this phrase to the next."""
    same = [
        each.start
        for each in others
        if each.block_id == one.block_id and each.sentence == one.sentence and each.key != one.key
    ]
    words, phrase = one.sentence, phrase_in(one)
    if same and phrase[0] >= 0:
        begins = one.start - phrase[0]
        after = min((start - begins for start in same if start > one.start), default=len(words))
        words = words[phrase[0] if any(start < one.start for start in same) else 0 : after]
    words = " ".join(words.split()).rstrip(".;,: ")
    words = words.removesuffix(" and").rstrip(" ,;")
    return words[:1].upper() + words[1:]


def phrase_in(one: Commitment) -> tuple[int, int]:
    """Return where the phrase stands in its sentence; -1 where it does not."""
    start = one.sentence.find(one.phrase)
    return start, start + len(one.phrase) if start >= 0 else -1


def left_to_take(meeting: Meeting) -> tuple[Commitment, ...]:
    """Return what is found in the minutes, less what was dismissed."""
    said_on = meeting.details.date
    return tuple(one for one in found(meeting, said_on=said_on) if one.key not in meeting.dismissed)


def sure(meeting: Meeting, found: Iterable[Commitment]) -> int:
    """Return how many are more than "perhaps".

    That the last record be signed is offered like any other, but the state of that record says it
    already: to count it would be to say it at every meeting.
    """
    approving = {item.id for item in meeting.items if item.kind is ItemKind.LAST_NOTES}
    return sum(
        one.kind is CommitmentKind.EXPLICIT
        or (one.kind is CommitmentKind.RESOLVED and one.item_id not in approving)
        for one in found
    )


def dismissed(meeting: Meeting, key: str) -> tuple[str, ...]:
    """Return what is dismissed of a meeting with one more, or with one brought back."""
    if key in meeting.dismissed:
        return tuple(one for one in meeting.dismissed if one != key)
    return (*meeting.dismissed, key)
