"""How far an item of the agenda has come in the minutes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind
from kcsp_desktop.domain.meeting import Course

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import AgendaItem


class Progress(StrEnum):
    """Shown by a shape and a word before each item."""

    NOT_MINUTED = "not minuted"
    NOT_STARTED = "not started"
    STARTED = "started"
    OUTCOME = "has an outcome"


def progress(item: AgendaItem) -> Progress:
    """Return how far ``item`` has come.

    A resolution, or a reason for having none, is its outcome (house-format 9, outcomes); so is
    that it was deferred, withdrawn or not reached. A private note alone does not start an
    item: nobody else will read it.
    """
    if not item.minuted:
        return Progress.NOT_MINUTED
    written = [b for b in item.blocks if b.kind is not BlockKind.PRIVATE_NOTE and b.text.strip()]
    settled = item.no_outcome or item.course is not Course.TAKEN
    if settled or any(block.kind in RESOLUTION_PARTS for block in written):
        return Progress.OUTCOME
    return Progress.STARTED if written else Progress.NOT_STARTED
