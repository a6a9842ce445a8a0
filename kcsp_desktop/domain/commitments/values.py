"""What is found in the minutes that somebody has to do, and nobody logged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcsp_desktop.domain.actions import Due
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.wording.owners import OwnerKind

NO_DUE = Due()


class CommitmentKind(StrEnum):
    """How sure the words are. An implied one is offered as "perhaps"."""

    EXPLICIT = "explicit"
    RESOLVED = "resolved"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One commitment that stands in a block: where, in which words, and what can be guessed.

    ``key`` stays the same while the block's words do (block, rule, phrase): it is what remembers
    that one was dismissed. ``start`` and ``end`` are where the phrase stands in the block's text.
    ``rule`` is a name in ``rules.WHY``. Owner and due are guesses, printed text, to be looked at
    before an action is made of them. ``closed``: the public may not read these words, so an
    action of them is restricted.
    """

    key: str
    item_id: ItemId
    block_id: BlockId
    start: int
    end: int
    phrase: str
    sentence: str
    kind: CommitmentKind
    rule: str
    owner: str = ""
    owner_kind: OwnerKind = OwnerKind.NOBODY
    due: Due = NO_DUE
    closed: bool = False
