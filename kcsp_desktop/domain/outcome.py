"""How far an item of the agenda has come in the minutes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind
from kcsp_desktop.domain.kinds import Course

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
    if item.no_outcome or item.course is not Course.TAKEN:
        return Progress.OUTCOME
    started = False
    for block in item.blocks:
        decides = block.kind in RESOLUTION_PARTS
        if started and not decides:
            continue  # asked at every key: its words would tell nothing more
        if block.kind is not BlockKind.PRIVATE_NOTE and block.text.strip():
            if decides:
                return Progress.OUTCOME
            started = True
    return Progress.STARTED if started else Progress.NOT_STARTED
