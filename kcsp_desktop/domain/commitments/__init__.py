"""Commitments that the minutes record and nobody logged, found by written rules.

How this works: ``found`` cuts the blocks of a meeting into ``sentences`` and lets the ``rules``
read them: what was promised, what was asked, what is only implied, what a resolution asks for.
Tables of phrases and verbs are the field's, never of one record. Nothing is made of what is
found: it is offered, with the phrase, and taken or dismissed by the secretary. Must stay in step:
``actions`` (owner kinds and due kinds), ``wording.due_words``.
"""

from kcsp_desktop.domain.commitments.finding import found, found_in
from kcsp_desktop.domain.commitments.rules import WHY
from kcsp_desktop.domain.commitments.taking import (
    as_action,
    dismissed,
    left_to_take,
    phrase_in,
    sure,
)
from kcsp_desktop.domain.commitments.values import Commitment, CommitmentKind

__all__ = [
    "WHY", "Commitment", "CommitmentKind", "as_action", "dismissed", "found", "found_in",
    "left_to_take", "phrase_in", "sure",
]  # fmt: skip
